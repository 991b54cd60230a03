//! The page of a department.

use super::card;
use super::frame::{About, Crumb, crumb};
use super::item::{self, ItemGroup, Paging};
use super::link::{self, Link, LinkGroup};
use super::passage::{Html, Passage};
use crate::render::outline::{PER_PAGE, list_pages};
use crate::render::prepared::{is_unofficial, provenance};
use crate::render::scope::Scope;
use crate::site::{CommitmentIx, DepartmentIx, Node, PageAt, Spot};
use serde::Serialize;

/// `department`.
#[derive(Debug, Serialize)]
pub struct Department<'a> {
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
pub fn of<'s>(scope: &Scope<'s>, index: DepartmentIx) -> (Department<'s>, About<'s>) {
    let department = &scope.site[index];
    let record = &department.record;
    let rows = department.leads.len() + department.supports.len();
    let start = (scope.page.number as usize - 1) * PER_PAGE;
    let end = (start + PER_PAGE).min(rows);
    let leads = department.leads.len();
    let mut groups = role(scope, "lead", &department.leads, start, end);
    groups.extend(role(
        scope,
        "support",
        &department.supports,
        start.saturating_sub(leads),
        end.saturating_sub(leads),
    ));
    let links = |departments: &[DepartmentIx]| scope.links(departments, Node::Department);
    let view = Department {
        name: scope.text(&record.name),
        reading: scope.reading(record.reading.as_deref()),
        municipality: scope.link(Node::Municipality(department.municipality)),
        years: card::years(scope, record.from, record.to),
        predecessors: links(&department.predecessors),
        successors: links(&department.successors),
        leads,
        supports: department.supports.len(),
        groups,
        paging: item::paging(scope, list_pages(rows)),
        links: link::groups(scope, &[Node::Department(index)], &[]),
    };
    let municipality = &scope.site[department.municipality];
    let list = PageAt::first(Spot::Departments(department.municipality));
    let at = municipality.departments.iter().position(|known| *known == index);
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| municipality.departments.get(at))
            .map(|&department| scope.link(Node::Department(department)))
    };
    let about = About {
        description: Some(
            scope
                .fill("summary.department", &[("name", &view.name.text), ("n", &rows)])
                .into(),
        ),
        trail: vec![
            crumb(scope, Node::Municipality(department.municipality)),
            Crumb {
                href: Some(scope.href(list)),
                title: scope.named("title.departments"),
            },
        ],
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
        unofficial: is_unofficial(scope.site, department.municipality),
        provenance: provenance(scope.site, municipality.documents.iter().copied()),
        pages: list_pages(rows),
        ..About::new("department", view.name.clone())
    };
    (view, about)
}

fn role<'s>(
    scope: &Scope<'s>,
    role: &'static str,
    rows: &[CommitmentIx],
    start: usize,
    end: usize,
) -> Vec<ItemGroup<'s>> {
    let shown = &rows[start.min(rows.len())..end.min(rows.len())];
    let mut groups = item::groups(scope, rows, shown);
    for group in &mut groups {
        group.role = Some(role);
        group.role_word = Some(scope.choice("role", role));
    }
    groups
}
