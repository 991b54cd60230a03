//! The page of the search, with the directory for those who browse without scripts.

use crate::facts::findable;
use crate::facts::outline::lone_pages;
use crate::html::Link;
use crate::pages::parts::directory;
use crate::pages::{About, CityDirectory, LetterNames, LetterTerms, Scope};
use crate::site::{Node, PageAt, Spot, SubjectIx};
use serde::Serialize;
use std::collections::BTreeMap;

/// `search`.
#[derive(Debug, Serialize)]
pub(crate) struct Search<'a> {
    /// Where the script finds the index, the pages and how both are divided.
    pub files: String,
    pub root: String,
    pub entries: usize,
    pub shards: usize,
    pub per_block: usize,
    pub version: &'a str,
    /// What the script says, as JSON for an attribute.
    pub texts: String,
    /// The cities with what can be browsed of them. Never empty.
    pub cities: Vec<CityDirectory<'a>>,
    /// May be empty.
    pub subjects: Vec<Link<'a>>,
    /// The glossary by letter. May be empty.
    pub glossary: Vec<LetterTerms<'a>>,
    /// Its Latin names, on Japanese pages. May be empty.
    pub latin: Vec<LetterNames<'a>>,
    /// Plain pages. May be empty.
    pub pages: Vec<Link<'a>>,
}

/// The page of the search.
pub(crate) fn search_page<'s>(scope: &Scope<'s>) -> (Search<'s>, About<'s>) {
    let site = scope.site;
    let subjects: Vec<SubjectIx> = SubjectIx::all(site).collect();
    let entries = scope.facts.entries.len();
    let place = scope.facts.place(scope.language);
    let version = scope.sizes.map(|sizes| &*sizes.versions[place]);
    let view = Search {
        files: scope.href_of_file(&findable::folder(scope.language)),
        root: scope.href(PageAt::first(Spot::Home)),
        entries,
        shards: findable::shards(entries),
        per_block: findable::per_block(entries),
        version: version.unwrap_or_default(),
        texts: texts(scope),
        cities: directory::cities(scope),
        subjects: scope.links(&subjects, Node::Subject),
        glossary: directory::terms(scope),
        latin: directory::names(scope),
        pages: scope.links(&lone_pages(site), Node::Page),
    };
    let about = About {
        description: Some(scope.fill("summary.search", &[("n", &view.entries)])),
        script: true,
        ..About::new(scope.named("title.search"))
    };
    (view, about)
}

/// The sentences of the script, with their placeholders left for it to fill. Those that count come in the
/// forms of the language, by the names of CLDR, which browsers know too.
fn texts(scope: &Scope) -> String {
    let counted = ["found", "atleast", "more"].map(|name| {
        let phrase = scope.voice.texts.phrase(&format!("search_says.{name}"));
        let forms = phrase.expect("compile has checked every key of keys.txt").forms();
        (name, serde_json::json!(forms))
    });
    let plain = ["none", "short", "failed", "searching"]
        .map(|name| (name, serde_json::json!(scope.choice("search_says", name))));
    let all: BTreeMap<&str, serde_json::Value> = counted.into_iter().chain(plain).collect();
    serde_json::json!(all).to_string()
}
