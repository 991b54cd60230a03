//! The sentence that leads a commitment's page: what has been judged, what the figures say, where the deadline stands.
//! It never says more than its inputs: no report is not a status, a passed deadline without a report is not a failure, and the
//! three are never merged into one.

use crate::model::choice::{Assessor, Measure, ValueState};
use crate::model::date::{Date, Period};
use crate::reckoning::deadline::State;
use crate::reckoning::indicator::{self, Verdict};
use crate::render::format;
use crate::render::scope::Scope;
use crate::render::theme::Filling;
use crate::site::{CommitmentIx, Node, ReportIx, Standing};
use jiff::civil::Date as Day;

/// Whole sentences in plain text, in the order status, figures, deadline. Never empty.
pub fn of(scope: &Scope, index: CommitmentIx) -> Vec<String> {
    let mut clauses = vec![status(scope, index)];
    clauses.extend(figures(scope, index));
    // What has been withdrawn or replaced has no deadline any more; the page says so above.
    if matches!(scope.site.standing_of(index), Standing::Stands) {
        clauses.push(deadline(scope, index));
    }
    // Japanese sentences follow one another without a space.
    if !scope.language.is_japanese() {
        let last = clauses.len() - 1;
        clauses[..last].iter_mut().for_each(|clause| clause.push(' '));
    }
    clauses
}

/// The deadline alone, in one clause, for lists.
pub fn deadline(scope: &Scope, index: CommitmentIx) -> String {
    let on = |key: &str, day: Day| fill(scope, key, &[("date", &date(scope, day))]);
    match scope.site.deadline_of(index) {
        State::NoneStated => word(scope, "sentence.no_deadline"),
        State::Ongoing { review: None } => word(scope, "sentence.ongoing"),
        State::Ongoing { review: Some(day) } if day < scope.site.options.as_of => on("sentence.ongoing_review_due", day),
        State::Ongoing { review: Some(day) } => on("sentence.ongoing_review", day),
        State::LongTerm => word(scope, "sentence.long_term"),
        State::StartUnknown => word(scope, "sentence.start_unknown"),
        State::Upcoming(day) => on("sentence.upcoming", day),
        State::DueSoon(day) => on("sentence.due_soon", day),
        State::PassedWithReport(day) => on("sentence.passed_with_report", day),
        State::PassedWithoutReport(day) => on("sentence.passed_without_report", day),
        State::Met(Some(day)) if is_late(scope, index, day) => on("sentence.met_late", day),
        State::Met(Some(day)) => on("sentence.met", day),
        State::Met(None) => word(scope, "sentence.met_undated"),
        State::Closed(Some(day)) => on("sentence.closed", day),
        State::Closed(None) => word(scope, "sentence.closed_undated"),
    }
}

/// Whether what was achieved is reported of a time after the deadline.
fn is_late(scope: &Scope, index: CommitmentIx, deadline: Day) -> bool {
    let report = scope.site.assessment_of(Node::Commitment(index)).map(|report| &scope.site[report]);
    report.is_some_and(|report| report.head.period.unwrap_or(report.when).first_day() > deadline)
}

fn status(scope: &Scope, index: CommitmentIx) -> String {
    let Some((status, report)) = scope.site.status_of(Node::Commitment(index)) else { return word(scope, "none_assessed") };
    let head = &scope.site[report].head;
    let label = scope.text(&status.label).text.into_owned();
    let assessor = head.assessor.filter(|assessor| *assessor != Assessor::Other).map(|assessor| scope.choice("assessor", assessor.word()).to_owned());
    let period = format::period(head.period.unwrap_or(scope.site[report].when), scope.language);
    match assessor {
        Some(assessor) => fill(scope, "sentence.assessed_by", &[("assessor", &assessor), ("period", &period), ("status", &label)]),
        None => fill(scope, "sentence.assessed", &[("period", &period), ("status", &label)]),
    }
}

/// What the newest values of the indicators say beside their targets; nothing where no value can be judged.
fn figures(scope: &Scope, index: CommitmentIx) -> Option<String> {
    let indicators = &scope.site[index].record.indicators;
    let newest: Vec<(usize, Period, Verdict)> = (0..indicators.len()).filter(|position| is_current(scope, index, *position)).filter_map(|position| newest(scope, index, position)).collect();
    let judged: Vec<_> = newest.iter().filter(|(_, _, verdict)| matches!(verdict, Verdict::Met | Verdict::NotMet)).collect();
    let current = (0..indicators.len()).filter(|position| is_current(scope, index, *position)).count();
    match judged[..] {
        [] => None,
        [&(position, period, verdict)] if current == 1 => Some(one(scope, (index, position), (period, verdict))),
        _ => {
            let met = judged.iter().filter(|(_, _, verdict)| *verdict == Verdict::Met).count();
            let fillings = [
                ("total", Filling::Number(current as u64)),
                ("judged", Filling::Number(judged.len() as u64)),
                ("met", Filling::Number(met as u64)),
                ("missed", Filling::Number((judged.len() - met) as u64)),
            ];
            Some(scope.voice.texts.fill("sentence.indicators", &fillings))
        }
    }
}

/// An indicator that another one has replaced says nothing of today.
fn is_current(scope: &Scope, index: CommitmentIx, position: usize) -> bool {
    u32::try_from(position).is_ok_and(|at| scope.prepared.replacement_of((index, at)).is_none())
}

fn one(scope: &Scope, (index, position): (CommitmentIx, usize), (period, verdict): (Period, Verdict)) -> String {
    let indicator = &*scope.site.indicator_of(index, position);
    if indicator.kind == Some(Measure::Milestone) {
        let key = if verdict == Verdict::Met { "sentence.step_met" } else { "sentence.step_not_met" };
        return fill(scope, key, &[("period", &format::period(period, scope.language))]);
    }
    let key = if verdict == Verdict::Met { "sentence.indicator_met" } else { "sentence.indicator_not_met" };
    let unit = indicator.unit.as_ref().map(|unit| scope.text(unit).text.into_owned()).unwrap_or_default();
    let value = |figure: &crate::model::number::Figure| with_unit(scope, &format::figure(figure), &unit);
    let target = indicator.targets.iter().find(|target| target.period == period).map(|target| value(&target.value)).unwrap_or_default();
    let actual = latest_value(scope, index, position).map(|(_, found)| value(&found.value)).unwrap_or_default();
    fill(scope, key, &[("period", &format::period(period, scope.language)), ("target", &target), ("actual", &actual)])
}

/// 66.3％, `66.3%`, `12 cases`: signs stand close to their number, words apart from it where words are.
pub fn with_unit(scope: &Scope, number: &str, unit: &str) -> String {
    let close = scope.language.is_japanese() || unit.is_empty() || matches!(unit, "%" | "％" | "°C" | "℃");
    if close { format!("{number}{unit}") } else { format!("{number} {unit}") }
}

/// The newest value of an indicator that is not a forecast, with its verdict.
fn newest(scope: &Scope, index: CommitmentIx, position: usize) -> Option<(usize, Period, Verdict)> {
    let (_, value) = latest_value(scope, index, position)?;
    let indicator = &*scope.site.indicator_of(index, position);
    Some((position, value.period, indicator::outcome(indicator, value.period, &value.value).verdict))
}

fn latest_value<'s>(scope: &Scope<'s>, index: CommitmentIx, position: usize) -> Option<(ReportIx, &'s crate::model::report::Value)> {
    let at = (index, u32::try_from(position).ok()?);
    let values = scope.prepared.values_of(at).iter().map(|&(report, place)| (report, &scope.site[report].head.values[place as usize]));
    let known = values.filter(|(_, value)| value.state != Some(ValueState::Forecast));
    // Of two values for one period the later report holds; `max_by_key` keeps the last of equals.
    known.max_by_key(|(_, value)| value.period.last_day())
}

fn date(scope: &Scope, day: Day) -> String {
    format::date(Date::Day(day), scope.language)
}

fn word(scope: &Scope, key: &str) -> String {
    scope.voice.texts.word(key).to_owned()
}

fn fill(scope: &Scope, key: &str, fillings: &[(&str, &str)]) -> String {
    let fillings: Vec<(&str, Filling)> = fillings.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
    scope.voice.texts.fill(key, &fillings)
}
