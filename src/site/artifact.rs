//! One file of the output, named before a byte of it is made.

use super::ledgers::LedgerOwner;
use super::node::{AttachmentIx, DocumentIx, Node};
use super::page_kinds::Spot;
use crate::model::Language;

/// A planned file. All paths of a plan differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output, with forward slashes: `en/atsugi/manifesto/24/index.html`.
    pub path: Box<str>,
    /// What the file is made from.
    pub output: Output,
}

/// What a file of figures holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DataFile {
    /// A city, a document, an indicator, a tally or a table.
    Of(Node),
    /// How many commitments of a city or a document have each status.
    Statuses(Node),
    /// The dated steps that the commitments of a document name.
    Steps(DocumentIx),
}

impl From<Node> for DataFile {
    fn from(node: Node) -> Self {
        DataFile::Of(node)
    }
}

/// One page: what it is about, and which page of it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageAt {
    /// What it is about.
    pub spot: Spot,
    /// Which page of a list or section that is divided, from 1. Behind the first, `page-2/` ends its
    /// address.
    pub number: usize,
}

impl PageAt {
    /// The first page about something, which most things have alone.
    pub fn first(spot: Spot) -> Self {
        Self { spot, number: 1 }
    }

    /// The first page about a node that has a page of its own.
    pub(crate) fn node(node: Node) -> Self {
        Self::first(Spot::Node(node))
    }
}

/// What a former address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// By a record's or a page's `formerly`.
    Node(Node),
    /// What stood under `themes/` before subjects were called that.
    Page(PageAt),
}

/// What a file is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// A page as HTML, in one of the languages of the site.
    Page(PageAt, Language),
    /// A former address that leads to a page.
    Redirect(Moved, Language),
    /// The position of the file in the theme's list of assets.
    Asset(usize),
    /// A file of `content/`, copied byte by byte.
    Attachment(AttachmentIx),
    /// The index of sitemaps, or the only sitemap.
    Sitemap,
    /// One part of a sitemap that had to be split, from 1.
    SitemapPart(usize),
    /// `robots.txt`.
    Robots,
    /// A part of the keys of the search index, from 0.
    SearchShard(usize, Language),
    /// A part of what can be found, from 0.
    SearchBlock(usize, Language),
    /// The newest events of the site, a municipality or a document, as Atom.
    Feed(Option<Node>, Language),
    /// Figures as CSV.
    Csv(DataFile),
    /// What has been sealed until the day of the site.
    Ledger(LedgerOwner),
}
