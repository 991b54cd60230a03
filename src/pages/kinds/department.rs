//! The page of a department.

use crate::facts::outline::{list_pages, page_of_list};
use crate::html::{Html, Link, Passage};
use crate::pages::parts::{card, item, link};
use crate::pages::{About, ItemGroup, LinkGroup, Paging, Scope, frame};
use crate::site::{CommitmentIx, DepartmentIx, Node, Spot};
use serde::Serialize;
use std::ops::Range;

/// `department`.
#[derive(Debug, Serialize)]
pub(crate) struct DepartmentView<'a> {
    pub name: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub municipality: Link<'a>,
    /// The fiscal years in which it existed, where they are known.
    pub years: Option<Html>,
    /// May be empty.
    pub predecessors: Vec<Link<'a>>,
    /// May be empty.
    pub successors: Vec<Link<'a>>,
    /// How many commitments it leads.
    pub leads: usize,
    /// How many it supports.
    pub supports: usize,
    /// Those that it leads, then those that it supports, by document. Empty when there are none.
    pub groups: Vec<ItemGroup<'a>>,
    pub paging: Option<Paging>,
    /// Who points at it. May be empty.
    pub links: Vec<LinkGroup<'a>>,
}

/// A page of a department: first what it leads, then what it supports, as one list.
pub(crate) fn department_page<'s>(scope: &Scope<'s>, index: DepartmentIx) -> (DepartmentView<'s>, About<'s>) {
    let department = &scope.site[index];
    let record = &department.record;
    let city = department.municipality;
    let leads = department.leads.len();
    let rows = leads + department.supports.len();
    let shown = page_of_list(rows, scope.page.number);
    let mut groups = role(scope, "lead", &department.leads, shown.clone());
    let behind = shown.start.saturating_sub(leads)..shown.end.saturating_sub(leads);
    groups.extend(role(scope, "support", &department.supports, behind));
    let view = DepartmentView {
        name: scope.text(&record.name),
        reading: scope.reading(record.reading.as_deref()),
        municipality: scope.link(Node::Municipality(city)),
        years: card::years(scope, record.from, record.to),
        predecessors: scope.links(&department.predecessors, Node::Department),
        successors: scope.links(&department.successors, Node::Department),
        leads,
        supports: department.supports.len(),
        groups,
        paging: item::paging(scope, list_pages(rows)),
        links: link::groups(scope, &[Node::Department(index)], &[]),
    };
    let (previous, next) = scope.neighbours(&scope.site[city].departments, index, Node::Department);
    let about = About {
        description: Some(scope.fill("summary.department", &[("name", &view.name.text), ("n", &rows)])),
        trail: vec![
            frame::crumb(scope, Node::Municipality(city)),
            frame::crumb_to(scope, Spot::Departments(city), "title.departments"),
        ],
        previous,
        next,
        pages: list_pages(rows),
        ..About::of_city(scope, view.name.clone(), city)
    };
    (view, about)
}

fn role<'s>(
    scope: &Scope<'s>,
    role: &'static str,
    rows: &[CommitmentIx],
    shown: Range<usize>,
) -> Vec<ItemGroup<'s>> {
    let shown = &rows[shown.start.min(rows.len())..shown.end.min(rows.len())];
    let mut groups = item::groups(scope, rows, shown);
    for group in &mut groups {
        group.role = Some(role);
        group.role_word = Some(scope.choice("role", role));
    }
    groups
}
