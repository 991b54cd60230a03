//! The values of indicators that a report gives, with those that a correction has put in their place.

use crate::html::{Html, Link, Passage, format};
use crate::model::ValueState;
use crate::pages::parts::quotation;
use crate::pages::{LineView, Scope};
use crate::site::{Node, ReportIx};
use serde::Serialize;

/// A published value of an indicator.
#[derive(Debug, Serialize)]
pub(crate) struct ValueView<'a> {
    /// The indicator's name and place.
    pub indicator: Link<'a>,
    pub period: Html,
    /// With separators: 1,234.5.
    pub value: String,
    /// The value that a correction has put in its place.
    pub corrected: Option<String>,
    pub unit: Option<Passage<'a>>,
    /// 見込み, 速報, 確定.
    pub state: Option<&'a str>,
    /// As printed, where that differs from value and unit.
    pub printed: Option<Passage<'a>>,
    /// The rate of achievement as printed.
    pub rate: Option<&'a str>,
    pub remark: Option<LineView>,
}

/// The values of a report.
pub(crate) fn all<'s>(scope: &Scope<'s>, index: ReportIx) -> Vec<ValueView<'s>> {
    let report = &scope.site[index];
    let pairs = report.head.values.iter().zip(&report.indicators).enumerate();
    pairs
        .map(|(at, (value, &about))| {
            let indicator = &scope.site[about];
            ValueView {
                indicator: scope.link(Node::Indicator(about)),
                period: scope.period(value.period),
                value: format::figure(&value.value, scope.writing()),
                corrected: corrected_value(scope, index, at),
                unit: scope.optional(indicator.unit.as_ref()),
                state: scope.chosen("value_state", value.state.map(ValueState::word)),
                printed: value
                    .printed
                    .as_deref()
                    .filter(|printed| *printed != value.value.as_str())
                    .map(|printed| scope.printed(printed)),
                rate: value.rate.as_deref(),
                remark: quotation::optional(scope, &value.remark),
            }
        })
        .collect()
}

/// What the newest correction says of a value, where that is something else.
fn corrected_value(scope: &Scope, index: ReportIx, at: usize) -> Option<String> {
    let report = &scope.site[index];
    let (own, indicator) = (&report.head.values[at], report.indicators.get(at)?);
    let newer = report.corrections.iter().rev().find_map(|&correction| {
        let correction = &scope.site[correction];
        let mut pairs = correction.head.values.iter().zip(&correction.indicators);
        pairs
            .find(|(value, about)| *about == indicator && value.period == own.period)
            .map(|(value, _)| value)
    })?;
    (newer.value != own.value).then(|| format::figure(&newer.value, scope.writing()))
}
