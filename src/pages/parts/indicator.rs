//! Indicators with their targets and published values, as one table.

use crate::html::{Html, Link, Passage, format};
use crate::model;
use crate::model::{Aim, AmendedField, Measure, Period, ValueState};
use crate::pages::parts::{amendment, quotation, rate, report};
use crate::pages::{LineView, Scope, terms};
use crate::reckoning::indicator as reckoning;
use crate::reckoning::indicator::Verdict;
use crate::site::{CommitmentIx, IndicatorIx, Node, PageAt, ValueIx};
use serde::Serialize;

/// A measured value: what it measures, what was aimed at, what was reported.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorView<'a> {
    /// Its anchor on the page of its commitment.
    pub id: &'a str,
    /// Its own page.
    pub href: String,
    pub name: LineView,
    pub unit: Option<Passage<'a>>,
    /// Which way it is meant to move, in words.
    pub direction: Option<&'a str>,
    /// How its values relate to one another (年度ごと, 累計 …), in words.
    pub kind: Option<&'a str>,
    /// Whom or what a survey counts.
    pub base: Option<LineView>,
    pub definition: Option<LineView>,
    pub baseline: Option<BaselineView<'a>>,
    /// By period, oldest first. Empty when neither targets nor values are known.
    pub rows: Vec<IndicatorRow<'a>>,
    /// Why values have no rate of achievement, each reason once. May be empty.
    pub without_rate: Vec<Html>,
    /// The indicator that this one revises.
    pub replaces: Option<Link<'a>>,
    /// The indicator that revises this one.
    pub replaced_by: Option<Link<'a>>,
}

/// What was measured before.
#[derive(Debug, Serialize)]
pub(crate) struct BaselineView<'a> {
    pub period: Option<Html>,
    /// With separators; that of a step in words.
    pub value: String,
    /// As printed, where that differs from value and unit.
    pub printed: Option<Passage<'a>>,
}

/// One period.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorRow<'a> {
    pub period: Html,
    /// With separators; that of a step in words.
    pub target: Option<String>,
    /// What the target was before it was changed.
    pub target_before: Option<Before>,
    /// The target as printed, where that differs from value and unit.
    pub target_printed: Option<Passage<'a>>,
    /// Whether the document says that there is no target for the period. With `target` absent and this false,
    /// nothing is known.
    pub no_target: bool,
    /// Why there is none.
    pub why: Option<Html>,
    /// Values reported for the period, oldest report first. May be empty.
    pub results: Vec<IndicatorResult<'a>>,
}

/// A target that has been changed.
#[derive(Debug, Serialize)]
pub(crate) struct Before {
    /// With separators; that of a step in words.
    pub value: String,
    /// The change on the page of the commitment.
    pub href: Option<String>,
}

/// A value as reported.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorResult<'a> {
    /// With separators; that of a step in words.
    pub value: String,
    pub printed: Option<Passage<'a>>,
    /// 見込み, 速報, 確定.
    pub state: Option<&'a str>,
    /// Whether the target was met, in words; absent for a forecast, which no target can be held against.
    pub verdict: Option<&'a str>,
    /// `met`, `not_met`, or `unknown` where neither can be said.
    pub outcome: &'static str,
    /// The rate that follows from target and value, in words.
    pub rate: Option<String>,
    /// The rate as printed, where it is not the same.
    pub rate_printed: Option<&'a str>,
    /// Whether the printed rate disagrees with the figures.
    pub rate_differs: bool,
    pub remark: Option<LineView>,
    /// The report that says so.
    pub report: Link<'a>,
}

/// The indicators of a commitment.
pub(crate) fn all<'s>(scope: &Scope<'s>, commitment: CommitmentIx) -> Vec<IndicatorView<'s>> {
    IndicatorIx::all_of(scope.site, commitment)
        .map(|index| indicator_view(scope, index))
        .collect()
}

/// One indicator.
pub(crate) fn indicator_view<'s>(scope: &Scope<'s>, index: IndicatorIx) -> IndicatorView<'s> {
    let record = &scope.site[index];
    let link = |index| scope.link(Node::Indicator(index));
    let older = record.replaces.as_ref();
    let older = older.and_then(|older| older_one(scope, index.commitment, older));
    IndicatorView {
        id: record.id.as_str(),
        href: scope.href_of(Node::Indicator(index)),
        name: quotation::line(scope, &record.name),
        unit: scope.optional(record.unit.as_ref()),
        direction: scope.chosen("aim", record.direction.map(Aim::word)),
        kind: scope.chosen("measure", record.kind.map(Measure::word)),
        base: quotation::optional(scope, &record.base),
        definition: quotation::optional(scope, &record.definition),
        baseline: record.baseline.as_ref().map(|baseline| BaselineView {
            period: baseline.period.map(|period| scope.period(period)),
            value: shown(scope, record, &baseline.value, baseline.printed.as_deref()),
            printed: printed(scope, record, baseline.printed.as_deref(), &baseline.value),
        }),
        rows: rows(scope, index),
        without_rate: rate::missing(scope, index),
        replaces: older.map(link),
        replaced_by: scope.facts.replacement_of(index).map(link),
    }
}

fn older_one(scope: &Scope, commitment: CommitmentIx, older: &model::Id) -> Option<IndicatorIx> {
    let document = crate::site::address(scope.site, Node::Document(scope.site[commitment].document));
    match scope.site.addresses.get(format!("{document}/{older}").as_str())? {
        Node::Indicator(index) => Some(*index),
        _ => None,
    }
}

/// One row for every period that has a target, a statement that there is none, or a value.
fn rows<'s>(scope: &Scope<'s>, index: IndicatorIx) -> Vec<IndicatorRow<'s>> {
    let record = &scope.site[index];
    let values = scope.facts.values_of(index);
    let current = scope.site.indicator_of(index);
    let mut periods: Vec<Period> = current.targets.iter().map(|target| target.period).collect();
    periods.extend(record.no_target.iter().map(|none| none.period));
    periods.extend(values.iter().map(|&place| scope.site[place].period));
    periods.sort_by_key(|period| (period.first_day(), period.last_day()));
    periods.dedup();
    periods
        .into_iter()
        .map(|period| row(scope, index, record, &current, period, values))
        .collect()
}

/// The target of a period.
pub(crate) fn target_of(indicator: &model::Indicator, period: Period) -> Option<&model::Target> {
    indicator.targets.iter().find(|target| target.period == period)
}

/// 3, or 3–4 for a range.
pub(crate) fn target_figure(scope: &Scope, target: &model::Target) -> String {
    let figure = |figure| format::figure(figure, scope.writing());
    match &target.upper {
        Some(upper) => format!("{}–{}", figure(&target.value), figure(upper)),
        None => figure(&target.value),
    }
}

/// A target as it is shown: a figure, or the words of a step.
fn shown_target(scope: &Scope, indicator: &model::Indicator, target: &model::Target) -> String {
    match indicator.kind {
        Some(Measure::Milestone) => words_of_step(scope, &target.value, target.printed.as_deref()).to_owned(),
        _ => target_figure(scope, target),
    }
}

/// A value as it is shown: a figure, or the words of a step.
fn shown(
    scope: &Scope,
    indicator: &model::Indicator,
    value: &model::Figure,
    printed: Option<&str>,
) -> String {
    match indicator.kind {
        Some(Measure::Milestone) => words_of_step(scope, value, printed).to_owned(),
        _ => format::figure(value, scope.writing()),
    }
}

/// A step that is reached or not is 1 or 0 in the record, which no reader should have to know: it is shown as
/// printed, and in words on pages of another language.
pub(crate) fn words_of_step<'t>(
    scope: &Scope<'t>,
    value: &model::Figure,
    printed: Option<&'t str>,
) -> &'t str {
    let reached = drawn(value).is_some_and(|value| value != 0.0);
    printed
        .filter(|_| scope.is_first())
        .unwrap_or_else(|| scope.choice("step_value", if reached { "reached" } else { "not-reached" }))
}

/// `current` is the indicator with its amended targets; what is printed comes from the record.
fn row<'s>(
    scope: &Scope<'s>,
    index: IndicatorIx,
    record: &'s model::Indicator,
    current: &model::Indicator,
    period: Period,
    values: &[ValueIx],
) -> IndicatorRow<'s> {
    let target = target_of(current, period);
    let original = target_of(record, period);
    let unchanged = original.filter(|original| target.is_some_and(|target| target.value == original.value));
    let none = record.no_target.iter().find(|none| none.period == period);
    let reported = values.iter().filter(|&&place| scope.site[place].period == period);
    let field = AmendedField::Target(record.id.clone(), period);
    IndicatorRow {
        period: scope.period(period),
        target: target.map(|target| shown_target(scope, record, target)),
        target_before: original.filter(|_| unchanged.is_none()).map(|original| Before {
            value: shown_target(scope, record, original),
            href: change(scope, index.commitment, &field),
        }),
        target_printed: unchanged
            .and_then(|target| printed(scope, record, target.printed.as_deref(), &target.value)),
        no_target: none.is_some(),
        why: none.and_then(|none| terms::optional(scope, &none.why)),
        results: reported
            .map(|&place| result(scope, record, current, place))
            .collect(),
    }
}

/// The newest change to a field of a commitment, on its page.
fn change(scope: &Scope, commitment: CommitmentIx, field: &AmendedField) -> Option<String> {
    let changes = scope.site.amendments_of(commitment);
    let (index, _) = changes
        .filter(|(_, amendment)| amendment.field.as_ref() == Some(field))
        .last()?;
    let page = PageAt::node(Node::Commitment(commitment));
    Some(scope.with_anchor(page, Some(&amendment::anchor(index.position()))))
}

fn result<'s>(
    scope: &Scope<'s>,
    record: &model::Indicator,
    current: &model::Indicator,
    place: ValueIx,
) -> IndicatorResult<'s> {
    let value = &scope.site[place];
    let judged = value.state != Some(ValueState::Forecast);
    let outcome = reckoning::outcome(current, value.period, &value.value);
    let rate = value.rate.as_deref();
    let agrees = rate.and_then(|printed| reckoning::agrees(current, value.period, &value.value, printed));
    IndicatorResult {
        value: shown(scope, record, &value.value, value.printed.as_deref()),
        printed: printed(scope, record, value.printed.as_deref(), &value.value),
        state: scope.chosen("value_state", value.state.map(ValueState::word)),
        verdict: judged.then(|| scope.choice("verdict", verdict(outcome.verdict))),
        outcome: match outcome.verdict {
            Verdict::Met if judged => "met",
            Verdict::NotMet if judged => "not_met",
            _ => "unknown",
        },
        rate: rate::rate_sentence(scope, current, &outcome.rate).filter(|_| judged),
        rate_printed: rate,
        rate_differs: agrees == Some(false),
        remark: quotation::optional(scope, &value.remark),
        report: report::link(scope, place.report),
    }
}

/// The word for a verdict in the texts of a theme.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not-met",
        Verdict::NoDirection => "no-direction",
        Verdict::NoTarget => "no-target",
        Verdict::TargetUnknown => "target-unknown",
    }
}

/// The newest value of every period, oldest period first. Of two for one period the later report holds.
pub(crate) fn newest<'s>(scope: &Scope<'s>, index: IndicatorIx) -> Vec<&'s model::Value> {
    let mut values: Vec<&model::Value> = scope.values_of(index).collect();
    // Values come oldest report first, and sorting keeps that order.
    values.sort_by_key(|value| (value.period.last_day(), value.period.first_day()));
    values
        .chunk_by(|one, other| one.period == other.period)
        .filter_map(|same| same.last().copied())
        .collect()
}

/// A figure as a length to be drawn.
pub(crate) fn drawn(figure: &model::Figure) -> Option<f64> {
    figure.as_str().trim_start_matches('+').parse().ok()
}

/// What is printed says nothing new where it is the value with its unit, however wide its characters and
/// whatever its signs. On the pages of the first language a step is shown as printed already.
fn printed<'s>(
    scope: &Scope<'s>,
    indicator: &model::Indicator,
    printed: Option<&'s str>,
    value: &model::Figure,
) -> Option<Passage<'s>> {
    let step = indicator.kind == Some(Measure::Milestone) && scope.is_first();
    printed
        .filter(|printed| !step && *printed != value.as_str())
        .map(|printed| scope.printed(printed))
}
