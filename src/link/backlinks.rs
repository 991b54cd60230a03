//! Turns pointers round: who names something, and who leads to a node by a link of its record, by listing it
//! again or as evidence.

use super::records::LinkedRecords;
use crate::site::{Backlink, BacklinkKind, CommitmentIx, DocumentIx, FollowedLink, LinkedReport, Node};
use std::collections::HashMap;
use std::hash::Hash;

/// For each that is named, all that name it, each of them once, in their order.
pub(crate) fn named_by<Namer: Copy + PartialEq, Named: Copy + Eq + Hash>(
    names: impl Iterator<Item = (Namer, Named)>,
) -> HashMap<Named, Vec<Namer>> {
    let mut all: HashMap<Named, Vec<Namer>> = HashMap::new();
    for (namer, named) in names {
        let list = all.entry(named).or_default();
        if list.last() != Some(&namer) {
            list.push(namer);
        }
    }
    all
}

/// Every pointer by the node that it points at, in the order of the sources.
pub(crate) fn backlinks(records: &LinkedRecords, reports: &[LinkedReport]) -> HashMap<Node, Vec<Backlink>> {
    let mut pointers: Vec<(Node, Backlink)> = Vec::new();
    for (at, commitment) in records.commitments.iter().enumerate() {
        let from = Node::Commitment(CommitmentIx::at(at));
        pointers.extend(linked(from, &commitment.links));
        let kind = BacklinkKind::Relisting;
        pointers.extend(
            commitment
                .relists
                .map(|other| (Node::Commitment(other), Backlink { from, kind })),
        );
    }
    for (at, document) in records.documents.iter().enumerate() {
        pointers.extend(linked(Node::Document(DocumentIx::at(at)), &document.links));
    }
    for report in reports {
        // The node on whose page the report stands.
        let from = match report.node {
            Node::Section(index) => Node::Section(records.sections[index.position()].top),
            Node::Action(index) => Node::Commitment(index.commitment),
            page => page,
        };
        let kind = BacklinkKind::Evidence;
        pointers.extend(
            report
                .evidence
                .iter()
                .flatten()
                .map(|document| (*document, Backlink { from, kind })),
        );
    }
    let mut all: HashMap<Node, Vec<Backlink>> = HashMap::new();
    for (to, backlink) in pointers {
        let list = all.entry(to).or_default();
        if !list.contains(&backlink) {
            list.push(backlink);
        }
    }
    all
}

fn linked(from: Node, links: &[FollowedLink]) -> impl Iterator<Item = (Node, Backlink)> {
    links.iter().enumerate().map(move |(number, link)| {
        let kind = BacklinkKind::Link(link.kind, number);
        (link.to, Backlink { from, kind })
    })
}
