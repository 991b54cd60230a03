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
    /// What sort of official document it is. Only commitments of a `manifesto` can be pledges (公約).
    pub kind: DocumentKind,
    /// What it is called, as printed unless `title_printed` is false.
    pub title: Text,
    /// Whether the document prints this title; else it is the editors' own, and every page that shows it says
    /// so.
    #[serde(default = "printed")]
    pub title_printed: bool,
    /// For navigation; the title where absent.
    pub short_title: Option<Text>,
    /// The editors' words about the document, apart from official ones; nothing is shown where absent.
    pub description: Option<Text>,
    /// Where the wording was taken from; all of it absent where nothing is known.
    #[serde(default)]
    pub source: DocumentSource,
    /// Whether the city itself publishes these pages. If not, every page says so.
    pub official: bool,
    /// On what legal ground its wording stands here, in the editors' words; nothing is shown where
    /// absent.
    pub rights: Option<Text>,
    /// The time that the document is for. When it is over, nothing in it counts as overdue for a
    /// successor. `None` where no source states it.
    pub period: Option<Period>,
    /// Only where a source states it: without it no deadline of "within n years" becomes a date.
    pub term_start: Option<Date>,
    /// How the translations in this record were made; `None` where nobody has said.
    pub translation: Option<Translation>,
    /// The rows in which the document itself explains its deadline labels, exactly those printed.
    #[serde(default)]
    pub legend: Vec<LegendRow>,
    /// How each printed label is reckoned, by label. A label without a row is an error
    /// (`deadline-unknown`).
    #[serde(default)]
    pub deadlines: Keyed<Box<str>, Deadline>,
    /// Reasoned pointers from the document to other nodes, such as the plan that it continues. Ours, not
    /// sealed.
    #[serde(default)]
    pub links: Vec<LinkRecord>,
    /// Where it stood before: each address gets a page that leads here.
    #[serde(default)]
    pub formerly: Vec<Address>,
    /// The first-level sections in printed order; deeper ones stand within them.
    #[serde(default)]
    pub sections: Vec<Arc<Section>>,
    /// Totals as the document publishes them, shown under their `section` or on the page of the document.
    #[serde(default)]
    pub tallies: Vec<Tally>,
    /// Tables, cell by cell as printed, shown under their `section` or on the page of the document.
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
    /// What the source itself is called; `None` where it is not known, as for all that follows.
    pub title: Option<Text>,
    /// Who published it, such as the city.
    pub publisher: Option<Text>,
    /// Who wrote it. A manifesto is the candidate's, not the city's.
    pub author: Option<Text>,
    /// When it was published, as exactly as is known.
    pub published: Option<Date>,
    /// Which pages of it the wording stands on, or how many it has, as text: `12`, `1-24`.
    pub pages: Option<Box<str>>,
    /// How much of the source has been recorded here, in the editors' words. It grows with the record.
    pub covers: Option<Text>,
    /// Where the source can be read on the web.
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
