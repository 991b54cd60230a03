//! Times on one line of years: which period each document of a city is about, and when a document means to
//! have taken its steps. The list is the table of its drawing: its words say all that the spans show.

use crate::chart;
use crate::chart::{Ends, Track};
use crate::facts::data_files;
use crate::html::{Html, Link, format};
use crate::model::{Date, FiscalYear, Period};
use crate::pages::parts::quotation;
use crate::pages::{LineView, Scope};
use crate::site::{DataFile, DocumentIx, MunicipalityIx, Node};
use jiff::civil::Date as Day;
use serde::Serialize;

/// At least two rows.
#[derive(Debug, Serialize)]
pub(crate) struct Timeline<'a> {
    /// In the order of time.
    pub rows: Vec<TimelineRow<'a>>,
    /// The first and the last year, and the day of the site.
    pub scale: Html,
    /// How many further rows only the file has.
    pub more: usize,
    /// The same as a file.
    pub csv: String,
}

/// A document or a step.
#[derive(Debug, Serialize)]
pub(crate) struct TimelineRow<'a> {
    /// The words of a step.
    pub words: Option<LineView>,
    /// The document, or the commitment that names the step.
    pub link: Link<'a>,
    pub period: Html,
    pub drawing: Html,
}

/// A page shows no more steps than this: some that are past and many that are to come. The file has all.
const MOST: usize = 40;
const PAST: usize = 10;

/// So many years are told apart by lines.
const YEARS: i16 = 20;

/// The documents of a city that state their period.
pub(crate) fn documents<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> Option<Timeline<'s>> {
    let site = scope.site;
    let mut dated: Vec<(Period, DocumentIx)> = site[index]
        .documents
        .iter()
        .filter_map(|&document| Some((site[document].record.period?, document)))
        .collect();
    dated.sort_by_key(|(period, _)| (period.first_day(), period.last_day()));
    let (track, scale) = years(scope, dated.iter().map(|(period, _)| *period))?;
    let named = |document| scope.short_link(Node::Document(document));
    let rows = dated.into_iter().map(|(period, document)| TimelineRow {
        words: None,
        link: named(document),
        period: scope.period(period),
        drawing: track.span(period),
    });
    Some(Timeline {
        rows: rows.collect(),
        scale,
        more: 0,
        csv: scope.href_of_file(&data_files::path(site, Node::Municipality(index))),
    })
}

/// The dated steps that the commitments of a document name.
pub(crate) fn steps<'s>(scope: &Scope<'s>, index: DocumentIx) -> Option<Timeline<'s>> {
    let site = scope.site;
    let mut dated: Vec<_> = site.dated_steps(index).collect();
    // Steps of the same time stay in printed order.
    dated.sort_by_key(|(.., period)| (period.first_day(), period.last_day()));
    let more = dated.len().saturating_sub(MOST);
    let ahead = dated
        .iter()
        .position(|(.., period)| period.last_day() >= site.options.as_of)
        .unwrap_or(dated.len());
    let begin = ahead.saturating_sub(PAST).min(more);
    let shown = &dated[begin..(begin + MOST).min(dated.len())];
    let (track, scale) = years(scope, shown.iter().map(|(.., period)| *period))?;
    let rows = shown.iter().map(|&(step, period)| TimelineRow {
        words: Some(quotation::running(scope, &site[step].text)),
        link: scope.link(Node::Commitment(step.commitment)),
        period: scope.period(period),
        drawing: track.span(period),
    });
    Some(Timeline {
        rows: rows.collect(),
        scale,
        more,
        csv: scope.href_of_file(&data_files::path(site, DataFile::Steps(index))),
    })
}

/// Whole fiscal years, by which cities plan, whatever the periods themselves are.
struct WholeYears {
    first: Day,
    last: Day,
    track: Track,
}

impl WholeYears {
    fn place(&self, day: Day) -> f64 {
        place(self.first, self.last, day)
    }

    fn span(&self, period: Period) -> Html {
        // A span ends with its last day, which is where the next one begins.
        let end = period.last_day().tomorrow().unwrap_or(self.last);
        Html::new(chart::span(
            &self.track,
            self.place(period.first_day()),
            self.place(end),
        ))
    }
}

/// The years that hold all periods, with their scale; `None` where there are fewer than two periods.
fn years(scope: &Scope, periods: impl Iterator<Item = Period> + Clone) -> Option<(WholeYears, Html)> {
    periods.clone().nth(1)?;
    let first = year_of(periods.clone().map(Period::first_day).min()?);
    let last = year_of(periods.map(Period::last_day).max()?);
    let (start, end) = (first.first_day(), last.last_day().tomorrow().ok()?);
    let today = scope.site.options.as_of;
    let starts = (first.0 + 1..=last.0)
        .filter(|_| last.0 - first.0 < YEARS)
        .map(|year| place(start, end, FiscalYear(year).first_day()));
    let track = Track {
        years: starts.collect(),
        today: (start <= today && today <= end).then(|| place(start, end, today)),
    };
    let named = |year| format::named_period(Period::FiscalYear(year), scope.writing());
    let words = (
        named(first),
        named(last),
        format::date(Date::Day(today), scope.writing()),
    );
    let scale = Html::new(chart::scale(
        &track,
        &Ends {
            first: &words.0,
            last: &words.1,
            today: &words.2,
        },
    ));
    Some((
        WholeYears {
            first: start,
            last: end,
            track,
        },
        scale,
    ))
}

fn year_of(day: Day) -> FiscalYear {
    FiscalYear(if day.month() < 4 {
        day.year() - 1
    } else {
        day.year()
    })
}

/// In hundredths of the time from one day to another.
fn place(first: Day, last: Day, day: Day) -> f64 {
    let days = |to: Day| f64::from((to - first).get_days());
    (days(day) / days(last).max(1.0) * 100.0).clamp(0.0, 100.0)
}
