//! What a schedule must satisfy: rows that are the months or years that it says, and spans that stand in
//! their cells. A drawing that put a step into the wrong month would be worse than none.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Path, Place, path_to};
use crate::model::{Date, Document, FiscalYear, Language, Moment, Schedule, Span, Table, Text};
use crate::numerals::digits;
use crate::site::Site;

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        for (at, table) in document.record.tables.iter().enumerate() {
            let Some(schedule) = &table.schedule else { continue };
            let place = |part: Path| Place::yaml(&document.file, path_to![Document::tables, at].then(part));
            if schedule.moment_of(0).is_none() {
                problems.push(no_start(place(path_to![Table::schedule, Schedule::from])));
                continue;
            }
            check_heads(site, table, schedule, &place, problems);
            for (number, span) in schedule.spans.iter().enumerate() {
                let part = |part| place(path_to![Table::schedule, Schedule::spans, number, part]);
                problems.extend(fault(site, table, schedule, span, &part));
            }
        }
    }
}

fn no_start(place: Place) -> Diagnostic {
    WORDS.error(Code::ScheduleShape, place, "schedule-shape", &[])
}

/// Heads that name a month or a fiscal year in figures must name that of their row. Others are left to the
/// eye.
fn check_heads(
    site: &Site,
    table: &Table,
    schedule: &Schedule,
    place: &dyn Fn(Path) -> Place,
    problems: &mut Vec<Diagnostic>,
) {
    let first = site.first_language();
    for (row, cells) in table.rows.iter().enumerate() {
        let head = cells.first().and_then(|cell| cell.0.as_ref()?.get(first, first));
        let (Some(moment), Some(head)) = (schedule.moment_of(row), head) else {
            continue;
        };
        if names(head, moment) == Some(false) {
            let due = moment.key();
            problems.push(WORDS.error(
                Code::ScheduleShape,
                place(path_to![Table::rows, row]),
                "schedule-shape.check-heads",
                &[("due", &due), ("head", &head)],
            ));
        }
    }
}

/// Whether a head names a time; `None` where it does not say so in figures.
fn names(head: &str, moment: Moment) -> Option<bool> {
    match moment {
        Moment::Date(Date::Month { month, .. }) => {
            let before = head.split_once('月')?.0;
            let folded = digits::fold(before);
            let digits = folded
                .rsplit(|character: char| !character.is_ascii_digit())
                .next()?;
            Some(digits.parse::<i8>().ok()? == month)
        }
        Moment::FiscalYear(year) => FiscalYear::parse(head).ok().map(|named| named == year),
        Moment::Date(_) => None,
    }
}

/// What is wrong with a span, the first thing only.
fn fault(
    site: &Site,
    table: &Table,
    schedule: &Schedule,
    span: &Span,
    place: &dyn Fn(&'static str) -> Place,
) -> Option<Diagnostic> {
    let rows = table.rows.len();
    let columns = table.columns.len();
    let error = |part: &'static str, message: Message, remedy: Message| {
        Some(Diagnostic::error(Code::ScheduleShape, place(part), message).remedy(remedy))
    };
    let range = || {
        let key = |row| schedule.moment_of(row).map(Moment::key).unwrap_or_default();
        let (first, last) = (key(0), key(rows.saturating_sub(1)));
        WORDS.say("row-missing.remedy", &[("first", &first), ("last", &last)])
    };
    let column = usize::try_from(span.column.0).unwrap_or(usize::MAX);
    if !(2..=columns).contains(&column) {
        let message = WORDS.say("column-no-lane", &[("column", &column)]);
        let remedy = WORDS.say("column-no-lane.remedy", &[("columns", &columns)]);
        return error(Span::column, message, remedy);
    }
    let outside = |moment: Moment| WORDS.say("row-missing", &[("moment", &moment.key())]);
    let Some(row) = schedule.row_of(span.from, rows) else {
        return error(Span::from, outside(span.from), range());
    };
    let Some(last) = schedule.row_of(span.to, rows) else {
        return error(Span::to, outside(span.to), range());
    };
    if last <= row {
        let message = WORDS.say("ends-first", &[]);
        return error(Span::to, message, WORDS.say("ends-first.remedy", &[]));
    }
    let cell = table.rows[row].get(column - 1).and_then(|cell| cell.0.as_ref());
    let Some(cell) = cell else {
        let message = WORDS.say("cell-empty", &[("from", &span.from.key()), ("column", &column)]);
        return error(Span::from, message, WORDS.say("cell-empty.remedy", &[]));
    };
    let words = span.words.as_ref()?;
    let language = lacking(site, words, cell)?;
    let message = match words.get(language, site.first_language()) {
        Some(words) => WORDS.say("words-elsewhere", &[("words", &words)]),
        None => WORDS.say("words-missing", &[("language", &language.as_str())]),
    };
    error(Span::words, message, WORDS.say("words-elsewhere.remedy", &[]))
}

/// The first language of a cell in which words do not stand in it.
fn lacking(site: &Site, words: &Text, cell: &Text) -> Option<Language> {
    let first = site.first_language();
    let stand = |language: Language| {
        let (words, cell) = (words.get(language, first), cell.get(language, first));
        words.zip(cell).is_some_and(|(words, cell)| cell.contains(words))
    };
    let mut languages = cell.languages().map(|language| language.unwrap_or(first));
    languages.find(|language| !stand(*language))
}
