//! An official document: where it comes from, what it covers, and its sections, totals and tables.

use super::walk::{ALONE, Free, SEALED, SEALED_LATER, Seal, Sealing, figure, name, ours, parts, title, walk};
use super::{
    Address, Date, Deadline, DocumentKind, Keyed, LegendRow, LinkRecord, Period, Section, Status, Table,
    Tally, Text, Url, translation::Translation,
};
use serde::Deserialize;
use std::sync::Arc;

/// `seeds/<municipality>/<document>.yaml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub kind: DocumentKind,
    pub title: Text,
    /// Whether the document prints this title; else it is the editors' own, and every page that shows it says
    /// so.
    #[serde(default = "printed")]
    pub title_printed: bool,
    /// For navigation; the title where absent.
    pub short_title: Option<Text>,
    pub description: Option<Text>,
    #[serde(default)]
    pub source: DocumentSource,
    /// Whether the city itself publishes these pages. If not, every page says so.
    pub official: bool,
    pub rights: Option<Text>,
    pub period: Option<Period>,
    /// Only where a source states it: without it no deadline of "within n years" becomes a date.
    pub term_start: Option<Date>,
    pub translation: Option<Translation>,
    #[serde(default)]
    pub legend: Vec<LegendRow>,
    #[serde(default)]
    pub deadlines: Keyed<Box<str>, Deadline>,
    #[serde(default)]
    pub links: Vec<LinkRecord>,
    #[serde(default)]
    pub formerly: Vec<Address>,
    #[serde(default)]
    pub sections: Vec<Arc<Section>>,
    #[serde(default)]
    pub tallies: Vec<Tally>,
    #[serde(default)]
    pub tables: Vec<Table>,
    /// The words by which the reports on this document judge, in the place of the site's.
    #[serde(default)]
    pub scale: Vec<Status>,
}

fn printed() -> bool {
    true
}

/// Where the wording was taken from. What is absent is unknown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSource {
    pub title: Option<Text>,
    pub publisher: Option<Text>,
    pub author: Option<Text>,
    pub published: Option<Date>,
    pub pages: Option<Box<str>>,
    pub covers: Option<Text>,
    pub url: Option<Url>,
}

walk!(Document {
    kind: figure(SEALED).exported(),
    period: figure(SEALED).exported(),
    official: figure(SEALED_LATER).exported(),
    title: title(Seal::WherePrinted(Sealing { since: 2, once: None })).exported(),
    title_printed: figure(SEALED_LATER),
    short_title: title(Seal::Free(Free::OurTitle)).unsearched(),
    description: ours(Seal::Free(Free::OurWords)),
    source: parts(),
    rights: ours(Seal::Free(Free::Rights)),
    term_start: figure(SEALED),
    translation: parts(),
    legend: parts(),
    deadlines: figure(SEALED.once("reckoned")),
    links: parts(),
    formerly: name(Seal::Free(Free::Moved)),
    sections: parts(),
    tallies: parts(),
    tables: parts(),
    scale: parts(),
});

walk!(DocumentSource {
    covers: ours(Seal::Free(Free::Coverage)),
    title: name(ALONE).translated().searched(),
    publisher: name(ALONE).translated().searched(),
    author: name(SEALED.once("/author")).translated().searched(),
    published: figure(ALONE),
    pages: figure(ALONE),
    url: name(ALONE),
});
