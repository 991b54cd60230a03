//! How long pages are divided: a first-level section with all that stands below it, and lists of commitments.
//! The division depends on the record alone, so that the same page has the same content in every language.

use crate::site::{CommitmentIx, DocumentIx, Node, PageIx, SectionIx, Site, StatementIx, TableIx, TallyIx};
use std::collections::HashMap;
use std::ops::Range;

/// How much one page of a list holds. A row counts one; fifty rows stay well under the 40 KB that a list may
/// weigh.
pub(crate) const PER_PAGE: usize = 50;

/// The content of a first-level section in printed order, divided into pages.
#[derive(Debug)]
pub struct SectionOutline {
    pub entries: Vec<OutlineStep>,
    /// For each page, its part of `entries`. Never empty.
    pub pages: Vec<Range<usize>>,
}

/// A step through a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineStep {
    /// The beginning of a section, with the level of its heading from 1.
    Section(SectionIx, u8),
    Commitment(CommitmentIx),
}

/// The tallies and tables that stand under a section.
#[derive(Debug, Default)]
pub struct Figures {
    pub tallies: Vec<TallyIx>,
    pub tables: Vec<TableIx>,
}

/// The outline of every first-level section.
pub(crate) fn outlines(
    site: &Site,
    figures: &HashMap<SectionIx, Figures>,
) -> HashMap<SectionIx, SectionOutline> {
    let tops = site
        .documents
        .iter()
        .flat_map(|document| document.sections.iter().copied());
    tops.map(|top| (top, outline(site, top, figures))).collect()
}

/// What stands under each section, for all documents.
pub(crate) fn figures(site: &Site) -> HashMap<SectionIx, Figures> {
    let mut all: HashMap<SectionIx, Figures> = HashMap::new();
    for (index, document) in DocumentIx::all(site).zip(&site.documents) {
        for (tally, section) in TallyIx::all_of(site, index).zip(&document.tally_sections) {
            if let Some(section) = section {
                all.entry(*section).or_default().tallies.push(tally);
            }
        }
        for (table, section) in TableIx::all_of(site, index).zip(&document.table_sections) {
            if let Some(section) = section {
                all.entry(*section).or_default().tables.push(table);
            }
        }
    }
    all
}

/// For everything that is an anchor on a later page of its section: the number of that page.
pub(crate) fn later_pages(
    site: &Site,
    outlines: &HashMap<SectionIx, SectionOutline>,
    figures: &HashMap<SectionIx, Figures>,
) -> HashMap<Node, usize> {
    let mut numbers = HashMap::new();
    for outline in outlines.values() {
        for (page, range) in outline.pages.iter().enumerate().skip(1) {
            let page = page + 1;
            for entry in &outline.entries[range.clone()] {
                let OutlineStep::Section(section, _) = *entry else {
                    continue;
                };
                numbers.insert(Node::Section(section), page);
                let statements = StatementIx::all_of(site, section);
                numbers.extend(statements.map(|index| (Node::Statement(index), page)));
                if let Some(figures) = figures.get(&section) {
                    numbers.extend(figures.tallies.iter().map(|&index| (Node::Tally(index), page)));
                    numbers.extend(figures.tables.iter().map(|&index| (Node::Table(index), page)));
                }
            }
        }
    }
    numbers
}

/// The plain pages that belong to no municipality or document.
pub(crate) fn lone_pages(site: &Site) -> Vec<PageIx> {
    PageIx::all(site)
        .filter(|page| site[*page].parent.is_none())
        .collect()
}

/// How many pages a list of so many rows has; a list without rows has one.
pub(crate) fn list_pages(rows: usize) -> usize {
    rows.div_ceil(PER_PAGE).max(1)
}

/// The places of the rows that stand on one page of a list of so many, from 1.
pub(crate) fn page_of_list(rows: usize, page: usize) -> Range<usize> {
    let start = (page - 1) * PER_PAGE;
    start.min(rows)..(start + PER_PAGE).min(rows)
}

/// The rows of one page of a list, from 1.
pub(crate) fn list_page<T>(rows: &[T], page: usize) -> &[T] {
    &rows[page_of_list(rows.len(), page)]
}

/// Splits rows that are in the order of the site into runs of one document each.
pub(crate) fn by_document<'a>(
    site: &Site,
    rows: &'a [CommitmentIx],
) -> Vec<(DocumentIx, &'a [CommitmentIx])> {
    rows.chunk_by(|one, other| site[*one].document == site[*other].document)
        .map(|run| (site[run[0]].document, run))
        .collect()
}

/// The commitments of a document without those that it lists again.
pub(crate) fn listed_once(site: &Site, document: DocumentIx) -> impl Iterator<Item = CommitmentIx> {
    let all = site[document].commitments.iter().copied();
    all.filter(|index| site[*index].relists.is_none())
}

/// The rows of a list that belong to a document. They stand together, in the order of the site.
pub(crate) fn rows_in<'a>(site: &Site, rows: &'a [CommitmentIx], document: DocumentIx) -> &'a [CommitmentIx] {
    let start = rows.partition_point(|row| site[*row].document < document);
    let end = rows.partition_point(|row| site[*row].document <= document);
    &rows[start..end]
}

fn outline(site: &Site, top: SectionIx, figures: &HashMap<SectionIx, Figures>) -> SectionOutline {
    let mut entries = Vec::with_capacity(site[top].total + 4);
    collect(site, top, 1, &mut entries);
    let mut pages = Vec::new();
    let (mut start, mut weight) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let own = match entry {
            OutlineStep::Commitment(_) => 1,
            OutlineStep::Section(section, _) => section_weight(site, *section, figures),
        };
        // A heading would stand alone at the foot of a page if nothing else fitted below it.
        let needed = own + usize::from(matches!(entry, OutlineStep::Section(..)));
        if at > start && weight + needed > PER_PAGE {
            pages.push(start..at);
            (start, weight) = (at, 0);
        }
        weight += own;
    }
    pages.push(start..entries.len());
    SectionOutline { entries, pages }
}

/// Sections nest only as deep as a record may, so this may recurse.
fn collect(site: &Site, section: SectionIx, level: u8, entries: &mut Vec<OutlineStep>) {
    entries.push(OutlineStep::Section(section, level));
    let commitments = site[section].commitments.iter().copied();
    entries.extend(commitments.map(OutlineStep::Commitment));
    for &nested in &site[section].sections {
        collect(site, nested, (level + 1).min(6), entries);
    }
}

/// About as much as so many rows of a list.
fn section_weight(site: &Site, section: SectionIx, figures: &HashMap<SectionIx, Figures>) -> usize {
    let Some(own) = figures.get(&section) else {
        return plain_weight(site, section);
    };
    let tallies = own.tallies.iter().map(|&index| 2 + site[index].parts.len() / 4);
    let tables = own.tables.iter().map(|&index| 2 + site[index].rows.len() / 2);
    plain_weight(site, section) + tallies.chain(tables).sum::<usize>()
}

fn plain_weight(site: &Site, section: SectionIx) -> usize {
    let node = Node::Section(section);
    1 + site[section].record.statements.len()
        + 3 * site.reports_on(node).len()
        + 3 * usize::from(site.introduction(node).is_some())
}
