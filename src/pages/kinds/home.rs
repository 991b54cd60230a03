//! The home page of a language.

use crate::facts::outline::lone_pages;
use crate::html::{Html, Passage};
use crate::pages::kinds::deadlines;
use crate::pages::parts::{card, event};
use crate::pages::{About, DocumentCard, EventRow, GroupCard, PageCard, Scope, frame, terms};
use crate::site::{DeadlineList, MunicipalityIx, Node, PageAt, Spot, SubjectIx};
use serde::Serialize;

/// `home`. The site's own title and description are in `site`.
#[derive(Debug, Serialize)]
pub(crate) struct Home<'a> {
    /// What the site says of itself, with its terms.
    pub description: Option<Html>,
    /// Never empty on a site that builds.
    pub municipalities: Vec<MunicipalityCard<'a>>,
    /// What happened last, newest first, at most five. May be empty.
    pub latest: Vec<EventRow<'a>>,
    /// What is due in the next six months, at most five. May be empty.
    pub soon: Vec<deadlines::DueRow<'a>>,
    /// The page of all updates; absent where nothing has happened.
    pub updates: Option<String>,
    /// The page of deadlines; absent where no document states any.
    pub deadlines: Option<String>,
    /// How many deadlines and dated steps have passed without a report kept here, with their list. Absent
    /// where there are none.
    pub passed: Option<Passed>,
    /// In the site's order; those without commitments too. May be empty.
    pub subjects: Vec<GroupCard<'a>>,
    /// The districts of every city that has any.
    pub areas: Vec<AreasOfCity<'a>>,
    /// Plain pages that belong to no municipality. May be empty.
    pub pages: Vec<PageCard<'a>>,
    /// How many glossary entries there are.
    pub terms: usize,
}

/// A city with its documents.
#[derive(Debug, Serialize)]
pub(crate) struct MunicipalityCard<'a> {
    pub href: String,
    pub name: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub prefecture: Option<Passage<'a>>,
    pub description: Option<Passage<'a>>,
    /// In the municipality's order. May be empty.
    pub documents: Vec<DocumentCard<'a>>,
}

/// What has passed without a report.
#[derive(Debug, Serialize)]
pub(crate) struct Passed {
    pub href: String,
    pub count: usize,
}

/// The districts of a city.
#[derive(Debug, Serialize)]
pub(crate) struct AreasOfCity<'a> {
    pub name: Passage<'a>,
    /// Never empty.
    pub areas: Vec<GroupCard<'a>>,
}

/// How many rows of a list the home page shows.
const LATEST: usize = 5;
/// How many of the newest reports may be of one city, where there are several, so that one does not hide the
/// others.
const LATEST_OF_CITY: usize = 2;

/// The home page.
pub(crate) fn home_page<'s>(scope: &Scope<'s>) -> (Home<'s>, About<'s>) {
    let site = scope.site;
    let has_deadlines = scope.facts.has_deadlines;
    let soon = scope.facts.due[&DeadlineList::Soon].iter().take(LATEST);
    let home = Home {
        description: terms::optional(scope, &site.settings.description),
        municipalities: MunicipalityIx::all(site)
            .map(|index| municipality(scope, index))
            .collect(),
        subjects: SubjectIx::all(site)
            .map(|index| card::subject(scope, index))
            .collect(),
        latest: latest(scope),
        updates: (!scope.facts.events.is_empty()).then(|| scope.href(PageAt::first(Spot::Updates))),
        deadlines: has_deadlines.then(|| scope.href(PageAt::first(Spot::Deadlines))),
        passed: passed(scope),
        areas: areas(scope),
        soon: soon.map(|due| deadlines::row(scope, due)).collect(),
        pages: scope.each(&lone_pages(site), card::page),
        terms: site.terms.len(),
    };
    let about = About {
        description: frame::described(scope, site.settings.description.as_ref(), None),
        ..About::of_site(scope, scope.text(&site.settings.title))
    };
    (home, about)
}

/// The newest events, of each city no more than its share.
fn latest<'s>(scope: &Scope<'s>) -> Vec<EventRow<'s>> {
    let site = scope.site;
    let is_lone = site.municipalities.len() < 2;
    let share = if is_lone { LATEST } else { LATEST_OF_CITY };
    let mut shown = vec![0; site.municipalities.len()];
    let events = scope.facts.events.iter().filter(|event| {
        site.municipality_of(event.node).is_none_or(|city| {
            shown[city.position()] += 1;
            shown[city.position()] <= share
        })
    });
    events
        .take(LATEST)
        .map(|event| event::row(scope, event))
        .collect()
}

fn passed(scope: &Scope) -> Option<Passed> {
    let count = scope.facts.due.get(&DeadlineList::Passed)?.len();
    (count > 0).then(|| Passed {
        href: scope.href(PageAt::first(Spot::DeadlineList(DeadlineList::Passed))),
        count,
    })
}

fn areas<'s>(scope: &Scope<'s>) -> Vec<AreasOfCity<'s>> {
    let cities = scope.site.municipalities.iter();
    let areas = cities.map(|municipality| AreasOfCity {
        name: scope.text(&municipality.record.name),
        areas: scope.each(&municipality.areas, card::area),
    });
    areas.filter(|city| !city.areas.is_empty()).collect()
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
        documents: scope.each(&municipality.documents, card::document),
    }
}
