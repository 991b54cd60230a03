//! How the uses of a term are grouped and divided into pages.

use crate::facts::outline::list_pages;
use crate::site::{Node, ReadSite, Site, TermIx, TextSource, Uses};
use std::ops::Range;

/// What places are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UseGrouping {
    Node(Node),
    Pages,
    Glossary,
}

/// Over how many pages the uses of a term go. Every language has as many, so that a page leads to itself in
/// each; one that has fewer uses says so on its last pages.
pub(crate) fn pages(site: &ReadSite, term: TermIx) -> usize {
    let counts = site
        .languages()
        .iter()
        .filter_map(|&language| site.uses_of(term, language))
        .map(|uses| uses.places.len());
    list_pages(counts.max().unwrap_or(0))
}

/// The runs of places that stand under one heading.
pub(crate) fn groups(site: &Site, uses: &Uses) -> Vec<(UseGrouping, Range<usize>)> {
    let mut runs: Vec<(UseGrouping, Range<usize>)> = Vec::new();
    for (at, place) in uses.places.iter().enumerate() {
        let own = group(site, place.source);
        match runs.last_mut().filter(|(group, _)| *group == own) {
            Some((_, run)) => run.end = at + 1,
            None => runs.push((own, at..at + 1)),
        }
    }
    runs
}

fn group(site: &Site, source: TextSource) -> UseGrouping {
    let node = match source {
        TextSource::Home => return UseGrouping::Pages,
        TextSource::Node(node) => node,
        TextSource::Report(report) => site[report].node,
    };
    match (site.document_of(node), node) {
        (Some(document), _) => UseGrouping::Node(Node::Document(document)),
        (None, Node::Municipality(_)) => UseGrouping::Node(node),
        (None, Node::Area(area)) => UseGrouping::Node(Node::Municipality(site[area].municipality)),
        (None, Node::Department(department)) => {
            UseGrouping::Node(Node::Municipality(site[department].municipality))
        }
        (None, Node::Page(page)) => site[page].parent.map_or(UseGrouping::Pages, UseGrouping::Node),
        (None, Node::Term(_)) => UseGrouping::Glossary,
        _ => UseGrouping::Pages,
    }
}
