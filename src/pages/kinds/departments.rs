//! The list of a city's departments.

use crate::html::Passage;
use crate::pages::parts::card;
use crate::pages::{About, GroupCard, Scope};
use crate::site::MunicipalityIx;
use serde::Serialize;

/// `departments`.
#[derive(Debug, Serialize)]
pub(crate) struct Departments<'a> {
    pub municipality: Passage<'a>,
    /// In the record's order. Never empty, since the page exists only with an entry.
    pub departments: Vec<GroupCard<'a>>,
}

/// The list of a municipality's departments.
pub(crate) fn departments_page<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> (Departments<'s>, About<'s>) {
    let municipality = &scope.site[index];
    let name = scope.text(&municipality.record.name);
    let count = municipality.departments.len();
    let about = About {
        description: Some(scope.fill("summary.departments", &[("name", &name.text), ("n", &count)])),
        within: Some(name.clone()),
        ..About::of_city(scope, scope.named("title.departments"), index)
    };
    let view = Departments {
        municipality: name,
        departments: scope.each(&municipality.departments, card::department),
    };
    (view, about)
}
