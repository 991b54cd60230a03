//! The page of a status in a city: every commitment of which the newest assessment says so.

use crate::facts::outline;
use crate::facts::outline::{list_page, list_pages};
use crate::html::Link;
use crate::pages::kinds::section::LONG;
use crate::pages::parts::{counts, item, status};
use crate::pages::{About, ItemGroup, Paging, Scope, StatusView};
use crate::site::{MunicipalityIx, Node, StatusIx};
use serde::Serialize;

/// `status_list`.
#[derive(Debug, Serialize)]
pub(crate) struct StatusPage<'a> {
    pub status: StatusView<'a>,
    pub municipality: Link<'a>,
    /// How many commitments have it now.
    pub count: usize,
    /// How many commitments of the city have an assessment kept here.
    pub assessed: usize,
    /// How many commitments the city has, those listed again not counted twice.
    pub total: usize,
    /// What a report must bring to give this status, in words. May be empty.
    pub requires: Vec<&'a str>,
    /// Every status of the city, in the order of the scale. Never empty.
    pub all: Vec<StatusRow<'a>>,
    /// By document. Empty where the status held only earlier.
    pub groups: Vec<ItemGroup<'a>>,
    pub paging: Option<Paging>,
}

/// A status as an entry of a list.
#[derive(Debug, Serialize)]
pub(crate) struct StatusRow<'a> {
    /// Absent on the page itself.
    pub href: Option<String>,
    pub status: StatusView<'a>,
    pub count: usize,
}

/// A page of a status.
pub(crate) fn status_page<'s>(
    scope: &Scope<'s>,
    index: MunicipalityIx,
    status: StatusIx,
) -> (StatusPage<'s>, About<'s>) {
    let site = scope.site;
    let lists = scope.facts.statuses(index);
    let own = lists.iter().find(|list| list.status == status);
    let commitments = own.map_or(&[][..], |list| &list.commitments);
    let pages = list_pages(commitments.len());
    let requires = site[status].requires.iter();
    let requires = requires.map(|requirement| scope.choice("requirement", requirement.word()));
    let documents = site[index].documents.iter();
    let own = documents.flat_map(|document| outline::listed_once(site, *document));
    let view = StatusPage {
        municipality: scope.link(Node::Municipality(index)),
        count: commitments.len(),
        assessed: lists.iter().map(|list| list.commitments.len()).sum(),
        total: own.count(),
        requires: requires.collect(),
        all: rows(scope, index),
        groups: item::groups(scope, commitments, list_page(commitments, scope.page.number)),
        paging: item::paging(scope, pages),
        status: status::status_word(scope, status),
    };
    let (city, status) = (&view.municipality.title, &view.status.label);
    let about = About {
        description: Some(scope.fill(
            "summary.status",
            &[("name", &city.text), ("status", &status.text), ("n", &view.count)],
        )),
        within: Some(city.clone()),
        pages,
        script: commitments.len() >= LONG,
        ..About::of_city(scope, status.clone(), index)
    };
    (view, about)
}

/// The statuses of a city as a list. Empty where nothing of it has been assessed.
pub(crate) fn rows<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> Vec<StatusRow<'s>> {
    let lists = scope.facts.statuses(index).iter();
    let rows = lists.map(|list| StatusRow {
        href: counts::link(scope, index, list.status),
        status: status::status_word(scope, list.status),
        count: list.commitments.len(),
    });
    rows.collect()
}
