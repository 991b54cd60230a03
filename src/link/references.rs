//! Follows the names in the records: themes, areas, departments, links, relistings, and the sections of
//! tallies and tables.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::amendment::Amendment;
use crate::model::commitment::{Link as LinkRecord, Responsibility as ResponsibilityRecord};
use crate::model::id::Id;
use crate::site::{
    Backlink, BacklinkKind, CommitmentIx, DepartmentIx, DocumentIx, Incomplete, Link, MunicipalityIx, Node,
    Responsibility, SectionIx, Site, place,
};
use strsim::osa_distance;

/// What following a name needs: what could not be read, and where problems go.
pub struct Names<'a> {
    pub incomplete: &'a Incomplete,
    pub problems: &'a mut Vec<Diagnostic>,
}

impl Names<'_> {
    /// The node at an address. A wrong one is reported, unless it lies in what could not be read and was
    /// reported there.
    pub fn find(&mut self, site: &Site, address: &str, place: impl FnOnce() -> Place) -> Option<Node> {
        let found = site.addresses.get(address).copied();
        if found.is_none() && !self.unread(address) {
            self.problems.push(dangling(site, address, place()));
        }
        found
    }

    /// Whether an address lies in a part of the record that could not be read.
    pub fn unread(&self, address: &str) -> bool {
        self.incomplete.holds(address)
    }

    fn wrong_kind(&mut self, address: &str, place: Place, expected: (&str, &str)) {
        self.problems.push(
            Diagnostic::error(
                Code::ReferenceKind,
                place,
                Message::new(
                    format!("「{address}」は{}ではありません", expected.0),
                    format!("`{address}` is not {}", expected.1),
                ),
            )
            .remedy(Message::new("宛先を確かめてください", "check the address")),
        );
    }
}

/// Follows every name of every record.
pub fn resolve(site: &mut Site, names: &mut Names) {
    for index in CommitmentIx::all(site) {
        resolve_commitment(site, index, names);
    }
    for index in DocumentIx::all(site) {
        resolve_document(site, index, names);
    }
    for index in DepartmentIx::all(site) {
        resolve_department(site, index, names);
    }
}

fn resolve_commitment(site: &mut Site, index: CommitmentIx, names: &mut Names) {
    let place = |site: &Site, part: &str| place::commitment(site, &site[index], part);
    let record = site[index].record.clone();
    let municipality = site[site[index].document].municipality;

    let mut found = Vec::with_capacity(record.themes.len());
    for (at, id) in record.themes.iter().enumerate() {
        let place = || place(site, &format!(".themes[{at}]"));
        if let Some(Node::Theme(theme)) = names.find(site, &format!("themes/{id}"), place) {
            found.push(theme);
        }
    }
    site.commitments[index.position()].themes = found;

    let mut found = Vec::with_capacity(record.areas.len());
    for (at, id) in record.areas.iter().enumerate() {
        let place = || place(site, &format!(".areas[{at}]"));
        if let Some(Node::Area(area)) =
            names.find(site, &format!("{}/areas/{id}", site[municipality].id), place)
        {
            found.push(area);
        }
    }
    site.commitments[index.position()].areas = found;

    let mut found = Vec::with_capacity(record.departments.len());
    for (at, responsibility) in record.departments.iter().enumerate() {
        let part = format!(".departments[{at}]");
        found.extend(resolve_responsibility(
            site,
            municipality,
            responsibility,
            &mut |part_of| place(site, &format!("{part}{part_of}")),
            names,
        ));
    }
    site.commitments[index.position()].departments = found;

    let node = Node::Commitment(index);
    site.commitments[index.position()].links =
        resolve_links(site, node, &record.links, &|site, part| place(site, part), names);
    if let Some(address) = &record.relists {
        match names.find(site, address.as_str(), || place(site, ".relists")) {
            Some(Node::Commitment(other)) if other != index => {
                site.commitments[index.position()].relists = Some(other);
                add_backlink(
                    site,
                    Node::Commitment(other),
                    Backlink {
                        from: node,
                        kind: BacklinkKind::Relisting,
                    },
                );
            }
            Some(_) => names.wrong_kind(
                address.as_str(),
                place(site, ".relists"),
                ("別の項目", "another commitment"),
            ),
            None => {}
        }
    }
    site.commitments[index.position()].replaced_by = resolve_replacements(site, index, names);
}

/// For each amendment, the commitments that take the place of this one.
fn resolve_replacements(site: &Site, index: CommitmentIx, names: &mut Names) -> Vec<Vec<CommitmentIx>> {
    let amendments = site[index].record.amendments.iter().enumerate();
    let follow = |(number, amendment): (usize, &Amendment)| {
        let mut found = Vec::with_capacity(amendment.into.len());
        for (at, address) in amendment.into.iter().enumerate() {
            let place =
                || place::commitment(site, &site[index], &format!(".amendments[{number}].into[{at}]"));
            match names.find(site, address.as_str(), place) {
                Some(Node::Commitment(other)) if other != index => found.push(other),
                Some(_) => names.wrong_kind(address.as_str(), place(), ("別の項目", "another commitment")),
                None => {}
            }
        }
        found
    };
    amendments.map(follow).collect()
}

fn resolve_responsibility(
    site: &Site,
    municipality: MunicipalityIx,
    record: &ResponsibilityRecord,
    place: &mut dyn FnMut(&str) -> Place,
    names: &mut Names,
) -> Option<Responsibility> {
    let mut department = |id: &Id, part: &str| match names.find(
        site,
        &format!("{}/departments/{id}", site[municipality].id),
        || place(part),
    ) {
        Some(Node::Department(department)) => Some(department),
        _ => None,
    };
    let lead = department(&record.lead, ".lead");
    let support = record
        .support
        .iter()
        .enumerate()
        .filter_map(|(at, id)| department(id, &format!(".support[{at}]")))
        .collect();
    Some(Responsibility {
        lead: lead?,
        support,
        from: record.from,
        to: record.to,
    })
}

fn resolve_links(
    site: &mut Site,
    from: Node,
    records: &[LinkRecord],
    place: &dyn Fn(&Site, &str) -> Place,
    names: &mut Names,
) -> Vec<Link> {
    let mut links = Vec::with_capacity(records.len());
    for (at, record) in records.iter().enumerate() {
        let part = format!(".links[{at}].to");
        if let Some(to) = names.find(site, record.to.as_str(), || place(site, &part)) {
            let number = u32::try_from(links.len()).expect("a node has fewer than 2^32 links");
            add_backlink(
                site,
                to,
                Backlink {
                    from,
                    kind: BacklinkKind::Link(record.kind, number),
                },
            );
            links.push(Link {
                to,
                kind: record.kind,
                reason: record.reason.clone(),
            });
        }
    }
    links
}

fn resolve_document(site: &mut Site, index: DocumentIx, names: &mut Names) {
    let links = site[index].record.links.clone();
    let place = |site: &Site, part: &str| Place::yaml(&site[index].file, part.trim_start_matches('.'));
    site.documents[index.position()].links =
        resolve_links(site, Node::Document(index), &links, &place, names);
    let sections = |site: &Site, at: usize, list: &str| {
        let record = &site[index].record;
        let id = if list == "tallies" {
            record.tallies[at].section.clone()
        } else {
            record.tables[at].section.clone()
        };
        id.map(|id| {
            (
                format!("{}/{}/{id}", site[site[index].municipality].id, site[index].id),
                format!("{list}[{at}].section"),
            )
        })
    };
    for list in ["tallies", "tables"] {
        let count = if list == "tallies" {
            site[index].record.tallies.len()
        } else {
            site[index].record.tables.len()
        };
        for at in 0..count {
            let Some((address, part)) = sections(site, at, list) else {
                continue;
            };
            let section: Option<SectionIx> = match names.find(site, &address, || place(site, &part)) {
                Some(Node::Section(section)) => Some(section),
                Some(_) => {
                    names.wrong_kind(&address, place(site, &part), ("見出し（section）", "a section"));
                    None
                }
                None => None,
            };
            let document = &mut site.documents[index.position()];
            if list == "tallies" {
                document.tally_sections[at] = section;
            } else {
                document.table_sections[at] = section;
            }
        }
    }
}

fn resolve_department(site: &mut Site, index: DepartmentIx, names: &mut Names) {
    let record = site[index].record.clone();
    let municipality = site[index].municipality;
    for (at, id) in record.successors.iter().enumerate() {
        let here = site[municipality]
            .departments
            .iter()
            .position(|department| *department == index)
            .unwrap_or_default();
        let place = || {
            Place::yaml(
                &site[municipality].file,
                format!("departments[{here}].successors[{at}]"),
            )
        };
        if let Some(Node::Department(successor)) = names.find(
            site,
            &format!("{}/departments/{id}", site[municipality].id),
            place,
        ) {
            site.departments[index.position()].successors.push(successor);
            site.departments[successor.position()].predecessors.push(index);
        }
    }
}

pub fn add_backlink(site: &mut Site, to: Node, backlink: Backlink) {
    let list = site.backlinks.entry(to).or_default();
    if !list.contains(&backlink) {
        list.push(backlink);
    }
}

/// A name that leads nowhere, with the nearest one that does when it is near enough to be meant.
pub fn dangling(site: &Site, address: &str, place: Place) -> Diagnostic {
    let problem = Diagnostic::error(
        Code::ReferenceDangling,
        place,
        Message::new(
            format!("「{address}」という宛先はありません"),
            format!("there is nothing at the address `{address}`"),
        ),
    );
    problem.remedy(match nearest(site, address) {
        Some(near) => Message::new(
            format!("「{near}」のことですか？"),
            format!("did you mean `{near}`?"),
        ),
        None => Message::new(
            "id のつづりを確かめるか、その項目を書いてください",
            "check the spelling, or write what it should lead to",
        ),
    })
}

fn nearest<'a>(site: &'a Site, address: &str) -> Option<&'a str> {
    let limit = (address.len() / 6).clamp(1, 3);
    site.addresses
        .keys()
        .filter(|known| known.len().abs_diff(address.len()) <= limit)
        .map(|known| (osa_distance(known, address), &**known))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, known)| known)
}
