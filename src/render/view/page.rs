//! A plain page.

use super::card::{self, PageCard};
use super::frame::{About, Crumb, crumb};
use super::link::{self, Link, LinkGroup};
use super::passage::{Html, Passage};
use super::report::Body;
use crate::render::body;
use crate::render::prepared::{Provenance, is_unofficial};
use crate::render::scope::Scope;
use crate::render::terms;
use crate::site::{Node, PageIx};
use serde::Serialize;

/// `page`.
#[derive(Debug, Serialize)]
pub struct Page<'a> {
    pub title: Passage<'a>,
    pub description: Option<Html>,
    /// Absent for a page without text.
    pub body: Option<Body<'a>>,
    /// The municipality or document to which it belongs.
    pub parent: Option<Link<'a>>,
    /// All pages of the same parent with this one, in order; empty when it stands alone or has no parent.
    pub siblings: Vec<PageCard<'a>>,
    /// Who points at it. May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// A plain page.
pub fn of<'s>(scope: &Scope<'s>, index: PageIx) -> (Page<'s>, About<'s>) {
    let page = &scope.site[index];
    let node = Node::Page(index);
    let text = scope.text_of_page(&page);
    let siblings: &[PageIx] = match page.parent {
        Some(Node::Municipality(municipality)) => &scope.site[municipality].pages,
        Some(Node::Document(document)) => &scope.site[document].pages,
        _ => &[],
    };
    let view = Page {
        title: scope.title(node),
        description: text
            .description
            .as_deref()
            .map(|description| terms::passage(scope, text.prose.language, description)),
        body: body::of(scope, &text.prose, &body::Place::below_title()),
        parent: page.parent.map(|parent| scope.link(parent)),
        siblings: if siblings.len() > 1 {
            scope.each(siblings, card::page)
        } else {
            Vec::new()
        },
        links: link::groups(scope, &[node], &[]),
    };
    let at = siblings.iter().position(|sibling| *sibling == index);
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| siblings.get(at))
            .map(|&sibling| scope.link(Node::Page(sibling)))
    };
    let about = About {
        description: text.description.as_deref().map(Into::into),
        trail: page.parent.map(|parent| trail(scope, parent)).unwrap_or_default(),
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
        unofficial: match page.parent {
            Some(Node::Municipality(municipality)) => is_unofficial(scope.site, municipality),
            Some(Node::Document(document)) => !scope.site[document].record.official,
            _ => false,
        },
        provenance: Provenance(text.prose.translator),
        ..About::new("page", view.title.clone())
    };
    (view, about)
}

fn trail<'s>(scope: &Scope<'s>, parent: Node) -> Vec<Crumb<'s>> {
    match parent {
        Node::Document(document) => vec![
            crumb(scope, Node::Municipality(scope.site[document].municipality)),
            crumb(scope, parent),
        ],
        parent => vec![crumb(scope, parent)],
    }
}
