//! The page of a first-level section, with the sections below it.

use crate::facts::outline::OutlineStep;
use crate::html::Passage;
use crate::pages::parts::{counts, figures, item, link, quotation, report};
use crate::pages::{
    About, BodyView, Counts, Detail, HeadingView, Item, LinkGroup, Paging, ReportView, Scope, StatementView,
    TableView, TallyView, body,
};
use crate::site::{CommitmentIx, Node, SectionIx, StatementIx};
use serde::Serialize;

/// `section`. A long one goes over several pages; then `blocks` holds the part that belongs to this page.
#[derive(Debug, Serialize)]
pub(crate) struct SectionView<'a> {
    pub heading: HeadingView<'a>,
    /// The document's title, for the kicker.
    pub document: Passage<'a>,
    /// How many commitments stand in it and below it, over all its pages.
    pub total: usize,
    /// How they have been judged.
    pub counts: Counts<'a>,
    /// In printed order; a section's own content comes before the sections below it. The first block of the
    /// first page is the section of the page itself, with level 1 and no heading of its own. Never empty.
    pub blocks: Vec<SectionBlock<'a>>,
    pub paging: Option<Paging>,
}

/// What stands under one heading.
#[derive(Debug, Default, Serialize)]
pub(crate) struct SectionBlock<'a> {
    /// The level of its heading: 1 for the section of the page (the `h1` is the template's), then 2 to 6.
    pub level: u8,
    /// The anchor; absent on level 1, and where the block continues from the page before.
    pub id: Option<&'a str>,
    /// Whether it began on the page before.
    pub continued: bool,
    pub heading: HeadingView<'a>,
    /// How many commitments stand in it and below it.
    pub total: usize,
    pub introduction: Option<BodyView<'a>>,
    /// May be empty.
    pub statements: Vec<StatementView<'a>>,
    /// Its own commitments on this page. May be empty.
    pub items: Vec<Item<'a>>,
    /// May be empty.
    pub tallies: Vec<TallyView<'a>>,
    /// May be empty.
    pub tables: Vec<TableView<'a>>,
    /// Newest first. May be empty.
    pub reports: Vec<ReportView<'a>>,
    /// May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// From how many commitments on a list is worth filtering.
pub(crate) const LONG: usize = 10;

/// A page of a first-level section.
pub(crate) fn section_page<'s>(scope: &Scope<'s>, index: SectionIx) -> (SectionView<'s>, About<'s>) {
    let section = &scope.site[index];
    let outline = &scope.facts.outlines[&index];
    let pages = outline.pages.len();
    let range = outline.pages[scope.page.number - 1].clone();
    let view = SectionView {
        heading: quotation::heading(scope, index),
        document: scope.title(Node::Document(section.document)),
        total: section.total,
        counts: counts::counts(scope, &in_section(scope, index)),
        blocks: blocks(scope, &outline.entries, range),
        paging: item::paging(scope, pages),
    };
    let title = scope.title(Node::Section(index));
    let document = scope.short_title(Node::Document(section.document));
    let sections = &scope.site[section.document].sections;
    let (previous, next) = scope.neighbours(sections, index, Node::Section);
    let described = body::description(scope, Node::Section(index));
    let about = About {
        description: Some(described.map(str::to_owned).unwrap_or_else(|| {
            scope.fill(
                "summary.section",
                &[
                    ("document", &document.text),
                    ("name", &title.text),
                    ("n", &section.total),
                ],
            )
        })),
        previous,
        next,
        pages,
        heading: Some(scope.text(&section.record.heading)),
        script: section.total >= LONG,
        ..About::of_document(scope, title, section.document)
    };
    (view, about)
}

/// All commitments in a section and below it.
fn in_section(scope: &Scope, index: SectionIx) -> Vec<CommitmentIx> {
    let entries = scope.facts.outlines[&index].entries.iter();
    let commitments = entries.filter_map(|entry| match entry {
        OutlineStep::Commitment(commitment) => Some(*commitment),
        OutlineStep::Section(..) => None,
    });
    commitments.collect()
}

/// The part of a section that one page shows. A page that begins in the middle of a section names it again.
fn blocks<'s>(
    scope: &Scope<'s>,
    entries: &[OutlineStep],
    range: std::ops::Range<usize>,
) -> Vec<SectionBlock<'s>> {
    let mut blocks: Vec<SectionBlock> = Vec::new();
    if let Some(OutlineStep::Commitment(first)) = entries.get(range.start) {
        let section = scope.site[*first].section;
        let level = entries[..range.start].iter().rev().find_map(|entry| match entry {
            OutlineStep::Section(known, level) if *known == section => Some(*level),
            _ => None,
        });
        blocks.push(continued(scope, section, level.unwrap_or(1)));
    }
    for entry in &entries[range] {
        match *entry {
            OutlineStep::Section(section, level) => blocks.push(block(scope, section, level)),
            OutlineStep::Commitment(commitment) => {
                let block = blocks
                    .last_mut()
                    .expect("a section begins before its commitments");
                block.items.push(item::item(scope, commitment, Detail::Excerpt));
            }
        }
    }
    blocks
}

fn block<'s>(scope: &Scope<'s>, index: SectionIx, level: u8) -> SectionBlock<'s> {
    let section = &scope.site[index];
    let node = Node::Section(index);
    let figures = scope.facts.figures.get(&index);
    let id = (level > 1).then(|| section.record.id.as_str());
    let place = body::BodyPlace {
        level: level + 1,
        prefix: id.map(|id| format!("{id}.")).unwrap_or_default(),
        label: id
            .map(|_| scope.title(node).text.into_owned())
            .unwrap_or_default(),
    };
    SectionBlock {
        id,
        introduction: body::introduction_at(scope, node, &place),
        statements: quotation::statements(scope, index),
        tallies: figures.map_or(Vec::new(), |own| scope.each(&own.tallies, figures::tally)),
        tables: figures.map_or(Vec::new(), |own| scope.each(&own.tables, figures::table)),
        reports: report::newest_first(scope, scope.site.reports_on(node), node, level + 1),
        links: link::groups(scope, &parts(scope, index), &[]),
        continued: false,
        ..continued(scope, index, level)
    }
}

/// A section and what stands directly under it.
fn parts(scope: &Scope, index: SectionIx) -> Vec<Node> {
    let mut parts = vec![Node::Section(index)];
    parts.extend(StatementIx::all_of(scope.site, index).map(Node::Statement));
    if let Some(figures) = scope.facts.figures.get(&index) {
        parts.extend(figures.tallies.iter().copied().map(Node::Tally));
        parts.extend(figures.tables.iter().copied().map(Node::Table));
    }
    parts
}

/// The rest of a section that began on the page before.
fn continued<'s>(scope: &Scope<'s>, index: SectionIx, level: u8) -> SectionBlock<'s> {
    SectionBlock {
        level,
        id: None,
        continued: true,
        heading: quotation::heading(scope, index),
        total: scope.site[index].total,
        ..SectionBlock::default()
    }
}
