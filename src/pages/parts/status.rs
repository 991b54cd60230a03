//! A judgement as pages show it.

use crate::html::{Html, Passage};
use crate::pages::Scope;
use crate::site::{Node, ReportIx, StatusIx};
use serde::Serialize;

/// A judgement in a word, a shape and a colour.
#[derive(Debug, Serialize)]
pub(crate) struct StatusView<'a> {
    /// `achieved`, `on-track`, `slightly-behind`, `behind`, `ended` or `unknown`: decides shape and colour.
    pub family: &'static str,
    /// The id of the status in the scale: `mostly-on-track`.
    pub id: &'a str,
    pub label: Passage<'a>,
    /// What the judgement speaks about.
    pub period: Option<Html>,
}

/// A status of the scale by its position, without the period that a report would give it.
pub(crate) fn status_word<'s>(scope: &Scope<'s>, index: StatusIx) -> StatusView<'s> {
    let status = &scope.site[index];
    StatusView {
        family: status.family.word(),
        id: status.id.as_str(),
        label: scope.text(&status.label),
        period: None,
    }
}

/// The status of the latest assessment of a node.
pub(crate) fn status_of<'s>(scope: &Scope<'s>, node: Node) -> Option<StatusView<'s>> {
    status(scope, scope.site.assessment_of(node)?)
}

/// The status of a report, with the period that it speaks about.
pub(crate) fn status<'s>(scope: &Scope<'s>, report: ReportIx) -> Option<StatusView<'s>> {
    let report = &scope.site[report];
    Some(StatusView {
        period: report.head.period.map(|period| scope.period(period)),
        ..status_word(scope, report.status?)
    })
}
