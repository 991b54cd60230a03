//! The page of a subject.

use super::frame::{About, Crumb};
use super::item::{self, ItemGroup, Paging};
use super::link::{self, Link, LinkGroup};
use super::passage::{Html, Passage};
use super::section::LONG;
use crate::render::outline::{list_page, list_pages};
use crate::render::scope::Scope;
use crate::render::terms;
use crate::site::{Node, PageAt, Spot, ThemeIx};
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
    let site = scope.site;
    let theme = &site[index];
    let pages = list_pages(theme.commitments.len());
    let terms = scope.prepared.terms(scope.language).sorted(&theme.terms);
    let view = Theme {
        name: scope.text(&theme.record.name),
        description: terms::optional(scope, &theme.record.description),
        total: theme.commitments.len(),
        groups: item::groups(
            scope,
            &theme.commitments,
            list_page(&theme.commitments, scope.page.number),
        ),
        paging: item::paging(scope, pages),
        terms: if scope.page.number == 1 {
            terms
                .into_iter()
                .map(|term| scope.link(Node::Term(term)))
                .collect()
        } else {
            Vec::new()
        },
        links: link::groups(scope, &[Node::Theme(index)], &[]),
    };
    let neighbour = |at: usize| (at < site.themes.len()).then(|| scope.link(Node::Theme(ThemeIx::at(at))));
    let about = About {
        description: Some(
            scope
                .fill(
                    "summary.theme",
                    &[("name", &view.name.text), ("n", &theme.commitments.len())],
                )
                .into(),
        ),
        trail: vec![Crumb {
            href: Some(scope.href(PageAt::first(Spot::Themes))),
            title: scope.named("title.themes"),
        }],
        previous: index.position().checked_sub(1).and_then(neighbour),
        next: neighbour(index.position() + 1),
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        pages,
        script: theme.commitments.len() >= LONG,
        ..About::new("theme", view.name.clone())
    };
    (view, about)
}
