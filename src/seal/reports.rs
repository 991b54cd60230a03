//! Reports are append-only: one that has been sealed is corrected by another report, never overwritten. Only
//! what the law requires removed may go, and then the report says so itself.

use super::entries::{Entry, compact, text};
use crate::diagnostic::Place;
use crate::model::report::{ReportHead, Value as Measured};
use crate::site::{DocumentIx, Node, Report, Site, address};
use serde_json::{Value, json};

/// The reports on a document and everything in it that are public on the day of the site.
pub fn add(site: &Site, index: DocumentIx, entries: &mut Vec<Entry>) {
    let own = site
        .reports
        .iter()
        .filter(|report| site.document_of(report.node) == Some(index));
    entries.extend(own.map(|report| Entry {
        address: address_of(site, report.node, &report.name),
        value: value(site, report),
        place: Place::yaml(&report.texts[0].prose.file, "kind"),
        sure: true,
        from: Some(report.public),
        is_report: true,
    }));
}

/// The addresses of reports that only a later day will show, so that a site as of an earlier one does not
/// miss them.
pub fn later(site: &Site) -> std::collections::HashSet<String> {
    site.later
        .iter()
        .map(|(node, name)| address_of(site, *node, name))
        .collect()
}

/// `atsugi/manifesto/24/2026-03-31`
fn address_of(site: &Site, node: Node, name: &str) -> String {
    format!("{}/{name}", address(site, node))
}

fn value(site: &Site, report: &Report) -> Value {
    let head: &ReportHead = &report.head;
    if head.redacted.is_some() {
        return json!({"kind": head.kind.word(), "redacted": true});
    }
    let body = report.texts[0].prose.body.trim();
    compact(json!({
        "kind": head.kind.word(),
        "period": head.period.map(|period| period.key()),
        "assessed": head.assessed.map(|date| date.key()),
        "published": head.published.map(|date| date.key()),
        "assessor": head.assessor.map(|assessor| assessor.word()),
        "status": head.status.as_ref().map(ToString::to_string),
        "label": head.label.as_deref(),
        "reason": head.reason.as_ref().map(|reason| text(site, &reason.text)),
        "next": head.next.as_ref().map(|next| text(site, next)),
        "direction": head.direction.map(|direction| direction.word()),
        "corrects": head.corrects.as_deref(),
        "values": head.values.iter().map(measured).collect::<Vec<_>>(),
        "evidence": head.evidence.iter().map(|piece| text(site, &piece.title)).collect::<Vec<_>>(),
        // A hash is enough to see that a text has changed, and keeps it out of the ledger should it have to
        // be removed one day.
        "body": blake3::hash(body.as_bytes()).to_hex().to_string(),
    }))
}

fn measured(value: &Measured) -> Value {
    compact(json!({
        "indicator": value.indicator.to_string(),
        "period": value.period.key(),
        "value": value.value.as_str(),
        "state": value.state.map(|state| state.word()),
        "printed": value.printed.as_deref(),
        "rate": value.rate.as_deref(),
    }))
}
