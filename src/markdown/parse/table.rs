//! Tables: which columns and rows are heads, what would be lost of a row, and where a table grows too large.

use super::super::node::{Element, MarkdownColumn, MarkdownNode, MarkdownTable};
use super::super::problem::{MarkdownFault, TableProblem};
use super::{BodyReader, Slot};
use pulldown_cmark::Alignment;
use std::ops::Range;

/// The largest table, in bytes of its HTML. A few lines of source can ask for a quarter of a million empty
/// cells.
const LARGEST: usize = 1 << 20;

/// An open table.
#[derive(Default)]
pub(super) struct OpenTable {
    number: usize,
    span: Range<usize>,
    /// The HTML so far, in bytes, reckoned rather than written.
    bytes: usize,
    /// The rest of the table is left out.
    pub(super) cut: bool,
    in_head: bool,
    column: usize,
    first_is_empty: bool,
    /// Where the last cell of the row ended.
    cell_end: usize,
}

impl BodyReader<'_> {
    pub(super) fn start_table(&mut self, alignments: &[Alignment], span: &Range<usize>) -> Slot {
        let number = self.parsed.tables.len();
        let columns = alignments.iter().map(|alignment| match alignment {
            Alignment::Right => MarkdownColumn::Number,
            Alignment::Center => MarkdownColumn::Centred,
            Alignment::Left | Alignment::None => MarkdownColumn::Plain,
        });
        self.parsed.tables.push(MarkdownTable {
            columns: columns.collect(),
            ..MarkdownTable::default()
        });
        self.table = Some(OpenTable {
            number,
            span: span.clone(),
            cell_end: span.start,
            ..OpenTable::default()
        });
        self.block(Element::Table(number), span)
    }

    pub(super) fn start_row(&mut self, row: Element, span: &Range<usize>) -> Slot {
        if let Some(table) = &mut self.table {
            table.in_head = row == Element::Head;
            table.column = 0;
            table.cell_end = span.start;
        }
        self.block(row, span)
    }

    pub(super) fn end_cell(&mut self, span: &Range<usize>) {
        let last = self.parsed.nodes.last();
        let is_empty = last.is_some_and(|(node, _)| *node == MarkdownNode::Open(Element::Cell));
        let Some(table) = &mut self.table else { return };
        if table.in_head {
            table.first_is_empty |= is_empty && table.column == 0;
            self.parsed.tables[table.number].has_head |= !is_empty;
        }
        table.column += 1;
        table.cell_end = span.end;
    }

    pub(super) fn end_head(&mut self, span: &Range<usize>) {
        let Some(table) = &self.table else { return };
        let made = &mut self.parsed.tables[table.number];
        made.heads_rows = table.first_is_empty && made.has_head;
        if !made.has_head {
            self.report(MarkdownFault::Table(TableProblem::WithoutHead), span);
        }
    }

    /// The parser drops the cells of a row for which the head has no column.
    pub(super) fn end_row(&mut self, span: &Range<usize>) {
        let Some(table) = &self.table else { return };
        if table.cut {
            return;
        }
        let edge = |character: char| character == '|' || character.is_whitespace();
        let rest = &self.marked.body[table.cell_end.min(span.end)..span.end];
        let lost = rest.trim_start_matches(edge);
        let start = span.end - lost.len();
        let lost = lost.trim_end_matches(edge);
        if !lost.is_empty() {
            let problem = TableProblem::CellsLost(lost.to_owned());
            self.report(MarkdownFault::Table(problem), &(start..start + lost.len()));
        }
    }

    /// Adds what a node of an open table will cost as HTML.
    pub(super) fn reckon(&mut self, node: &MarkdownNode<'_>) {
        if self.table.is_none() {
            return;
        }
        match node {
            MarkdownNode::Text(text)
            | MarkdownNode::Code(text)
            | MarkdownNode::Raw(text)
            | MarkdownNode::Reading(text) => {
                self.reckon_text(text);
                self.reckon_bytes(match node {
                    MarkdownNode::Code(_) => 13,
                    MarkdownNode::Reading(_) => 34,
                    _ => 0,
                });
            }
            MarkdownNode::Open(Element::Cell) => self.reckon_cell(),
            MarkdownNode::Open(Element::Link(link) | Element::Image(link)) => {
                let link = self.parsed.links.get(*link);
                let length = link.map_or(0, |link| link.span.len() + link.title.len());
                self.reckon_bytes(64 + length);
            }
            MarkdownNode::Reference { .. } => self.reckon_bytes(128),
            MarkdownNode::Open(_)
            | MarkdownNode::Close(_)
            | MarkdownNode::Space
            | MarkdownNode::Joint
            | MarkdownNode::Break
            | MarkdownNode::Rule
            | MarkdownNode::Task(_) => {
                self.reckon_bytes(8);
            }
        }
    }

    pub(super) fn reckon_text(&mut self, text: &str) {
        if self.table.is_some() {
            let escaped = text
                .bytes()
                .filter(|byte| matches!(byte, b'&' | b'<' | b'>'))
                .count();
            self.reckon_bytes(text.len() + 4 * escaped);
        }
    }

    fn reckon_cell(&mut self) {
        let Some(table) = &self.table else { return };
        let scope = if table.in_head { " scope=\"col\"".len() } else { 0 };
        let class = match self.parsed.tables[table.number].columns.get(table.column) {
            Some(MarkdownColumn::Number) => " class=\"num\"".len(),
            Some(MarkdownColumn::Centred) => " class=\"center\"".len(),
            Some(MarkdownColumn::Plain) | None => 0,
        };
        self.reckon_bytes("<td></td>".len() + scope + class);
    }

    fn reckon_bytes(&mut self, bytes: usize) {
        let Some(table) = &mut self.table else { return };
        table.bytes += bytes;
        if table.bytes > LARGEST && !table.cut {
            table.cut = true;
            let span = table.span.clone();
            self.report(MarkdownFault::Table(TableProblem::TooLarge), &span);
        }
    }
}
