//! The page of a district.

use crate::facts::outline::{list_page, list_pages};
use crate::html::{Html, Link, Passage};
use crate::pages::kinds::section::LONG;
use crate::pages::parts::{item, link};
use crate::pages::{About, ItemGroup, LinkGroup, Paging, Scope, order, terms};
use crate::site::{AreaIx, Node};
use crate::theme::Filling;
use serde::Serialize;

/// `area`.
#[derive(Debug, Serialize)]
pub(crate) struct AreaView<'a> {
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
pub(crate) fn area_page<'s>(scope: &Scope<'s>, index: AreaIx) -> (AreaView<'s>, About<'s>) {
    let area = &scope.site[index];
    let total = area.commitments.len();
    let pages = list_pages(total);
    let shown = list_page(&area.commitments, scope.page.number);
    let view = AreaView {
        name: scope.text(&area.record.name),
        reading: scope.reading(area.record.reading.as_deref()),
        municipality: scope.link(Node::Municipality(area.municipality)),
        description: terms::optional(scope, &area.record.description),
        total,
        groups: item::groups(scope, &area.commitments, shown),
        paging: item::paging(scope, pages),
        links: link::groups(scope, &[Node::Area(index)], &[]),
    };
    let areas = &scope.site[area.municipality].areas;
    let areas = order::by_name(scope, areas.iter().copied().map(Node::Area).collect());
    let (previous, next) = scope.neighbours(&areas, Node::Area(index), |area| area);
    let fillings: [(&str, &dyn Filling); 2] = [("name", &view.name.text), ("n", &total)];
    let about = About {
        description: Some(scope.fill("summary.area", &fillings)),
        previous,
        next,
        pages,
        script: total >= LONG,
        ..About::of_city(scope, view.name.clone(), area.municipality)
    };
    (view, about)
}
