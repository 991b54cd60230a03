//! What a body is made of once it has been parsed: one list of nodes that scanning and writing both walk.
//! Everything in it is settled: anchors, targets, the numbers of notes, which line breaks show as a space.

use super::{ScannedHeading, problem::FoundFaults, target::LinkTarget};
use pulldown_cmark::CowStr;
use std::ops::Range;

/// A parsed body. Spans are bytes of the original body.
#[derive(Default)]
pub(super) struct ParsedBody<'t> {
    pub(super) nodes: Vec<(MarkdownNode<'t>, Range<usize>)>,
    pub(super) headings: Vec<ScannedHeading>,
    pub(super) links: Vec<MarkdownLink>,
    pub(super) tables: Vec<MarkdownTable>,
    /// In the order of their definitions.
    pub(super) notes: Vec<Note>,
    /// The notes in the order in which they are numbered and shown.
    pub(super) order: Vec<usize>,
    pub(super) problems: FoundFaults,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum MarkdownNode<'t> {
    Open(Element),
    Close(Element),
    Text(CowStr<'t>),
    Code(CowStr<'t>),
    /// How the word before it in a `Ruby` is read.
    Reading(CowStr<'t>),
    /// HTML of the source, which is shown as text.
    Raw(CowStr<'t>),
    /// The reference number `nth` (from 1) to a note.
    Reference {
        note: usize,
        nth: usize,
    },
    /// A line break of the source that shows as a space.
    Space,
    /// A line break of the source that shows as nothing, as between Japanese characters.
    Joint,
    Break,
    Rule,
    /// The box of a task list: whether the task is done.
    Task(bool),
}

/// An element with a beginning and an end. Numbers count in the lists of `Parsed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Paragraph,
    Heading(usize),
    Quote,
    List,
    Numbered(u64),
    Item,
    CodeBlock,
    RawBlock,
    Note(usize),
    Table(usize),
    Head,
    Row,
    Cell,
    Emphasis,
    Strong,
    Deleted,
    /// A word, as one text, and its reading.
    Ruby,
    Link(usize),
    Image(usize),
}

impl Element {
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Emphasis | Self::Strong | Self::Deleted | Self::Ruby | Self::Link(_) | Self::Image(_)
        )
    }
}

pub(super) struct MarkdownLink {
    pub(super) target: LinkTarget,
    pub(super) title: String,
    pub(super) span: Range<usize>,
    pub(super) shows: Shows,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The text between its brackets.
    Text,
    /// The title of what it points at, as `[[address]]` does.
    Title,
    Image,
}

#[derive(Default)]
pub(super) struct MarkdownTable {
    pub(super) columns: Vec<MarkdownColumn>,
    /// Whether its first column heads the rows: its own head is empty while another one is not.
    pub(super) heads_rows: bool,
    /// Whether any cell of its head says something.
    pub(super) has_head: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkdownColumn {
    Plain,
    Centred,
    Number,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) label: String,
    pub(super) span: Range<usize>,
    /// Its opening and its closing node.
    pub(super) nodes: Range<usize>,
    /// From 1, in the order of first mention.
    pub(super) number: usize,
    /// How often it is mentioned.
    pub(super) references: usize,
}
