//! A line of the lists of what has happened.

use crate::html::{Html, Passage};
use crate::pages::parts::{amendment, report, status};
use crate::pages::{Scope, StatusView};
use crate::site::{Event, Happening, Node};
use serde::Serialize;

/// A report or a change in a line.
#[derive(Debug, Default, Serialize)]
pub(crate) struct EventRow<'a> {
    /// Its anchor on the page of its node.
    pub href: String,
    /// Its own title, or what it is about.
    pub title: Passage<'a>,
    /// Whether the title is wording of the record, and not the editors'.
    pub verbatim: bool,
    /// What it is about, where the title is its own.
    pub about: Option<Passage<'a>>,
    /// Whether that is wording of the record.
    pub about_verbatim: bool,
    pub municipality: Option<Passage<'a>>,
    /// 進捗報告, 公表値, 訂正, or the kind of change.
    pub kind_word: &'a str,
    /// When it was published or took effect, as exactly as that is stated; absent where no source says when a
    /// report was published.
    pub day: Option<Html>,
    /// What a report speaks about.
    pub period: Option<Html>,
    pub status: Option<StatusView<'a>>,
    /// The status before, where that was another one.
    pub before: Option<StatusView<'a>>,
    /// Why, where it says so.
    pub reason: Option<Passage<'a>>,
}

/// What happened on one day, or without a day that is stated.
#[derive(Debug, Serialize)]
pub(crate) struct Day<'a> {
    pub day: Option<Html>,
    /// Never empty.
    pub rows: Vec<EventRow<'a>>,
}

/// Events with each day said once. They come newest first, and stay so; on one day those without a stated day
/// come last.
pub(crate) fn days<'s>(scope: &Scope<'s>, events: &[Event]) -> Vec<Day<'s>> {
    let mut days = Vec::new();
    for same in events.chunk_by(|one, other| one.day == other.day) {
        let mut rows: Vec<EventRow> = same.iter().map(|event| row(scope, event)).collect();
        let key = |row: &EventRow| row.day.as_ref().map(|day| day.text.clone());
        rows.sort_by_key(|row| (row.day.is_none(), key(row)));
        while !rows.is_empty() {
            let first = key(&rows[0]);
            let rest = rows.split_off(rows.iter().take_while(|row| key(row) == first).count());
            let rows_of_day = std::mem::replace(&mut rows, rest);
            days.push(Day {
                day: rows_of_day[0].day.clone(),
                rows: rows_of_day,
            });
        }
    }
    days
}

/// Headings and actions are wording of the record; the titles of commitments are the editors'.
fn is_verbatim(scope: &Scope, node: Node) -> bool {
    scope.is_first() && matches!(node, Node::Document(_) | Node::Section(_) | Node::Action(..))
}

/// An event as a line.
pub(crate) fn row<'s>(scope: &Scope<'s>, event: &Event) -> EventRow<'s> {
    let municipality = scope.site.municipality_of(event.node);
    let municipality = municipality.map(|index| scope.title(Node::Municipality(index)));
    let node = scope.title(event.node);
    match event.what {
        Happening::Report(index) => {
            let report = &scope.site[index];
            let verbatim = is_verbatim(scope, event.node);
            let (title, about) = match report::title(scope, index) {
                Some(own) => (own, Some(node)),
                None => (node, None),
            };
            EventRow {
                href: scope.href_of_report(index),
                verbatim: verbatim && about.is_none(),
                about_verbatim: verbatim,
                title,
                about,
                municipality,
                kind_word: report::kind_word(scope, index),
                day: report.head.published.map(|date| scope.date(date)),
                period: report.head.period.map(|period| scope.period(period)),
                status: status::status(scope, index),
                before: report::before(scope, index),
                reason: report.head.reason.as_ref().map(|reason| scope.text(&reason.text)),
            }
        }
        Happening::Amendment(index) => {
            let record = &scope.site[index];
            let (page, _) = scope.facts.place_of(Node::Commitment(index.commitment));
            EventRow {
                href: scope.with_anchor(page, Some(&amendment::anchor(index.position()))),
                title: node,
                municipality,
                kind_word: scope.choice("amendment", record.kind.word()),
                day: Some(scope.date(record.date)),
                reason: Some(scope.text(&record.reason)),
                ..EventRow::default()
            }
        }
    }
}
