//! What time brings: deadlines and milestones that are near, passed or far away, reports that are due, and by
//! document where every commitment with a deadline stands.

use crate::facts::outline::{list_page, list_pages};
use crate::html::{Html, Link, Passage, format};
use crate::model::{Date, FiscalYear};
use crate::pages::parts::{item, status};
use crate::pages::{About, Paging, Scope, StatusView, frame};
use crate::site::{DeadlineList, DocumentIx, Due, Node, PageAt, Spot};
use serde::Serialize;

/// `deadlines`.
#[derive(Debug, Serialize)]
pub(crate) struct Deadlines<'a> {
    /// The lists that have dates, in the order in which they concern a reader.
    pub lists: Vec<ListCard<'a>>,
    /// Where the commitments with a deadline stand, by document. May be empty.
    pub accounts: Vec<Account<'a>>,
}

/// A list, with its first rows.
#[derive(Debug, Serialize)]
pub(crate) struct ListCard<'a> {
    pub href: String,
    pub name: &'a str,
    /// What stands in it, in a sentence.
    pub meaning: &'a str,
    /// Absent where the site has several cities, over which nothing is counted.
    pub total: Option<usize>,
    /// At most five. May be empty.
    pub rows: Vec<DueRow<'a>>,
}

/// The commitments of a document that have a deadline. Every one of them is counted in one line.
#[derive(Debug, Serialize)]
pub(crate) struct Account<'a> {
    pub document: Link<'a>,
    pub municipality: Passage<'a>,
    pub total: usize,
    /// Never empty.
    pub lines: Vec<DeadlineLine<'a>>,
}

/// A state of deadlines, with how many are in it.
#[derive(Debug, Serialize)]
pub(crate) struct DeadlineLine<'a> {
    /// The list in which they stand.
    pub href: String,
    pub name: &'a str,
    pub count: usize,
}

/// `deadline_list`.
#[derive(Debug, Serialize)]
pub(crate) struct List<'a> {
    pub name: &'a str,
    pub meaning: &'a str,
    /// Absent where the site has several cities.
    pub total: Option<usize>,
    /// The rows on this page, under headings where the list has some. May be empty.
    pub groups: Vec<DeadlineGroup<'a>>,
    pub paging: Option<Paging>,
}

/// Rows that belong together: a fiscal year, or a state.
#[derive(Debug, Serialize)]
pub(crate) struct DeadlineGroup<'a> {
    pub heading: Option<String>,
    /// Never empty.
    pub rows: Vec<DueRow<'a>>,
}

/// A deadline, a milestone or an overdue report.
#[derive(Debug, Serialize)]
pub(crate) struct DueRow<'a> {
    pub href: String,
    pub title: Passage<'a>,
    pub municipality: Passage<'a>,
    pub document: Passage<'a>,
    /// Absent where no date follows from the deadline.
    pub day: Option<Html>,
    /// The words of the milestone; absent where the deadline itself is meant.
    pub milestone: Option<Passage<'a>>,
    /// The label as printed, for a deadline.
    pub label: Option<Passage<'a>>,
    pub status: Option<StatusView<'a>>,
}

/// How many rows of each list the overview shows.
const FIRST: usize = 5;

/// The overview.
pub(crate) fn deadlines_page<'s>(scope: &Scope<'s>) -> (Deadlines<'s>, About<'s>) {
    let dated = DeadlineList::listed(scope.site)
        .into_iter()
        .filter(|list| !matches!(list, DeadlineList::Undated | DeadlineList::Over));
    let lists = dated.map(|list| {
        let rows = &scope.facts.due[&list];
        ListCard {
            href: scope.href(PageAt::first(Spot::DeadlineList(list))),
            name: scope.choice("deadline_list", list.word()),
            meaning: scope.choice("deadline_list_means", list.word()),
            total: total(scope, rows),
            rows: rows.iter().take(FIRST).map(|due| row(scope, due)).collect(),
        }
    });
    let documents = scope
        .site
        .municipalities
        .iter()
        .flat_map(|municipality| &municipality.documents);
    let view = Deadlines {
        lists: lists.collect(),
        accounts: documents
            .filter_map(|document| account(scope, *document))
            .collect(),
    };
    (view, About::of_theme(scope, "deadlines"))
}

/// A page of a list.
pub(crate) fn list<'s>(scope: &Scope<'s>, list: DeadlineList) -> (List<'s>, About<'s>) {
    let rows = &scope.facts.due[&list];
    let pages = list_pages(rows.len());
    let name = scope.choice("deadline_list", list.word());
    let meaning = scope.choice("deadline_list_means", list.word());
    let shown = list_page(rows, scope.page.number);
    let groups = shown.chunk_by(|one, other| heading(scope, list, one) == heading(scope, list, other));
    let view = List {
        name,
        meaning,
        total: total(scope, rows),
        groups: groups
            .map(|same| DeadlineGroup {
                heading: heading(scope, list, &same[0]),
                rows: same.iter().map(|due| row(scope, due)).collect(),
            })
            .collect(),
        paging: item::paging(scope, pages),
    };
    let about = About {
        description: Some(meaning.into()),
        trail: vec![frame::crumb_to(scope, Spot::Deadlines, "title.deadlines")],
        pages,
        ..About::of_site(scope, Passage::native(name))
    };
    (view, about)
}

/// A row of a list.
pub(crate) fn row<'s>(scope: &Scope<'s>, due: &Due) -> DueRow<'s> {
    let site = scope.site;
    let node = Node::Commitment(due.commitment);
    let commitment = &site[due.commitment];
    let milestone = due.milestone.map(|index| scope.text(&site[index].text));
    DueRow {
        href: scope.href_of(node),
        title: scope.title(node),
        municipality: scope.title(Node::Municipality(site[commitment.document].municipality)),
        document: scope.short_title(Node::Document(commitment.document)),
        day: due.day.map(|day| scope.date(Date::Day(day))),
        label: site
            .deadline_label_of(due.commitment)
            .filter(|_| milestone.is_none())
            .map(|label| scope.printed(label)),
        milestone,
        status: status::status_of(scope, node),
    }
}

/// Nothing is counted over several cities.
fn total(scope: &Scope, rows: &[Due]) -> Option<usize> {
    (scope.site.municipalities.len() == 1).then_some(rows.len())
}

/// What is far away is sorted by fiscal year, and what has no date by why it has none.
fn heading(scope: &Scope, list: DeadlineList, due: &Due) -> Option<String> {
    match list {
        DeadlineList::Later => Some(format::fiscal_year(
            FiscalYear::containing(due.day?),
            scope.writing(),
        )),
        DeadlineList::Undated | DeadlineList::Over => scope
            .site
            .deadline_class(due.commitment)
            .map(|class| scope.choice("deadline_class", class.word()).to_owned()),
        DeadlineList::Soon | DeadlineList::Passed | DeadlineList::Reported | DeadlineList::Unreported => None,
    }
}

fn account<'s>(scope: &Scope<'s>, index: DocumentIx) -> Option<Account<'s>> {
    let classes = scope.site.deadlines_in(index);
    if classes.is_empty() {
        return None;
    }
    let lines = classes.iter().map(|(class, count)| DeadlineLine {
        href: scope.href(PageAt::first(Spot::DeadlineList(class.list()))),
        name: scope.choice("deadline_class", class.word()),
        count: *count,
    });
    Some(Account {
        document: scope.link(Node::Document(index)),
        municipality: scope.title(Node::Municipality(scope.site[index].municipality)),
        total: classes.iter().map(|(_, count)| count).sum(),
        lines: lines.collect(),
    })
}
