//! Footnotes: their marks in the text, and the list at the end of the body with the ways back.

use super::super::node::{Element, MarkdownNode};
use super::{Writer, escape};

impl Writer<'_> {
    /// The mark of a note where the text refers to it for the `nth` time.
    pub(super) fn reference(&mut self, note: usize, nth: usize) {
        let number = self.parsed.notes[note].number.to_string();
        self.out.push_str("<sup><a id=\"");
        self.id(&mark(&number, nth));
        self.out.push_str("\" href=\"#");
        self.id(&format!("fn-{number}"));
        self.out.push_str("\" role=\"doc-noteref\" aria-label=\"");
        escape::attribute(self.out, &self.options.texts.note.replace("{n}", &number));
        self.element("\">", &number, "</a></sup>");
    }

    /// All notes, in the order of their numbers.
    pub(super) fn notes(&mut self) {
        let parsed = self.parsed;
        if parsed.order.is_empty() {
            return;
        }
        self.begin_block("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.name(&self.options.texts.footnotes, "");
        let level = 2_u8.saturating_add(self.options.heading_shift).min(6);
        let (open, close) = (format!("\"><h{level}>"), format!("</h{level}><ol>"));
        self.element(&open, &self.options.texts.footnotes, &close);
        for &note in &parsed.order {
            self.note(note);
        }
        self.out.push_str("</ol></section>");
    }

    fn note(&mut self, number: usize) {
        let note = &self.parsed.notes[number];
        self.out.push_str("<li id=\"");
        self.id(&format!("fn-{}", note.number));
        self.out.push_str("\">");
        let end = note.nodes.end;
        // The ways back stand in the last paragraph, so that they do not take a line of their own.
        if self.parsed.nodes[end - 1].0 == MarkdownNode::Close(Element::Paragraph) {
            self.nodes(note.nodes.start + 1..end - 1);
            self.ways_back(number);
            self.nodes(end - 1..end);
        } else {
            self.nodes(note.nodes.start + 1..end);
            if note.references > 0 {
                self.out.push_str("<p>");
                self.ways_back(number);
                self.out.push_str("</p>");
            }
        }
        self.out.push_str("</li>");
    }

    fn ways_back(&mut self, note: usize) {
        let note = &self.parsed.notes[note];
        let number = note.number.to_string();
        for nth in 1..=note.references {
            self.out.push_str(" <a href=\"#");
            self.id(&mark(&number, nth));
            self.out.push_str("\" role=\"doc-backlink\" aria-label=\"");
            let name = mention(&number, nth);
            escape::attribute(self.out, &self.options.texts.back_to_text.replace("{n}", &name));
            // The variation selector keeps the arrow from becoming a picture.
            self.out.push_str("\">↩\u{fe0e}");
            if nth > 1 {
                self.out.push_str(&format!("<sup>{nth}</sup>"));
            }
            self.out.push_str("</a>");
        }
    }
}

/// The anchor of a mark.
fn mark(number: &str, nth: usize) -> String {
    format!("fnref-{}", mention(number, nth))
}

/// The number of a note, with that of the mention where it is not the first.
fn mention(number: &str, nth: usize) -> String {
    if nth == 1 {
        number.to_owned()
    } else {
        format!("{number}-{nth}")
    }
}
