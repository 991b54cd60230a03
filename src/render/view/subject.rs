//! The page of a subject.

use super::frame::{About, Crumb};
use super::item::{self, ItemGroup, Paging};
use super::link::{self, Link, LinkGroup};
use super::passage::{Html, Passage};
use super::section::LONG;
use crate::render::href::{PageAt, Spot};
use crate::render::outline::{list_page, list_pages};
use crate::render::scope::Scope;
use crate::render::terms;
use crate::render::theme::Filling;
use crate::site::{Node, SubjectIx};
use serde::Serialize;

/// `subject`.
#[derive(Debug, Serialize)]
pub struct Subject<'a> {
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
pub fn of<'s>(scope: &Scope<'s>, index: SubjectIx) -> (Subject<'s>, About<'s>) {
    let site = scope.site;
    let subject = &site[index];
    let pages = list_pages(subject.commitments.len());
    let terms = scope.prepared.terms(scope.language).sorted(&subject.terms);
    let view = Subject {
        name: scope.text(&subject.record.name),
        description: subject
            .record
            .description
            .as_ref()
            .map(|text| terms::running(scope, text)),
        total: subject.commitments.len(),
        groups: item::groups(
            scope,
            &subject.commitments,
            list_page(&subject.commitments, scope.page.number),
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
        links: link::groups(scope, &[Node::Subject(index)], &[]),
    };
    let fillings = [
        ("name", Filling::Text(&view.name.text)),
        ("n", Filling::Number(subject.commitments.len() as u64)),
    ];
    let neighbour =
        |at: usize| (at < site.subjects.len()).then(|| scope.link(Node::Subject(SubjectIx::at(at))));
    let about = About {
        description: Some(scope.voice.texts.fill("summary.subject", &fillings).into()),
        trail: vec![Crumb {
            href: Some(scope.href(PageAt::first(Spot::Subjects))),
            title: Passage::native(scope.word("title.subjects")),
        }],
        previous: index.position().checked_sub(1).and_then(neighbour),
        next: neighbour(index.position() + 1),
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        pages,
        script: subject.commitments.len() >= LONG,
        ..About::new("subject", view.name.clone())
    };
    (view, about)
}
