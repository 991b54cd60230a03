//! The clause of the leading sentence about the figures: what the newest values of the indicators say beside
//! their targets. It judges nothing that has no target, and reads a change as a change, never as the
//! reduction that was hoped for.

use crate::html::{Html, Passage, format};
use crate::model::{Figure, Indicator, Measure, Value, ValueState};
use crate::pages::Scope;
use crate::pages::parts::indicator;
use crate::reckoning::indicator as reckoning;
use crate::reckoning::indicator::Verdict;
use crate::site::{CommitmentIx, IndicatorIx};

/// The newest value of an indicator that can be judged.
struct ValueFinding<'s> {
    indicator: IndicatorIx,
    value: &'s Value,
    met: bool,
}

/// Nothing where no value can be judged.
pub(crate) fn findings(scope: &Scope, index: CommitmentIx) -> Vec<Html> {
    // An indicator that another one has replaced says nothing of today.
    let current: Vec<IndicatorIx> = IndicatorIx::all_of(scope.site, index)
        .filter(|indicator| scope.facts.replacement_of(*indicator).is_none())
        .collect();
    let judged = current.iter().filter_map(|indicator| finding(scope, *indicator));
    let judged: Vec<ValueFinding> = judged.collect();
    let met = judged.iter().filter(|finding| finding.met).count();
    let missed = judged.len() - met;
    let texts = &scope.voice.texts;
    let counted = |key: &str, count: usize| Html::text(&texts.fill(key, &[("n", &count)]));
    if judged.is_empty() {
        return Vec::new();
    }
    let mut clauses = Vec::new();
    if judged.len() < current.len() {
        clauses.push(Html::text(&texts.fill(
            "sentence.comparable",
            &[("n", &judged.len()), ("total", &current.len())],
        )));
    }
    clauses.push(match (&judged[..], met, missed) {
        ([only], ..) => one(scope, only),
        (_, 2, 0) => counted("sentence.both_met", 2),
        (_, 0, 2) => counted("sentence.both_missed", 2),
        (_, met, 0) => counted("sentence.all_met", met),
        (_, 0, missed) => counted("sentence.all_missed", missed),
        (_, met, missed) => Html::text(&texts.fill(
            "sentence.some_met",
            &[("total", &judged.len()), ("met", &met), ("missed", &missed)],
        )),
    });
    clauses
}

fn finding<'s>(scope: &Scope<'s>, indicator: IndicatorIx) -> Option<ValueFinding<'s>> {
    let value = latest(scope, indicator)?;
    let current = &*scope.site.indicator_of(indicator);
    let met = match reckoning::outcome(current, value.period, &value.value).verdict {
        Verdict::Met => true,
        Verdict::NotMet => false,
        Verdict::NoDirection | Verdict::NoTarget | Verdict::TargetUnknown => return None,
    };
    Some(ValueFinding {
        indicator,
        value,
        met,
    })
}

/// The newest value of an indicator that is not a forecast.
fn latest<'s>(scope: &Scope<'s>, indicator: IndicatorIx) -> Option<&'s Value> {
    let known = scope
        .values_of(indicator)
        .filter(|value| value.state != Some(ValueState::Forecast));
    // Of two values for one period the later report holds; `max_by_key` keeps the last of equals.
    known.max_by_key(|value| value.period.last_day())
}

fn one(scope: &Scope, finding: &ValueFinding) -> Html {
    let value = finding.value;
    let indicator = &*scope.site.indicator_of(finding.indicator);
    let name = named(scope, &scope.text(&scope.site[finding.indicator].name));
    let period = Html::text(&format::period(value.period, scope.writing()));
    let key = match (indicator.kind, finding.met) {
        (Some(Measure::Milestone), true) => "sentence.step_met",
        (Some(Measure::Milestone), false) => "sentence.step_not_met",
        (_, true) => "sentence.indicator_met",
        (_, false) => "sentence.indicator_not_met",
    };
    let unit = scope.optional(indicator.unit.as_ref()).unwrap_or_default().text;
    let written = |number: String| Html::text(&format::with_unit(scope.writing(), &number, &unit));
    let change = |figure: &Figure| change(scope, figure, &unit);
    let aimed = indicator::target_of(indicator, value.period);
    let (target, actual) = match indicator.kind {
        Some(Measure::Change) => (aimed.map(|target| change(&target.value)), change(&value.value)),
        _ => (
            aimed.map(|target| written(indicator::target_figure(scope, target))),
            written(format::figure(&value.value, scope.writing())),
        ),
    };
    scope.fill_html(
        key,
        None,
        &[
            ("indicator", &name),
            ("period", &period),
            ("target", &target.unwrap_or_default()),
            ("actual", &actual),
        ],
    )
}

/// A change says which way it went, by its sign and in a word: an indicator that is named after the reduction
/// hoped for may have risen.
fn change(scope: &Scope, figure: &Figure, unit: &str) -> Html {
    let written = format::figure(figure, scope.writing());
    let moves = written.contains(|digit| matches!(digit, '1'..='9'));
    let (sign, word) = match (moves, figure.as_str().starts_with('-')) {
        (false, _) => ("", "change.none"),
        (true, true) => ("", "change.fall"),
        (true, false) if written.starts_with('+') => ("", "change.rise"),
        (true, false) => ("+", "change.rise"),
    };
    let figure = format::with_unit(scope.writing(), &format!("{sign}{written}"), unit);
    Html::text(&scope.fill(word, &[("figure", &figure)]))
}

/// A name in quotation marks; in others where it holds such marks itself.
fn named(scope: &Scope, name: &Passage) -> Html {
    let key = if name.text.contains(['「', '“']) {
        "sentence.named_nested"
    } else {
        "sentence.named"
    };
    scope.fill_html(key, None, &[("name", &Html::verbatim(name))])
}

/// The unit of an indicator in words that need no mark.
pub(crate) fn unit(scope: &Scope, indicator: &Indicator) -> String {
    let unit = indicator.unit.as_ref();
    unit.map_or(String::new(), |unit| {
        scope.site.text(unit, scope.language).1.to_owned()
    })
}
