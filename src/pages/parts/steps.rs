//! The clauses of the leading sentence about the dated steps that a wording names: which have passed without
//! a report, which with one, which are still to come.

use crate::html::{Html, format};
use crate::pages::Scope;
use crate::pages::parts::{enumeration, report};
use crate::reckoning::deadline::{DeadlineState, StepState};
use crate::site::CommitmentIx;

/// More dates than these are not listed in a sentence; the first and the last stand for them.
const MOST: usize = 4;

/// One clause for every state in which a step is. A step on the day of the deadline is the deadline, and says
/// nothing of its own.
pub(crate) fn step_sentences(scope: &Scope, index: CommitmentIx) -> Vec<Html> {
    let state = scope.site.deadline_of(index);
    if matches!(state, DeadlineState::Met(_)) {
        return Vec::new();
    }
    let mut steps: Vec<(StepState, Html)> = dated(scope, index)
        .into_iter()
        .filter(|(step, _)| step.day() != state.day())
        .collect();
    steps.dedup_by(|(_, one), (_, other)| one == other);
    let those = |wanted: fn(StepState) -> bool| -> Vec<Html> {
        steps
            .iter()
            .filter(|(step, _)| wanted(*step))
            .map(|(_, when)| when.clone())
            .collect()
    };
    let unreported = if matches!(state, DeadlineState::PassedWithoutReport(_)) {
        "sentence.steps_unreported_too"
    } else {
        "sentence.steps_unreported"
    };
    let mut clauses = Vec::new();
    clauses.extend(clause(
        scope,
        unreported,
        &those(|step| matches!(step, StepState::Passed { reported: false, .. })),
        None,
    ));
    // Where the deadline has a report of the time after it, so have the steps before it.
    if !matches!(state, DeadlineState::PassedWithReport(_)) {
        let report = report::last_assessment(scope, index);
        clauses.extend(clause(
            scope,
            "sentence.steps_reported",
            &those(|step| matches!(step, StepState::Passed { reported: true, .. })),
            report.as_ref(),
        ));
    }
    clauses.extend(clause(
        scope,
        "sentence.steps_soon",
        &those(|step| matches!(step, StepState::DueSoon(_))),
        None,
    ));
    clauses.extend(clause(
        scope,
        "sentence.steps_upcoming",
        &those(|step| matches!(step, StepState::Upcoming(_))),
        None,
    ));
    clauses.extend(clause(
        scope,
        "sentence.steps_closed",
        &those(|step| matches!(step, StepState::Closed(_))),
        None,
    ));
    clauses
}

/// The steps with their times, earliest first.
fn dated(scope: &Scope, index: CommitmentIx) -> Vec<(StepState, Html)> {
    let milestones = &scope.site[index].record.milestones;
    let times = milestones
        .iter()
        .filter_map(crate::model::Milestone::when)
        .map(|when| Html::text(&format::period(when, scope.writing())));
    let mut steps: Vec<(StepState, Html)> = scope.site.steps_of(index).zip(times).collect();
    steps.sort_by_key(|(step, _)| step.day());
    steps
}

/// Nothing where no step is in the state. `report` is the link to what has been judged since.
fn clause(scope: &Scope, key: &str, times: &[Html], report: Option<&Html>) -> Option<Html> {
    let (first, last) = (times.first()?, times.last()?);
    let dates = match times.len() {
        0..=MOST => enumeration::enumeration(scope, times),
        _ => scope.fill_html("join.range", None, &[("from", first), ("to", last)]),
    };
    let fillings: Vec<(&str, &Html)> = [("dates", &dates)]
        .into_iter()
        .chain(report.map(|report| ("report", report)))
        .collect();
    Some(scope.fill_html(key, Some(times.len() as u64), &fillings))
}
