//! Totals and tables as a document prints them.

use crate::facts::data_files;
use crate::html::{Html, Passage, format};
use crate::model;
use crate::numerals::digits::is_digit;
use crate::pages::parts::{quotation, schedule};
use crate::pages::{LineView, Scope, terms};
use crate::site::{Node, TableIx, TallyIx};
use serde::Serialize;

/// A total as published.
#[derive(Debug, Serialize)]
pub(crate) struct TallyView<'a> {
    /// Its anchor.
    pub id: &'a str,
    /// What is counted.
    pub about: Html,
    pub period: Option<Html>,
    /// Who judged.
    pub assessor: Option<Passage<'a>>,
    /// With separators.
    pub total: String,
    pub unit: Option<Passage<'a>>,
    /// Never empty on a record that builds.
    pub parts: Vec<TallyPartView>,
    /// Whether any part has a percentage as printed.
    pub percents: bool,
    /// What the source says it leaves out, as printed.
    pub excludes: Option<LineView>,
    /// A disagreement between figures of the source, shown and not corrected.
    pub discrepancy: Option<Html>,
    /// The same as a file.
    pub csv: String,
}

/// One row of a total.
#[derive(Debug, Serialize)]
pub(crate) struct TallyPartView {
    pub label: LineView,
    pub count: String,
    /// As printed, without the sign.
    pub percent: Option<String>,
    /// The share of the total in whole hundredths, 0 to 100, for the width of a bar. It is not meant to be
    /// printed.
    pub share: u8,
}

/// A verbatim table. The first column heads its row.
#[derive(Debug, Serialize)]
pub(crate) struct TableView<'a> {
    /// Its anchor.
    pub id: &'a str,
    pub caption: LineView,
    pub columns: Vec<ColumnView>,
    pub rows: Vec<TableRow>,
    pub note: Option<LineView>,
    /// The same drawn, where its rows are months or years.
    pub drawing: Option<schedule::Drawing<'a>>,
    /// The same as a file.
    pub csv: String,
}

/// A tally in one line, for the page of its document when it stands on the page of a section.
#[derive(Debug, Serialize)]
pub(crate) struct TallyLine<'a> {
    /// Where the tally is shown as a table.
    pub href: String,
    pub about: Passage<'a>,
    pub period: Option<Html>,
    /// With separators.
    pub total: String,
    pub unit: Option<Passage<'a>>,
    /// In printed order. Never empty.
    pub parts: Vec<TallyShare<'a>>,
}

/// A part of a tally in one line.
#[derive(Debug, Serialize)]
pub(crate) struct TallyShare<'a> {
    pub label: Passage<'a>,
    /// With separators.
    pub count: String,
}

/// The head of a column.
#[derive(Debug, Serialize)]
pub(crate) struct ColumnView {
    pub text: LineView,
    /// Whether all its cells are numbers, which are set to the right.
    pub numeric: bool,
}

/// A row.
#[derive(Debug, Serialize)]
pub(crate) struct TableRow {
    /// The first cell, for `<th scope="row">`; may be empty.
    pub head: LineView,
    /// The other cells.
    pub cells: Vec<CellView>,
}

/// A cell; its text may be empty where the document leaves it empty.
#[derive(Debug, Serialize)]
pub(crate) struct CellView {
    pub text: LineView,
    pub numeric: bool,
}

/// A tally of a document.
pub(crate) fn tally<'s>(scope: &Scope<'s>, index: TallyIx) -> TallyView<'s> {
    let record = &scope.site[index];
    let total = record.total.0;
    let parts = record.parts.iter().map(|part| TallyPartView {
        label: quotation::running(scope, &part.label),
        count: format::count(part.count.0, scope.writing()),
        percent: part
            .percent
            .as_ref()
            .map(|percent| format::percent(percent.as_str(), scope.writing())),
        share: share(part.count.0, total),
    });
    TallyView {
        id: record.id.as_str(),
        about: terms::running(scope, &record.about),
        period: record.period.map(|period| scope.period(period)),
        assessor: scope.optional(record.assessor.as_ref()),
        total: format::count(total, scope.writing()),
        unit: scope.optional(record.unit.as_ref()),
        parts: parts.collect(),
        percents: record.parts.iter().any(|part| part.percent.is_some()),
        excludes: quotation::optional(scope, &record.excludes),
        discrepancy: terms::optional(scope, &record.discrepancy),
        csv: scope.href_of_file(&data_files::path(scope.site, Node::Tally(index))),
    }
}

/// A tally of a document in one line.
pub(crate) fn tally_line<'s>(scope: &Scope<'s>, index: TallyIx) -> TallyLine<'s> {
    let record = &scope.site[index];
    let parts = record.parts.iter().map(|part| TallyShare {
        label: scope.text(&part.label),
        count: format::count(part.count.0, scope.writing()),
    });
    TallyLine {
        href: scope.href_of(Node::Tally(index)),
        about: scope.text(&record.about),
        period: record.period.map(|period| scope.period(period)),
        total: format::count(record.total.0, scope.writing()),
        unit: scope.optional(record.unit.as_ref()),
        parts: parts.collect(),
    }
}

/// A table of a document.
pub(crate) fn table<'s>(scope: &Scope<'s>, index: TableIx) -> TableView<'s> {
    let record = &scope.site[index];
    let numeric: Vec<bool> = (0..record.columns.len())
        .map(|column| column > 0 && is_numeric(scope, record, column))
        .collect();
    let cell_text = |cell: &model::Cell| quotation::optional(scope, &cell.0).unwrap_or_default();
    let columns = record.columns.iter().zip(&numeric);
    let columns = columns.map(|(text, &numeric)| ColumnView {
        text: quotation::line(scope, text),
        numeric,
    });
    let rows = record.rows.iter().map(|row| TableRow {
        head: row.first().map(cell_text).unwrap_or_default(),
        cells: row
            .iter()
            .enumerate()
            .skip(1)
            .map(|(column, cell)| CellView {
                text: cell_text(cell),
                numeric: numeric.get(column).copied().unwrap_or(false),
            })
            .collect(),
    });
    TableView {
        id: record.id.as_str(),
        caption: quotation::line(scope, &record.caption),
        columns: columns.collect(),
        rows: rows.collect(),
        note: quotation::optional(scope, &record.note),
        drawing: schedule::schedule_drawing(scope, record),
        csv: scope.href_of_file(&data_files::path(scope.site, Node::Table(index))),
    }
}

/// Whether a column holds numbers only, with their signs and units of one character, and at least one.
fn is_numeric(scope: &Scope, table: &model::Table, column: usize) -> bool {
    let mut cells = table
        .rows
        .iter()
        .filter_map(|row| row.get(column)?.0.as_ref())
        .peekable();
    cells.peek().is_some() && cells.all(|text| is_number(scope.site.text(text, scope.first).1))
}

fn is_number(text: &str) -> bool {
    let sign = |character: char| ".,-+%．，－−＋％▲△―— ".contains(character);
    let tells = |character: char| is_digit(character) || matches!(character, '―' | '—');
    text.chars()
        .all(|character| is_digit(character) || sign(character))
        && text.contains(tells)
}

/// The share of a part in whole hundredths; nothing of nothing is nothing.
fn share(count: u64, total: u64) -> u8 {
    let hundredths = u128::from(count) * 100 / u128::from(total.max(1));
    u8::try_from(hundredths.min(100)).expect("a share is at most 100")
}
