//! The sentence that leads the page of an indicator: its newest value, when, beside which target, and with which result. Where one of
//! these is not known it says so instead. What it says follows from the figures alone; it is no judgement of the commitment.

use super::indicator::{newest, target_figure, words_of_step};
use super::sentence::with_unit;
use crate::model::choice::{Aim, Measure, ValueState};
use crate::model::date::Period;
use crate::model::indicator::{Indicator, Target};
use crate::model::report::Value;
use crate::reckoning::indicator::{self as reckoning, Verdict};
use crate::render::format;
use crate::render::prepared::IndicatorAt;
use crate::render::scope::Scope;
use crate::render::theme::Filling;

/// The sentence, in plain text.
pub fn of(scope: &Scope, at: IndicatorAt) -> String {
    let indicator = &*scope.site.indicator_of(at.0, at.1 as usize);
    let values = newest(scope, at);
    let known = values.iter().rev().find(|value| value.state != Some(ValueState::Forecast));
    match (known, values.last()) {
        (Some(value), _) => judged(scope, indicator, value),
        (None, Some(forecast)) => fill(scope, "answer.forecast", (forecast.period, &actual(scope, indicator, forecast), "")),
        (None, None) => aimed(scope, indicator),
    }
}

fn judged(scope: &Scope, indicator: &Indicator, value: &Value) -> String {
    let target = indicator.targets.iter().find(|target| target.period == value.period);
    let step = indicator.kind == Some(Measure::Milestone);
    let (key, told) = match reckoning::outcome(indicator, value.period, &value.value).verdict {
        Verdict::Met if step => ("answer.step_met", false),
        Verdict::NotMet if step => ("answer.step_not_met", false),
        Verdict::Met if indicator.direction == Some(Aim::Range) => ("answer.within", false),
        Verdict::NotMet if indicator.direction == Some(Aim::Range) => ("answer.outside", false),
        Verdict::Met => ("answer.met", true),
        Verdict::NotMet => ("answer.not_met", true),
        Verdict::NoDirection => ("answer.no_direction", false),
        Verdict::NoTarget => ("answer.no_target", !step),
        Verdict::TargetUnknown => ("answer.target_unknown", !step),
    };
    let aimed = target.map(|target| aim(scope, indicator, target)).unwrap_or_default();
    let mut sentence = fill(scope, key, (value.period, &actual(scope, indicator, value), &aimed));
    if told {
        sentence.push_str(direction(scope, indicator));
    }
    sentence
}

/// What is aimed at next, where no value is known yet; without a target there is nothing to say but that.
fn aimed(scope: &Scope, indicator: &Indicator) -> String {
    let day = scope.site.options.as_of;
    let mut targets: Vec<&Target> = indicator.targets.iter().collect();
    targets.sort_by_key(|target| target.period.last_day());
    match targets.iter().find(|target| target.period.last_day() >= day).or(targets.last()) {
        Some(target) => fill(scope, "answer.no_value", (target.period, "", &aim(scope, indicator, target))) + direction(scope, indicator),
        None => scope.word("answer.nothing").to_owned(),
    }
}

/// A value with its unit; that of a step as it is printed.
fn actual(scope: &Scope, indicator: &Indicator, value: &Value) -> String {
    if indicator.kind == Some(Measure::Milestone) {
        return words_of_step(scope, &value.value, value.printed.as_deref()).to_owned();
    }
    let written = with_unit(scope, &format::figure(&value.value), &unit(scope, indicator));
    match value.state {
        Some(ValueState::Preliminary) => scope.voice.texts.fill("answer.preliminary", &[("actual", Filling::Text(&written))]),
        _ => written,
    }
}

fn aim(scope: &Scope, indicator: &Indicator, target: &Target) -> String {
    match indicator.kind {
        Some(Measure::Milestone) => words_of_step(scope, &target.value, target.printed.as_deref()).to_owned(),
        _ => with_unit(scope, &target_figure(target), &unit(scope, indicator)),
    }
}

fn unit(scope: &Scope, indicator: &Indicator) -> String {
    indicator.unit.as_ref().map(|unit| scope.site.text(unit, scope.language).1.to_owned()).unwrap_or_default()
}

/// Which way is better, in brackets; nothing where the record does not say.
fn direction<'s>(scope: &Scope<'s>, indicator: &Indicator) -> &'s str {
    indicator.direction.map_or("", |aim| scope.choice("answer_direction", aim.word()))
}

fn fill(scope: &Scope, key: &str, (period, actual, target): (Period, &str, &str)) -> String {
    let period = format::named_period(period, scope.language);
    scope.voice.texts.fill(key, &[("period", Filling::Text(&period)), ("actual", Filling::Text(actual)), ("target", Filling::Text(target))])
}
