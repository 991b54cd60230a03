//! The page of an official document.

use crate::facts::data_files;
use crate::html::{Html, Link, Passage};
use crate::model;
use crate::model::{Text, Url};
use crate::pages::parts::{
    card, citation, counts, deadline, figures, item, link, quotation, report, timeline,
};
use crate::pages::{
    About, BodyView, Counts, DeadlineRow, Detail, HeadingView, Item, LinkGroup, PageCard, ReportView, Scope,
    TableView, TallyLine, TallyView, Timeline, body, frame, jsonld, phrase, terms,
};
use crate::site::{DocumentIx, Node, SectionIx, TableIx, TallyIx};
use serde::Serialize;

/// `document`.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentView<'a> {
    pub title: Passage<'a>,
    /// Whether the title is as printed, and not the editors' own.
    pub is_printed: bool,
    /// For the cover; the kind stands there where it has none.
    pub short_title: Option<Passage<'a>>,
    /// The original title, on pages of another language where `title` is a translation.
    pub original_title: Option<Html>,
    /// `manifesto`, `plan`, `reform`, `policies` or `results`.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_word: &'a str,
    /// The city's name, for the kicker.
    pub municipality: Passage<'a>,
    pub period: Option<Html>,
    pub author: Option<Passage<'a>>,
    pub published: Option<Html>,
    pub term_start: Option<Html>,
    /// One or two sentences of the editors.
    pub description: Option<Html>,
    /// Those that stand on the pages of sections, in a line each. May be empty.
    pub tally_lines: Vec<TallyLine<'a>>,
    /// Its commitments as a file.
    pub csv: String,
    /// The tree of sections. May be empty.
    pub sections: Vec<SectionEntry<'a>>,
    /// Tables that stand on the pages of sections. May be empty.
    pub table_links: Vec<Link<'a>>,
    /// The lasting text.
    pub introduction: Option<BodyView<'a>>,
    /// The legend as printed, in printed order. May be empty.
    pub legend: Vec<LegendRowView<'a>>,
    /// The deadline labels that the legend does not explain, with how they are reckoned. May be empty.
    pub deadlines: Vec<LegendRowView<'a>>,
    /// The dated steps that it names, on one line of years.
    pub schedule: Option<Timeline<'a>>,
    /// Those that belong to no section. May be empty.
    pub tallies: Vec<TallyView<'a>>,
    /// How many commitments the document holds.
    pub commitments: usize,
    /// How they have been judged.
    pub counts: Counts<'a>,
    /// By deadline. Empty where the document prints none.
    pub by_deadline: Vec<DeadlineRow<'a>>,
    /// Whether `sections` lists the commitments themselves (documents of at most 60).
    pub complete: bool,
    /// Those that belong to no section. May be empty.
    pub tables: Vec<TableView<'a>>,
    /// Newest first. May be empty.
    pub reports: Vec<ReportView<'a>>,
    /// Plain pages in its folder. May be empty.
    pub pages: Vec<PageCard<'a>>,
    /// May be empty.
    pub links: Vec<LinkGroup<'a>>,
    /// What of the source is kept here.
    pub covers: Option<Html>,
    pub rights: Option<Html>,
    /// Where the wording was taken from, for a `dl`: only what is stated. May be empty.
    pub source: Vec<Fact<'a>>,
    /// A sentence that names the record, for citing it.
    pub citation: Html,
    /// The page's absolute address; absent without a base address.
    pub permalink: Option<String>,
}

/// A row of a list of facts.
#[derive(Debug, Serialize)]
pub(crate) struct Fact<'a> {
    /// `title`, `publisher`, `author`, `published`, `pages` or `url`.
    pub key: &'static str,
    /// The same in words.
    pub label: &'a str,
    pub value: Html,
    /// Where the value leads, on another site.
    pub href: Option<&'a str>,
}

/// What a deadline label means.
#[derive(Debug, Serialize)]
pub(crate) struct LegendRowView<'a> {
    /// As printed, with its language marked.
    pub label: Passage<'a>,
    /// On pages of another language: the label in words of that language.
    pub reading: Option<String>,
    /// The meaning as the document prints it, or how the label is reckoned.
    pub meaning: Option<Html>,
}

/// A section in the tree.
#[derive(Debug, Serialize)]
pub(crate) struct SectionEntry<'a> {
    /// Its page, or its anchor on the page of its first-level section.
    pub href: String,
    pub heading: HeadingView<'a>,
    /// How many commitments stand in it and below it.
    pub total: usize,
    /// May be empty.
    pub sections: Vec<SectionEntry<'a>>,
    /// Its own commitments when the tree is complete, else empty.
    pub items: Vec<Item<'a>>,
}

/// Documents of at most so many commitments list them all on their own page.
const COMPLETE: usize = 60;

/// The page of a document.
pub(crate) fn document_page<'s>(scope: &Scope<'s>, index: DocumentIx) -> (DocumentView<'s>, About<'s>) {
    let document = &scope.site[index];
    let record = &document.record;
    let node = Node::Document(index);
    let complete = document.commitments.len() <= COMPLETE;
    let permalink = scope.absolute(scope.language);
    let view = DocumentView {
        title: scope.text(&record.title),
        is_printed: record.title_printed,
        short_title: scope.optional(record.short_title.as_ref()),
        original_title: scope
            .original(&record.title)
            .map(|title| phrase::heading(scope, &title)),
        kind: record.kind.word(),
        kind_word: scope.choice("document_kind", record.kind.word()),
        municipality: scope.title(Node::Municipality(document.municipality)),
        period: record.period.map(|period| scope.period(period)),
        author: scope.optional(record.source.author.as_ref()),
        published: record.source.published.map(|date| scope.date(date)),
        term_start: record.term_start.map(|date| scope.date(date)),
        description: terms::optional(scope, &record.description),
        schedule: timeline::steps(scope, index),
        csv: scope.href_of_file(&data_files::path(scope.site, Node::Document(index))),
        introduction: body::introduction(scope, node),
        source: facts(scope, &record.source),
        covers: terms::optional(scope, &record.source.covers),
        rights: terms::optional(scope, &record.rights),
        legend: legend(scope, record),
        deadlines: other_deadlines(scope, record),
        sections: scope.each(&document.sections, |scope, section| {
            entry(scope, section, complete)
        }),
        commitments: document.commitments.len(),
        counts: counts::of_document(scope, index),
        by_deadline: counts::by_deadline(scope, index),
        complete,
        tally_lines: tallies(scope, index, true)
            .map(|tally| figures::tally_line(scope, tally))
            .collect(),
        table_links: tables(scope, index, true)
            .map(|table| scope.link(Node::Table(table)))
            .collect(),
        tallies: tallies(scope, index, false)
            .map(|tally| figures::tally(scope, tally))
            .collect(),
        tables: tables(scope, index, false)
            .map(|table| figures::table(scope, table))
            .collect(),
        pages: scope.each(&document.pages, card::page),
        reports: report::newest_first(scope, scope.site.reports_on(node), node, 3),
        links: link::groups(scope, &parts(scope, index), &document.links),
        citation: citation::document(scope, index),
        permalink,
    };
    let city = document.municipality;
    let (previous, next) = scope.neighbours(&scope.site[city].documents, index, Node::Document);
    let about = About {
        description: frame::described(scope, record.description.as_ref(), Some(node)),
        trail: vec![frame::crumb(scope, Node::Municipality(city))],
        previous,
        next,
        heading: Some(scope.text(&record.title)),
        structured: jsonld::dataset(scope, index),
        within: Some(scope.text(&scope.site[city].record.name)),
        ..About::of_document(scope, scope.short_title(node), index)
    };
    (view, about)
}

/// A document and what stands on its own page.
fn parts(scope: &Scope, index: DocumentIx) -> Vec<Node> {
    let mut parts = vec![Node::Document(index)];
    parts.extend(tallies(scope, index, false).map(Node::Tally));
    parts.extend(tables(scope, index, false).map(Node::Table));
    parts
}

fn facts<'s>(scope: &Scope<'s>, source: &'s model::DocumentSource) -> Vec<Fact<'s>> {
    let text = |text: &'s Option<Text>| text.as_ref().map(|text| Html::from(&scope.text(text)));
    let url = source.url.as_ref().map(Url::as_str);
    let all = [
        ("title", text(&source.title)),
        ("publisher", text(&source.publisher)),
        ("author", text(&source.author)),
        ("published", source.published.map(|date| scope.date(date))),
        ("pages", source.pages.as_deref().map(Html::text)),
        ("url", url.map(Html::text)),
    ];
    let stated = all.into_iter().filter_map(|(key, value)| {
        Some(Fact {
            key,
            label: scope.choice("fact", key),
            value: value?,
            href: url.filter(|_| key == "url"),
        })
    });
    stated.collect()
}

fn legend<'s>(scope: &Scope<'s>, record: &'s model::Document) -> Vec<LegendRowView<'s>> {
    let row = |row: &'s model::LegendRow| LegendRowView {
        label: scope.printed(&row.label),
        reading: deadline::reading_of(scope, record, Some(&row.label)),
        meaning: Some(terms::running(scope, &row.meaning)),
    };
    record.legend.iter().map(row).collect()
}

fn other_deadlines<'s>(scope: &Scope<'s>, record: &'s model::Document) -> Vec<LegendRowView<'s>> {
    let others = record
        .deadlines
        .iter()
        .filter(|(label, _)| !record.legend.iter().any(|row| row.label == **label));
    others
        .map(|(label, deadline)| LegendRowView {
            label: scope.printed(label),
            reading: None,
            meaning: Some(deadline::reading(scope, deadline))
                .filter(|meaning| *meaning != **label)
                .map(|meaning| Html::text(&meaning)),
        })
        .collect()
}

/// Sections nest only as deep as a record may, so this may recurse.
fn entry<'s>(scope: &Scope<'s>, index: SectionIx, complete: bool) -> SectionEntry<'s> {
    let section = &scope.site[index];
    let items = section.commitments.iter().filter(|_| complete);
    SectionEntry {
        href: scope.href_of(Node::Section(index)),
        heading: quotation::heading(scope, index),
        total: section.total,
        sections: scope.each(&section.sections, |scope, nested| entry(scope, nested, complete)),
        items: items
            .map(|&commitment| item::item(scope, commitment, Detail::Title))
            .collect(),
    }
}

/// The tallies that stand in a section, or in none.
fn tallies(scope: &Scope, index: DocumentIx, in_section: bool) -> impl Iterator<Item = TallyIx> {
    let all = TallyIx::all_of(scope.site, index).zip(&scope.site[index].tally_sections);
    all.filter(move |(_, section)| section.is_some() == in_section)
        .map(|(tally, _)| tally)
}

/// The tables that stand in a section, or in none.
fn tables(scope: &Scope, index: DocumentIx, in_section: bool) -> impl Iterator<Item = TableIx> {
    let all = TableIx::all_of(scope.site, index).zip(&scope.site[index].table_sections);
    all.filter(move |(_, section)| section.is_some() == in_section)
        .map(|(table, _)| table)
}
