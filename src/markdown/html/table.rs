//! Tables in a box that scrolls on narrow screens and can be reached and named without a mouse.

use super::super::node::{Element, MarkdownColumn, MarkdownNode};
use super::Writer;

/// The place reached in a table.
#[derive(Default)]
pub(super) struct TablePosition {
    /// The table's place in its body, from 0.
    number: usize,
    column: usize,
    in_head: bool,
    in_rows: bool,
    /// What closes the open cell.
    cell: &'static str,
}

impl Writer<'_> {
    pub(super) fn open_table(&mut self, number: usize) {
        self.table = TablePosition {
            number,
            ..TablePosition::default()
        };
        self.begin_block("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.name(&self.options.texts.table, &(number + 1).to_string());
        self.out.push_str("\"><table>");
    }

    pub(super) fn table_end(&self) -> &'static str {
        if self.table.in_rows {
            "</tbody></table></div>"
        } else {
            "</table></div>"
        }
    }

    /// A head without words would be announced for every cell, so it is left out together with its cells.
    pub(super) fn open_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        let has_head = self.parsed.tables[self.table.number].has_head;
        self.begin_block(if has_head { "<thead><tr>" } else { "" });
    }

    pub(super) fn head_end(&mut self) -> &'static str {
        self.table.in_head = false;
        if self.parsed.tables[self.table.number].has_head {
            "</tr></thead>"
        } else {
            ""
        }
    }

    pub(super) fn open_row(&mut self) {
        self.table.column = 0;
        self.begin_block(if self.table.in_rows { "<tr>" } else { "<tbody><tr>" });
        self.table.in_rows = true;
    }

    /// The first column heads its rows where its own head is empty; a head is never empty.
    pub(super) fn open_cell(&mut self, at: usize) {
        let table = &self.parsed.tables[self.table.number];
        let next = self.parsed.nodes.get(at + 1);
        let is_empty = next.is_some_and(|(node, _)| *node == MarkdownNode::Close(Element::Cell));
        let heads_row = table.heads_rows && self.table.column == 0 && !self.table.in_head;
        let (open, close) = match (self.table.in_head, is_empty) {
            (true, _) if !table.has_head => ("", ""),
            (true, false) => ("<th scope=\"col\"", "</th>"),
            (false, false) if heads_row => ("<th scope=\"row\"", "</th>"),
            _ => ("<td", "</td>"),
        };
        let class = match table.columns.get(self.table.column) {
            _ if open.is_empty() => "",
            Some(MarkdownColumn::Number) => " class=\"num\">",
            Some(MarkdownColumn::Centred) => " class=\"center\">",
            Some(MarkdownColumn::Plain) | None => ">",
        };
        self.table.cell = close;
        self.table.column += 1;
        self.out.push_str(open);
        self.out.push_str(class);
        self.depth += 1;
    }

    pub(super) fn close_cell(&mut self) {
        self.out.push_str(self.table.cell);
        self.depth -= 1;
    }
}
