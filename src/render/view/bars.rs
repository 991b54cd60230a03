//! Values of an indicator beside their targets, as lengths to be drawn.

use super::passage::Html;
use super::indicator::{drawn, newest, target_figure};
use crate::model::choice::ValueState;
use crate::reckoning::indicator::{self as reckoning, Verdict};
use crate::render::format;
use crate::render::prepared::IndicatorAt;
use crate::render::scope::Scope;
use serde::Serialize;

/// A value beside its target, drawn to the scale of all values and targets of the indicator. Lengths are hundredths of the width.
#[derive(Debug, Serialize)]
pub struct Bar {
    pub period: Html,
    /// With separators.
    pub value: String,
    /// Where the bar begins, and how long it is.
    pub start: u32,
    pub length: u32,
    /// Where the target stands.
    pub target: Option<u32>,
    /// The target with separators, for the description.
    pub target_value: Option<String>,
    /// `met`, `not_met` or `unknown`.
    pub outcome: &'static str,
    /// Whether the value is a forecast.
    pub forecast: bool,
}

/// The newest value of every period, oldest period first.
pub fn of(scope: &Scope, at: IndicatorAt) -> Vec<Bar> {
    let current = scope.site.indicator_of(at.0, at.1 as usize);
    let newest = newest(scope, at);
    let targets: Vec<f64> = current.targets.iter().filter_map(|target| drawn(&target.value)).collect();
    let all = newest.iter().filter_map(|value| drawn(&value.value)).chain(targets).chain([0.0]);
    let (low, high) = all.fold((0.0f64, 0.0f64), |(low, high), one| (low.min(one), high.max(one)));
    let place = |one: f64| if high > low { ((one - low) / (high - low) * 100.0).round() as u32 } else { 0 };
    newest
        .into_iter()
        .filter_map(|value| {
            let actual = drawn(&value.value)?;
            let target = current.targets.iter().find(|target| target.period == value.period);
            let (zero, end) = (place(0.0), place(actual));
            Some(Bar {
                period: scope.period(value.period),
                value: format::figure(&value.value),
                start: zero.min(end),
                length: zero.abs_diff(end),
                target: target.and_then(|target| drawn(&target.value)).map(place),
                target_value: target.map(target_figure),
                outcome: match reckoning::outcome(&current, value.period, &value.value).verdict {
                    Verdict::Met => "met",
                    Verdict::NotMet => "not_met",
                    _ => "unknown",
                },
                forecast: value.state == Some(ValueState::Forecast),
            })
        })
        .collect()
}
