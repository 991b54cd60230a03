//! What has happened, newest first: the list of months, and each month.

use crate::facts::outline::{list_page, list_pages};
use crate::html::{Link, Passage, format, href};
use crate::model::Date;
use crate::pages::list::same_month;
use crate::pages::parts::{event, item};
use crate::pages::{About, Day, Paging, Scope, frame};
use crate::site::{Event, PageAt, Spot};
use serde::Serialize;

/// `updates`.
#[derive(Debug, Serialize)]
pub(crate) struct Updates<'a> {
    /// Every month in which something happened, newest first.
    pub months: Vec<MonthCard>,
    /// The newest events by month, at most thirty. Never empty, since the page exists only with one.
    pub newest: Vec<MonthGroup<'a>>,
    /// Whether some report has no stated day, so that the page says why it stands where it does.
    pub undated: bool,
    /// The list of all amendments; absent where there are none.
    pub amendments: Option<String>,
    /// The feed of the site; absent without a base address.
    pub feed: Option<String>,
}

/// A month in a list.
#[derive(Debug, Serialize)]
pub(crate) struct MonthCard {
    pub href: String,
    pub name: String,
    pub total: usize,
}

/// A month with what happened in it, by day.
#[derive(Debug, Serialize)]
pub(crate) struct MonthGroup<'a> {
    pub href: String,
    pub name: String,
    pub days: Vec<Day<'a>>,
}

/// `month`.
#[derive(Debug, Serialize)]
pub(crate) struct Month<'a> {
    pub name: String,
    pub total: usize,
    /// Those on this page, by day. Never empty.
    pub days: Vec<Day<'a>>,
    /// Whether some report of this page has no stated day, so that the page says why it stands here.
    pub undated: bool,
    /// The next month in which something happened.
    pub newer: Option<Link<'a>>,
    /// The month before in which something happened.
    pub older: Option<Link<'a>>,
    pub paging: Option<Paging>,
}

/// How many events the first page shows.
const NEWEST: usize = 30;

/// The page of all updates.
pub(crate) fn updates_page<'s>(scope: &Scope<'s>) -> (Updates<'s>, About<'s>) {
    let events = &scope.facts.events;
    let months = events.chunk_by(same_month).map(|month| MonthCard {
        href: href(scope, &month[0]),
        name: name(scope, &month[0]),
        total: month.len(),
    });
    let newest = events[..events.len().min(NEWEST)].chunk_by(same_month);
    let amended = events
        .iter()
        .any(|event| matches!(event.what, crate::site::Happening::Amendment(..)));
    let newest: Vec<MonthGroup> = newest
        .map(|month| MonthGroup {
            href: href(scope, &month[0]),
            name: name(scope, &month[0]),
            days: event::days(scope, month),
        })
        .collect();
    let view = Updates {
        undated: newest
            .iter()
            .flat_map(|month| &month.days)
            .any(|day| day.day.is_none()),
        newest,
        months: months.collect(),
        amendments: amended.then(|| scope.href(PageAt::first(Spot::Amendments))),
        feed: scope
            .site
            .options
            .base_url
            .as_ref()
            .map(|_| scope.href_of_file(&href::feed(scope.site, None, scope.language))),
    };
    (view, About::of_theme(scope, "updates"))
}

/// The page of a month.
pub(crate) fn month<'s>(scope: &Scope<'s>, year: i16, number: i8) -> (Month<'s>, About<'s>) {
    let months: Vec<&[Event]> = scope.facts.events.chunk_by(same_month).collect();
    let at = months
        .iter()
        .position(|month| (month[0].day.year(), month[0].day.month()) == (year, number))
        .expect("a month is planned only with an event");
    let events = months[at];
    let pages = list_pages(events.len());
    let name = name(scope, &events[0]);
    let link = |month: &&[Event]| Link {
        href: href(scope, &month[0]),
        title: Passage::native(self::name(scope, &month[0])),
    };
    let title = scope.fill("title.month", &[("month", &name)]);
    let about = About {
        description: Some(scope.fill("summary.month", &[("month", &name), ("n", &events.len())])),
        trail: vec![frame::crumb_to(scope, Spot::Updates, "title.updates")],
        pages,
        ..About::of_site(scope, Passage::native(title))
    };
    let days = event::days(scope, list_page(events, scope.page.number));
    let view = Month {
        total: events.len(),
        undated: days.iter().any(|day| day.day.is_none()),
        days,
        newer: at.checked_sub(1).and_then(|at| months.get(at)).map(link),
        older: months.get(at + 1).map(link),
        paging: item::paging(scope, pages),
        name,
    };
    (view, about)
}

/// The page of the month of an event.
fn href(scope: &Scope, event: &Event) -> String {
    scope.href(PageAt::first(Spot::Month(event.day.year(), event.day.month())))
}

fn name(scope: &Scope, event: &Event) -> String {
    format::date(
        Date::Month {
            year: event.day.year(),
            month: event.day.month(),
        },
        scope.writing(),
    )
}
