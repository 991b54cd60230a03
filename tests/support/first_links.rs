//! The links to the glossary on the pages of a built site, held against a search for its names in the order
//! in which a page is read. It knows how entries are written and how pages are marked up, and nothing of how
//! koyaku lays links.

use super::Tree;
use koyaku::lexicon::{FoundTerm, Lexicon, TermNames};
use rayon::prelude::*;
use scraper::{CaseSensitivity, ElementRef, Html, Node, Selector};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// Where words are read and no term is linked, with the reason.
const EXCEPT: &[(&[&str], &str)] = &[
    (
        &[
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "caption",
            "thead",
            "figcaption",
            "dt",
            ".heading",
            "p.original",
            ".full",
            "h2 + .note",
        ],
        "headings and names",
    ),
    (
        &["a", "nav", "code", "pre", "svg", "form"],
        "a link in a link, or no prose",
    ),
    (
        &[
            ".kicker", ".meta", ".who", ".reading", ".number", ".no", ".label", ".count", ".counts", ".day",
            ".counted",
        ],
        "marks and figures beside a text",
    ),
    (
        &[
            ".toc",
            ".ledger",
            ".log",
            ".shelf",
            ".index",
            ".terms",
            ".words",
            ".names",
            ".plain",
            ".uses",
            ".volume",
            "body.data main",
        ],
        "beginnings of texts and names in lists, which lead to the whole",
    ),
    (
        &[".other", ".misprints", ".cite", ".side"],
        "words about the words: the entry in another language, misprints, how to cite",
    ),
    (
        &[
            ".known",
            ".standing",
            ".empty",
            ".ours",
            ".moved",
            "small",
            "b",
            ".cover",
            "body.glossary .lead",
        ],
        "what koyaku says itself",
    ),
    (
        &[
            ".amendment blockquote",
            ".amendment dd",
            ".amendment .verbatim",
            ".chart",
            "body.indicator .note",
        ],
        "wording under the marks of a change, drawings, and the name of the item beside one",
    ),
];

/// Elements inside a line.
const INLINE: [&str; 20] = [
    "a", "b", "bdi", "code", "del", "em", "i", "ins", "mark", "q", "ruby", "s", "small", "span", "strong",
    "sub", "time", "u", "var", "wbr",
];

/// The entries of a glossary by their addresses, and what finds them in each language.
pub struct Glossary {
    ids: Vec<String>,
    lexicons: BTreeMap<String, Lexicon>,
}

impl Glossary {
    /// Reads the entries below `content/glossary/` of a site's sources.
    pub fn of(sources: &Tree) -> Self {
        let settings: serde_yaml::Value =
            serde_yaml::from_str(sources.text("content/site.yaml")).expect("the settings are YAML");
        let languages: Vec<String> = settings["languages"]
            .as_sequence()
            .into_iter()
            .flatten()
            .filter_map(|tag| tag.as_str().map(str::to_owned))
            .collect();
        let ids = |path: &&str| {
            path.strip_prefix("content/glossary/")?
                .strip_suffix(".md")
                .filter(|id| !id.contains(['.', '/']))
                .map(str::to_owned)
        };
        let ids: Vec<String> = sources.paths().iter().filter_map(ids).collect();
        let head = |path: &str| -> serde_yaml::Value {
            let head = sources.0.contains_key(path).then(|| {
                sources
                    .text(path)
                    .split("---\n")
                    .nth(1)
                    .expect("an entry has front matter")
            });
            head.map_or(serde_yaml::Value::Null, |head| {
                serde_yaml::from_str(head).expect("front matter is YAML")
            })
        };
        let lexicon = |language: &String| {
            let heads: Vec<[serde_yaml::Value; 2]> = ids
                .iter()
                .map(|id| {
                    let own = if *language == languages[0] {
                        format!("content/glossary/{id}.md")
                    } else {
                        format!("content/glossary/{id}.{language}.md")
                    };
                    [head(&format!("content/glossary/{id}.md")), head(&own)]
                })
                .collect();
            let names: Vec<TermNames> = heads.iter().map(|[original, own]| names(original, own)).collect();
            (language.clone(), Lexicon::new(&names))
        };
        let lexicons = languages.iter().map(lexicon).collect();
        Self { ids, lexicons }
    }

    /// Every page on which a term is linked twice, or is read before its link or without one.
    pub fn faults(&self, built: &Tree) -> Vec<String> {
        let pages: Vec<&str> = built
            .paths()
            .into_iter()
            .filter(|path| path.ends_with(".html") && !path.ends_with("404.html"))
            .collect();
        pages
            .par_iter()
            .flat_map_iter(|path| self.faults_of(path, built.text(path)))
            .collect()
    }

    fn faults_of(&self, path: &str, page: &str) -> Vec<String> {
        let document = Html::parse_document(page);
        let root = document.root_element();
        let Some(main) = root.select(&super::selector("main")).next() else {
            return Vec::new();
        };
        let except: Vec<&str> = EXCEPT
            .iter()
            .flat_map(|(selectors, _)| selectors.iter().copied())
            .collect();
        let mut reader = Reader {
            except: super::selector(&except.join(", ")),
            blocks: vec![Vec::new()],
            misprints: 0,
        };
        reader.read(
            main,
            &Context {
                lang: root.attr("lang").unwrap_or_default().to_owned(),
                ..Context::default()
            },
        );
        let own = path
            .trim_end_matches("/index.html")
            .rsplit_once("glossary/")
            .map(|(_, id)| id.split('/').next().unwrap_or_default());
        let mut settled: HashSet<&str> = own.into_iter().collect();
        let mut faults = Vec::new();
        let link = super::selector("a.term");
        let links = main.select(&link).filter_map(|link| id_of(link.attr("href")?));
        let mut linked: HashSet<&str> = HashSet::new();
        faults.extend(
            links
                .filter(|id| !linked.insert(id))
                .map(|id| format!("{path}: {id} is linked twice")),
        );
        for block in &reader.blocks {
            let text: String = block.iter().map(|(character, _)| *character).collect();
            for (found, language) in self.found(&text) {
                let id = self.ids[found.term].as_str();
                let (start, end) = (
                    text[..found.span.start].chars().count(),
                    text[..found.span.end].chars().count(),
                );
                let first = &block[start].1;
                if settled.contains(id) || first.lang != *language {
                    continue;
                }
                let is_linked = first.term.as_deref() == Some(id);
                if is_linked || can_be_linked(block, start..end) {
                    settled.insert(id);
                }
                if !is_linked && can_be_linked(block, start..end) {
                    let where_to = if linked.contains(id) {
                        "is read before its link"
                    } else {
                        "is not linked"
                    };
                    faults.push(format!(
                        "{path}: {id} {where_to}: {}",
                        text.chars()
                            .skip(start.saturating_sub(20))
                            .take(60)
                            .collect::<String>()
                    ));
                }
            }
        }
        faults
    }

    fn found<'g>(&'g self, text: &str) -> Vec<(FoundTerm, &'g String)> {
        let mut all: Vec<(FoundTerm, &String)> = self
            .lexicons
            .iter()
            .flat_map(|(language, lexicon)| {
                lexicon.find(text).into_iter().map(move |found| (found, language))
            })
            .collect();
        all.sort_by_key(|(found, _)| found.span.start);
        all
    }
}

/// What a character of a page stands in.
#[derive(Debug, Clone, Default, PartialEq)]
struct Context {
    lang: String,
    excepted: bool,
    /// The entry to which a link around it leads.
    term: Option<String>,
    /// The misprint that it is a part of.
    misprint: Option<usize>,
}

/// Reads a page into its blocks.
struct Reader {
    except: Selector,
    /// Paragraphs, cells and the like, each by its characters.
    blocks: Vec<Vec<(char, Context)>>,
    misprints: usize,
}

impl Reader {
    fn read(&mut self, element: ElementRef, around: &Context) {
        let name = element.value().name();
        let mut own = around.clone();
        own.excepted |= self.except.matches(&element);
        own.lang = element.attr("lang").map_or(own.lang, str::to_owned);
        if element.value().has_class("sic", CaseSensitivity::CaseSensitive) {
            self.misprints += 1;
            own.misprint = Some(self.misprints);
        }
        if name == "a" && element.value().has_class("term", CaseSensitivity::CaseSensitive) {
            own.term = element.attr("href").and_then(id_of).map(str::to_owned);
            own.excepted = around.excepted;
        }
        match name {
            // The reading above a word, and what is not read as text.
            "rt" | "rp" | "script" | "style" => return,
            "br" | "sup" | "img" | "input" => return self.push(' ', &own),
            _ => {}
        }
        let is_block = !INLINE.contains(&name);
        if is_block {
            self.blocks.push(Vec::new());
        }
        let words = element
            .children()
            .filter_map(|child| child.value().as_text())
            .any(|text| !text.trim().is_empty());
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => text.chars().for_each(|character| self.push(character, &own)),
                // Words of another language inside a sentence are searched with it, for the names of its own
                // language.
                (_, Some(child))
                    if words && child.value().name() == "span" && child.attr("lang").is_some() =>
                {
                    self.read(
                        child,
                        &Context {
                            excepted: true,
                            ..own.clone()
                        },
                    );
                }
                (_, Some(child)) => self.read(child, &own),
                _ => {}
            }
        }
        if is_block {
            self.blocks.push(Vec::new());
        }
    }

    fn push(&mut self, character: char, context: &Context) {
        self.blocks
            .last_mut()
            .expect("there is always a block")
            .push((character, context.clone()));
    }
}

/// Whether nothing stands in the way of a link over a stretch: no link or code that it runs into, no misprint
/// that it would cut.
fn can_be_linked(block: &[(char, Context)], span: Range<usize>) -> bool {
    let inside = &block[span.clone()];
    let misprints = || inside.iter().filter_map(|(_, context)| context.misprint);
    let whole = |misprint| {
        inside
            .iter()
            .filter(|(_, context)| context.misprint == Some(misprint))
            .count()
            == block
                .iter()
                .filter(|(_, context)| context.misprint == Some(misprint))
                .count()
    };
    let within = misprints().count() == inside.len()
        && misprints().all(|misprint| Some(misprint) == inside[0].1.misprint);
    inside
        .iter()
        .all(|(_, context)| !context.excepted && context.lang == inside[0].1.lang)
        && (within || misprints().all(whole))
}

/// The entry to which an address leads.
fn id_of(href: &str) -> Option<&str> {
    href.trim_end_matches("index.html")
        .trim_end_matches('/')
        .rsplit('/')
        .next()
}

/// What an entry is called in a language. An abbreviation and the words in which a name means something else
/// stand in the original.
fn names<'y>(original: &'y serde_yaml::Value, own: &'y serde_yaml::Value) -> TermNames<'y> {
    let list = |value: &'y serde_yaml::Value| {
        value
            .as_sequence()
            .into_iter()
            .flatten()
            .filter_map(serde_yaml::Value::as_str)
            .collect::<Vec<_>>()
    };
    let mut names: Vec<&str> = [&own["term"], &own["expansion"], &original["abbreviation"]]
        .into_iter()
        .filter_map(serde_yaml::Value::as_str)
        .collect();
    names.extend([&own["aliases"], &own["also_matches"]].into_iter().flat_map(list));
    TermNames {
        names,
        not_inside: list(&original["not_inside"]),
    }
}
