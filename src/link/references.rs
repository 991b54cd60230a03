//! Follows the names in the records: subjects, areas, departments, links, relistings, and the sections of
//! tallies and tables.

use crate::diagnostic::{Code, Diagnostic, Path, Place, path_to};
use crate::link::WORDS;
use crate::model::{
    Amendment, Commitment, Department, Document, Id, LinkRecord, Municipality,
    Responsibility as ResponsibilityRecord, Table, Tally,
};
use crate::site::{
    Backlink, BacklinkKind, CommitmentIx, DepartmentIx, DocumentIx, FollowedLink, Incomplete,
    LinkedResponsibility, MunicipalityIx, Node, Site, place,
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
    let place = |site: &Site, part: Path| place::commitment(site, &site[index], part);
    let record = site[index].record.clone();
    let municipality = site[site[index].document].municipality;

    let mut found = Vec::with_capacity(record.subjects.len());
    for (at, id) in record.subjects.iter().enumerate() {
        let place = || place(site, path_to![Commitment::subjects, at]);
        if let Some(Node::Subject(subject)) = names.find(site, &format!("subjects/{id}"), place) {
            found.push(subject);
        }
    }
    site.commitments[index.position()].subjects = found;

    let mut found = Vec::with_capacity(record.areas.len());
    for (at, id) in record.areas.iter().enumerate() {
        let place = || place(site, path_to![Commitment::areas, at]);
        if let Some(Node::Area(area)) =
            names.find(site, &format!("{}/areas/{id}", site[municipality].id), place)
        {
            found.push(area);
        }
    }
    site.commitments[index.position()].areas = found;

    let mut found = Vec::with_capacity(record.departments.len());
    for (at, responsibility) in record.departments.iter().enumerate() {
        found.extend(resolve_responsibility(
            site,
            municipality,
            responsibility,
            &mut |part| place(site, path_to![Commitment::departments, at].then(part)),
            names,
        ));
    }
    site.commitments[index.position()].departments = found;

    let node = Node::Commitment(index);
    site.commitments[index.position()].links = resolve_links(
        site,
        node,
        &record.links,
        &|site, part| place(site, path_to![Commitment::links].then(part)),
        names,
    );
    if let Some(address) = &record.relists {
        match names.find(site, address.as_str(), || {
            place(site, path_to![Commitment::relists])
        }) {
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
                place(site, path_to![Commitment::relists]),
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
            let part = || path_to![Commitment::amendments, number, Amendment::into, at];
            let place = || place::commitment(site, &site[index], part());
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
    place: &mut dyn FnMut(Path) -> Place,
    names: &mut Names,
) -> Option<LinkedResponsibility> {
    let mut department = |id: &Id, part: Path| match names.find(
        site,
        &format!("{}/departments/{id}", site[municipality].id),
        || place(part),
    ) {
        Some(Node::Department(department)) => Some(department),
        _ => None,
    };
    let lead = department(&record.lead, path_to![ResponsibilityRecord::lead]);
    let support = record
        .support
        .iter()
        .enumerate()
        .filter_map(|(at, id)| department(id, path_to![ResponsibilityRecord::support, at]))
        .collect();
    Some(LinkedResponsibility {
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
    place: &dyn Fn(&Site, Path) -> Place,
    names: &mut Names,
) -> Vec<FollowedLink> {
    let mut links = Vec::with_capacity(records.len());
    for (at, record) in records.iter().enumerate() {
        let place = || place(site, path_to![at, LinkRecord::to]);
        if let Some(to) = names.find(site, record.to.as_str(), place) {
            add_backlink(
                site,
                to,
                Backlink {
                    from,
                    kind: BacklinkKind::Link(record.kind, links.len()),
                },
            );
            links.push(FollowedLink {
                to,
                kind: record.kind,
                reason: record.reason.clone(),
            });
        }
    }
    links
}

fn resolve_document(site: &mut Site, index: DocumentIx, names: &mut Names) {
    let record = site[index].record.clone();
    let place = |site: &Site, part: Path| Place::yaml(&site[index].file, part);
    site.documents[index.position()].links = resolve_links(
        site,
        Node::Document(index),
        &record.links,
        &|site, part| place(site, path_to![Document::links].then(part)),
        names,
    );
    let mut section = |id: &Option<Id>, part: Path| {
        let id = id.as_ref()?;
        let address = format!("{}/{}/{id}", site[site[index].municipality].id, site[index].id);
        let place = || place(site, part.clone());
        match names.find(site, &address, place)? {
            Node::Section(section) => Some(section),
            _ => {
                names.wrong_kind(&address, place(), ("見出し（section）", "a section"));
                None
            }
        }
    };
    let tallies = record.tallies.iter().enumerate();
    let tallies =
        tallies.map(|(at, tally)| section(&tally.section, path_to![Document::tallies, at, Tally::section]));
    let tallies = tallies.collect();
    let tables = record.tables.iter().enumerate();
    let tables =
        tables.map(|(at, table)| section(&table.section, path_to![Document::tables, at, Table::section]));
    let tables = tables.collect();
    let document = &mut site.documents[index.position()];
    document.tally_sections = tallies;
    document.table_sections = tables;
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
            let own = path_to![Municipality::departments, here, Department::successors, at];
            Place::yaml(&site[municipality].file, own)
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
        WORDS.say("dangling", &[("address", &address)]),
    );
    problem.remedy(match nearest(site, address) {
        Some(near) => WORDS.say("dangling.near", &[("near", &near)]),
        None => WORDS.say("dangling.remedy", &[]),
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
