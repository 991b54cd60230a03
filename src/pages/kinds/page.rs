//! A plain page.

use crate::facts::Provenance;
use crate::html::{Html, Link, Passage};
use crate::pages::parts::{card, link};
use crate::pages::{About, BodyView, LinkGroup, PageCard, Scope, body, terms};
use crate::site::{Node, PageIx};
use serde::Serialize;

/// `page`.
#[derive(Debug, Serialize)]
pub(crate) struct PageView<'a> {
    pub title: Passage<'a>,
    pub description: Option<Html>,
    /// Absent for a page without text.
    pub body: Option<BodyView<'a>>,
    /// The municipality or document to which it belongs.
    pub parent: Option<Link<'a>>,
    /// All pages of the same parent with this one, in order; empty when it stands alone or has no parent.
    pub siblings: Vec<PageCard<'a>>,
    /// Who points at it. May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// A plain page.
pub(crate) fn plain_page<'s>(scope: &Scope<'s>, index: PageIx) -> (PageView<'s>, About<'s>) {
    let page = &scope.site[index];
    let node = Node::Page(index);
    let text = scope.text_of_page(page);
    let siblings: &[PageIx] = match page.parent {
        Some(Node::Municipality(municipality)) => &scope.site[municipality].pages,
        Some(Node::Document(document)) => &scope.site[document].pages,
        _ => &[],
    };
    let view = PageView {
        title: scope.title(node),
        description: text
            .description
            .as_deref()
            .map(|description| terms::passage(scope, text.prose.language, description)),
        body: body::body(scope, &text.prose, &body::BodyPlace::below_title()),
        parent: page.parent.map(|parent| scope.link(parent)),
        siblings: if siblings.len() > 1 {
            scope.each(siblings, card::page)
        } else {
            Vec::new()
        },
        links: link::groups(scope, &[node], &[]),
    };
    let (previous, next) = scope.neighbours(siblings, index, Node::Page);
    let title = view.title.clone();
    let below = match page.parent {
        Some(Node::Municipality(city)) => About::of_city(scope, title, city),
        Some(Node::Document(document)) => About::of_document(scope, title, document),
        _ => About::new(title),
    };
    let about = About {
        description: text.description.as_deref().map(str::to_owned),
        previous,
        next,
        provenance: Provenance(text.prose.translator),
        // A plain page is no part of the document it belongs to, whose feed and times are its own.
        document: None,
        ..below
    };
    (view, about)
}
