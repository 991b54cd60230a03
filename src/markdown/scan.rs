//! Lists what is in a parsed body: headings, links, runs of text, problems. It reads nodes and writes no
//! HTML.

use super::node::{Element, MarkdownNode, ParsedBody, Shows};
use super::problem::{self, Problem};
use super::target::LinkTarget;
use std::ops::Range;

/// What is in a body. Spans are bytes of the body as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    pub headings: Vec<ScannedHeading>,
    /// In the order of the text. Links that lead nowhere permitted are not among them, but among the
    /// problems.
    pub links: Vec<ScannedLink>,
    pub runs: Vec<TextRun>,
    pub problems: Vec<Problem>,
}

/// A heading as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedHeading {
    /// 2 to 6; no level is skipped, whatever was written. `HtmlOptions::heading_shift` comes on top.
    pub level: u8,
    /// Its id in the page, without `HtmlOptions::id_prefix`.
    pub anchor: String,
    /// Its words without marks. `[[address]]` stands in it as the address.
    pub text: String,
    pub span: Range<usize>,
}

/// A link or an image that the caller may have to resolve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedLink {
    pub target: LinkTarget,
    pub span: Range<usize>,
    pub image: bool,
}

/// A piece of text that readers see. Marks such as `**` are never part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    pub span: Range<usize>,
    pub place: MarkdownPlace,
    /// What lies between the run before and this one.
    pub gap: TextGap,
    decoded: Option<Box<str>>,
    /// Among [`Scan::links`] the one whose title belongs here, for a run that only stands for it.
    pub title_of: Option<usize>,
}

/// What a run of text stands in. It decides whether a term that is named there is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkdownPlace {
    /// Running text, also in lists, cells and notes: the only place where terms are linked.
    Text,
    /// A heading, with the links in it.
    Heading,
    /// The text of a link outside headings.
    Link,
    /// Code in a line or a block, a heading's or link's code included.
    Code,
}

/// What lies between two runs, so that words are found across marks such as `**` and not across blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextGap {
    /// Nothing that readers see: the two runs read as one word where they meet.
    None,
    /// A space, the end of a line, a mark of a note or a picture: the runs are two words of one block.
    Space,
    /// The end of a paragraph, a heading, a cell.
    Block,
}

impl TextRun {
    /// What readers see of `body`. It stands there letter for letter unless `is_decoded`.
    pub fn text<'a>(&'a self, body: &'a str) -> &'a str {
        self.decoded.as_deref().unwrap_or(&body[self.span.clone()])
    }

    /// Whether the text is another than that of its span, as `&` is for `&amp;`: no part of it has a span of
    /// its own.
    pub fn is_decoded(&self) -> bool {
        self.decoded.is_some()
    }
}

pub(super) fn scan(body: &str, parsed: ParsedBody<'_>) -> Scan {
    let runs = runs(body, &parsed);
    let links = parsed
        .links
        .into_iter()
        .map(|link| ScannedLink {
            target: link.target,
            span: link.span,
            image: link.shows == Shows::Image,
        })
        .collect();
    Scan {
        headings: parsed.headings,
        links,
        runs,
        problems: problem::worded(parsed.problems),
    }
}

/// What stands for the title that `[[address]]` will show, which is not known here.
const TITLE: &str = "…";

/// The text beside an image is not among the runs, nor the address of `[[address]]`, nor HTML that is shown
/// as text.
pub(super) fn runs(body: &str, parsed: &ParsedBody<'_>) -> Vec<TextRun> {
    let mut runs = Vec::new();
    let mut around = Around::default();
    let mut gap = TextGap::Block;
    for (node, span) in &parsed.nodes {
        let (text, place) = match node {
            MarkdownNode::Open(element) | MarkdownNode::Close(element) => {
                around.pass(parsed, *element, matches!(node, MarkdownNode::Open(_)));
                if let MarkdownNode::Open(Element::Link(link)) = node
                    && parsed.links[*link].shows == Shows::Title
                {
                    runs.push(TextRun {
                        span: span.clone(),
                        place: around.place(),
                        gap,
                        decoded: Some(TITLE.into()),
                        title_of: Some(*link),
                    });
                    gap = TextGap::None;
                }
                if !element.is_inline() {
                    gap = TextGap::Block;
                } else if matches!(element, Element::Image(_)) && gap == TextGap::None {
                    gap = TextGap::Space;
                }
                continue;
            }
            MarkdownNode::Text(text) if !around.hidden => (text, around.place()),
            MarkdownNode::Code(text) if !around.hidden => (text, MarkdownPlace::Code),
            MarkdownNode::Text(_)
            | MarkdownNode::Code(_)
            | MarkdownNode::Joint
            | MarkdownNode::Reading(_) => continue,
            MarkdownNode::Space
            | MarkdownNode::Break
            | MarkdownNode::Reference { .. }
            | MarkdownNode::Raw(_) => {
                if gap == TextGap::None {
                    gap = TextGap::Space;
                }
                continue;
            }
            MarkdownNode::Rule | MarkdownNode::Task(_) => continue,
        };
        let decoded = (body.get(span.clone()) != Some(&**text)).then(|| Box::from(&**text));
        runs.push(TextRun {
            span: span.clone(),
            place,
            gap,
            decoded,
            title_of: None,
        });
        gap = TextGap::None;
    }
    runs
}

/// What the reached place stands in.
#[derive(Default)]
struct Around {
    heading: bool,
    link: bool,
    code: bool,
    /// An image, or a link that shows the title of its target instead of what is written.
    hidden: bool,
}

impl Around {
    fn pass(&mut self, parsed: &ParsedBody<'_>, element: Element, opens: bool) {
        match element {
            Element::Heading(_) => self.heading = opens,
            Element::Link(link) => {
                self.link = opens;
                self.hidden = opens && parsed.links[link].shows == Shows::Title;
            }
            Element::CodeBlock => self.code = opens,
            Element::Image(_) => self.hidden = opens,
            _ => {}
        }
    }

    fn place(&self) -> MarkdownPlace {
        match self {
            Self { code: true, .. } => MarkdownPlace::Code,
            Self { heading: true, .. } => MarkdownPlace::Heading,
            Self { link: true, .. } => MarkdownPlace::Link,
            _ => MarkdownPlace::Text,
        }
    }
}
