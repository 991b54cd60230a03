//! The sentence that leads a commitment's page: what has been judged, what the figures say, where the
//! deadline and the dated steps stand. It never says more than its inputs: no report is not a status, a
//! passed deadline without a report is not a failure, and the three are never merged into one.

use crate::html::{Html, format};
use crate::model::{Assessor, Date, Family};
use crate::pages::Scope;
use crate::pages::parts::{deadline as deadlines, findings, report, steps};
use crate::reckoning::deadline::DeadlineState;
use crate::site::{CommitmentIx, Node, ReportIx, Standing};
use jiff::civil::Date as Day;

/// Whole sentences in the order status, figures, deadline, steps. Never empty.
pub(crate) fn sentences(scope: &Scope, index: CommitmentIx) -> Vec<Html> {
    let mut clauses = vec![status(scope, index)];
    clauses.extend(findings::findings(scope, index));
    // What has been withdrawn or replaced has no deadline any more; the page says so above.
    if scope.site.standing_of(index) == Standing::Stands {
        clauses.extend(deadline(scope, index));
        clauses.extend(steps::step_sentences(scope, index));
    }
    let last = clauses.len() - 1;
    let gap = &scope.writing().gap;
    clauses[..last]
        .iter_mut()
        .for_each(|clause| clause.text.push_str(gap));
    clauses
}

fn status(scope: &Scope, index: CommitmentIx) -> Html {
    let Some((status, report)) = scope.site.status_of(Node::Commitment(index)) else {
        return Html::text(scope.word("none_assessed"));
    };
    let head = &scope.site[report].head;
    let assessor = head
        .assessor
        .filter(|assessor| *assessor != Assessor::Other)
        .map(|assessor| Html::text(scope.choice("assessor", assessor.word())));
    let label = report::printed_label(scope, report).map(|label| Html::verbatim(&label));
    let key = match (&assessor, &label) {
        (Some(_), None) => "sentence.assessed_by",
        (None, None) => "sentence.assessed",
        (Some(_), Some(_)) => "sentence.assessed_by_printed",
        (None, Some(_)) => "sentence.assessed_printed",
    };
    let period = head.period.unwrap_or(scope.site[report].when);
    let period = Html::text(&format::period(period, scope.writing()));
    let word = Html::from(&scope.text(&status.label));
    let mut fillings = vec![("period", &period), ("status", &word)];
    fillings.extend(assessor.iter().map(|html| ("assessor", html)));
    fillings.extend(label.iter().map(|html| ("label", html)));
    fill(scope, key, &fillings)
}

/// Where the deadline stands; nothing where the status has said it already and no date follows.
fn deadline(scope: &Scope, index: CommitmentIx) -> Option<Html> {
    let word = |key: &str| Html::text(scope.word(key));
    let on = |key: &str, day: Day| fill(scope, key, &[("date", &date(scope, day))]);
    let today = scope.site.day_for(Some(scope.site[index].document));
    Some(match scope.site.deadline_of(index) {
        DeadlineState::NoneStated => word("sentence.no_deadline"),
        DeadlineState::Ongoing { review: None } => word("sentence.ongoing"),
        DeadlineState::Ongoing { review: Some(day) } if day < today => on("sentence.ongoing_review_due", day),
        DeadlineState::Ongoing { review: Some(day) } => on("sentence.ongoing_review", day),
        DeadlineState::LongTerm => labelled(scope, index, "sentence.long_term"),
        DeadlineState::StartUnknown => labelled(scope, index, "sentence.start_unknown"),
        DeadlineState::Upcoming(day) => on("sentence.upcoming", day),
        DeadlineState::DueSoon(day) => on("sentence.due_soon", day),
        DeadlineState::PassedWithReport(day) => match report::last_assessment(scope, index) {
            Some(report) => fill(
                scope,
                "sentence.passed_with_report",
                &[("date", &date(scope, day)), ("report", &report)],
            ),
            None => on("sentence.passed", day),
        },
        DeadlineState::PassedWithoutReport(day) => on("sentence.passed_without_report", day),
        DeadlineState::Met(Some(day)) if is_late(scope, index, day) => on("sentence.met_late", day),
        DeadlineState::Met(Some(day)) if day < today => on("sentence.passed", day),
        DeadlineState::Met(Some(day)) => on("sentence.upcoming", day),
        DeadlineState::Met(None) => return None,
        DeadlineState::Closed(Some(day)) => on("sentence.closed", day),
        DeadlineState::Closed(None) => word("sentence.closed_undated"),
    })
}

/// A sentence that quotes the deadline as printed, behind its words in the page's language where that is
/// another one.
fn labelled(scope: &Scope, index: CommitmentIx, key: &str) -> Html {
    let Some(label) = scope.site.deadline_label_of(index) else {
        return Html::default();
    };
    let record = &scope.site[scope.site[index].document].record;
    let printed = Html::verbatim(&scope.printed(label));
    let deadline = match deadlines::reading_of(scope, record, Some(label)) {
        Some(reading) => {
            let reading = Html::text(&reading);
            fill(
                scope,
                "sentence.label_read",
                &[("reading", &reading), ("label", &printed)],
            )
        }
        None => fill(scope, "sentence.label", &[("label", &printed)]),
    };
    fill(scope, key, &[("deadline", &deadline)])
}

/// Whether what was achieved is reported of a time after the deadline.
fn is_late(scope: &Scope, index: CommitmentIx, deadline: Day) -> bool {
    let Some((status, report)) = scope.site.status_of(Node::Commitment(index)) else {
        return false;
    };
    status.family == Family::Achieved && subject(scope, report) > deadline
}

/// The first day of what a report speaks about.
fn subject(scope: &Scope, report: ReportIx) -> Day {
    let report = &scope.site[report];
    report.head.period.unwrap_or(report.when).first_day()
}

fn date(scope: &Scope, day: Day) -> Html {
    Html::text(&format::date(Date::Day(day), scope.writing()))
}

fn fill(scope: &Scope, key: &str, fillings: &[(&str, &Html)]) -> Html {
    scope.fill_html(key, None, fillings)
}
