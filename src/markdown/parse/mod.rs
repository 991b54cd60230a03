//! Turns a body into nodes: the only place that drives the Markdown parser.
//!
//! One pass over the parser's events settles everything that scanning and writing must agree on. Elements
//! that may not appear are left out here, never their words. There is no recursion: what is open stands in a
//! list.

mod block;
mod depth;
mod inline;
mod note;
mod review;
mod ruby;
mod table;
mod text;
mod typed;

pub(super) use review::review;

use super::anchor::{Anchors, HeadingTrail};
use super::node::{Element, MarkdownNode, ParsedBody};
use super::{emphasis::Marked, problem::MarkdownFault};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};
use std::collections::HashSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How deep blocks, and elements within a line, may nest. Deeper ones are left out and reported.
const DEEPEST: usize = 32;

/// Heading attributes and definition lists stay off: together they make the parser panic, and nobody asked
/// for them.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_WIKILINKS);

/// Parses a body. One that nests out of all bounds, or on which the parser panics, is one block that shows
/// its source.
pub(super) fn parse<'t>(marked: &'t Marked<'_>) -> ParsedBody<'t> {
    if let Some(span) = depth::abyss(marked.body) {
        return unread(marked.body, (MarkdownFault::TooDeep, span));
    }
    let panicked = (MarkdownFault::Panicked, 0..marked.body.len());
    catch_unwind(AssertUnwindSafe(|| read(marked))).unwrap_or_else(|_| unread(marked.body, panicked))
}

fn read<'t>(marked: &'t Marked<'_>) -> ParsedBody<'t> {
    let mut undefined = Vec::new();
    // Single brackets are ordinary in Japanese texts, so only `[text][label]` and `[label][]` count as
    // references.
    let missing = |link: BrokenLink<'t>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let label = marked.clean(link.reference).into_string();
            let fault = MarkdownFault::ReferenceUndefined(label);
            undefined.push((fault, marked.original(link.span)));
        }
        None
    };
    let mut events =
        Parser::new_with_broken_link_callback(marked.text(), OPTIONS, Some(missing)).into_offset_iter();
    let mut reader = BodyReader::new(marked);
    for (event, span) in events.by_ref() {
        reader.event(event, marked.original(span));
    }
    reader.report_unused(events.reference_definitions());
    drop(events);
    let mut parsed = reader.parsed;
    note::number(&mut parsed, &reader.references);
    parsed.problems.append(&mut undefined);
    parsed
}

fn unread(body: &str, problem: (MarkdownFault, Range<usize>)) -> ParsedBody<'_> {
    let nodes = [
        MarkdownNode::Open(Element::RawBlock),
        MarkdownNode::Raw(body.into()),
        MarkdownNode::Close(Element::RawBlock),
    ];
    ParsedBody {
        nodes: nodes.map(|node| (node, 0..body.len())).into(),
        problems: vec![problem],
        ..ParsedBody::default()
    }
}

/// What has been read so far, and what is open.
struct BodyReader<'t> {
    marked: &'t Marked<'t>,
    parsed: ParsedBody<'t>,
    /// One entry for each tag that the parser has opened.
    slots: Vec<Slot>,
    /// How many of the open elements are containers of blocks, and how many stand within a line.
    containers: usize,
    inlines: usize,
    too_deep: bool,
    /// The last character shown in this block, and the line break after it while it is undecided.
    shown: Option<char>,
    line_break: Option<usize>,
    /// Where the last text begins that is shown as it stands in the body.
    verbatim: Option<usize>,
    heading: Option<usize>,
    /// Whether a link is open, and where an open image began.
    in_link: bool,
    image: Option<usize>,
    table: Option<table::OpenTable>,
    open_notes: Vec<usize>,
    references: Vec<note::NoteReference>,
    anchors: Anchors,
    outline: HeadingTrail,
    /// Labels of link definitions that are in use, and names of HTML tags that are reported.
    used_labels: Vec<CowStr<'t>>,
    tags: HashSet<String>,
}

/// What to do when the parser closes a tag.
enum Slot {
    Close(Element),
    /// The tag was left out.
    Nothing,
    /// The tag was left out, and what it looked like stands there as text.
    Text(&'static str),
    /// An item of a list that was left out: the next one begins a new line.
    Break,
}

impl<'t> BodyReader<'t> {
    fn new(marked: &'t Marked<'t>) -> Self {
        Self {
            marked,
            parsed: ParsedBody {
                nodes: Vec::with_capacity(marked.body.len() / 8 + 16),
                ..ParsedBody::default()
            },
            slots: Vec::new(),
            containers: 0,
            inlines: 0,
            too_deep: false,
            shown: None,
            line_break: None,
            verbatim: None,
            heading: None,
            in_link: false,
            image: None,
            table: None,
            open_notes: Vec::new(),
            references: Vec::new(),
            anchors: Anchors::default(),
            outline: HeadingTrail::default(),
            used_labels: Vec::new(),
            tags: HashSet::new(),
        }
    }

    fn event(&mut self, event: Event<'t>, span: Range<usize>) {
        if self.table.as_ref().is_some_and(|table| table.cut) {
            match event {
                Event::Start(_) => self.slots.push(Slot::Nothing),
                Event::End(_) => self.end(span),
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => {
                let slot = self.start(tag, &span);
                self.slots.push(slot);
            }
            Event::End(_) => self.end(span),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(text, span),
            Event::Code(code) => {
                let code = self.marked.clean(code);
                self.show(&code);
                self.push(MarkdownNode::Code(code), span);
            }
            Event::Html(html) => self.raw(html, span),
            Event::InlineHtml(html) => {
                self.report_html(&span);
                self.raw(html, span);
            }
            Event::FootnoteReference(label) => self.reference(label, span),
            Event::SoftBreak => {
                self.line_break = Some(self.parsed.nodes.len());
                self.push(MarkdownNode::Joint, span);
            }
            Event::HardBreak => self.push(MarkdownNode::Break, span),
            Event::Rule => self.push(MarkdownNode::Rule, span),
            Event::TaskListMarker(done) => self.push(MarkdownNode::Task(done), span),
        }
    }

    fn end(&mut self, span: Range<usize>) {
        match self.slots.pop().expect("the parser closes what it has opened") {
            Slot::Close(element) => {
                self.closing(element, &span);
                self.push(MarkdownNode::Close(element), span);
            }
            Slot::Nothing => {}
            Slot::Text(text) => self.verbatim(span.end - text.len()..span.end),
            Slot::Break => self.push(MarkdownNode::Break, span.end..span.end),
        }
    }

    fn push(&mut self, node: MarkdownNode<'t>, span: Range<usize>) {
        self.reckon(&node);
        self.parsed.nodes.push((node, span));
    }

    fn report(&mut self, kind: MarkdownFault, span: &Range<usize>) {
        let span = self.trimmed(span);
        self.parsed.problems.push((kind, span));
    }

    /// The parser counts the line end behind a block as part of it.
    fn trimmed(&self, span: &Range<usize>) -> Range<usize> {
        span.start..span.start + self.marked.body[span.clone()].trim_end().len()
    }
}
