//! Text as it will be shown: runs that are one node, line breaks of the source, characters hidden in
//! entities.

use super::super::node::{Element, MarkdownNode};
use super::super::{japanese::is_japanese, problem::MarkdownFault};
use super::{BodyReader, ruby};
use pulldown_cmark::CowStr;
use std::ops::Range;

impl<'t> BodyReader<'t> {
    pub(super) fn text(&mut self, text: CowStr<'t>, span: Range<usize>) {
        // Text of the length of its span holds no mark.
        let text = if text.len() == span.len() {
            text
        } else {
            self.marked.clean(text)
        };
        if text.is_empty() {
            return;
        }
        if self.marked.body.get(span.clone()) == Some(&*text) {
            return if self.image.is_none() && text.contains('《') {
                self.with_readings(span);
            } else {
                self.verbatim(span);
            };
        }
        let text = self.visible(text, &span);
        self.show(&text);
        self.push(MarkdownNode::Text(text), span);
    }

    /// Text in which words may have readings beside them.
    fn with_readings(&mut self, span: Range<usize>) {
        let text = &self.marked.body[span.clone()];
        let place = |part: Range<usize>| span.start + part.start..span.start + part.end;
        let mut at = 0;
        while let Some(ruby) = ruby::next(text, at) {
            if at < ruby.whole.start {
                self.verbatim(place(at..ruby.whole.start));
            }
            self.push(MarkdownNode::Open(Element::Ruby), place(ruby.whole.clone()));
            self.verbatim(place(ruby.base));
            let reading = CowStr::Borrowed(&text[ruby.reading.clone()]);
            self.push(MarkdownNode::Reading(reading), place(ruby.reading));
            self.push(MarkdownNode::Close(Element::Ruby), place(ruby.whole.clone()));
            at = ruby.whole.end;
        }
        if at < text.len() {
            self.verbatim(place(at..text.len()));
        }
    }

    /// Text that stands in the body as it is shown. It joins the text right before it, so that a run is one
    /// node.
    pub(super) fn verbatim(&mut self, span: Range<usize>) {
        let body = self.marked.body;
        let text = &body[span.clone()];
        self.show(text);
        let last = self.parsed.nodes.last_mut();
        let begun = last.filter(|(_, place)| place.end == span.start);
        if let Some((MarkdownNode::Text(before), place)) = begun
            && self.verbatim == Some(place.start)
        {
            place.end = span.end;
            *before = CowStr::Borrowed(&body[place.clone()]);
            return self.reckon_text(text);
        }
        self.verbatim = Some(span.start);
        self.push(MarkdownNode::Text(CowStr::Borrowed(text)), span);
    }

    pub(super) fn raw(&mut self, html: CowStr<'t>, span: Range<usize>) {
        let html = self.marked.clean(html);
        self.show(&html);
        self.push(MarkdownNode::Raw(html), span);
    }

    /// Takes note of text that is about to be shown.
    pub(super) fn show(&mut self, text: &str) {
        self.decide_break(text.chars().next());
        self.title(text);
        self.shown = text.chars().next_back().or(self.shown);
    }

    /// A line break of the source shows as a space only between two characters that are both not Japanese.
    pub(super) fn decide_break(&mut self, next: Option<char>) {
        let Some(at) = self.line_break.take() else { return };
        let spaced = |character: Option<char>| character.is_some_and(|character| !is_japanese(character));
        if spaced(self.shown) && spaced(next) {
            self.parsed.nodes[at].0 = MarkdownNode::Space;
            self.title(" ");
        }
    }

    /// Adds to the text of an open heading.
    fn title(&mut self, text: &str) {
        if let Some(heading) = self.heading {
            self.parsed.headings[heading].text.push_str(text);
        }
    }

    /// An entity can stand for a character that a source may not hold: a control, or one that turns the
    /// direction.
    pub(super) fn visible(&mut self, text: CowStr<'t>, span: &Range<usize>) -> CowStr<'t> {
        let hidden = |character: char| {
            character.is_control() && character != '\n' && character != '\t'
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let Some(found) = text.chars().find(|character| hidden(*character)) else {
            return text;
        };
        self.report(MarkdownFault::HiddenCharacter(found), span);
        text.replace(hidden, "\u{fffd}").into()
    }
}
