//! Reads every page of a built site with a real HTML parser into plain lists of what the rules ask about.

use super::Tree;
use rayon::prelude::*;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;

/// The pages of a site by their paths, with the tree they stand in.
pub struct Pages {
    pub tree: Tree,
    pub pages: BTreeMap<String, Page>,
    /// The path under which the site is published, with a slash at both ends.
    pub base: String,
    /// The languages of the site; the first has no folder of its own.
    pub languages: Vec<&'static str>,
}

/// What a page holds.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// `html[lang]`.
    pub lang: Option<String>,
    pub ids: Vec<String>,
    /// Every value of `href` and `src`, with the name of its element.
    pub links: Vec<Reference>,
    /// Every value of `lang`.
    pub langs: Vec<String>,
    /// Every value that names an id: `for`, `aria-labelledby`, `aria-describedby`, `headers`.
    pub names: Vec<String>,
    pub canonical: Vec<String>,
    /// `hreflang` and address.
    pub alternates: Vec<(String, String)>,
    /// `content` of `meta[name=robots]`.
    pub robots: Option<String>,
    pub title: String,
    /// The levels of the headings, in order.
    pub headings: Vec<u8>,
    /// Whether it sends the reader on to another page.
    pub redirect: bool,
    /// What a strict content security policy forbids, and what is not accessible.
    pub forbidden: Vec<String>,
    /// What readers see or hear that was meant for a machine: names in braces, `undefined`, `NaN`.
    pub unfilled: Vec<String>,
}

/// An address on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// `a`, `link`, `img`, `script` …
    pub element: String,
    /// The value of `rel`.
    pub rel: String,
    pub to: String,
}

impl Pages {
    /// The pages of a Japanese and English site that is published at the top of its host.
    pub fn of(tree: Tree) -> Self {
        let html: Vec<&String> = tree.0.keys().filter(|path| path.ends_with(".html")).collect();
        // The parsed document cannot change threads, so each thread keeps only what was asked of it.
        let pages = html
            .par_iter()
            .map(|path| ((*path).clone(), read(tree.text(path))))
            .collect();
        Self {
            tree,
            pages,
            base: "/".to_owned(),
            languages: vec!["ja", "en"],
        }
    }

    /// The same for a site that is published at a path such as `/koyaku/`.
    pub fn below(self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            ..self
        }
    }

    pub fn in_languages(self, languages: &[&'static str]) -> Self {
        Self {
            languages: languages.to_vec(),
            ..self
        }
    }
}

fn read(text: &str) -> Page {
    let document = Html::parse_document(text);
    let mut page = Page::default();
    for element in document.select(&selector("*")) {
        let name = element.value().name();
        let attribute = |name: &str| element.value().attr(name).map(str::to_owned);
        page.ids.extend(attribute("id"));
        page.langs.extend(attribute("lang"));
        for name in [
            "for",
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "headers",
        ] {
            page.names.extend(
                attribute(name)
                    .iter()
                    .flat_map(|value| value.split_whitespace().map(str::to_owned)),
            );
        }
        let rel = attribute("rel").unwrap_or_default();
        for to in ["href", "src"].into_iter().filter_map(attribute) {
            page.links.push(Reference {
                element: name.to_owned(),
                rel: rel.clone(),
                to,
            });
        }
        page.forbidden.extend(forbidden(element));
        page.unfilled.extend(unfilled(element));
        match name {
            "html" => page.lang = attribute("lang"),
            "title" if page.title.is_empty() => page.title = element.text().collect(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => page.headings.push(name.as_bytes()[1] - b'0'),
            "link" if rel == "canonical" => page.canonical.extend(attribute("href")),
            "link" if rel == "alternate" => page
                .alternates
                .extend(attribute("hreflang").zip(attribute("href"))),
            "meta" if attribute("name").as_deref() == Some("robots") => page.robots = attribute("content"),
            "meta" if attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh")) => {
                page.redirect = true;
            }
            _ => {}
        }
    }
    page
}

/// What rule 8 (no inline style or script) and the rules about tables and pictures forbid.
fn forbidden(element: ElementRef) -> Vec<String> {
    let value = element.value();
    let name = value.name();
    let mut found = Vec::new();
    for (attribute, _) in value.attrs() {
        if attribute == "style" || attribute.starts_with("on") {
            found.push(format!("<{name}> has the attribute {attribute}"));
        }
    }
    match name {
        "style" => found.push("<style> in the page".to_owned()),
        "script" if value.attr("src").is_none() && value.attr("type") != Some("application/ld+json") => {
            found.push("<script> in the page".to_owned());
        }
        "script" | "img" | "source" if value.attr("src").is_some_and(is_elsewhere) => {
            found.push(format!("<{name}> comes from elsewhere"));
        }
        "link"
            if value.attr("href").is_some_and(is_elsewhere)
                && !matches!(value.attr("rel"), Some("canonical" | "alternate" | "license")) =>
        {
            found.push("<link> comes from elsewhere".to_owned());
        }
        "img" if value.attr("alt").is_none() => {
            found.push(format!("<img src={:?}> has no alt", value.attr("src")));
        }
        "th" if value.attr("scope").is_none() => found.push("<th> has no scope".to_owned()),
        "iframe" | "object" | "embed" => found.push(format!("<{name}> in the page")),
        _ => {}
    }
    found
}

/// The texts of an element's own that were meant for a machine: those between its tags, and those that are
/// read out in its place. Code may hold anything.
fn unfilled(element: ElementRef) -> Vec<String> {
    let is_code = |name: &str| matches!(name, "script" | "style" | "code" | "pre");
    let mut around = element.ancestors().filter_map(ElementRef::wrap);
    if is_code(element.value().name()) || around.any(|outer| is_code(outer.value().name())) {
        return Vec::new();
    }
    let own = element
        .children()
        .filter_map(|child| child.value().as_text().map(|text| &**text));
    let instead = ["alt", "aria-label", "content", "label", "placeholder", "title"]
        .into_iter()
        .filter_map(|name| element.value().attr(name));
    own.chain(instead)
        .filter(|text| is_for_a_machine(text))
        .map(|text| text.trim().chars().take(60).collect())
        .collect()
}

/// What an editor of `tests/sites/markdown` writes, to prove that it is shown as it stands.
const WRITTEN: [&str; 2] = ["{{ braces }}", "{{ 波かっこ }}"];

/// Whether a text holds a placeholder, a piece of a template, or a value that is none.
fn is_for_a_machine(text: &str) -> bool {
    let text = WRITTEN
        .iter()
        .fold(text.to_owned(), |text, written| text.replace(written, ""));
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
    };
    let mut braced = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    text.contains("{{")
        || text.contains("{\"one\"")
        || braced.any(|(name, _)| is_name(name))
        || text
            .split(|character: char| !character.is_alphanumeric())
            .any(|word| matches!(word, "undefined" | "NaN"))
}

/// Whether an address has a host of its own: no page loads anything from there.
fn is_elsewhere(address: &str) -> bool {
    address.contains("://") || address.starts_with("//") || address.starts_with("data:")
}

/// A selector that is known to be well formed.
pub fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text} is not a selector: {error}"))
}
