//! The page of a city.

use crate::html::{Html, Link, Passage};
use crate::model::AreaCode;
use crate::pages::parts::{card, counts, link, report, timeline};
use crate::pages::{
    About, BodyView, Counts, DocumentCard, GroupCard, LinkGroup, PageCard, ReportView, Scope, Timeline, body,
    frame, jsonld, terms,
};
use crate::site::{DocumentIx, MunicipalityIx, Node, PageAt, Spot};
use serde::Serialize;

/// `municipality`.
#[derive(Debug, Serialize)]
pub(crate) struct MunicipalityView<'a> {
    pub name: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub prefecture: Option<Passage<'a>>,
    /// 全国地方公共団体コード, six digits.
    pub code: Option<&'a str>,
    pub description: Option<Html>,
    /// In the municipality's order. May be empty.
    pub documents: Vec<DocumentCard<'a>>,
    /// The lasting text.
    pub introduction: Option<BodyView<'a>>,
    /// Where the wording of each document was taken from.
    pub sources: Vec<SourceView<'a>>,
    /// Those that state their period, on one line of years.
    pub timeline: Option<Timeline<'a>>,
    /// How its commitments have been judged, over all its documents.
    pub counts: Counts<'a>,
    /// The list of departments; absent when none is recorded.
    pub departments_href: Option<String>,
    /// How many departments are recorded.
    pub departments: usize,
    /// Newest first. May be empty.
    pub reports: Vec<ReportView<'a>>,
    /// May be empty.
    pub areas: Vec<GroupCard<'a>>,
    /// Plain pages in its folder. May be empty.
    pub pages: Vec<PageCard<'a>>,
    /// May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// The source of a document.
#[derive(Debug, Serialize)]
pub(crate) struct SourceView<'a> {
    pub document: Link<'a>,
    /// As printed; absent where it states none, and so is the rest.
    pub title: Option<Passage<'a>>,
    pub author: Option<Passage<'a>>,
    pub published: Option<Html>,
}

/// The page of a municipality.
pub(crate) fn municipality_page<'s>(
    scope: &Scope<'s>,
    index: MunicipalityIx,
) -> (MunicipalityView<'s>, About<'s>) {
    let municipality = &scope.site[index];
    let record = &municipality.record;
    let node = Node::Municipality(index);
    let departments = PageAt::first(Spot::Departments(index));
    let view = MunicipalityView {
        name: scope.text(&record.name),
        reading: scope.reading(record.reading.as_deref()),
        prefecture: scope.optional(record.prefecture.as_ref()),
        code: record.code.as_ref().map(AreaCode::as_str),
        description: terms::optional(scope, &record.description),
        introduction: body::introduction(scope, node),
        documents: scope.each(&municipality.documents, card::document),
        sources: scope.each(&municipality.documents, source),
        timeline: timeline::documents(scope, index),
        counts: counts::of_city(scope, index),
        departments_href: (!municipality.departments.is_empty()).then(|| scope.href(departments)),
        departments: municipality.departments.len(),
        areas: scope.each(&municipality.areas, card::area),
        pages: scope.each(&municipality.pages, card::page),
        reports: report::newest_first(scope, scope.site.reports_on(node), node, 3),
        links: link::groups(scope, &[node], &[]),
    };
    let about = About {
        description: frame::described(scope, record.description.as_ref(), Some(node)),
        trail: Vec::new(),
        structured: jsonld::municipality(scope, index),
        ..About::of_city(scope, view.name.clone(), index)
    };
    (view, about)
}

fn source<'s>(scope: &Scope<'s>, index: DocumentIx) -> SourceView<'s> {
    let source = &scope.site[index].record.source;
    let node = Node::Document(index);
    SourceView {
        document: scope.short_link(node),
        title: scope.optional(source.title.as_ref()),
        author: scope.optional(source.author.as_ref()),
        published: source.published.map(|date| scope.date(date)),
    }
}
