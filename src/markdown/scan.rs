//! Lists what is in a parsed body: headings, links, runs of text, problems. It reads nodes and writes no
//! HTML.

use super::node::{Element, Node, Parsed, Shows};
use super::problem::{self, Problem};
use super::target::Target;
use std::ops::Range;

/// What is in a body. Spans are bytes of the body as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    pub headings: Vec<Heading>,
    /// In the order of the text. Links that lead nowhere permitted are not among them, but among the
    /// problems.
    pub links: Vec<Link>,
    pub runs: Vec<Run>,
    pub problems: Vec<Problem>,
}

/// A heading as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
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
pub struct Link {
    pub target: Target,
    pub span: Range<usize>,
    pub image: bool,
}

/// A piece of text that readers see. Marks such as `**` are never part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub span: Range<usize>,
    pub place: Place,
    /// What lies between the run before and this one.
    pub gap: Gap,
    decoded: Option<Box<str>>,
    /// Among [`Scan::links`] the one whose title belongs here, for a run that only stands for it.
    pub title_of: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Text,
    Heading,
    /// The text of a link outside headings.
    Link,
    Code,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing that readers see: the two runs read as one word where they meet.
    None,
    Space,
    /// The end of a paragraph, a heading, a cell.
    Block,
}

impl Run {
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

pub(super) fn scan(body: &str, parsed: Parsed<'_>) -> Scan {
    let runs = runs(body, &parsed);
    let links = parsed
        .links
        .into_iter()
        .map(|link| Link {
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
pub(super) fn runs(body: &str, parsed: &Parsed<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut around = Around::default();
    let mut gap = Gap::Block;
    for (node, span) in &parsed.nodes {
        let (text, place) = match node {
            Node::Open(element) | Node::Close(element) => {
                around.pass(parsed, *element, matches!(node, Node::Open(_)));
                if let Node::Open(Element::Link(link)) = node
                    && parsed.links[*link].shows == Shows::Title
                {
                    runs.push(Run {
                        span: span.clone(),
                        place: around.place(),
                        gap,
                        decoded: Some(TITLE.into()),
                        title_of: Some(*link),
                    });
                    gap = Gap::None;
                }
                if !element.is_inline() {
                    gap = Gap::Block;
                } else if matches!(element, Element::Image(_)) && gap == Gap::None {
                    gap = Gap::Space;
                }
                continue;
            }
            Node::Text(text) if !around.hidden => (text, around.place()),
            Node::Code(text) if !around.hidden => (text, Place::Code),
            Node::Text(_) | Node::Code(_) | Node::Joint | Node::Reading(_) => continue,
            Node::Space | Node::Break | Node::Reference { .. } | Node::Raw(_) => {
                if gap == Gap::None {
                    gap = Gap::Space;
                }
                continue;
            }
            Node::Rule | Node::Task(_) => continue,
        };
        let decoded = (body.get(span.clone()) != Some(&**text)).then(|| Box::from(&**text));
        runs.push(Run {
            span: span.clone(),
            place,
            gap,
            decoded,
            title_of: None,
        });
        gap = Gap::None;
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
    fn pass(&mut self, parsed: &Parsed<'_>, element: Element, opens: bool) {
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

    fn place(&self) -> Place {
        match self {
            Self { code: true, .. } => Place::Code,
            Self { heading: true, .. } => Place::Heading,
            Self { link: true, .. } => Place::Link,
            _ => Place::Text,
        }
    }
}
