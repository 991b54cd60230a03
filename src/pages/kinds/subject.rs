//! The page of a subject.

use crate::facts::outline::{list_page, list_pages};
use crate::html::{Html, Link, Passage};
use crate::pages::kinds::section::LONG;
use crate::pages::parts::{item, link};
use crate::pages::{About, ItemGroup, LinkGroup, Paging, Scope, frame, terms};
use crate::site::{Node, Spot, SubjectIx};
use serde::Serialize;

/// `subject`.
#[derive(Debug, Serialize)]
pub(crate) struct SubjectView<'a> {
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
pub(crate) fn subject_page<'s>(scope: &Scope<'s>, index: SubjectIx) -> (SubjectView<'s>, About<'s>) {
    let subject = &scope.site[index];
    let total = subject.commitments.len();
    let pages = list_pages(total);
    let mut terms = scope.facts.terms(scope.language).sorted(&subject.terms);
    if scope.page.number > 1 {
        terms.clear();
    }
    let shown = list_page(&subject.commitments, scope.page.number);
    let view = SubjectView {
        name: scope.text(&subject.record.name),
        description: terms::optional(scope, &subject.record.description),
        total,
        groups: item::groups(scope, &subject.commitments, shown),
        paging: item::paging(scope, pages),
        terms: scope.links(&terms, Node::Term),
        links: link::groups(scope, &[Node::Subject(index)], &[]),
    };
    let all: Vec<SubjectIx> = SubjectIx::all(scope.site).collect();
    let (previous, next) = scope.neighbours(&all, index, Node::Subject);
    let about = About {
        description: Some(scope.fill("summary.subject", &[("name", &view.name.text), ("n", &total)])),
        trail: vec![frame::crumb_to(scope, Spot::Subjects, "title.subjects")],
        previous,
        next,
        pages,
        script: total >= LONG,
        ..About::of_site(scope, view.name.clone())
    };
    (view, about)
}
