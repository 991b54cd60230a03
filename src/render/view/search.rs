//! The page of the search, with the directory for those who browse without scripts.

use super::frame::About;
use super::link::Link;
use super::passage::Passage;
use crate::render::href::{PageAt, Spot};
use crate::render::scope::Scope;
use crate::render::search;
use crate::render::theme::Filling;
use crate::site::{DocumentIx, MunicipalityIx, Node, PageIx, ThemeIx};
use serde::Serialize;
use std::collections::BTreeMap;

/// `search`.
#[derive(Debug, Serialize)]
pub struct Search<'a> {
    /// Where the script finds the index, the pages and how both are divided.
    pub files: String,
    pub root: String,
    pub entries: usize,
    pub shards: u32,
    pub per_block: usize,
    pub version: &'a str,
    /// What the script says, as JSON for an attribute.
    pub texts: String,
    /// The cities with what can be browsed of them. Never empty.
    pub cities: Vec<City<'a>>,
    /// May be empty.
    pub themes: Vec<Link<'a>>,
    /// The letters of the glossary. May be empty.
    pub glossary: Vec<Link<'a>>,
    /// Plain pages. May be empty.
    pub pages: Vec<Link<'a>>,
}

/// What can be browsed of a city.
#[derive(Debug, Serialize)]
pub struct City<'a> {
    pub link: Link<'a>,
    pub documents: Vec<Shelf<'a>>,
    /// By reading. May be empty.
    pub departments: Vec<ReadLink<'a>>,
    /// By reading. May be empty.
    pub areas: Vec<ReadLink<'a>>,
}

/// A document with its first-level sections.
#[derive(Debug, Serialize)]
pub struct Shelf<'a> {
    pub link: Link<'a>,
    pub total: usize,
    /// Empty on sites that have too many to be read through.
    pub sections: Vec<Link<'a>>,
}

/// A link with its reading, on Japanese pages.
#[derive(Debug, Serialize)]
pub struct ReadLink<'a> {
    pub link: Link<'a>,
    pub reading: Option<&'a str>,
}

/// More sections than this are found through their documents.
const MOST_SECTIONS: usize = 300;

/// The page of the search.
pub fn of<'s>(scope: &Scope<'s>) -> (Search<'s>, About<'s>) {
    let site = scope.site;
    let links = |nodes: &mut dyn Iterator<Item = Node>| nodes.map(|node| scope.link(node)).collect::<Vec<_>>();
    let view = Search {
        files: scope.href_of_file(&search::folder(scope.language)),
        root: scope.href(PageAt::first(Spot::Home)),
        entries: search::count(site),
        shards: search::shards(site),
        per_block: search::per_block(site),
        version: scope.prepared.index(scope.language).map_or("", |index| &index.version),
        texts: texts(scope),
        cities: (0..site.municipalities.len()).map(|at| city(scope, MunicipalityIx::at(at))).collect(),
        themes: links(&mut (0..site.themes.len()).map(|at| Node::Theme(ThemeIx::at(at)))),
        glossary: super::glossary::letters(scope),
        pages: links(&mut site.pages.iter().enumerate().filter(|(_, page)| page.parent.is_none()).map(|(at, _)| Node::Page(PageIx::at(at)))),
    };
    let about = About {
        description: Some(scope.voice.texts.fill("summary.search", &[("n", Filling::Number(view.entries as u64))]).into()),
        script: true,
        ..About::new("search", Passage::native(scope.word("title.search")))
    };
    (view, about)
}

fn city<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> City<'s> {
    let site = scope.site;
    let municipality = &site[index];
    City {
        link: scope.link(Node::Municipality(index)),
        documents: municipality.documents.iter().map(|&document| shelf(scope, document)).collect(),
        departments: by_reading(scope, municipality.departments.iter().map(|&one| (Node::Department(one), site[one].record.reading.as_deref()))),
        areas: by_reading(scope, municipality.areas.iter().map(|&one| (Node::Area(one), site[one].record.reading.as_deref()))),
    }
}

fn shelf<'s>(scope: &Scope<'s>, index: DocumentIx) -> Shelf<'s> {
    let site = scope.site;
    let all: usize = site.documents.iter().map(|document| document.sections.len()).sum();
    let sections = if all > MOST_SECTIONS { &[] } else { &site[index].sections[..] };
    Shelf {
        link: Link { href: scope.href_of(Node::Document(index)), title: scope.short_title(Node::Document(index)) },
        total: site[index].commitments.len(),
        sections: sections.iter().map(|&section| scope.link(Node::Section(section))).collect(),
    }
}

/// In the order of the readings; what has none follows in the order of the record.
fn by_reading<'s>(scope: &Scope<'s>, nodes: impl Iterator<Item = (Node, Option<&'s str>)>) -> Vec<ReadLink<'s>> {
    let mut nodes: Vec<(Node, Option<&str>)> = nodes.collect();
    if scope.language.is_japanese() {
        nodes.sort_by_key(|(_, reading)| (reading.is_none(), *reading));
    }
    nodes.into_iter().map(|(node, reading)| ReadLink { link: scope.link(node), reading: scope.reading(reading) }).collect()
}

/// The sentences of the script, with their placeholders left for it to fill.
fn texts(scope: &Scope) -> String {
    let names = ["none", "one", "many", "atleast", "more", "short", "failed", "searching"];
    let all: BTreeMap<&str, &str> = names.iter().map(|name| (*name, scope.choice("search_says", name))).collect();
    serde_json::to_string(&all).expect("texts are plain strings")
}
