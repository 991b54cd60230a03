//! The page of a subject.

use super::frame::{About, crumb_to};
use super::item::{self, ItemGroup, Paging};
use super::link::{self, Link, LinkGroup};
use super::passage::{Html, Passage};
use super::section::LONG;
use crate::render::outline::{list_page, list_pages};
use crate::render::scope::Scope;
use crate::render::terms;
use crate::site::{Node, Spot, ThemeIx};
use serde::Serialize;

/// `theme`.
#[derive(Debug, Serialize)]
pub struct Theme<'a> {
    pub name: Passage<'a>,
    pub description: Option<Html>,
    pub total: usize,
    /// By document, over all cities. Empty when there are none.
    pub groups: Vec<ItemGroup<'a>>,
    pub paging: Option<Paging>,
    /// The glossary entries of the subject, on the first page. May be empty.
    pub terms: Vec<Link<'a>>,
    /// Who points at it. May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// A page of a subject.
pub fn of<'s>(scope: &Scope<'s>, index: ThemeIx) -> (Theme<'s>, About<'s>) {
    let theme = &scope.site[index];
    let total = theme.commitments.len();
    let pages = list_pages(total);
    let mut terms = scope.prepared.terms(scope.language).sorted(&theme.terms);
    if scope.page.number > 1 {
        terms.clear();
    }
    let shown = list_page(&theme.commitments, scope.page.number);
    let view = Theme {
        name: scope.text(&theme.record.name),
        description: terms::optional(scope, &theme.record.description),
        total,
        groups: item::groups(scope, &theme.commitments, shown),
        paging: item::paging(scope, pages),
        terms: scope.links(&terms, Node::Term),
        links: link::groups(scope, &[Node::Theme(index)], &[]),
    };
    let all: Vec<ThemeIx> = ThemeIx::all(scope.site).collect();
    let (previous, next) = scope.neighbours(&all, index, Node::Theme);
    let about = About {
        description: Some(scope.fill("summary.theme", &[("name", &view.name.text), ("n", &total)])),
        trail: vec![crumb_to(scope, Spot::Themes, "title.themes")],
        previous,
        next,
        pages,
        script: total >= LONG,
        ..About::of_site(scope, "theme", view.name.clone())
    };
    (view, about)
}
