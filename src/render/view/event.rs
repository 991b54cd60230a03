//! A line of the lists of what has happened.

use super::amendment;
use super::item::{self, Status};
use super::passage::{Html, Passage};
use super::report;
use crate::render::scope::Scope;
use crate::site::{Event, Happening, Node};
use serde::Serialize;

/// A report or a change in a line.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    /// Its anchor on the page of its node.
    pub href: String,
    /// Its own title, or what it is about.
    pub title: Passage<'a>,
    /// What it is about, where the title is its own.
    pub about: Option<Passage<'a>>,
    pub municipality: Option<Passage<'a>>,
    /// 進捗報告, 公表値, 訂正, or the kind of change.
    pub kind_word: &'a str,
    /// When it was published or took effect, as exactly as that is stated; absent where no source says when a report was published.
    pub day: Option<Html>,
    /// What a report speaks about.
    pub period: Option<Html>,
    pub status: Option<Status<'a>>,
    /// The status before, where that was another one.
    pub before: Option<Status<'a>>,
    /// Why, where it says so.
    pub reason: Option<Passage<'a>>,
}

/// An event as a line.
pub fn row<'s>(scope: &Scope<'s>, event: &Event) -> Row<'s> {
    let municipality = scope.site.municipality_of(event.node).map(|index| scope.text(&scope.site[index].record.name));
    let node = scope.title(event.node);
    match event.what {
        Happening::Report(index) => {
            let report = &scope.site[index];
            let (title, about) = match report::title(scope, index) {
                Some(own) => (own, Some(node)),
                None => (node, None),
            };
            Row {
                href: scope.href_of_report(index),
                title,
                about,
                municipality,
                kind_word: scope.choice("report_kind", report.head.kind.word()),
                day: report.head.published.map(|date| scope.date(date)),
                period: report.head.period.map(|period| scope.period(period)),
                status: item::status(scope, index),
                before: report::before(scope, index),
                reason: report.head.reason.as_ref().map(|reason| scope.text(&reason.text)),
            }
        }
        Happening::Amendment(commitment, number) => {
            let record = &scope.site[commitment].record.amendments[number as usize];
            let (page, _) = scope.prepared.place_of(Node::Commitment(commitment));
            Row {
                href: scope.with_anchor(page, Some(&amendment::anchor(number as usize))),
                title: node,
                about: None,
                municipality,
                kind_word: scope.choice("amendment", record.kind.word()),
                day: Some(scope.date(record.date)),
                period: None,
                status: None,
                before: None,
                reason: Some(scope.text(&record.reason)),
            }
        }
    }
}
