//! What the search finds, and how its index is divided into files.

use crate::model::Language;
use crate::site::{
    AreaIx, CommitmentIx, DepartmentIx, DocumentIx, IndicatorIx, MunicipalityIx, Node, PageIx, Site,
    SubjectIx, TermIx,
};

/// The pages that can be found, in the order of the site, which is that of equally good results.
pub(crate) fn entries(site: &Site) -> Vec<Node> {
    let mut all = Vec::new();
    all.extend(MunicipalityIx::all(site).map(Node::Municipality));
    for (index, document) in DocumentIx::all(site).zip(&site.documents) {
        all.push(Node::Document(index));
        all.extend(document.sections.iter().map(|&section| Node::Section(section)));
    }
    all.extend(TermIx::all(site).map(Node::Term));
    for index in CommitmentIx::all(site) {
        all.push(Node::Commitment(index));
        all.extend(IndicatorIx::all_of(site, index).map(Node::Indicator));
    }
    all.extend(DepartmentIx::all(site).map(Node::Department));
    all.extend(AreaIx::all(site).map(Node::Area));
    all.extend(SubjectIx::all(site).map(Node::Subject));
    all.extend(PageIx::all(site).map(Node::Page));
    all
}

/// How many entries a block holds. Results are scattered over the blocks, so that small ones keep a first
/// query small; on a large site they would be more files than pages.
pub(crate) fn per_block(entries: usize) -> usize {
    if entries <= 4_000 { 4 } else { 16 }
}

/// The folder of a language's index.
pub(crate) fn folder(language: Language) -> String {
    format!("data/search/{}/", language.as_str())
}

/// How many files the keys of a site are spread over: a power of two, so that one holds a few kilobytes.
pub(crate) fn shards(entries: usize) -> usize {
    (entries / 4).next_power_of_two().clamp(16, 4096)
}

pub(crate) fn blocks(entries: usize) -> usize {
    entries.div_ceil(per_block(entries))
}
