//! Deadlines: the label as printed, and what it means.

use crate::html::{Html, Passage, format};
use crate::model;
use crate::model::Date;
use crate::model::Deadline::{ByDate, ByFiscalYear, LongTerm, Ongoing, WithinYears};
use crate::pages::{Scope, terms};
use crate::reckoning::deadline;
use serde::Serialize;

/// The deadline as printed, with the day that follows from it where one does.
#[derive(Debug, Serialize)]
pub(crate) struct DeadlineView<'a> {
    /// `ongoing`, `within_years`, `long_term`, `by_date` or `by_fiscal_year`; `unknown` only on a record that
    /// does not build.
    pub kind: &'static str,
    /// The label as printed, with its language marked.
    pub label: Passage<'a>,
    /// On pages of another language: the label in words of that language.
    pub reading: Option<String>,
    /// What the legend of the document says about the label.
    pub meaning: Option<Html>,
    /// The day or fiscal year that the document itself states for the label.
    pub stated: Option<Html>,
    /// The last day, reckoned from the start of the term, as a sentence; absent where no source states that
    /// start, and where the document states the day itself.
    pub reckoned: Option<Html>,
    /// Whether the label counts from the start of a term that no source states: then no date can be given,
    /// and the page says so.
    pub start_unknown: bool,
    /// The start of the term, where a source states it.
    pub term_start: Option<Html>,
}

/// A deadline in words of the page's language.
pub(crate) fn reading(scope: &Scope, deadline: &model::Deadline) -> String {
    let texts = &scope.voice.texts;
    match deadline {
        Ongoing => texts.word("deadline.ongoing").to_owned(),
        LongTerm => texts.word("deadline.long_term").to_owned(),
        WithinYears { years } => texts.fill("deadline.within_years", &[("n", &u32::from(*years))]),
        ByDate { date } => texts.fill(
            "deadline.by_date",
            &[("date", &format::date(*date, scope.writing()))],
        ),
        ByFiscalYear { fy } => texts.fill(
            "deadline.by_fiscal_year",
            &[("year", &format::fiscal_year(*fy, scope.writing()))],
        ),
    }
}

/// A label of a document in words of a page of another language, where it is one that koyaku reckons.
pub(crate) fn reading_of(scope: &Scope, document: &model::Document, label: Option<&str>) -> Option<String> {
    let label = label.filter(|_| !scope.is_first())?;
    Some(reading(scope, document.deadlines.get(label)?))
}

/// The deadline of a commitment by its label.
pub(crate) fn deadline_view<'s>(
    scope: &Scope<'s>,
    document: &'s model::Document,
    label: &'s str,
) -> DeadlineView<'s> {
    let reckoned = document.deadlines.get(label);
    let kind = match reckoned {
        Some(Ongoing) => "ongoing",
        Some(WithinYears { .. }) => "within_years",
        Some(LongTerm) => "long_term",
        Some(ByDate { .. }) => "by_date",
        Some(ByFiscalYear { .. }) => "by_fiscal_year",
        None => "unknown",
    };
    let counts = matches!(reckoned, Some(WithinYears { .. }));
    let explained = document.legend.iter().find(|row| *row.label == *label);
    let term_start = document.term_start.filter(|_| counts);
    let last_day = reckoned.filter(|_| counts);
    let last_day = last_day.and_then(|deadline| deadline::last_day(deadline, term_start));
    DeadlineView {
        kind,
        label: scope.printed(label),
        reading: reading_of(scope, document, Some(label)),
        meaning: explained.map(|row| terms::running(scope, &row.meaning)),
        stated: match reckoned {
            Some(ByDate { date }) => Some(scope.date(*date)),
            Some(ByFiscalYear { fy }) => Some(scope.fiscal_year(*fy)),
            _ => None,
        },
        reckoned: last_day.map(|day| {
            let date = scope.date(Date::Day(day));
            scope.fill_html("deadline.reckoned", None, &[("date", &date)])
        }),
        start_unknown: counts && document.term_start.is_none(),
        term_start: term_start.map(|date| scope.date(date)),
    }
}
