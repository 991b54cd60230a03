//! The list of a city's departments.

use super::card::{self, GroupCard};
use super::frame::{About, crumb};
use super::passage::Passage;
use crate::render::prepared::{is_unofficial, provenance};
use crate::render::scope::Scope;
use crate::site::{MunicipalityIx, Node};
use serde::Serialize;

/// `departments`.
#[derive(Debug, Serialize)]
pub struct Departments<'a> {
    pub municipality: Passage<'a>,
    /// In the record's order. Never empty, since the page exists only with an entry.
    pub departments: Vec<GroupCard<'a>>,
}

/// The list of a municipality's departments.
pub fn of<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> (Departments<'s>, About<'s>) {
    let municipality = &scope.site[index];
    let view = Departments {
        municipality: scope.text(&municipality.record.name),
        departments: scope.each(&municipality.departments, card::department),
    };
    let about = About {
        description: Some(
            scope
                .fill(
                    "summary.departments",
                    &[
                        ("name", &view.municipality.text),
                        ("n", &municipality.departments.len()),
                    ],
                )
                .into(),
        ),
        trail: vec![crumb(scope, Node::Municipality(index))],
        unofficial: is_unofficial(scope.site, index),
        provenance: provenance(scope.site, municipality.documents.iter().copied()),
        within: Some(scope.text(&scope.site[index].record.name)),
        ..About::new("departments", scope.named("title.departments"))
    };
    (view, about)
}
