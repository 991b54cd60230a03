//! Follows one name to what it names, and says what is wrong with one that leads nowhere or to something
//! else.

use crate::diagnostic::{Code, Diagnostic, Path, Place};
use crate::link::WORDS;
use crate::model::{Id, LinkRecord};
use crate::site::{FollowedLink, Incomplete, Node};
use std::collections::HashMap;
use std::sync::OnceLock;
use strsim::osa_distance;

/// What following a name needs: what there is, what could not be read, and where problems go.
pub(crate) struct Names<'a> {
    pub known: Known<'a>,
    pub incomplete: &'a Incomplete,
    pub problems: Vec<Diagnostic>,
}

impl Names<'_> {
    /// The node at an address. A wrong one is reported, unless it lies in what could not be read and was
    /// reported there.
    pub(crate) fn find(&mut self, address: &str, place: impl FnOnce() -> Place) -> Option<Node> {
        let found = self.known.nodes.get(address).copied();
        if found.is_none() && !self.incomplete.holds(address) {
            self.problems.push(self.known.dangling(address, place()));
        }
        found
    }

    /// What a list of ids names, where `kind` takes only nodes of the kind that stands below `prefix`.
    pub(crate) fn find_all<T>(
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
    pub(crate) fn follow(
        &mut self,
        links: &[LinkRecord],
        place: impl Fn(Path) -> Place,
    ) -> Vec<FollowedLink> {
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
    pub(crate) fn wrong_kind(&mut self, address: &str, place: Place, expected: (&str, &str)) {
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

/// Every address of a site with what is there, and, once a name leads nowhere, what it may have been meant
/// for.
pub(crate) struct Known<'a> {
    pub nodes: &'a HashMap<Box<str>, Node>,
    neighbours: OnceLock<Neighbours<'a>>,
}

/// Addresses by their halves. A name that was mistyped or moved has one half right: only those that share it
/// are compared, so that a thousand wrong names are not held against every address.
struct Neighbours<'a> {
    /// The last parts below each folder.
    below: HashMap<&'a str, Vec<&'a str>>,
    /// The folders in which each last part stands.
    beside: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(nodes: &'a HashMap<Box<str>, Node>) -> Self {
        Self {
            nodes,
            neighbours: OnceLock::new(),
        }
    }

    /// A name that leads nowhere, with the nearest one that does when it is near enough to be meant.
    pub(crate) fn dangling(&self, address: &str, place: Place) -> Diagnostic {
        let message = WORDS.say("dangling", &[("address", &address)]);
        let remedy = match self.nearest(address) {
            Some(near) => WORDS.say("dangling.near", &[("near", &near)]),
            None => WORDS.say("dangling.remedy", &[]),
        };
        Diagnostic::error(Code::ReferenceDangling, place, message).remedy(remedy)
    }

    /// The address that one which leads nowhere was most likely meant for.
    pub(crate) fn nearest(&self, address: &str) -> Option<String> {
        let limit = (address.len() / 6).clamp(1, 3);
        let neighbours = self.neighbours.get_or_init(|| neighbours(self.nodes));
        let (folder, name) = halves(address);
        let near = |wanted: &str, others: Option<&Vec<&'a str>>| {
            let others = others.into_iter().flatten();
            let others = others.filter(|other| other.len().abs_diff(wanted.len()) <= limit);
            let measured = others.map(|other| (osa_distance(other, wanted), *other));
            measured.filter(|(distance, _)| *distance <= limit).min()
        };
        let whole = |folder: &str, name: &str| {
            if folder.is_empty() {
                name.to_owned()
            } else {
                format!("{folder}/{name}")
            }
        };
        let below = near(name, neighbours.below.get(folder));
        let below = below.map(|(distance, name)| (distance, whole(folder, name)));
        let beside = near(folder, neighbours.beside.get(name));
        let beside = beside.map(|(distance, folder)| (distance, whole(folder, name)));
        let (_, nearest) = below.into_iter().chain(beside).min()?;
        Some(nearest)
    }
}

fn neighbours(nodes: &HashMap<Box<str>, Node>) -> Neighbours<'_> {
    let mut all = Neighbours {
        below: HashMap::new(),
        beside: HashMap::new(),
    };
    for address in nodes.keys() {
        let (folder, name) = halves(address);
        all.below.entry(folder).or_default().push(name);
        all.beside.entry(name).or_default().push(folder);
    }
    all
}

fn halves(address: &str) -> (&str, &str) {
    address.rsplit_once('/').unwrap_or(("", address))
}
