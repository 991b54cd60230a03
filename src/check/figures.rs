//! What published figures must satisfy: parts that make up their total, percentages and rates that the
//! numbers bear out, and values in the unit of their indicator. A contradiction that the source itself prints
//! is declared, never corrected.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::model::{
    Aim, Commitment, Document, Family, Indicator, ReportHead, Tally, TallyPart, Target, Value, ValueState,
};
use crate::reckoning::indicator::{self, Rate, Verdict};
use crate::reckoning::{self, share};
use crate::site::{LinkedCommitment, LinkedDocument, LinkedReport, Site, place};

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
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
        Place::yaml(&document.file, path_to![Document::tallies, at, Tally::total]),
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
                path_to![Document::tallies, at, Tally::parts, number, TallyPart::percent],
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
        let targets = indicator.targets.iter().enumerate();
        for (at, target) in targets.filter(|(_, target)| target.upper.is_some() != range) {
            let own = path_to![Commitment::indicators, number, Indicator::targets, at];
            let part = if range { own } else { own.field(Target::upper) };
            let place = place::commitment(site, commitment, part);
            let value = target.value.as_str();
            problems.push(if range {
                WORDS.error(Code::IndicatorRange, place, "range-open", &[("value", &value)])
            } else {
                WORDS.error(Code::IndicatorRange, place, "upper-without-range", &[])
            });
        }
    }
}

fn check_values(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    // A value whose indicator does not exist has been reported by linking, and the places would no longer
    // correspond.
    if report.indicators.len() != report.head.values.len() {
        return;
    }
    let first = site.first_language();
    for (at, (value, index)) in report.head.values.iter().zip(&report.indicators).enumerate() {
        let place = |part: &'static str| {
            let path = path_to![ReportHead::values, at, part];
            Place::yaml(&report.texts[0].prose.file, path)
        };
        let indicator = &*site.indicator_of(*index);
        let known = indicator.unit.as_ref().and_then(|unit| unit.get(first, first));
        if let Some(unit) = &value.unit
            && known != Some(&**unit)
        {
            problems.push(WORDS.error(
                Code::UnitMismatch,
                place(Value::unit),
                "unit-mismatch",
                &[("unit", unit), ("known", &known.unwrap_or("―"))],
            ));
        }
        if let Some(printed) = &value.printed
            && !reckoning::prints(printed, &value.value)
        {
            let number = value.value.as_str();
            problems.push(WORDS.warning(
                Code::ValuePrinted,
                place(Value::printed),
                "value-printed",
                &[("printed", printed), ("number", &number)],
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
                place(Value::rate),
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

/// A judgement may differ from its figures, but not unnoticed: “achieved” beside targets of which none was
/// met.
fn check_claim(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let family = report.status.map(|status| site[status].family);
    let achieved = family == Some(Family::Achieved);
    let mut corrections = report.corrections.iter();
    let corrected = corrections.any(|correction| site[*correction].status.is_some());
    if !achieved || corrected || report.indicators.len() != report.head.values.len() {
        return;
    }
    let values = report.head.values.iter().zip(&report.indicators);
    let known = values.filter(|(value, _)| value.state != Some(ValueState::Forecast));
    let verdicts = known.map(|(value, index)| {
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
