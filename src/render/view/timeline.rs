//! Times on one line of years: which period each document of a city is about, and when a document means to have taken its steps.

use super::link::Link;
use super::passage::Html;
use crate::model::date::Period;
use crate::render::data;
use crate::render::scope::Scope;
use crate::site::{DocumentIx, MunicipalityIx, Node};
use jiff::civil::Date;
use serde::Serialize;

/// At least two rows. Places are hundredths of the width.
#[derive(Debug, Serialize)]
pub struct Timeline<'a> {
    pub rows: Vec<TimelineRow<'a>>,
    /// The day of the site; absent where it lies outside.
    pub today: Option<u32>,
    /// The same as a file.
    pub csv: String,
}

/// A document or a step.
#[derive(Debug, Serialize)]
pub struct TimelineRow<'a> {
    pub link: Link<'a>,
    pub period: Html,
    /// Where its time begins, and how long it is.
    pub start: u32,
    pub length: u32,
}

/// The documents of a city that state their period.
pub fn documents<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> Option<Timeline<'s>> {
    let site = scope.site;
    let named = |document: DocumentIx| Link { href: scope.href_of(Node::Document(document)), title: scope.short_title(Node::Document(document)) };
    let dated = site[index].documents.iter().filter_map(|&document| Some((named(document), site[document].record.period?)));
    drawn(scope, dated.collect(), Node::Municipality(index))
}

/// The dated steps that the commitments of a document name.
pub fn steps<'s>(scope: &Scope<'s>, index: DocumentIx) -> Option<Timeline<'s>> {
    let site = scope.site;
    let all = site[index].commitments.iter().filter(|commitment| site[**commitment].relists.is_none());
    let steps = all.flat_map(|&commitment| {
        let milestones = site[commitment].record.milestones.iter();
        milestones.filter_map(move |milestone| Some((scope.link(Node::Commitment(commitment)), milestone.when()?)))
    });
    drawn(scope, steps.collect(), Node::Document(index))
}

/// Rows in the order of time; `None` where there are fewer than two.
fn drawn<'s>(scope: &Scope<'s>, mut dated: Vec<(Link<'s>, Period)>, node: Node) -> Option<Timeline<'s>> {
    if dated.len() < 2 {
        return None;
    }
    dated.sort_by_key(|(_, period)| (period.first_day(), period.last_day()));
    let first = dated.iter().map(|(_, period)| period.first_day()).min()?;
    let last = dated.iter().map(|(_, period)| period.last_day()).max()?;
    let rows = dated.into_iter().map(|(link, period)| {
        let (start, end) = (place((first, last), period.first_day()), place((first, last), period.last_day()));
        TimelineRow { link, period: scope.period(period), start, length: (end - start).max(1) }
    });
    let today = scope.site.options.as_of;
    Some(Timeline {
        rows: rows.collect(),
        today: (first <= today && today <= last).then(|| place((first, last), today)),
        csv: scope.href_of_file(&data::path(scope.site, node)),
    })
}

fn place((first, last): (Date, Date), day: Date) -> u32 {
    let days = |from: Date, to: Date| (to - from).get_days();
    let whole = days(first, last).max(1);
    u32::try_from(days(first, day).clamp(0, whole) * 100 / whole).expect("a place lies between 0 and 100")
}
