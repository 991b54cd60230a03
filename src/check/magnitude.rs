//! Whether a reported value is of the magnitude of its target and of the values around it. One that is ten, a
//! hundred or a thousand times as large, or a part of it, may be right; more often a unit or a digit was
//! mistaken. A value that another one beside it bears out is left alone.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::model::{Indicator, Measure, ReportHead, Value};
use crate::reckoning::magnitude::{alike, moved, power};
use crate::site::{IndicatorIx, LinkedReport, ReportIx, Site, ValueIx};
use std::collections::BTreeMap;

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut series: BTreeMap<IndicatorIx, Vec<ValueIx>> = BTreeMap::new();
    for (index, report) in ReportIx::all(site).zip(&site.reports) {
        // A value whose indicator does not exist has been reported by linking, and the places would no longer
        // correspond.
        if report.indicators.len() == report.head.values.len() {
            for (value, indicator) in ValueIx::all_of(site, index).zip(&report.indicators) {
                series.entry(*indicator).or_default().push(value);
            }
        }
    }
    for (index, mut values) in series {
        let indicator = site.indicator_of(index);
        if matches!(indicator.kind, Some(Measure::Change | Measure::Milestone)) {
            continue;
        }
        values.retain(|at| !is_corrected(site, *at));
        // Values come oldest report first, and sorting keeps that order.
        values.sort_by_key(|at| {
            let period = site[*at].period;
            (period.last_day(), period.first_day())
        });
        let same = |one: &ValueIx, other: &ValueIx| site[*one].period == site[*other].period;
        let periods: Vec<&[ValueIx]> = values.chunk_by(same).collect();
        for (position, same) in periods.iter().enumerate() {
            let newest = |position: Option<usize>| Some(&site[*periods.get(position?)?.last()?]);
            let around = [newest(position.checked_sub(1)), newest(Some(position + 1))];
            for at in *same {
                problems.extend(slip(site, *at, &indicator, around));
            }
        }
    }
}

/// Whether a correction gives the value of that period again.
fn is_corrected(site: &Site, index: ValueIx) -> bool {
    let same = |one: &Value, other: &Value| one.indicator == other.indicator && one.period == other.period;
    let own = &site[index];
    let corrections = site[index.report].corrections.iter();
    corrections
        .flat_map(|correction| &site[*correction].head.values)
        .any(|correct| same(own, correct))
}

/// What a value is told to be so many times of. `around` are the values of the times before and after it.
fn slip(
    site: &Site,
    index: ValueIx,
    indicator: &Indicator,
    around: [Option<&Value>; 2],
) -> Option<Diagnostic> {
    let own = &site[index];
    let beside = || around.iter().flatten();
    if beside().any(|other| alike(&own.value, &other.value)) {
        return None;
    }
    let mut targets = indicator.targets.iter();
    let target = targets.find(|target| target.period == own.period);
    let (power, ja, en) = match target {
        Some(target) => {
            let ends = [Some(&target.value), target.upper.as_ref()];
            if ends.iter().flatten().any(|end| alike(&own.value, end)) {
                return None;
            }
            let off = power(&own.value, &target.value)?;
            // Little of what was aimed at is an ordinary result, unless there was much more before or after.
            let more = beside().any(|other| power(&own.value, &other.value) == Some(off));
            if off > -3 && off < 0 && !more {
                return None;
            }
            let number = target.value.as_str();
            (off, format!("目標 {number} "), format!("the target of {number}"))
        }
        None => {
            let [before, after] = around;
            let before = before?;
            let off = power(&own.value, &before.value)?;
            let peak = after.is_some_and(|after| power(&own.value, &after.value) == Some(off));
            let thousand = after.is_none() && off.abs() == 3 && indicator.kind != Some(Measure::Cumulative);
            if !peak && !thousand {
                return None;
            }
            let (number, period) = (before.value.as_str(), before.period.key());
            (
                off,
                format!("{period} の値 {number} "),
                format!("the value of {period}, {number}"),
            )
        }
    };
    Some(told(&site[index.report], index.position(), power, &ja, &en))
}

fn told(report: &LinkedReport, at: usize, power: i32, ja: &str, en: &str) -> Diagnostic {
    let own = &report.head.values[at].value;
    let number = own.as_str();
    let times = ["10", "100", "1,000"][power.unsigned_abs() as usize - 1];
    let message = if power > 0 {
        WORDS.say(
            "far-above",
            &[("number", &number), ("ja", &ja), ("times", &times), ("en", &en)],
        )
    } else {
        WORDS.say(
            "far-below",
            &[("number", &number), ("ja", &ja), ("times", &times), ("en", &en)],
        )
    };
    let meant = moved(own, power).unwrap_or_default();
    let part = path_to![ReportHead::values, at, Value::value];
    let place = Place::yaml(&report.texts[0].prose.file, part);
    Diagnostic::warning(Code::ValueMagnitude, place, message)
        .remedy(WORDS.say("far-off.remedy", &[("meant", &meant)]))
}
