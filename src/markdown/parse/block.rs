//! Blocks: which of them are opened, how deep they nest, headings, HTML that stands in place of a block.

use super::super::ScannedHeading;
use super::super::node::{Element, MarkdownNode, Note};
use super::super::problem::{HeadingProblem, MarkdownFault};
use super::{BodyReader, DEEPEST, Slot};
use pulldown_cmark::{CodeBlockKind, HeadingLevel, Tag};
use std::ops::Range;

impl<'t> BodyReader<'t> {
    /// Opens what a tag stands for, and says what its end will close.
    pub(super) fn start(&mut self, tag: Tag<'t>, span: &Range<usize>) -> Slot {
        match tag {
            Tag::Paragraph => self.block(Element::Paragraph, span),
            Tag::Heading { level, .. } => self.start_heading(level, span),
            Tag::BlockQuote(_) => self.container(Element::Quote, span),
            Tag::List(None) => self.container(Element::List, span),
            Tag::List(Some(first)) => self.container(Element::Numbered(first), span),
            Tag::Item => match self.slots.last() {
                Some(Slot::Close(_)) => self.block(Element::Item, span),
                _ => Slot::Break,
            },
            Tag::CodeBlock(kind) => {
                let slot = self.block(Element::CodeBlock, span);
                self.name_code(kind, span);
                slot
            }
            Tag::HtmlBlock => {
                self.report_html(span);
                self.block(Element::RawBlock, span)
            }
            Tag::FootnoteDefinition(label) => {
                let label = self.marked.clean(label).into_string();
                self.start_note(label, span)
            }
            Tag::Table(alignments) => self.start_table(&alignments, span),
            Tag::TableHead => self.start_row(Element::Head, span),
            Tag::TableRow => self.start_row(Element::Row, span),
            Tag::TableCell => self.block(Element::Cell, span),
            Tag::Emphasis => self.inline(Element::Emphasis, span),
            Tag::Strong => self.inline(Element::Strong, span),
            Tag::Strikethrough => self.start_deleted(span),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => self.start_link(link_type, [dest_url, title, id], span),
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => self.start_image(link_type, [dest_url, title, id], span),
            // These belong to extensions that are off.
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => Slot::Nothing,
        }
    }

    /// What an element needs to know of its content, once that is complete.
    pub(super) fn closing(&mut self, element: Element, span: &Range<usize>) {
        match element {
            Element::Quote | Element::List | Element::Numbered(_) => self.containers -= 1,
            Element::Note(note) => {
                self.containers -= 1;
                self.open_notes.pop();
                self.parsed.notes[note].nodes.end = self.parsed.nodes.len();
            }
            Element::Heading(heading) => self.end_heading(heading, span),
            Element::Table(_) => self.table = None,
            Element::Head => self.end_head(span),
            Element::Row => self.end_row(span),
            Element::Cell => self.end_cell(span),
            Element::Emphasis | Element::Strong | Element::Deleted => self.inlines -= 1,
            Element::Link(_) => {
                self.inlines -= 1;
                self.in_link = false;
            }
            Element::Image(_) => {
                self.inlines -= 1;
                self.end_image(span);
            }
            // A word with a reading opens and closes at once, and holds nothing that could nest.
            Element::Paragraph | Element::Item | Element::CodeBlock | Element::RawBlock | Element::Ruby => {}
        }
        if !element.is_inline() {
            self.begin_block();
        }
    }

    pub(super) fn block(&mut self, element: Element, span: &Range<usize>) -> Slot {
        self.begin_block();
        self.push(MarkdownNode::Open(element), span.clone());
        Slot::Close(element)
    }

    fn begin_block(&mut self) {
        self.shown = None;
        self.line_break = None;
    }

    fn container(&mut self, element: Element, span: &Range<usize>) -> Slot {
        if self.containers == DEEPEST {
            self.report_depth(span);
            return Slot::Nothing;
        }
        self.containers += 1;
        self.block(element, span)
    }

    /// Reported once, where it begins.
    pub(super) fn report_depth(&mut self, span: &Range<usize>) {
        if !self.too_deep {
            self.too_deep = true;
            self.report(MarkdownFault::TooDeep, span);
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, span: &Range<usize>) -> Slot {
        if !self.open_notes.is_empty() {
            self.report(MarkdownFault::Heading(HeadingProblem::InNote), span);
            return self.block(Element::Paragraph, span);
        }
        let written = level as u8;
        let deepest = self.outline.deepest();
        if written == 1 {
            self.report(MarkdownFault::Heading(HeadingProblem::One), span);
        } else if written > deepest {
            let problem = HeadingProblem::Skipped { written, deepest };
            self.report(MarkdownFault::Heading(problem), span);
        }
        let heading = self.parsed.headings.len();
        let place = self.trimmed(span);
        self.parsed.headings.push(ScannedHeading {
            level: self.outline.enter(written),
            anchor: String::new(),
            text: String::new(),
            span: place,
        });
        self.heading = Some(heading);
        self.block(Element::Heading(heading), span)
    }

    fn end_heading(&mut self, heading: usize, span: &Range<usize>) {
        self.heading = None;
        let open = &mut self.parsed.headings[heading];
        open.anchor = self.anchors.next(&open.text);
        if open.text.trim().is_empty() {
            self.report(MarkdownFault::Heading(HeadingProblem::Empty), span);
        }
    }

    fn start_note(&mut self, label: String, span: &Range<usize>) -> Slot {
        let note = self.parsed.notes.len();
        let first = self.parsed.nodes.len();
        let slot = self.container(Element::Note(note), span);
        if matches!(slot, Slot::Close(_)) {
            let span = self.trimmed(span);
            self.parsed.notes.push(Note {
                label,
                span,
                nodes: first..first,
                number: 0,
                references: 0,
            });
            self.open_notes.push(note);
        }
        slot
    }

    /// Shows what stands behind the fence unless it is the name of a language: `~~~みんなでつくる` is a line
    /// of text that opens a code block by accident, and its words must not vanish.
    fn name_code(&mut self, kind: CodeBlockKind<'t>, span: &Range<usize>) {
        let CodeBlockKind::Fenced(info) = kind else { return };
        let info = self.marked.clean(info);
        if !info.is_ascii() || info.contains(' ') {
            let info = format!("{}\n", self.visible(info, span));
            self.push(MarkdownNode::Text(info.into()), span.start..span.start);
        }
    }

    /// Reports the tag or the comment that begins at `span`. The end of a reported tag is not reported again.
    pub(super) fn report_html(&mut self, span: &Range<usize>) {
        let source = &self.marked.body[span.clone()];
        let inner = source.trim_start().trim_start_matches('<');
        let end = source.find(['>', '\n']).unwrap_or(source.len());
        let bracket = usize::from(source[end..].starts_with('>'));
        let place = span.start..span.start + end + bracket;
        if inner.starts_with(['!', '?']) {
            return self.report(MarkdownFault::HtmlComment, &place);
        }
        let name = inner.trim_start_matches('/');
        let end = name.find(|character: char| !character.is_ascii_alphanumeric() && character != '-');
        let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
        if self.tags.insert(name.clone()) || !inner.starts_with('/') {
            self.report(MarkdownFault::Html(name), &place);
        }
    }
}
