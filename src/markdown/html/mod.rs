//! Writes a parsed body as HTML: compact, valid, and harmless whatever the body holds.
//! Styles are never inline, and no element gets an attribute that comes from the source unescaped.

mod escape;
mod link;
mod note;
mod options;
mod table;

pub(crate) use options::WrittenMention;
pub use options::{BodyTexts, HtmlOptions, Resolved, TermMention};

use super::node::{Element, MarkdownNode, ParsedBody};
use super::{japanese, scan, target::LinkTarget};
use std::collections::HashSet;
use std::ops::Range;

type Resolver<'a> = &'a dyn Fn(&LinkTarget) -> Option<Resolved>;

pub(super) fn write(
    body: &str,
    parsed: &ParsedBody<'_>,
    options: &HtmlOptions,
    resolve: Resolver<'_>,
    out: &mut String,
) -> Vec<WrittenMention> {
    out.reserve(body.len() + body.len() / 2);
    let start = out.len();
    let mut writer = Writer {
        body,
        parsed,
        options,
        resolve,
        out,
        start,
        depth: 0,
        link: None,
        mentions: options
            .find
            .map_or_else(Vec::new, |find| find(&scan::runs(body, parsed))),
        mention: None,
        written: Vec::new(),
        word: None,
        table: table::TablePosition::default(),
        anchors: None,
    };
    writer.nodes(0..parsed.nodes.len());
    writer.notes();
    writer.written
}

struct Writer<'w> {
    body: &'w str,
    parsed: &'w ParsedBody<'w>,
    options: &'w HtmlOptions<'w>,
    resolve: Resolver<'w>,
    out: &'w mut String,
    /// Where this body begins in `out`.
    start: usize,
    /// How many blocks are open.
    depth: usize,
    link: Option<link::Open>,
    mentions: Vec<TermMention>,
    mention: Option<link::OpenMention>,
    written: Vec<WrittenMention>,
    /// The place of an open word with a reading.
    word: Option<Range<usize>>,
    table: table::TablePosition,
    /// The anchors of the headings, once somebody has asked for them.
    anchors: Option<HashSet<&'w str>>,
}

impl<'w> Writer<'w> {
    fn nodes(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.node(at);
        }
        self.end_mention();
    }

    /// Writes a node and returns the place of the next one to write.
    fn node(&mut self, at: usize) -> usize {
        let parsed = self.parsed;
        let (node, span) = &parsed.nodes[at];
        if !matches!(
            node,
            MarkdownNode::Text(_)
                | MarkdownNode::Joint
                | MarkdownNode::Space
                | MarkdownNode::Reading(_)
                | MarkdownNode::Open(Element::Ruby)
                | MarkdownNode::Close(Element::Ruby)
        ) {
            self.end_mention();
        }
        match node {
            MarkdownNode::Open(element) => return self.open(*element, at),
            MarkdownNode::Close(element) => self.close(*element),
            MarkdownNode::Text(text) => self.text(text, span),
            MarkdownNode::Reading(reading) => {
                self.element("<rp>（</rp><rt>", reading, "</rt><rp>）</rp>");
            }
            MarkdownNode::Raw(text) => self.words(text),
            MarkdownNode::Code(code) => self.element("<code>", code, "</code>"),
            MarkdownNode::Reference { note, nth } => self.reference(*note, *nth),
            MarkdownNode::Space => self.out.push(' '),
            MarkdownNode::Joint => {}
            MarkdownNode::Break => self.out.push_str("<br>"),
            MarkdownNode::Rule => {
                self.begin_block("<hr>");
                self.depth -= 1;
            }
            MarkdownNode::Task(done) => self.task(*done),
        }
        at + 1
    }

    fn open(&mut self, element: Element, at: usize) -> usize {
        match element {
            Element::Paragraph | Element::RawBlock => self.begin_block("<p>"),
            Element::Heading(heading) => self.open_heading(heading),
            Element::Quote => self.begin_block("<blockquote>"),
            Element::List => self.begin_block("<ul>"),
            Element::Numbered(1) => self.begin_block("<ol>"),
            Element::Numbered(first) => self.begin_block(&format!("<ol start=\"{first}\">")),
            Element::Item => self.begin_block(if self.is_task(at) {
                "<li class=\"task\">"
            } else {
                "<li>"
            }),
            Element::CodeBlock => self.begin_block("<pre><code>"),
            Element::Note(note) => return self.parsed.notes[note].nodes.end + 1,
            Element::Table(table) => self.open_table(table),
            Element::Head => self.open_head(),
            Element::Row => self.open_row(),
            Element::Cell => self.open_cell(at),
            Element::Emphasis => self.out.push_str("<em>"),
            Element::Strong => self.out.push_str("<strong>"),
            Element::Deleted => self.out.push_str("<del>"),
            Element::Ruby => self.open_ruby(at),
            Element::Link(link) => return self.open_link(link, at),
            Element::Image(link) => return self.image(link, at),
        }
        at + 1
    }

    fn close(&mut self, element: Element) {
        let tag = match element {
            Element::Paragraph | Element::RawBlock => "</p>",
            Element::Heading(heading) => self.heading_tag(heading).1,
            Element::Quote => "</blockquote>",
            Element::List => "</ul>",
            Element::Numbered(_) => "</ol>",
            Element::Item => "</li>",
            Element::CodeBlock => "</code></pre>",
            Element::Table(_) => self.table_end(),
            Element::Head => self.head_end(),
            Element::Row => "</tr>",
            Element::Cell => return self.close_cell(),
            Element::Emphasis => return self.out.push_str("</em>"),
            Element::Strong => return self.out.push_str("</strong>"),
            Element::Deleted => return self.out.push_str("</del>"),
            Element::Ruby => return self.close_ruby(),
            Element::Link(link) => return self.close_link(link),
            Element::Note(_) | Element::Image(_) => return,
        };
        self.out.push_str(tag);
        self.depth -= 1;
    }

    /// Blocks that stand in no other one are written on lines of their own, for those who read the source.
    fn begin_block(&mut self, tag: &str) {
        if self.depth == 0 && self.out.len() > self.start {
            self.out.push('\n');
        }
        self.depth += 1;
        self.out.push_str(tag);
    }

    fn open_heading(&mut self, heading: usize) {
        self.begin_block(self.heading_tag(heading).0);
        self.out.push_str(" id=\"");
        self.id(&self.parsed.headings[heading].anchor);
        self.out.push_str("\">");
    }

    /// The beginning of the opening tag, and the closing tag.
    fn heading_tag(&self, heading: usize) -> (&'static str, &'static str) {
        match self.parsed.headings[heading]
            .level
            .saturating_add(self.options.heading_shift)
        {
            0..=2 => ("<h2", "</h2>"),
            3 => ("<h3", "</h3>"),
            4 => ("<h4", "</h4>"),
            5 => ("<h5", "</h5>"),
            _ => ("<h6", "</h6>"),
        }
    }

    /// Writes an id of this body into an attribute.
    fn id(&mut self, anchor: &str) {
        escape::attribute(self.out, self.options.id_prefix);
        escape::attribute(self.out, anchor);
    }

    /// Writes a text of the theme with its number into an attribute, and the name of the body where there are
    /// several.
    fn name(&mut self, pattern: &str, number: &str) {
        escape::attribute(self.out, &pattern.replace("{n}", number));
        if !self.options.label.is_empty() {
            self.out.push_str(": ");
            escape::attribute(self.out, self.options.label);
        }
    }

    fn is_task(&self, item: usize) -> bool {
        let node = |at: usize| self.parsed.nodes.get(at).map(|(node, _)| node);
        let first = match node(item + 1) {
            Some(MarkdownNode::Open(Element::Paragraph)) => node(item + 2),
            next => next,
        };
        matches!(first, Some(MarkdownNode::Task(_)))
    }

    fn task(&mut self, done: bool) {
        let texts = self.options.texts;
        let (checked, label) = if done {
            ("checked ", &texts.task_done)
        } else {
            ("", &texts.task_open)
        };
        self.out
            .push_str(&format!("<input type=\"checkbox\" {checked}disabled"));
        self.attribute("aria-label", label);
        self.out.push_str("> ");
    }

    fn text(&mut self, text: &str, span: &Range<usize>) {
        // A link stands around a whole word with its reading or not at all.
        if self.word.is_some() {
            return self.words(text);
        }
        let plain = self.mentions.is_empty() || self.link.is_some();
        if plain || self.body.get(span.clone()) != Some(text) {
            // A mention goes on over what only stands for another sign, as in R&amp;D.
            if self.mention.as_ref().is_none_or(|open| open.ends_in(span)) {
                self.end_mention();
            }
            return self.words(text);
        }
        self.mentioning(span);
    }

    /// Writes text, with its Japanese words marked where they stand in another language.
    fn words(&mut self, text: &str) {
        if !self.options.mark_japanese || text.is_ascii() {
            return escape::text(self.out, text);
        }
        for (run, japanese) in japanese::japanese_runs(text) {
            if japanese {
                self.element("<span lang=\"ja\">", run, "</span>");
            } else {
                escape::text(self.out, run);
            }
        }
    }

    /// Writes text between its tags.
    fn element(&mut self, open: &str, text: &str, close: &str) {
        self.out.push_str(open);
        escape::text(self.out, text);
        self.out.push_str(close);
    }

    /// Writes an attribute into an open tag.
    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!(" {name}=\""));
        escape::attribute(self.out, value);
        self.out.push('"');
    }
}
