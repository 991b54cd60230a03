//! What stands within a line: emphasis, links, images and references to notes.

use super::super::node::{Element, MarkdownLink, MarkdownNode, Shows};
use super::super::problem::MarkdownFault;
use super::super::target::{self, LinkTarget, Refused};
use super::{BodyReader, DEEPEST, Slot, note::NoteReference};
use pulldown_cmark::{CowStr, LinkType};
use std::ops::Range;

/// Stands for an image where only its neighbours matter.
const OBJECT: char = '\u{fffc}';

impl<'t> BodyReader<'t> {
    pub(super) fn inline(&mut self, element: Element, span: &Range<usize>) -> Slot {
        // The text beside an image is plain, so nothing opens inside it.
        if self.image.is_some() {
            return Slot::Nothing;
        }
        if self.inlines == DEEPEST {
            self.report_depth(span);
            return Slot::Nothing;
        }
        self.inlines += 1;
        self.push(MarkdownNode::Open(element), span.clone());
        Slot::Close(element)
    }

    /// Only two tildes delete. Single ones are how Japanese texts write ranges and subtitles: `10~20人`.
    pub(super) fn start_deleted(&mut self, span: &Range<usize>) -> Slot {
        if self.marked.body[span.start..].starts_with("~~") {
            return self.inline(Element::Deleted, span);
        }
        self.verbatim(span.start..span.start + 1);
        Slot::Text("~")
    }

    /// `parts` are destination, title and label.
    pub(super) fn start_link(&mut self, kind: LinkType, parts: [CowStr<'t>; 3], span: &Range<usize>) -> Slot {
        let [destination, title, label] = parts.map(|part| self.marked.clean(part));
        self.use_label(kind, label);
        if self.in_link || self.image.is_some() {
            return Slot::Nothing;
        }
        let (target, shows) = match kind {
            LinkType::WikiLink { has_pothole: true } => (target::address(&destination), Shows::Text),
            LinkType::WikiLink { has_pothole: false } => (target::address(&destination), Shows::Title),
            LinkType::Email => (
                Ok(LinkTarget::External(format!("mailto:{destination}"))),
                Shows::Text,
            ),
            _ => (target::destination(&destination), Shows::Text),
        };
        match target {
            Ok(target) => {
                let title = self.visible(title, span).into_string();
                self.link(target, title, shows, span)
            }
            Err(refused) => {
                self.refuse(refused, &destination, span);
                if kind != LinkType::Autolink {
                    return Slot::Nothing;
                }
                self.verbatim(span.start..span.start + 1);
                Slot::Text(">")
            }
        }
    }

    /// `parts` are address, title and label.
    pub(super) fn start_image(
        &mut self,
        kind: LinkType,
        parts: [CowStr<'t>; 3],
        span: &Range<usize>,
    ) -> Slot {
        let [address, title, label] = parts.map(|part| self.marked.clean(part));
        self.use_label(kind, label);
        if self.image.is_some() {
            return Slot::Nothing;
        }
        let is_wiki = matches!(kind, LinkType::WikiLink { .. });
        match target::destination(&address) {
            Ok(target @ LinkTarget::Relative { .. }) if !is_wiki => {
                let title = self.visible(title, span).into_string();
                return self.link(target, title, Shows::Image, span);
            }
            Err(refused) if !is_wiki => self.refuse(refused, &address, span),
            _ => self.report(MarkdownFault::ImageElsewhere, span),
        }
        Slot::Nothing
    }

    pub(super) fn end_image(&mut self, span: &Range<usize>) {
        let first = self.image.take().expect("an image ends after it has begun");
        let says_something = self.parsed.nodes[first..].iter().any(|(node, _)| match node {
            MarkdownNode::Text(text) | MarkdownNode::Code(text) | MarkdownNode::Raw(text) => {
                !text.trim().is_empty()
            }
            _ => false,
        });
        if !says_something {
            self.report(MarkdownFault::AltMissing, span);
        }
    }

    /// A link cannot hold a second one, so within a link or an image the mark of a note stays text, which
    /// `review` reports.
    pub(super) fn reference(&mut self, label: CowStr<'t>, span: Range<usize>) {
        if self.in_link || self.image.is_some() {
            return self.verbatim(span);
        }
        self.line_break = None;
        self.references.push(NoteReference {
            label: self.marked.clean(label).into_string(),
            node: self.parsed.nodes.len(),
            within: self.open_notes.last().copied(),
        });
        self.push(MarkdownNode::Reference { note: 0, nth: 0 }, span);
    }

    fn link(&mut self, target: LinkTarget, title: String, shows: Shows, span: &Range<usize>) -> Slot {
        let image = shows == Shows::Image;
        let kind = if image { Element::Image } else { Element::Link };
        let element = kind(self.parsed.links.len());
        self.parsed.links.push(MarkdownLink {
            target,
            title,
            span: span.clone(),
            shows,
        });
        let slot = self.inline(element, span);
        if !matches!(slot, Slot::Close(_)) {
            self.parsed.links.pop();
        } else if image {
            self.decide_break(Some(OBJECT));
            self.shown = Some(OBJECT);
            self.image = Some(self.parsed.nodes.len());
        } else {
            self.in_link = true;
        }
        slot
    }

    fn refuse(&mut self, refused: Refused, destination: &str, span: &Range<usize>) {
        let scheme = target::scheme(destination.trim()).unwrap_or_default();
        let fault = MarkdownFault::Destination(refused, scheme.to_ascii_lowercase());
        self.report(fault, span);
    }

    fn use_label(&mut self, kind: LinkType, label: CowStr<'t>) {
        if matches!(
            kind,
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
        ) {
            self.used_labels.push(label);
        }
    }
}
