//! The drawing of an indicator: a line of its values beside their targets, period by period, or a bar where
//! there is only one value.

use crate::chart;
use crate::chart::{DrawingWords, Length, Mark, Point, Size};
use crate::html::{Html, format};
use crate::model::{Indicator, Measure, Period, Value, ValueState};
use crate::pages::Scope;
use crate::pages::parts::{findings, indicator};
use crate::reckoning::indicator as reckoning;
use crate::reckoning::indicator::Verdict;
use crate::site::IndicatorIx;
use serde::Serialize;

/// What the theme shows of an indicator beside its table.
#[derive(Debug, Serialize)]
pub(crate) struct Chart<'a> {
    /// What the shapes mean. Never empty.
    pub key: Vec<LegendKey<'a>>,
    /// A drawing for narrow pages and one for wide ones, of which the theme shows whichever fits. Absent
    /// where there is a bar.
    pub lines: Option<DrawingPair>,
    /// A single value beside its target.
    pub bar: Option<Bar>,
}

/// A shape with its meaning.
#[derive(Debug, Serialize)]
pub(crate) struct LegendKey<'a> {
    pub mark: Html,
    pub word: &'a str,
}

/// Two drawings of the same values.
#[derive(Debug, Serialize)]
pub(crate) struct DrawingPair {
    pub narrow: Html,
    pub wide: Html,
}

/// A single value.
#[derive(Debug, Serialize)]
pub(crate) struct Bar {
    pub period: Html,
    /// With separators and unit.
    pub value: String,
    /// The target in the same way.
    pub target: Option<String>,
    pub drawing: Html,
}

/// The drawing of an indicator that has a value. A step that is reached or not is no length, and has none.
pub(crate) fn indicator_chart<'s>(scope: &Scope<'s>, index: IndicatorIx) -> Option<Chart<'s>> {
    let current = &*scope.site.indicator_of(index);
    let values = indicator::newest(scope, index);
    if current.kind == Some(Measure::Milestone)
        || values
            .iter()
            .all(|value| indicator::drawn(&value.value).is_none())
    {
        return None;
    }
    match values[..] {
        [value] => bar(scope, current, value),
        _ => Some(lines(scope, index, current, &values)),
    }
}

fn lines<'s>(scope: &Scope<'s>, index: IndicatorIx, current: &Indicator, values: &[&Value]) -> Chart<'s> {
    let aims = current.targets.iter().map(|target| target.period);
    let mut periods: Vec<Period> = values.iter().map(|value| value.period).chain(aims).collect();
    periods.sort_by_key(|period| (period.last_day(), period.first_day()));
    periods.dedup();
    let points: Vec<Point> = scope.each(&periods, |scope, period| point(scope, values, current, period));
    let record = &scope.site[index];
    let stop = scope.word("stop");
    let description: Vec<String> = scope.each(&periods, |scope, period| {
        described(scope, values, current, period)
    });
    let words = DrawingWords {
        id: record.id.as_str(),
        title: scope.site.text(&record.name, scope.language).1,
        description: &description.join(stop),
        unit: &findings::unit(scope, current),
        writing: scope.writing(),
    };
    let forecast = |point: &Point| point.actual.as_ref().is_some_and(|(_, _, forecast)| *forecast);
    let value = |point: &Point| point.actual.is_some() && !forecast(point);
    let marks = [
        (points.iter().any(value), Mark::Value, "indicator.result"),
        (
            points.iter().any(forecast),
            Mark::Forecast,
            "value_state.forecast",
        ),
        (
            points
                .iter()
                .any(|point| point.target.is_some() && point.upper.is_none()),
            Mark::Target,
            "indicator.target",
        ),
        (
            points.iter().any(|point| point.upper.is_some()),
            Mark::Band,
            "indicator.target_range",
        ),
    ];
    Chart {
        key: legend(scope, &marks),
        lines: Some(DrawingPair {
            narrow: Html::new(chart::line(&points, &words, Size::Narrow)),
            wide: Html::new(chart::line(&points, &words, Size::Wide)),
        }),
        bar: None,
    }
}

fn bar<'s>(scope: &Scope<'s>, current: &Indicator, value: &Value) -> Option<Chart<'s>> {
    let target = indicator::target_of(current, value.period);
    let (outcome, mark, word) = match reckoning::outcome(current, value.period, &value.value).verdict {
        _ if value.state == Some(ValueState::Forecast) => {
            ("forecast", Mark::ForecastBar, "value_state.forecast")
        }
        Verdict::Met => ("met", Mark::Met, "verdict.met"),
        Verdict::NotMet => ("not_met", Mark::NotMet, "verdict.not_met"),
        _ => ("unknown", Mark::Unknown, "indicator.result"),
    };
    let length = Length {
        value: indicator::drawn(&value.value)?,
        target: target.and_then(|target| indicator::drawn(&target.value)),
        upper: target.and_then(|target| indicator::drawn(target.upper.as_ref()?)),
        outcome,
    };
    let unit = findings::unit(scope, current);
    let words = described(scope, &[value], current, value.period);
    let marks = [
        (true, mark, word),
        (length.upper.is_some(), Mark::Aim, "indicator.target_range"),
        (
            length.target.is_some() && length.upper.is_none(),
            Mark::Aim,
            "indicator.target",
        ),
    ];
    Some(Chart {
        key: legend(scope, &marks),
        lines: None,
        bar: Some(Bar {
            period: scope.period(value.period),
            value: format::with_unit(
                scope.writing(),
                &format::figure(&value.value, scope.writing()),
                &unit,
            ),
            target: target.map(|target| {
                format::with_unit(scope.writing(), &indicator::target_figure(scope, target), &unit)
            }),
            drawing: Html::new(chart::bar(&length, &words)),
        }),
    })
}

/// The shapes that are drawn, with their meaning.
pub(crate) fn legend<'s>(scope: &Scope<'s>, marks: &[(bool, Mark, &str)]) -> Vec<LegendKey<'s>> {
    let drawn = marks.iter().filter(|(is_drawn, ..)| *is_drawn);
    let keys = drawn.map(|&(_, mark, word)| LegendKey {
        mark: Html::new(chart::mark(mark)),
        word: scope.word(word),
    });
    keys.collect()
}

fn point(scope: &Scope, values: &[&Value], indicator: &Indicator, period: Period) -> Point {
    let target = indicator::target_of(indicator, period);
    let actual = values.iter().find(|value| value.period == period);
    Point {
        label: format::short_period(period, scope.writing()),
        actual: actual.and_then(|value| {
            Some((
                indicator::drawn(&value.value)?,
                format::figure(&value.value, scope.writing()),
                value.state == Some(ValueState::Forecast),
            ))
        }),
        target: target.and_then(|target| indicator::drawn(&target.value)),
        upper: target.and_then(|target| indicator::drawn(target.upper.as_ref()?)),
    }
}

/// Everything that is drawn of a period, for those who do not see it.
fn described(scope: &Scope, values: &[&Value], indicator: &Indicator, period: Period) -> String {
    let unit = findings::unit(scope, indicator);
    let mut parts = vec![format::period(period, scope.writing())];
    if let Some(value) = values.iter().find(|value| value.period == period) {
        let written = format::with_unit(
            scope.writing(),
            &format::figure(&value.value, scope.writing()),
            &unit,
        );
        let forecast = value.state == Some(ValueState::Forecast);
        let name = if forecast {
            scope.choice("value_state", "forecast")
        } else {
            scope.word("indicator.result")
        };
        parts.push(format!("{name} {written}"));
        let met = reckoning::outcome(indicator, period, &value.value).verdict;
        if !forecast && matches!(met, Verdict::Met | Verdict::NotMet) {
            parts.push(scope.choice("verdict", indicator::verdict(met)).to_owned());
        }
    }
    if let Some(target) = indicator::target_of(indicator, period) {
        let written = format::with_unit(scope.writing(), &indicator::target_figure(scope, target), &unit);
        let aim = format!("{} {written}", scope.word("indicator.target"));
        parts.insert(parts.len().min(2), aim);
    }
    parts.join(&scope.writing().comma)
}
