//! What time brings: deadlines and milestones that are near, those that have passed without a report, and reports that are due.

use super::frame::{About, Crumb};
use super::item::{self, Paging, Status};
use super::passage::{Html, Passage};
use crate::model::date::Date;
use crate::render::href::{PageAt, Spot};
use crate::render::outline::{list_page, list_pages};
use crate::render::scope::Scope;
use crate::site::{DeadlineList, Due, Node};
use serde::Serialize;

/// `deadlines`.
#[derive(Debug, Serialize)]
pub struct Deadlines<'a> {
    /// The lists with their counts, in the order in which they concern a reader.
    pub lists: Vec<ListCard<'a>>,
}

/// A list, with its first rows.
#[derive(Debug, Serialize)]
pub struct ListCard<'a> {
    pub href: String,
    pub name: &'a str,
    /// What stands in it, in a sentence.
    pub meaning: &'a str,
    pub total: usize,
    /// At most five. May be empty.
    pub rows: Vec<Row<'a>>,
}

/// `deadline_list`.
#[derive(Debug, Serialize)]
pub struct List<'a> {
    pub name: &'a str,
    pub meaning: &'a str,
    pub total: usize,
    /// Those on this page. May be empty.
    pub rows: Vec<Row<'a>>,
    pub paging: Option<Paging>,
}

/// A deadline, a milestone or an overdue report.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    pub href: String,
    pub title: Passage<'a>,
    pub municipality: Passage<'a>,
    pub document: Passage<'a>,
    pub day: Html,
    /// The words of the milestone; absent where the deadline itself is meant.
    pub milestone: Option<Passage<'a>>,
    /// The label as printed, for a deadline.
    pub label: Option<Passage<'a>>,
    pub status: Option<Status<'a>>,
}

/// How many rows of each list the overview shows.
const FIRST: usize = 5;

/// The overview.
pub fn of<'s>(scope: &Scope<'s>) -> (Deadlines<'s>, About<'s>) {
    let lists = DeadlineList::of(scope.site).into_iter().map(|list| {
        let rows = &scope.prepared.due[&list];
        ListCard {
            href: scope.href(PageAt::first(Spot::DeadlineList(list))),
            name: scope.choice("deadline_list", word(list)),
            meaning: scope.choice("deadline_list_means", word(list)),
            total: rows.len(),
            rows: rows.iter().take(FIRST).map(|due| row(scope, due)).collect(),
        }
    });
    let view = Deadlines { lists: lists.collect() };
    let about = About {
        description: Some(scope.word("summary.deadlines").into()),
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        ..About::new("deadlines", Passage::native(scope.word("title.deadlines")))
    };
    (view, about)
}

/// A page of a list.
pub fn list<'s>(scope: &Scope<'s>, list: DeadlineList) -> (List<'s>, About<'s>) {
    let rows = &scope.prepared.due[&list];
    let pages = list_pages(rows.len());
    let name = scope.choice("deadline_list", word(list));
    let meaning = scope.choice("deadline_list_means", word(list));
    let view = List {
        name,
        meaning,
        total: rows.len(),
        rows: list_page(rows, scope.page.number).iter().map(|due| row(scope, due)).collect(),
        paging: item::paging(scope, pages),
    };
    let about = About {
        description: Some(meaning.into()),
        trail: vec![Crumb { href: Some(scope.href(PageAt::first(Spot::Deadlines))), title: Passage::native(scope.word("title.deadlines")) }],
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        pages,
        ..About::new("deadline-list", Passage::native(name))
    };
    (view, about)
}

/// A row of a list.
pub fn row<'s>(scope: &Scope<'s>, due: &Due) -> Row<'s> {
    let site = scope.site;
    let node = Node::Commitment(due.commitment);
    let commitment = &site[due.commitment];
    let milestone = due.milestone.map(|at| scope.text(&commitment.record.milestones[at as usize].text));
    Row {
        href: scope.href_of(node),
        title: scope.title(node),
        municipality: scope.title(Node::Municipality(site[commitment.document].municipality)),
        document: scope.short_title(Node::Document(commitment.document)),
        day: scope.date(Date::Day(due.day)),
        label: site.deadline_label_of(due.commitment).filter(|_| milestone.is_none()).map(|label| scope.printed(label)),
        milestone,
        status: site.assessment_of(node).and_then(|report| item::status(scope, report)),
    }
}

fn word(list: DeadlineList) -> &'static str {
    match list {
        DeadlineList::Soon => "soon",
        DeadlineList::Passed => "passed",
        DeadlineList::Unreported => "unreported",
    }
}
