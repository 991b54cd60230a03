//! Documents, subjects, districts and pages as entries of overviews.

use crate::facts::outline;
use crate::html::{Html, Passage, escape, format};
use crate::model::{FiscalYear, Moment, Period};
use crate::pages::{Scope, phrase};
use crate::site::{AreaIx, DepartmentIx, DocumentIx, Node, PageIx, Spot, SubjectIx};
use serde::Serialize;

/// A document on an overview.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentCard<'a> {
    pub href: String,
    /// With places where it may break.
    pub title: Html,
    /// Whether the title is as printed, and not the editors' own.
    pub is_printed: bool,
    /// For the cover; the kind stands there where it has none.
    pub short_title: Option<Passage<'a>>,
    /// `manifesto`, `plan`, `reform`, `policies` or `results`.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_word: &'a str,
    pub period: Option<Html>,
    pub description: Option<Passage<'a>>,
    /// Whether the city itself publishes these pages.
    pub official: bool,
    /// How many commitments it holds; those listed again (再掲) are counted once.
    pub commitments: usize,
    /// How many of them have an assessment kept here.
    pub assessed: usize,
    /// What the latest of these assessments speaks about.
    pub latest: Option<Html>,
    /// How many totals of progress the document itself publishes.
    pub tallies: usize,
}

/// A subject, a district or a department as an entry of a list.
#[derive(Debug, Serialize)]
pub(crate) struct GroupCard<'a> {
    pub href: String,
    pub name: Passage<'a>,
    /// Kana; shown on Japanese pages only, and only where one is given.
    pub reading: Option<&'a str>,
    pub description: Option<Passage<'a>>,
    /// The fiscal years in which a department existed, where they are known.
    pub years: Option<Html>,
    /// How many commitments name it; for a department: those that it leads or supports.
    pub commitments: usize,
}

/// A plain page as an entry of a list.
#[derive(Debug, Serialize)]
pub(crate) struct PageCard<'a> {
    pub href: String,
    pub title: Passage<'a>,
    pub description: Option<Passage<'a>>,
    /// Whether it is the page that shows the list.
    pub current: bool,
}

/// A document for an overview.
pub(crate) fn document<'s>(scope: &Scope<'s>, index: DocumentIx) -> DocumentCard<'s> {
    let record = &scope.site[index].record;
    let judged = scope.facts.judged_in(index);
    DocumentCard {
        href: scope.href_of(Node::Document(index)),
        title: phrase::heading(scope, &scope.text(&record.title)),
        kind: record.kind.word(),
        kind_word: scope.choice("document_kind", record.kind.word()),
        period: record.period.map(|period| scope.period(period)),
        description: scope.optional(record.description.as_ref()),
        official: record.official,
        commitments: outline::listed_once(scope.site, index).count(),
        assessed: judged.commitments,
        latest: judged.latest.map(|period| scope.period(period)),
        tallies: record.tallies.len(),
        is_printed: record.title_printed,
        short_title: scope.optional(record.short_title.as_ref()),
    }
}

/// A subject for a list.
pub(crate) fn subject<'s>(scope: &Scope<'s>, index: SubjectIx) -> GroupCard<'s> {
    let subject = &scope.site[index];
    GroupCard {
        href: scope.href_of(Node::Subject(index)),
        name: scope.text(&subject.record.name),
        reading: None,
        description: scope.optional(subject.record.description.as_ref()),
        years: None,
        commitments: subject.commitments.len(),
    }
}

/// A district for a list.
pub(crate) fn area<'s>(scope: &Scope<'s>, index: AreaIx) -> GroupCard<'s> {
    let area = &scope.site[index];
    GroupCard {
        href: scope.href_of(Node::Area(index)),
        name: scope.text(&area.record.name),
        reading: scope.reading(area.record.reading.as_deref()),
        description: scope.optional(area.record.description.as_ref()),
        years: None,
        commitments: area.commitments.len(),
    }
}

/// A department for a list.
pub(crate) fn department<'s>(scope: &Scope<'s>, index: DepartmentIx) -> GroupCard<'s> {
    let department = &scope.site[index];
    GroupCard {
        href: scope.href_of(Node::Department(index)),
        name: scope.text(&department.record.name),
        reading: scope.reading(department.record.reading.as_deref()),
        description: None,
        years: years(scope, department.record.from, department.record.to),
        commitments: department.leads.len() + department.supports.len(),
    }
}

/// A plain page for a list.
pub(crate) fn page<'s>(scope: &Scope<'s>, index: PageIx) -> PageCard<'s> {
    let node = Node::Page(index);
    let text = scope.text_of_page(&scope.site[index]);
    let description = text.description.as_deref();
    PageCard {
        href: scope.href_of(node),
        title: scope.title(node),
        description: description.map(|words| scope.passage(text.prose.language, words)),
        current: scope.page.spot == Spot::Node(node),
    }
}

/// From which fiscal year to which something holds; nothing where neither is known.
pub(crate) fn years(scope: &Scope, from: Option<FiscalYear>, to: Option<FiscalYear>) -> Option<Html> {
    let one_sided = |key, year| {
        let year = format::fiscal_year(year, scope.writing());
        Html::new(escape::escaped(&scope.fill(key, &[("year", &year)])))
    };
    match (from, to) {
        (Some(from), Some(to)) if from == to => Some(scope.fiscal_year(from)),
        (Some(from), Some(to)) => Some(scope.period(Period::Range {
            from: Moment::FiscalYear(from),
            to: Moment::FiscalYear(to),
        })),
        (Some(from), None) => Some(one_sided("years.since", from)),
        (None, Some(to)) => Some(one_sided("years.until", to)),
        (None, None) => None,
    }
}
