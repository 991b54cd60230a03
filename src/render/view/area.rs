//! The page of a district.

use super::frame::{About, crumb};
use super::item::{self, ItemGroup, Paging};
use super::link::{self, Link, LinkGroup};
use super::passage::{Html, Passage};
use super::section::LONG;
use crate::render::order;
use crate::render::outline::{list_page, list_pages};
use crate::render::prepared::{is_unofficial, provenance};
use crate::render::scope::Scope;
use crate::render::terms;
use crate::site::{AreaIx, Node};
use serde::Serialize;

/// `area`.
#[derive(Debug, Serialize)]
pub struct Area<'a> {
    pub name: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub municipality: Link<'a>,
    pub description: Option<Html>,
    pub total: usize,
    /// By document. Empty when there are none.
    pub groups: Vec<ItemGroup<'a>>,
    pub paging: Option<Paging>,
    /// Who points at it. May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// A page of a district.
pub fn of<'s>(scope: &Scope<'s>, index: AreaIx) -> (Area<'s>, About<'s>) {
    let area = &scope.site[index];
    let pages = list_pages(area.commitments.len());
    let view = Area {
        name: scope.text(&area.record.name),
        reading: scope.reading(area.record.reading.as_deref()),
        municipality: scope.link(Node::Municipality(area.municipality)),
        description: terms::optional(scope, &area.record.description),
        total: area.commitments.len(),
        groups: item::groups(
            scope,
            &area.commitments,
            list_page(&area.commitments, scope.page.number),
        ),
        paging: item::paging(scope, pages),
        links: link::groups(scope, &[Node::Area(index)], &[]),
    };
    let municipality = &scope.site[area.municipality];
    let areas = municipality
        .areas
        .iter()
        .map(|&area| (Node::Area(area), scope.site[area].record.reading.as_deref()));
    let areas = order::by_name(scope, areas.collect());
    let at = areas.iter().position(|(known, _)| *known == Node::Area(index));
    let neighbour = |at: Option<usize>| at.and_then(|at| areas.get(at)).map(|&(area, _)| scope.link(area));
    let about = About {
        description: Some(
            scope
                .fill(
                    "summary.area",
                    &[("name", &view.name.text), ("n", &area.commitments.len())],
                )
                .into(),
        ),
        trail: vec![crumb(scope, Node::Municipality(area.municipality))],
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
        unofficial: is_unofficial(scope.site, area.municipality),
        provenance: provenance(scope.site, municipality.documents.iter().copied()),
        pages,
        script: area.commitments.len() >= LONG,
        ..About::new("area", view.name.clone())
    };
    (view, about)
}
