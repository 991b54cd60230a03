//! What published figures must satisfy: parts that make up their total, percentages and rates that the
//! numbers bear out, and values in the unit of their indicator. A contradiction that the source itself prints
//! is declared, never corrected.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::model::{
    Aim, Commitment as CommitmentRecord, Document as DocumentRecord, Family, Indicator, ReportHead, Tally,
    TallyPart, Target, Value, ValueState,
};
use crate::reckoning::indicator::{self, Rate, Verdict};
use crate::reckoning::{self, share};
use crate::site::{LinkedCommitment, LinkedDocument, LinkedReport, Site, place};

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        for (at, tally) in document.record.tallies.iter().enumerate() {
            check_total(document, at, tally, problems);
            check_percentages(document, at, tally, problems);
        }
    }
    for commitment in &site.commitments {
        check_ranges(site, commitment, problems);
    }
    for report in &site.reports {
        check_values(site, report, problems);
        check_claim(site, report, problems);
    }
}

/// Parts that overlap or leave something out, as the source may well print them, are declared with
/// `discrepancy`.
fn check_total(document: &LinkedDocument, at: usize, tally: &Tally, problems: &mut Vec<Diagnostic>) {
    let sum: u128 = tally.parts.iter().map(|part| u128::from(part.count.0)).sum();
    let total = tally.total.0;
    if sum == u128::from(total) || tally.discrepancy.is_some() {
        return;
    }
    problems.push(WORDS.error(
        Code::TallyTotal,
        Place::yaml(
            &document.file,
            path_to![DocumentRecord::tallies, at, Tally::total],
        ),
        "tally-total",
        &[("sum", &sum), ("total", &total)],
    ));
}

fn check_percentages(document: &LinkedDocument, at: usize, tally: &Tally, problems: &mut Vec<Diagnostic>) {
    if tally.discrepancy.is_some() {
        return;
    }
    for (number, part) in tally.parts.iter().enumerate() {
        let Some(printed) = &part.percent else { continue };
        let (count, total) = (part.count.0, tally.total.0);
        if share::is_share(printed, count, total) {
            continue;
        }
        let right = share::percent(count, total, share::places(printed)).unwrap_or_else(|| "―".to_owned());
        let printed = printed.as_str();
        problems.push(WORDS.error(
            Code::TallyPercent,
            Place::yaml(
                &document.file,
                path_to![
                    DocumentRecord::tallies,
                    at,
                    Tally::parts,
                    number,
                    TallyPart::percent
                ],
            ),
            "tally-percent",
            &[
                ("total", &total),
                ("count", &count),
                ("right", &right),
                ("printed", &printed),
            ],
        ));
    }
}

/// An indicator that is to stay in a range needs both ends; no other has an upper end.
fn check_ranges(site: &Site, commitment: &LinkedCommitment, problems: &mut Vec<Diagnostic>) {
    for (number, indicator) in commitment.record.indicators.iter().enumerate() {
        let range = indicator.direction == Some(Aim::Range);
        for (at, target) in indicator
            .targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.upper.is_some() != range)
        {
            let own = path_to![CommitmentRecord::indicators, number, Indicator::targets, at];
            let part = if range { own } else { own.field(Target::upper) };
            let place = place::commitment(site, commitment, part);
            let value = target.value.as_str();
            let (message, remedy) = if range {
                (
                    WORDS.say("range-open", &[("value", &value)]),
                    WORDS.say("range-open.remedy", &[]),
                )
            } else {
                (
                    WORDS.say("upper-without-range", &[]),
                    WORDS.say("upper-without-range.remedy", &[]),
                )
            };
            problems.push(Diagnostic::error(Code::IndicatorRange, place, message).remedy(remedy));
        }
    }
}

fn check_values(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    // A value whose indicator does not exist has been reported by linking, and the places would no longer
    // correspond.
    if report.indicators.len() != report.head.values.len() {
        return;
    }
    let file = &report.texts[0].prose.file;
    for (at, (value, index)) in report.head.values.iter().zip(&report.indicators).enumerate() {
        let indicator = &*site.indicator_of(*index);
        if let Some(unit) = &value.unit
            && indicator
                .unit
                .as_ref()
                .is_none_or(|known| known.get(site.first_language(), site.first_language()) != Some(&**unit))
        {
            problems.push(unit_mismatch(
                site,
                indicator,
                unit,
                Place::yaml(file, path_to![ReportHead::values, at, Value::unit]),
            ));
        }
        if value
            .printed
            .as_deref()
            .is_some_and(|printed| !reckoning::prints(printed, &value.value))
        {
            problems.push(otherwise_printed(
                value,
                Place::yaml(file, path_to![ReportHead::values, at, Value::printed]),
            ));
        }
        let Some(printed) = &value.rate else { continue };
        if indicator::agrees(indicator, value.period, &value.value, printed) == Some(false) {
            let computed = match indicator::outcome(indicator, value.period, &value.value).rate {
                Rate::Known { percent, .. } => (
                    format!("計算では {percent}% です"),
                    format!("the figures give {percent}%"),
                ),
                Rate::NotComputed(_) => (
                    "目標と実績からは計算できません".to_owned(),
                    "the target and the value give no rate".to_owned(),
                ),
            };
            problems.push(WORDS.warning(
                Code::RateDiffers,
                Place::yaml(file, path_to![ReportHead::values, at, Value::rate]),
                "rate-differs",
                &[
                    ("printed", &printed),
                    ("computed_ja", &computed.0),
                    ("computed_en", &computed.1),
                ],
            ));
        }
    }
}

fn otherwise_printed(value: &Value, place: Place) -> Diagnostic {
    let (number, printed) = (value.value.as_str(), value.printed.as_deref().unwrap_or_default());
    WORDS.warning(
        Code::ValuePrinted,
        place,
        "value-printed",
        &[("printed", &printed), ("number", &number)],
    )
}

/// A judgement may differ from its figures, but not unnoticed: “achieved” beside targets of which none was
/// met.
fn check_claim(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let achieved = report
        .status
        .is_some_and(|status| site[status].family == Family::Achieved);
    let corrected = report
        .corrections
        .iter()
        .any(|correction| site[*correction].status.is_some());
    if !achieved || corrected || report.indicators.len() != report.head.values.len() {
        return;
    }
    let verdicts = report
        .head
        .values
        .iter()
        .zip(&report.indicators)
        .filter(|(value, _)| value.state != Some(ValueState::Forecast));
    let verdicts = verdicts.map(|(value, index)| {
        indicator::outcome(&site.indicator_of(*index), value.period, &value.value).verdict
    });
    let judged: Vec<Verdict> = verdicts
        .filter(|verdict| matches!(verdict, Verdict::Met | Verdict::NotMet))
        .collect();
    if judged.is_empty() || judged.contains(&Verdict::Met) {
        return;
    }
    let place = Place::yaml(&report.texts[0].prose.file, path_to![ReportHead::status]);
    problems.push(WORDS.warning(Code::StatusAgainstFigures, place, "status-against-figures", &[]));
}

fn unit_mismatch(site: &Site, indicator: &Indicator, unit: &str, place: Place) -> Diagnostic {
    let first = site.first_language();
    let known = indicator
        .unit
        .as_ref()
        .and_then(|unit| unit.get(first, first))
        .unwrap_or("―");
    WORDS.error(
        Code::UnitMismatch,
        place,
        "unit-mismatch",
        &[("unit", &unit), ("known", &known)],
    )
}
