//! What a commitment must satisfy: wording, a deadline that its document explains, milestones and readings
//! that its text bears out.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Path, Place, path_to};
use crate::model::{
    Action, Budget, Commitment as CommitmentRecord, CommitmentKind, DocumentKind, Indicator, Milestone,
    Section as SectionRecord, Sic, Statement, Target, Text,
};
use crate::site::{LinkedCommitment, Site, place};
use std::collections::HashMap;

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for commitment in &site.commitments {
        check_wording(site, commitment, problems);
        check_kind(site, commitment, problems);
        check_deadline(site, commitment, problems);
        check_milestones(site, commitment, problems);
        check_readings(site, commitment, problems);
        check_periods(site, commitment, problems);
    }
    for section in &site.sections {
        let part =
            |number: usize| place::section(site, section, path_to![SectionRecord::sic, number, Sic::printed]);
        check_sic(
            site,
            &section.record.heading,
            &section.record.sic,
            &part,
            problems,
        );
        for (at, statement) in section.record.statements.iter().enumerate() {
            let part = |number: usize| {
                let own = path_to![
                    SectionRecord::statements,
                    at,
                    Statement::sic,
                    number,
                    Sic::printed
                ];
                place::section(site, section, own)
            };
            check_sic(site, &statement.text, &statement.sic, &part, problems);
        }
    }
}

fn check_wording(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    if commitment.record.text.is_none() && commitment.record.actions.is_empty() {
        let place = place::commitment(site, commitment, path_to![CommitmentRecord::id]);
        problems.push(WORDS.error(Code::TextMissing, place, "text-missing", &[]));
    }
}

fn check_kind(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let manifesto = site[commitment.document].record.kind == DocumentKind::Manifesto;
    if commitment.record.kind == CommitmentKind::Pledge && !manifesto {
        let place = place::commitment(site, commitment, path_to![CommitmentRecord::kind]);
        problems.push(WORDS.error(Code::ValueChoice, place, "value-choice", &[]));
    }
}

fn check_deadline(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let Some(label) = &commitment.record.deadline else {
        return;
    };
    let known = &site[commitment.document].record.deadlines;
    if !known.contains_key(label) {
        let list: Vec<&str> = known.keys().map(|label| &**label).collect();
        let list = if list.is_empty() {
            "—".to_owned()
        } else {
            list.join("、")
        };
        problems.push(WORDS.error(
            Code::DeadlineUnknown,
            place::commitment(site, commitment, path_to![CommitmentRecord::deadline]),
            "deadline-unknown",
            &[("label", &label), ("list", &list)],
        ));
    }
}

fn check_milestones(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    for (at, milestone) in commitment.record.milestones.iter().enumerate() {
        let first = site.first_language();
        let printed = milestone.text.get(first, first).unwrap_or_default();
        if !texts(commitment).any(|text| text.get(first, first).is_some_and(|text| text.contains(printed))) {
            problems.push(WORDS.error(
                Code::MilestoneNotInText,
                place::commitment(
                    site,
                    commitment,
                    path_to![CommitmentRecord::milestones, at, Milestone::text],
                ),
                "milestone-not-in-text",
                &[("printed", &printed)],
            ));
        }
        if milestone.fy.is_some() == milestone.date.is_some() {
            let place = place::commitment(site, commitment, path_to![CommitmentRecord::milestones, at]);
            problems.push(WORDS.error(Code::ValueDate, place, "value-date", &[]));
        }
    }
}

/// A budget has one row for a year, and an indicator one target for a period.
fn check_periods(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let years = commitment
        .record
        .budget
        .iter()
        .map(|row| format!("FY{}", row.fy.0));
    let list = path_to![CommitmentRecord::budget];
    check_once(site, commitment, years, &list, Budget::fy, problems);
    for (at, indicator) in commitment.record.indicators.iter().enumerate() {
        let periods = indicator.targets.iter().map(|target| target.period.key());
        let list = path_to![CommitmentRecord::indicators, at, Indicator::targets];
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
        let (ja, en) = (
            format!("{period} の行が2回あります"),
            format!("there are two rows for {period}"),
        );
        let first = *firsts.entry(period).or_insert(at);
        if first == at {
            continue;
        }
        problems.push(
            Diagnostic::error(Code::PeriodTwice, place(at), Message::new(ja, en))
                .also(
                    place(first),
                    Message::new("1回目はここです", "the first one is here"),
                )
                .remedy(WORDS.say("check-once.remedy", &[])),
        );
    }
}

fn check_readings(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    let part = |number: usize| {
        place::commitment(
            site,
            commitment,
            path_to![CommitmentRecord::sic, number, Sic::printed],
        )
    };
    for (at, sic) in commitment.record.sic.iter().enumerate() {
        let heading = commitment.record.heading.iter();
        if !texts(commitment)
            .chain(heading)
            .any(|text| holds(site, text, sic))
        {
            problems.push(not_printed(sic, part(at)));
        }
    }
    for (at, action) in commitment.record.actions.iter().enumerate() {
        let part = |number: usize| {
            let own = path_to![CommitmentRecord::actions, at, Action::sic, number, Sic::printed];
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
    commitment
        .record
        .text
        .iter()
        .chain(commitment.record.actions.iter().map(|action| &action.text))
}
