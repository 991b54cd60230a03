//! Reports are append-only: one that has been sealed is corrected by another report, never overwritten. Only
//! what the law requires removed may go, and then the report says so itself.

use super::entries::{Gathering, SealedLeaf};
use crate::diagnostic::{Path, Place};
use crate::model::ReportHead;
use crate::model::walk::{Field, Leaf, Record, Visitor, Walk, Written};
use crate::site::{LedgerOwner, LinkedReport, Node, Site, address};

/// The reports that a ledger keeps and that are public on the day of the site.
pub(super) fn add(site: &Site, owner: LedgerOwner, gathering: &mut Gathering) {
    let own = site
        .reports
        .iter()
        .filter(|report| site.ledger_owner_of(report.node) == owner);
    for report in own {
        add_report(site, report, gathering);
    }
}

/// The addresses of reports that only a later day will show, so that a site as of an earlier one does not
/// miss them.
pub(crate) fn later(site: &Site) -> std::collections::HashSet<String> {
    site.later
        .iter()
        .map(|(node, name)| address_of(site, *node, name))
        .collect()
}

/// `atsugi/manifesto/24/2026-03-31`
fn address_of(site: &Site, node: Node, name: &str) -> String {
    format!("{}/{name}", address(site, node))
}

fn add_report(site: &Site, report: &LinkedReport, gathering: &mut Gathering) {
    let prose = &report.texts[0].prose;
    let head: &ReportHead = &report.head;
    gathering.in_file(&prose.file);
    let place = gathering.place(&Path::default().field(ReportHead::kind));
    let entry = gathering.open(address_of(site, report.node, &report.name), place, 0);
    entry.from = Some(report.public);
    entry.is_report = true;
    entry.is_redacted = head.redacted.is_some();
    head.walk(
        &mut Path::default(),
        &mut AsLinked {
            status: report.status.map(|status| &site[status].id as &dyn Written),
            gathering,
        },
    );
    if head.redacted.is_some() {
        gathering.push(SealedLeaf {
            path: "redacted".to_owned(),
            once: None,
            since: 1,
            value: "true".to_owned(),
            place: Place::file(&prose.file),
        });
    } else {
        let body = prose.body.trim();
        let start = prose.body_start + prose.body.len() - prose.body.trim_start().len();
        let line = body.lines().next().map_or(0, str::len);
        gathering.push(SealedLeaf {
            path: super::BODY.to_owned(),
            once: None,
            since: 1,
            // A hash is enough to see that a text has changed, and keeps it out of the ledger should it have
            // to be removed one day.
            value: blake3::hash(body.as_bytes()).to_hex().to_string(),
            place: Place::span(&prose.file, start..start + line),
        });
    }
    gathering.close();
}

/// The head of a report with its status as the scale calls it, however it was written.
struct AsLinked<'g, 's> {
    status: Option<&'g dyn Written>,
    gathering: &'g mut Gathering<'s>,
}

impl<'a> Visitor<'a> for AsLinked<'_, '_> {
    fn enter(&mut self, record: Record<'a>, path: &Path) -> bool {
        self.gathering.enter(record, path)
    }

    fn leave(&mut self, record: Record<'a>) {
        self.gathering.leave(record);
    }

    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, path: &Path) {
        let leaf = match self.status {
            Some(status) if field.name == ReportHead::status => Leaf::Value(status),
            _ => leaf,
        };
        self.gathering.leaf(field, leaf, path);
    }
}
