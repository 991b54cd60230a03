//! The sentence that leads the page of an indicator: its newest value, when, beside which target, and with
//! which result. Where one of these is not known it says so instead. What it says follows from the figures
//! alone; it is no judgement of the commitment.

use crate::html::format;
use crate::model::{Aim, Date, Indicator, Measure, Period, Target, Value, ValueState};
use crate::pages::Scope;
use crate::pages::parts::{findings, indicator};
use crate::reckoning::indicator as reckoning;
use crate::reckoning::indicator::Verdict;
use crate::site::IndicatorIx;

/// The sentence, in plain text.
pub(crate) fn answer(scope: &Scope, index: IndicatorIx) -> String {
    let indicator = &*scope.site.indicator_of(index);
    let values = indicator::newest(scope, index);
    let known = values
        .iter()
        .rev()
        .find(|value| value.state != Some(ValueState::Forecast));
    match (known, values.last()) {
        (Some(value), _) => judged(scope, indicator, value),
        (None, Some(forecast)) => fill(
            scope,
            indicator,
            "answer.forecast",
            forecast.period,
            &actual(scope, indicator, forecast),
            "",
        ),
        (None, None) => aimed(scope, indicator),
    }
}

fn judged(scope: &Scope, indicator: &Indicator, value: &Value) -> String {
    let target = indicator::target_of(indicator, value.period);
    let (step, range) = (is_step(indicator), indicator.direction == Some(Aim::Range));
    let key = match reckoning::outcome(indicator, value.period, &value.value).verdict {
        Verdict::Met if step => "answer.step_met",
        Verdict::NotMet if step => "answer.step_not_met",
        Verdict::Met if range => "answer.within",
        Verdict::NotMet if range => "answer.outside",
        Verdict::Met => "answer.met",
        Verdict::NotMet => "answer.not_met",
        Verdict::NoDirection => "answer.no_direction",
        Verdict::NoTarget => "answer.no_target",
        Verdict::TargetUnknown => "answer.target_unknown",
    };
    let aimed = target
        .map(|target| aim(scope, indicator, target))
        .unwrap_or_default();
    fill(
        scope,
        indicator,
        key,
        value.period,
        &actual(scope, indicator, value),
        &aimed,
    )
}

/// What is aimed at next, where no value is known yet; without a target there is nothing to say but that.
fn aimed(scope: &Scope, indicator: &Indicator) -> String {
    let day = scope.site.options.as_of;
    let mut targets: Vec<&Target> = indicator.targets.iter().collect();
    targets.sort_by_key(|target| target.period.last_day());
    let key = if is_step(indicator) {
        "answer.step_no_value"
    } else {
        "answer.no_value"
    };
    match targets
        .iter()
        .find(|target| target.period.last_day() >= day)
        .or(targets.last())
    {
        Some(target) => fill(
            scope,
            indicator,
            key,
            target.period,
            "",
            &aim(scope, indicator, target),
        ),
        None => scope.word("answer.nothing").to_owned(),
    }
}

fn is_step(indicator: &Indicator) -> bool {
    indicator.kind == Some(Measure::Milestone)
}

/// A value with its unit; that of a step as it is printed.
fn actual(scope: &Scope, indicator: &Indicator, value: &Value) -> String {
    if is_step(indicator) {
        return indicator::words_of_step(scope, &value.value, value.printed.as_deref()).to_owned();
    }
    let written = format::with_unit(
        scope.writing(),
        &format::figure(&value.value, scope.writing()),
        &findings::unit(scope, indicator),
    );
    match value.state {
        Some(ValueState::Preliminary) => scope.fill("answer.preliminary", &[("actual", &written)]),
        _ => written,
    }
}

fn aim(scope: &Scope, indicator: &Indicator, target: &Target) -> String {
    if is_step(indicator) {
        return indicator::words_of_step(scope, &target.value, target.printed.as_deref()).to_owned();
    }
    // A range is one figure, and no line ends within it.
    format::with_unit(
        scope.writing(),
        &indicator::target_figure(scope, target).replace('–', "\u{2060}–\u{2060}"),
        &findings::unit(scope, indicator),
    )
}

/// Which way is better, in brackets; nothing for a step, and where the record does not say.
fn direction<'s>(scope: &Scope<'s>, indicator: &Indicator) -> &'s str {
    indicator
        .direction
        .filter(|_| !is_step(indicator))
        .map_or("", |aim| scope.choice("answer_direction", aim.word()))
}

fn fill(
    scope: &Scope,
    indicator: &Indicator,
    key: &str,
    period: Period,
    actual: &str,
    target: &str,
) -> String {
    let texts = &scope.voice.texts;
    let named = format::named_period(period, scope.writing());
    let key_of_when = if matches!(period, Period::Date(Date::Day(_))) {
        "answer_when.day"
    } else {
        "answer_when.time"
    };
    let when = texts.fill(key_of_when, &[("period", &named)]);
    texts.fill(
        key,
        &[
            ("period", &named),
            ("when", &when),
            ("actual", &actual),
            ("target", &target),
            ("direction", &direction(scope, indicator)),
        ],
    )
}
