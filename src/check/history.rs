//! What a report must satisfy beside the others and beside what became of its commitment: it is no copy of
//! another, and it does not speak of a time after the end.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::{AmendmentKind, ReportHead, ReportKind};
use crate::site::{ActionIx, LinkedReport, Node, ReportIx, Site, Standing};
use std::collections::HashMap;
pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut judged = HashMap::new();
    let mut told = HashMap::new();
    for (index, report) in ReportIx::all(site).zip(&site.reports) {
        let first = match judgement(report) {
            Some(key) => known(&mut judged, (report.node, key), index),
            None => telling(report).and_then(|key| known(&mut told, (report.node, key), index)),
        };
        if let Some(first) = first {
            problems.push(twice(report, &site[first]));
        }
        check_end(site, report, problems);
    }
}

/// What an assessment judges, by whom. A correction repeats what it corrects.
fn judgement(report: &LinkedReport) -> Option<(&'static str, String)> {
    let assessor = report.head.assessor?.word();
    let period = report.head.period.unwrap_or(report.when);
    (report.head.kind == ReportKind::Assessment).then(|| (assessor, period.key()))
}

/// What any other report says, where that is enough to know a copy by.
fn telling(report: &LinkedReport) -> Option<(&str, String)> {
    let body = report.texts[0].prose.body.trim();
    let period = report.head.period?;
    let copied = report.head.kind == ReportKind::Fact && !body.is_empty();
    copied.then(|| (body, period.key()))
}

/// The report that came first with a key.
fn known<K: std::hash::Hash + Eq>(
    firsts: &mut HashMap<K, ReportIx>,
    key: K,
    report: ReportIx,
) -> Option<ReportIx> {
    let first = *firsts.entry(key).or_insert(report);
    (first != report).then_some(first)
}

fn twice(report: &LinkedReport, first: &LinkedReport) -> Diagnostic {
    let place = |report: &LinkedReport| {
        let file = &report.texts[0].prose.file;
        match report.head.period {
            Some(_) => Place::yaml(file, path_to![ReportHead::period]),
            None => Place::file(file),
        }
    };
    let period = report.head.period.unwrap_or(report.when).key();
    let message = match report.head.assessor {
        Some(assessor) if report.head.kind == ReportKind::Assessment => {
            WORDS.say("twice", &[("assessor", &assessor.word()), ("period", &period)])
        }
        _ => WORDS.say("same-text", &[("period", &period)]),
    };
    let elsewhere = Message::new("1回目はここです", "the first one is here");
    Diagnostic::warning(Code::ReportTwice, place(report), message)
        .also(place(first), elsewhere)
        .remedy(WORDS.say("twice.remedy", &[]))
}

/// A report may be made after the end, on the time before it; and a published figure without a period may be
/// about the end itself.
fn check_end(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let (Node::Commitment(index)
    | Node::Action(ActionIx {
        commitment: index, ..
    })) = report.node
    else {
        return;
    };
    let (Standing::Withdrawn(end) | Standing::Replaced(end)) = site.standing_of(index) else {
        return;
    };
    let end = &site[end];
    let file = &report.texts[0].prose.file;
    let (period, place) = match (report.head.kind, report.head.period) {
        (ReportKind::Correction, _) | (ReportKind::Fact, None) => return,
        (_, Some(period)) => (period, Place::yaml(file, path_to![ReportHead::period])),
        (ReportKind::Assessment, None) => (report.when, Place::file(file)),
    };
    let day = end.date.last_day();
    if period.first_day() <= day {
        return;
    }
    let (ja, en) = match end.kind {
        AmendmentKind::Merge => ("統合された", "merged"),
        AmendmentKind::Split => ("分割された", "split"),
        _ => ("取り下げられた", "withdrawn"),
    };
    let remedy = match end.kind {
        AmendmentKind::Merge | AmendmentKind::Split => WORDS.say("after-end.remedy-replaced", &[]),
        _ => WORDS.say("after-end.remedy-withdrawn", &[]),
    };
    let period = period.key();
    let message = WORDS.say(
        "after-end",
        &[("day", &day), ("ja", &ja), ("period", &period), ("en", &en)],
    );
    problems.push(Diagnostic::warning(Code::ReportAfterEnd, place, message).remedy(remedy));
}
