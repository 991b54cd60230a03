//! The documents of a city on one line of years: which time each is about, and where the day of the site lies.

use super::link::Link;
use super::passage::Html;
use crate::model::date::Period;
use crate::render::data;
use crate::render::scope::Scope;
use crate::site::{DocumentIx, MunicipalityIx, Node};
use jiff::civil::Date;
use serde::Serialize;

/// The documents that state their period, of which there are at least two. Places are hundredths of the width.
#[derive(Debug, Serialize)]
pub struct Timeline<'a> {
    pub rows: Vec<TimelineRow<'a>>,
    /// The day of the site; absent where it lies outside.
    pub today: Option<u32>,
    /// The same as a file.
    pub csv: String,
}

/// A document.
#[derive(Debug, Serialize)]
pub struct TimelineRow<'a> {
    pub link: Link<'a>,
    pub period: Html,
    /// Where its period begins, and how long it is.
    pub start: u32,
    pub length: u32,
}

/// The line of a city; `None` where fewer than two documents state a period.
pub fn of<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> Option<Timeline<'s>> {
    let site = scope.site;
    let mut dated: Vec<(DocumentIx, Period)> = site[index].documents.iter().filter_map(|&document| Some((document, site[document].record.period?))).collect();
    if dated.len() < 2 {
        return None;
    }
    dated.sort_by_key(|(document, period)| (period.first_day(), period.last_day(), *document));
    let first = dated.iter().map(|(_, period)| period.first_day()).min()?;
    let last = dated.iter().map(|(_, period)| period.last_day()).max()?;
    let rows = dated.iter().map(|&(document, period)| {
        let (start, end) = (place((first, last), period.first_day()), place((first, last), period.last_day()));
        TimelineRow {
            link: Link { href: scope.href_of(Node::Document(document)), title: scope.short_title(Node::Document(document)) },
            period: scope.period(period),
            start,
            length: (end - start).max(1),
        }
    });
    let today = site.options.as_of;
    Some(Timeline {
        rows: rows.collect(),
        today: (first <= today && today <= last).then(|| place((first, last), today)),
        csv: scope.href_of_file(&data::path(site, Node::Municipality(index))),
    })
}

fn place((first, last): (Date, Date), day: Date) -> u32 {
    let days = |from: Date, to: Date| (to - from).get_days();
    let whole = days(first, last).max(1);
    u32::try_from(days(first, day).clamp(0, whole) * 100 / whole).expect("a place lies between 0 and 100")
}
