//! The drawing of an indicator: its values beside its targets, period by period.

use super::indicator::{drawn, newest};
use super::passage::Html;
use crate::model;
use crate::model::choice::ValueState;
use crate::model::date::Period;
use crate::render::chart::{self, Point, Size, Words};
use crate::render::format;
use crate::render::prepared::IndicatorAt;
use crate::render::scope::Scope;
use serde::Serialize;

/// A drawing for narrow pages and one for wide ones; the theme shows whichever fits.
#[derive(Debug, Serialize)]
pub struct Chart {
    pub narrow: Html,
    pub wide: Html,
}

/// The drawing of an indicator that has values in at least two periods. One value is a bar, and none is nothing.
pub fn of(scope: &Scope, at: IndicatorAt) -> Option<Chart> {
    let current = scope.site.indicator_of(at.0, at.1 as usize);
    let newest = newest(scope, at);
    if newest.len() < 2 {
        return None;
    }
    let mut periods: Vec<Period> = newest.iter().map(|value| value.period).chain(current.targets.iter().map(|target| target.period)).collect();
    periods.sort_by_key(|period| (period.last_day(), period.first_day()));
    periods.dedup();
    let points: Vec<Point> = periods.iter().map(|&period| point(&newest, &current, period)).collect();
    if points.iter().all(|point| point.actual.is_none()) {
        return None;
    }
    let unit = current.unit.as_ref().map_or("", |unit| scope.site.text(unit, scope.language).1);
    let title = scope.site.text(&scope.site[at.0].record.indicators[at.1 as usize].name, scope.language).1;
    let description = description(scope, &points, (&periods, unit));
    let words = Words {
        id: scope.site[at.0].record.indicators[at.1 as usize].id.as_str(),
        title,
        description: &description,
        unit,
        actual: scope.word("indicator.result"),
        target: scope.word("indicator.target"),
        forecast: scope.choice("value_state", "forecast"),
    };
    Some(Chart { narrow: Html(chart::line(&points, &words, Size::Narrow)), wide: Html(chart::line(&points, &words, Size::Wide)) })
}

fn point(values: &[&model::report::Value], indicator: &model::indicator::Indicator, period: Period) -> Point {
    let target = indicator.targets.iter().find(|target| target.period == period);
    let actual = values.iter().find(|value| value.period == period);
    Point {
        label: format::short_period(period),
        actual: actual.and_then(|value| Some((drawn(&value.value)?, format::figure(&value.value), value.state == Some(ValueState::Forecast)))),
        target: target.and_then(|target| drawn(&target.value)),
        upper: target.and_then(|target| target.upper.as_ref()).and_then(drawn),
    }
}

/// Everything that the drawing shows, for those who do not see it.
fn description(scope: &Scope, points: &[Point], (periods, unit): (&[Period], &str)) -> String {
    let (actual, target) = (scope.word("indicator.result"), scope.word("indicator.target"));
    let (comma, stop, space) = if scope.language.is_japanese() { ("、", "。", "") } else { (", ", ". ", " ") };
    let mut sentences = Vec::new();
    for (point, &period) in points.iter().zip(periods) {
        let mut parts = vec![format::period(period, scope.language)];
        if let Some((_, words, forecast)) = &point.actual {
            let state = if *forecast { format!("{space}({})", scope.choice("value_state", "forecast")) } else { String::new() };
            parts.push(format!("{actual} {words}{space}{unit}{state}"));
        }
        if let Some(value) = point.target {
            let upper = point.upper.map(|upper| format!("–{upper}")).unwrap_or_default();
            parts.push(format!("{target} {value}{upper}{space}{unit}"));
        }
        sentences.push(parts.join(comma));
    }
    sentences.join(stop)
}
