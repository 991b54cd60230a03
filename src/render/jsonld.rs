//! Structured data for search engines, as JSON-LD. Only what the page shows anyway.

use super::data;
use super::scope::Scope;
use super::view::frame::{self, Crumb};
use super::view::passage::Html;
use crate::model::bilingual::{Language, Text};
use crate::site::{DocumentIx, MunicipalityIx, Node, PageAt, Spot, TermIx};
use std::fmt::Write;

/// Objects as one script: a single one with its context, several as a graph. Nothing when there are none.
pub fn graph(objects: impl Iterator<Item = String>) -> Html {
    let objects: Vec<String> = objects.collect();
    const CONTEXT: &str = r#"{"@context":"https://schema.org","#;
    Html(match &objects[..] {
        [] => String::new(),
        [one] => format!("{CONTEXT}{}", &one[1..]),
        several => format!("{CONTEXT}\"@graph\":[{}]}}", several.join(",")),
    })
}

/// An entry of the glossary as a `DefinedTerm`, in every language in which it is written.
pub fn defined_term(scope: &Scope, index: TermIx) -> Option<String> {
    let term = &scope.site[index];
    let mut out = String::from(r#"{"@type":"DefinedTerm","name":"#);
    in_languages(
        term.texts.iter().map(|text| (text.prose.language, &*text.term)),
        &mut out,
    );
    out.push_str(",\"description\":");
    in_languages(
        term.texts
            .iter()
            .map(|text| (text.prose.language, &*text.summary)),
        &mut out,
    );
    if let Some(abbreviation) = &term.abbreviation {
        out.push_str(",\"termCode\":");
        string(abbreviation, &mut out);
    }
    if let Some(own) = frame::absolute(scope, scope.language) {
        out.push_str(",\"url\":");
        string(&own, &mut out);
        out.push_str(",\"inDefinedTermSet\":");
        string(
            &joined(&own, &scope.href(PageAt::first(Spot::Glossary))),
            &mut out,
        );
    }
    out.push('}');
    Some(out)
}

/// The glossary as a `DefinedTermSet`.
pub fn defined_term_set(scope: &Scope) -> Option<String> {
    let own = frame::absolute(scope, scope.language)?;
    let mut out = String::from(r#"{"@type":"DefinedTermSet","name":"#);
    string(scope.word("title.glossary"), &mut out);
    out.push_str(",\"url\":");
    string(&own, &mut out);
    out.push('}');
    Some(out)
}

/// A city as a `GovernmentOrganization`.
pub fn municipality(scope: &Scope, index: MunicipalityIx) -> Option<String> {
    let record = &scope.site[index].record;
    let mut out = String::from(r#"{"@type":"GovernmentOrganization","name":"#);
    texts(scope, &record.name, &mut out);
    if let Some(code) = &record.code {
        out.push_str(",\"identifier\":");
        string(code.as_str(), &mut out);
    }
    out.push('}');
    Some(out)
}

/// The commitments of a document as a `Dataset` with its file.
pub fn dataset(scope: &Scope, index: DocumentIx) -> Option<String> {
    let base = scope.site.options.base_url.as_deref()?;
    let own = frame::absolute(scope, scope.language)?;
    let record = &scope.site[index].record;
    let mut out = String::from(r#"{"@type":"Dataset","name":"#);
    texts(scope, &record.title, &mut out);
    out.push_str(",\"description\":");
    texts(
        scope,
        record.description.as_ref().unwrap_or(&record.title),
        &mut out,
    );
    out.push_str(",\"url\":");
    string(&own, &mut out);
    out.push_str(concat!(
        r#","isAccessibleForFree":true,"distribution":{"@type":"DataDownload","#,
        r#""encodingFormat":"text/csv","contentUrl":"#
    ));
    string(
        &format!("{base}/{}", data::path(scope.site, Node::Document(index))),
        &mut out,
    );
    out.push_str("}}");
    Some(out)
}

/// A text of the record in every language in which it stands.
fn texts(scope: &Scope, text: &Text, out: &mut String) {
    let first = scope.first;
    in_languages(
        scope
            .site
            .languages()
            .iter()
            .filter_map(|&language| Some((language, text.get(language, first)?))),
        out,
    );
}

/// A text in several languages as JSON-LD writes it.
fn in_languages<'t>(texts: impl Iterator<Item = (Language, &'t str)>, out: &mut String) {
    out.push('[');
    for (at, (language, text)) in texts.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str("{\"@language\":");
        string(language.as_str(), out);
        out.push_str(",\"@value\":");
        string(text, out);
        out.push('}');
    }
    out.push(']');
}

/// The breadcrumb as a `BreadcrumbList`. The page's own address is `own`; the links of the others are
/// relative to it.
pub fn breadcrumbs(crumbs: &[Crumb], own: &str) -> String {
    let mut out = String::with_capacity(128 * crumbs.len());
    out.push_str(r#"{"@type":"BreadcrumbList","itemListElement":["#);
    for (at, crumb) in crumbs.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write!(out, r#"{{"@type":"ListItem","position":{},"name":"#, at + 1)
            .expect("writing into a string cannot fail");
        string(&crumb.title.text, &mut out);
        out.push_str(",\"item\":");
        match &crumb.href {
            Some(href) => string(&joined(own, href), &mut out),
            None => string(own, &mut out),
        }
        out.push('}');
    }
    out.push_str("]}");
    out
}

/// A link of one of our own pages, from the page at `own` on. Only `../` at its beginning and `./` occur.
fn joined(own: &str, href: &str) -> String {
    let mut folder = own.trim_end_matches(|character| character != '/');
    let mut rest = href.trim_start_matches("./");
    while let Some(up) = rest.strip_prefix("../") {
        folder = folder
            .trim_end_matches('/')
            .trim_end_matches(|character| character != '/');
        rest = up;
    }
    format!("{folder}{rest}")
}

/// A JSON string that is also harmless inside `<script>`.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                write!(out, "\\u{:04x}", u32::from(character)).expect("writing into a string cannot fail");
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
