//! A printed table that is a schedule, as a drawing beside it: what its cells say, when, and until when.

use crate::chart::{DrawingWords, Lane, Mark, Phrases, ScheduleEvent, ScheduleRow, ScheduleTimes, Size};
use crate::html::{Html, format};
use crate::model::{Date, Language, Moment, Period, Span, Table, Text};
use crate::pages::parts::chart;
use crate::pages::{DrawingPair, LegendKey, Scope, phrase};
use crate::{chart as drawings, model};
use serde::Serialize;

/// The drawing of a schedule.
#[derive(Debug, Serialize)]
pub(crate) struct Drawing<'a> {
    /// What the shapes mean.
    pub key: Vec<LegendKey<'a>>,
    pub lines: DrawingPair,
}

/// How wide the words of a lane are at least: eight Japanese characters, or a long English word and a short
/// one.
const LEAST: f64 = 86.0;
const LEAST_IN_WORDS: f64 = 150.0;

/// The drawing of a table whose rows are months or years.
pub(crate) fn schedule_drawing<'s>(scope: &Scope<'s>, table: &'s Table) -> Option<Drawing<'s>> {
    let record = table.schedule.as_ref()?;
    let rows: Option<Vec<ScheduleRow>> = (0..table.rows.len()).map(|at| row(scope, record, at)).collect();
    let lanes = (1..table.columns.len())
        .map(|column| lane(scope, table, record, column))
        .collect();
    let drawn = ScheduleTimes {
        rows: rows?,
        lanes,
        least: if scope.writing().has_wide_letters {
            LEAST
        } else {
            LEAST_IN_WORDS
        },
    };
    let words = DrawingWords {
        id: table.id.as_str(),
        title: scope.site.text(&table.caption, scope.language).1,
        description: scope.word("schedule.same"),
        unit: "",
        writing: scope.writing(),
    };
    let (one, several) = match record.from {
        Moment::FiscalYear(_) => ("schedule.year", "schedule.years"),
        Moment::Date(_) => ("schedule.month", "schedule.months"),
    };
    let mut events = drawn.lanes.iter().flat_map(|lane| &lane.events);
    let lasting = events.any(|event| event.until.is_some());
    let marks = [(true, Mark::Step, one), (lasting, Mark::Span, several)];
    let drawing = |size| Html::new(drawings::schedule(&drawn, &words, size));
    Some(Drawing {
        key: chart::legend(scope, &marks),
        lines: DrawingPair {
            narrow: drawing(Size::Narrow),
            wide: drawing(Size::Wide),
        },
    })
}

fn row(scope: &Scope, record: &model::Schedule, at: usize) -> Option<ScheduleRow> {
    Some(match record.moment_of(at)? {
        Moment::FiscalYear(year) => ScheduleRow {
            year: None,
            label: format::short_period(Period::FiscalYear(year), scope.writing()),
        },
        Moment::Date(date) => {
            let first = at == 0 || matches!(date, Date::Month { month: 1, .. });
            ScheduleRow {
                year: first.then(|| format::year_of(date, scope.writing())),
                label: format::month_of(date, scope.writing()),
            }
        }
    })
}

fn lane(scope: &Scope, table: &Table, record: &model::Schedule, column: usize) -> Lane {
    let mut events = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        let Some(cell) = cells.get(column).and_then(|cell| cell.0.as_ref()) else {
            continue;
        };
        let here = |span: &&Span| {
            usize::try_from(span.column.0) == Ok(column + 1)
                && record.row_of(span.from, table.rows.len()) == Some(row)
        };
        let spans: Vec<(&Span, usize)> = record
            .spans
            .iter()
            .filter(here)
            .filter_map(|span| Some((span, record.row_of(span.to, table.rows.len())?)))
            .collect();
        add(scope, row, cell, &spans, &mut events);
    }
    let (language, head) = scope.site.text(&table.columns[column], scope.language);
    Lane {
        head: phrases(scope, language, head),
        events,
    }
}

/// The events of a cell: its parts that last, each with its own words, and around them what does not.
fn add(scope: &Scope, row: usize, cell: &Text, spans: &[(&Span, usize)], events: &mut Vec<ScheduleEvent>) {
    let (language, whole) = scope.site.text(cell, scope.language);
    let mut parts: Vec<(usize, &str, usize)> = Vec::new();
    for (span, until) in spans {
        let words = span
            .words
            .as_ref()
            .map_or(Some(whole), |words| words.get(language, scope.first));
        parts.extend(words.and_then(|words| Some((whole.find(words)?, words, *until))));
    }
    parts.sort_unstable();
    let mut push = |words: &str, until: Option<usize>| {
        let words = words.trim_matches([' ', '\u{3000}', ';', '、', '・']);
        if !words.is_empty() {
            events.push(ScheduleEvent {
                row,
                until,
                words: phrases(scope, language, words),
            });
        }
    };
    let mut at = 0;
    for (place, words, until) in parts {
        if place >= at {
            push(&whole[at..place], None);
            push(words, Some(until));
            at = place + words.len();
        }
    }
    push(&whole[at..], None);
}

fn phrases(scope: &Scope, language: Language, text: &str) -> Phrases {
    Phrases {
        pieces: phrase::pieces(scope, text, language),
        lang: (language != scope.language).then_some(language),
    }
}
