//! Links, pictures and mentions of terms. A target that is not known, or not safe, leaves its text.

use super::super::node::{Element, MarkdownNode, Shows};
use super::super::target::{self, LinkTarget};
use super::{Resolved, TermMention, Writer, WrittenMention, escape};
use std::ops::Range;

/// An open link.
pub(super) struct Open {
    /// Where its text begins in the output.
    text: usize,
    /// Shown after the text.
    note: Option<String>,
    leaves_site: bool,
}

/// A mention of which the beginning has been written.
pub(super) struct OpenMention {
    term: usize,
    /// Where it ends in the body.
    end: usize,
    /// Where it begins in the output.
    text: usize,
}

impl OpenMention {
    /// Whether it ends within a stretch of the body.
    pub(super) fn ends_in(&self, span: &Range<usize>) -> bool {
        self.end <= span.end
    }
}

impl<'w> Writer<'w> {
    /// Writes the beginning of a link, or the whole of one that shows a title. Returns the next node to
    /// write.
    pub(super) fn open_link(&mut self, number: usize, at: usize) -> usize {
        let link = &self.parsed.links[number];
        let Some(resolved) = self.resolved(&link.target) else {
            return at + 1;
        };
        let leaves_site = matches!(&link.target, LinkTarget::External(url) if url.starts_with(['h', 'H']));
        self.out.push_str("<a href=\"");
        escape::href(self.out, &resolved.href);
        self.out.push_str(if leaves_site {
            "\" class=\"external\" rel=\"external\""
        } else {
            "\""
        });
        self.title(&link.title);
        let title = resolved.title.as_deref().filter(|_| link.shows == Shows::Title);
        if let (Some(_), Some(lang)) = (title, &resolved.lang) {
            self.out.push_str(lang);
        }
        self.out.push('>');
        self.link = Some(Open {
            text: self.out.len(),
            note: resolved.note,
            leaves_site,
        });
        match title {
            Some(title) => {
                escape::text(self.out, title);
                self.end_of(Element::Link(number), at)
            }
            None => at + 1,
        }
    }

    pub(super) fn close_link(&mut self, number: usize) {
        let Some(open) = self.link.take() else { return };
        // A link without words could not be read out.
        if self.out[open.text..].trim().is_empty() {
            let (LinkTarget::External(shown)
            | LinkTarget::Address { address: shown, .. }
            | LinkTarget::Relative { path: shown, .. }
            | LinkTarget::Anchor(shown)) = &self.parsed.links[number].target;
            escape::text(self.out, shown);
        }
        if let Some(note) = &open.note {
            self.element("<span class=\"note\">", note, "</span>");
        }
        let external = &self.options.texts.external;
        if open.leaves_site && !external.is_empty() {
            self.element("<span class=\"visually-hidden\">", external, "</span>");
        }
        self.out.push_str("</a>");
    }

    /// Writes a picture, or its description where the picture is missing. Returns the next node to write.
    pub(super) fn image(&mut self, number: usize, at: usize) -> usize {
        let link = &self.parsed.links[number];
        let end = self.end_of(Element::Image(number), at);
        let mut alt = String::new();
        for (node, _) in &self.parsed.nodes[at..end] {
            match node {
                MarkdownNode::Text(text) | MarkdownNode::Code(text) | MarkdownNode::Raw(text) => {
                    alt.push_str(text);
                }
                MarkdownNode::Space | MarkdownNode::Break => alt.push(' '),
                _ => {}
            }
        }
        match self.resolved(&link.target) {
            Some(resolved) => {
                self.out.push_str("<img src=\"");
                escape::href(self.out, &resolved.href);
                self.out.push('"');
                self.attribute("alt", &alt);
                self.title(&link.title);
                if let Some((width, height)) = resolved.size {
                    self.out
                        .push_str(&format!(" width=\"{width}\" height=\"{height}\""));
                }
                self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
            }
            None => {
                alt.insert_str(0, &self.options.texts.image_missing);
                self.element("<span class=\"missing\">", &alt, "</span>");
            }
        }
        end + 1
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.attribute("title", title);
        }
    }

    fn resolved(&mut self, target: &LinkTarget) -> Option<Resolved> {
        match target {
            LinkTarget::External(url) => Some(Resolved {
                href: url.clone(),
                ..Resolved::default()
            }),
            LinkTarget::Anchor(anchor) if self.has_anchor(anchor) => Some(Resolved {
                href: format!("#{}{anchor}", self.options.id_prefix),
                ..Resolved::default()
            }),
            _ => (self.resolve)(target).filter(|resolved| target::is_safe(&resolved.href)),
        }
    }

    fn has_anchor(&mut self, anchor: &str) -> bool {
        let anchors = self.parsed.headings.iter().map(|heading| &*heading.anchor);
        self.anchors
            .get_or_insert_with(|| anchors.collect())
            .contains(anchor)
    }

    /// The closing node of an element that opens at `at`.
    fn end_of(&self, element: Element, at: usize) -> usize {
        let length = self.parsed.nodes[at..]
            .iter()
            .position(|(node, _)| *node == MarkdownNode::Close(element));
        at + length.expect("every element that opens also closes")
    }

    /// Writes the text at `span`, with a link for each mention in it.
    pub(super) fn mentioning(&mut self, span: &Range<usize>) {
        let body = self.body;
        let mut at = span.start;
        if let Some(end) = self.mention.as_ref().map(|mention| mention.end) {
            at = end.min(span.end);
            self.words(&body[span.start..at]);
            if end == at {
                self.end_mention();
            }
        }
        let first = self.mentions.partition_point(|mention| mention.span.start < at);
        for number in first..self.mentions.len() {
            let mention = self.mentions[number].clone();
            let Range { start, end } = mention.span;
            if start >= span.end {
                break;
            }
            let end = end.min(span.end);
            let (Some(before), Some(word)) = (body.get(at..start), body.get(start..end)) else {
                continue;
            };
            self.words(before);
            self.begin_mention(&mention);
            self.words(word);
            if end == mention.span.end {
                self.end_mention();
            }
            at = end;
        }
        self.words(&body[at..span.end]);
    }

    /// Writes the beginning of a word with a reading; in front of it that of a mention which holds the whole
    /// word.
    pub(super) fn open_ruby(&mut self, at: usize) {
        let (_, word) = &self.parsed.nodes[at + 1];
        match &self.mention {
            Some(open) if open.end < word.end => self.end_mention(),
            None if self.link.is_none() => {
                let found = self
                    .mentions
                    .iter()
                    .find(|mention| mention.span.start == word.start && mention.span.end >= word.end)
                    .cloned();
                if let Some(mention) = found {
                    self.begin_mention(&mention);
                }
            }
            _ => {}
        }
        self.word = Some(word.clone());
        self.out.push_str("<ruby>");
    }

    pub(super) fn close_ruby(&mut self) {
        self.out.push_str("</ruby>");
        let word = self.word.take();
        if let (Some(open), Some(word)) = (&self.mention, word)
            && open.ends_in(&word)
        {
            self.end_mention();
        }
    }

    fn begin_mention(&mut self, mention: &TermMention) {
        self.mention = Some(OpenMention {
            term: mention.term,
            end: mention.span.end,
            text: self.out.len(),
        });
    }

    pub(super) fn end_mention(&mut self) {
        if let Some(OpenMention { term, text, .. }) = self.mention.take() {
            let over = text..self.out.len();
            self.written.push(WrittenMention { over, term });
        }
    }
}
