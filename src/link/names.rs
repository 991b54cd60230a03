//! Follows one name to what it names, and says what is wrong with one that leads nowhere or to something
//! else.

use crate::diagnostic::{Code, Diagnostic, Path, Place};
use crate::link::WORDS;
use crate::model::{Id, LinkRecord};
use crate::site::{FollowedLink, Incomplete, Node};
use std::collections::HashMap;
use strsim::osa_distance;

/// What following a name needs: what there is, what could not be read, and where problems go.
pub struct Names<'a> {
    pub nodes: &'a HashMap<Box<str>, Node>,
    pub incomplete: &'a Incomplete,
    pub problems: Vec<Diagnostic>,
}

impl Names<'_> {
    /// The node at an address. A wrong one is reported, unless it lies in what could not be read and was
    /// reported there.
    pub fn find(&mut self, address: &str, place: impl FnOnce() -> Place) -> Option<Node> {
        let found = self.nodes.get(address).copied();
        if found.is_none() && !self.incomplete.holds(address) {
            self.problems.push(dangling(self.nodes, address, place()));
        }
        found
    }

    /// What a list of ids names, where `kind` takes only nodes of the kind that stands below `prefix`.
    pub fn find_all<T>(
        &mut self,
        prefix: &str,
        ids: &[Id],
        kind: impl Fn(Node) -> Option<T>,
        place: impl Fn(usize) -> Place,
    ) -> Vec<T> {
        let ids = ids.iter().enumerate();
        let found = ids.filter_map(|(at, id)| kind(self.find(&format!("{prefix}/{id}"), || place(at))?));
        found.collect()
    }

    /// Where the links of a record lead.
    pub fn follow(&mut self, links: &[LinkRecord], place: impl Fn(Path) -> Place) -> Vec<FollowedLink> {
        let links = links.iter().enumerate();
        let followed = links.filter_map(|(at, link)| {
            let to = || place(Path::default().item(at).field(LinkRecord::to));
            Some(FollowedLink {
                to: self.find(link.to.as_str(), to)?,
                kind: link.kind,
                reason: link.reason.clone(),
            })
        });
        followed.collect()
    }

    /// Reports a name that leads to something else than it should.
    pub fn wrong_kind(&mut self, address: &str, place: Place, expected: (&str, &str)) {
        self.problems.push(WORDS.error(
            Code::ReferenceKind,
            place,
            "reference-kind",
            &[
                ("address", &address),
                ("expected_ja", &expected.0),
                ("expected_en", &expected.1),
            ],
        ));
    }
}

/// A name that leads nowhere, with the nearest one that does when it is near enough to be meant.
pub fn dangling(nodes: &HashMap<Box<str>, Node>, address: &str, place: Place) -> Diagnostic {
    let message = WORDS.say("dangling", &[("address", &address)]);
    let remedy = match nearest(nodes, address) {
        Some(near) => WORDS.say("dangling.near", &[("near", &near)]),
        None => WORDS.say("dangling.remedy", &[]),
    };
    Diagnostic::error(Code::ReferenceDangling, place, message).remedy(remedy)
}

fn nearest<'a>(nodes: &'a HashMap<Box<str>, Node>, address: &str) -> Option<&'a str> {
    let limit = (address.len() / 6).clamp(1, 3);
    nodes
        .keys()
        .filter(|known| known.len().abs_diff(address.len()) <= limit)
        .map(|known| (osa_distance(known, address), &**known))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, known)| known)
}
