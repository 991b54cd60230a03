//! What has happened on a site, by day: reports that became public and amendments that took effect. Feeds,
//! lists of updates and `koyaku diff` all read it, so that they cannot tell different stories.

use super::linked::Site;
use super::node::{AmendmentIx, CommitmentIx, DocumentIx, MunicipalityIx, Node, ReportIx};
use jiff::civil::Date as Day;
use std::cmp::Reverse;

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When it became public or took effect.
    pub day: Day,
    /// The municipality, document, section, commitment or action that it is about.
    pub node: Node,
    pub what: Happening,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    Report(ReportIx),
    Amendment(AmendmentIx),
}

impl Site {
    /// Everything that has happened until the day of the build, newest first; on one day in the order of the
    /// record.
    pub(crate) fn events(&self) -> Vec<Event> {
        let reports = ReportIx::all(self).map(|index| Event {
            day: self[index].public,
            node: self[index].node,
            what: Happening::Report(index),
        });
        let mut events: Vec<Event> = reports.collect();
        for commitment in CommitmentIx::all(self) {
            events.extend(self.amendments_of(commitment).map(|(index, amendment)| Event {
                day: amendment.date.last_day(),
                node: Node::Commitment(commitment),
                what: Happening::Amendment(index),
            }));
        }
        events.sort_by_key(|event| (Reverse(event.day), event.node, event.what));
        events
    }

    /// The municipality that a node which can have reports belongs to.
    pub(crate) fn municipality_of(&self, node: Node) -> Option<MunicipalityIx> {
        match node {
            Node::Municipality(index) => Some(index),
            Node::Department(index) => Some(self[index].municipality),
            Node::Area(index) => Some(self[index].municipality),
            other => self
                .document_of(other)
                .map(|document: DocumentIx| self[document].municipality),
        }
    }
}
