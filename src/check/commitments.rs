//! What a commitment must satisfy: wording, a deadline that its document explains, milestones and readings
//! that its text bears out.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Path, Place, path_to};
use crate::model::{
    Action, Budget, Commitment, CommitmentKind, DocumentKind, Indicator, Milestone, Section, Sic, Statement,
    Target, Text,
};
use crate::site::{LinkedCommitment, Site, place};
use std::collections::HashMap;

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for commitment in &site.commitments {
        check_wording(site, commitment, problems);
        check_kind(site, commitment, problems);
        check_deadline(site, commitment, problems);
        check_milestones(site, commitment, problems);
        check_readings(site, commitment, problems);
        check_periods(site, commitment, problems);
    }
    for section in &site.sections {
        let record = &section.record;
        let part =
            |number: usize| place::section(site, section, path_to![Section::sic, number, Sic::printed]);
        check_sic(site, &record.heading, &record.sic, &part, problems);
        for (at, statement) in record.statements.iter().enumerate() {
            let part = |number: usize| {
                let own = path_to![Section::statements, at, Statement::sic, number, Sic::printed];
                place::section(site, section, own)
            };
            check_sic(site, &statement.text, &statement.sic, &part, problems);
        }
    }
}

fn check_wording(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    if commitment.record.text.is_none() && commitment.record.actions.is_empty() {
        let place = place::commitment(site, commitment, path_to![Commitment::id]);
        problems.push(WORDS.error(Code::TextMissing, place, "text-missing", &[]));
    }
}

fn check_kind(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let manifesto = site[commitment.document].record.kind == DocumentKind::Manifesto;
    if commitment.record.kind == CommitmentKind::Pledge && !manifesto {
        let place = place::commitment(site, commitment, path_to![Commitment::kind]);
        problems.push(WORDS.error(Code::ValueChoice, place, "value-choice", &[]));
    }
}

fn check_deadline(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let Some(label) = &commitment.record.deadline else {
        return;
    };
    let known = &site[commitment.document].record.deadlines;
    if !known.contains_key(label) {
        let mut list: Vec<&str> = known.keys().map(|label| &**label).collect();
        if list.is_empty() {
            list.push("—");
        }
        let place = place::commitment(site, commitment, path_to![Commitment::deadline]);
        problems.push(WORDS.error(
            Code::DeadlineUnknown,
            place,
            "deadline-unknown",
            &[("label", label), ("list", &list.join("、"))],
        ));
    }
}

fn check_milestones(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    for (at, milestone) in commitment.record.milestones.iter().enumerate() {
        let first = site.first_language();
        let printed = milestone.text.get(first, first).unwrap_or_default();
        if !texts(commitment).any(|text| text.get(first, first).is_some_and(|text| text.contains(printed))) {
            let part = path_to![Commitment::milestones, at, Milestone::text];
            problems.push(WORDS.error(
                Code::MilestoneNotInText,
                place::commitment(site, commitment, part),
                "milestone-not-in-text",
                &[("printed", &printed)],
            ));
        }
        if milestone.fy.is_some() == milestone.date.is_some() {
            let place = place::commitment(site, commitment, path_to![Commitment::milestones, at]);
            problems.push(WORDS.error(Code::ValueDate, place, "value-date", &[]));
        }
    }
}

/// A budget has one row for a year, and an indicator one target for a period.
fn check_periods(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let budget = commitment.record.budget.iter();
    let years = budget.map(|row| format!("FY{}", row.fy.0));
    let list = path_to![Commitment::budget];
    check_once(site, commitment, years, &list, Budget::fy, problems);
    for (at, indicator) in commitment.record.indicators.iter().enumerate() {
        let periods = indicator.targets.iter().map(|target| target.period.key());
        let list = path_to![Commitment::indicators, at, Indicator::targets];
        check_once(site, commitment, periods, &list, Target::period, problems);
    }
}

fn check_once(
    site: &Site,
    commitment: &LinkedCommitment,
    periods: impl Iterator<Item = String>,
    list: &Path,
    key: &'static str,
    problems: &mut Vec<Diagnostic>,
) {
    let place = |at: usize| place::commitment(site, commitment, list.clone().item(at).field(key));
    let mut firsts: HashMap<String, usize> = HashMap::new();
    for (at, period) in periods.enumerate() {
        let twice = Message::new(
            format!("{period} の行が2回あります"),
            format!("there are two rows for {period}"),
        );
        let first = *firsts.entry(period).or_insert(at);
        if first == at {
            continue;
        }
        let elsewhere = Message::new("1回目はここです", "the first one is here");
        problems.push(
            Diagnostic::error(Code::PeriodTwice, place(at), twice)
                .also(place(first), elsewhere)
                .remedy(WORDS.say("check-once.remedy", &[])),
        );
    }
}

fn check_readings(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    for (at, sic) in commitment.record.sic.iter().enumerate() {
        let mut texts = texts(commitment).chain(&commitment.record.heading);
        if !texts.any(|text| holds(site, text, sic)) {
            let part = path_to![Commitment::sic, at, Sic::printed];
            problems.push(not_printed(sic, place::commitment(site, commitment, part)));
        }
    }
    for (at, action) in commitment.record.actions.iter().enumerate() {
        let part = |number: usize| {
            let own = path_to![Commitment::actions, at, Action::sic, number, Sic::printed];
            place::commitment(site, commitment, own)
        };
        check_sic(site, &action.text, &action.sic, &part, problems);
    }
}

fn check_sic(
    site: &Site,
    text: &Text,
    readings: &[Sic],
    place: &dyn Fn(usize) -> Place,
    problems: &mut Vec<Diagnostic>,
) {
    for (at, sic) in readings.iter().enumerate() {
        if !holds(site, text, sic) {
            problems.push(not_printed(sic, place(at)));
        }
    }
}

fn holds(site: &Site, text: &Text, sic: &Sic) -> bool {
    let first = site.first_language();
    text.get(first, first)
        .is_some_and(|text| text.contains(&*sic.printed))
}

fn not_printed(sic: &Sic, place: Place) -> Diagnostic {
    let printed = &sic.printed;
    WORDS.error(
        Code::SicNotInText,
        place,
        "sic-not-in-text",
        &[("printed", &printed)],
    )
}

fn texts(commitment: &LinkedCommitment) -> impl Iterator<Item = &Text> {
    let record = &commitment.record;
    let actions = record.actions.iter().map(|action| &action.text);
    record.text.iter().chain(actions)
}
