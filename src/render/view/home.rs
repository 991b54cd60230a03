//! The home page of a language.

use super::card::{self, DocumentCard, GroupCard, PageCard};
use super::frame::About;
use super::item::{self, Status};
use super::passage::{Html, Passage};
use super::report;
use crate::render::scope::Scope;
use crate::site::{MunicipalityIx, Node, PageIx, ReportIx, Site, ThemeIx};
use serde::Serialize;
use std::cmp::Reverse;

/// `home`. The site's own title and description are in `site`.
#[derive(Debug, Serialize)]
pub struct Home<'a> {
    /// Never empty on a site that builds.
    pub municipalities: Vec<MunicipalityCard<'a>>,
    /// In the site's order; those without commitments too. May be empty.
    pub themes: Vec<GroupCard<'a>>,
    /// The reports published last, newest first, at most five. May be empty.
    pub latest: Vec<LatestReport<'a>>,
    /// Plain pages that belong to no municipality. May be empty.
    pub pages: Vec<PageCard<'a>>,
    /// How many glossary entries there are.
    pub terms: usize,
}

/// A city with its documents.
#[derive(Debug, Serialize)]
pub struct MunicipalityCard<'a> {
    pub href: String,
    pub name: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub prefecture: Option<Passage<'a>>,
    pub description: Option<Passage<'a>>,
    /// In the municipality's order. May be empty.
    pub documents: Vec<DocumentCard<'a>>,
}

/// A report in a line.
#[derive(Debug, Serialize)]
pub struct LatestReport<'a> {
    /// The report's anchor on its page.
    pub href: String,
    /// Its own title, or what it is about.
    pub title: Passage<'a>,
    /// What it is about, where the title is its own.
    pub about: Option<Passage<'a>>,
    pub municipality: Passage<'a>,
    pub kind_word: &'a str,
    pub published: Option<Html>,
    pub period: Option<Html>,
    pub status: Option<Status<'a>>,
}

/// How many reports the home page shows.
const LATEST: usize = 5;

/// The home page.
pub fn of<'s>(scope: &Scope<'s>) -> (Home<'s>, About<'s>) {
    let site = scope.site;
    let pages = site.pages.iter().enumerate().filter(|(_, page)| page.parent.is_none());
    let home = Home {
        municipalities: (0..site.municipalities.len()).map(|at| municipality(scope, MunicipalityIx::at(at))).collect(),
        themes: (0..site.themes.len()).map(|at| card::theme(scope, ThemeIx::at(at))).collect(),
        latest: latest(site).into_iter().map(|report| latest_report(scope, report)).collect(),
        pages: pages.map(|(at, _)| card::page(scope, PageIx::at(at))).collect(),
        terms: site.terms.len(),
    };
    let description = site.settings.description.as_ref().map(|text| site.text(text, scope.language).1.into());
    let about = About {
        description,
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        ..About::new("home", scope.text(&site.settings.title))
    };
    (home, about)
}

fn municipality<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> MunicipalityCard<'s> {
    let municipality = &scope.site[index];
    let record = &municipality.record;
    MunicipalityCard {
        href: scope.href_of(Node::Municipality(index)),
        name: scope.text(&record.name),
        reading: scope.reading(record.reading.as_deref()),
        prefecture: scope.optional(record.prefecture.as_ref()),
        description: scope.optional(record.description.as_ref()),
        documents: municipality.documents.iter().map(|&document| card::document(scope, document)).collect(),
    }
}

fn latest(site: &Site) -> Vec<ReportIx> {
    let mut published: Vec<_> = site
        .reports
        .iter()
        .enumerate()
        .filter_map(|(at, report)| Some((Reverse(report.head.published?.last_day()), ReportIx::at(at))))
        .collect();
    published.sort_unstable();
    published.into_iter().take(LATEST).map(|(_, report)| report).collect()
}

fn latest_report<'s>(scope: &Scope<'s>, index: ReportIx) -> LatestReport<'s> {
    let report = &scope.site[index];
    let own = report::title(scope, index);
    let node = scope.title(report.node);
    let (title, about) = match own {
        Some(own) => (own, Some(node)),
        None => (node, None),
    };
    LatestReport {
        href: scope.href_of_report(index),
        title,
        about,
        municipality: scope.text(&scope.site[municipality_of(scope.site, report.node)].record.name),
        kind_word: scope.choice("report_kind", report.head.kind.word()),
        published: report.head.published.map(|date| scope.date(date)),
        period: report.head.period.map(|period| scope.period(period)),
        status: item::status(scope, index),
    }
}

/// The municipality of a node that can have reports.
fn municipality_of(site: &Site, node: Node) -> MunicipalityIx {
    match node {
        Node::Municipality(index) => index,
        Node::Document(index) => site[index].municipality,
        Node::Section(index) => site[site[index].document].municipality,
        Node::Commitment(index) | Node::Action(index, _) => site[site[index].document].municipality,
        _ => unreachable!("linking puts reports on municipalities, documents, sections, commitments and actions only"),
    }
}
