//! Gives every node its address, and reports two nodes that claim the same one.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::id::Address;
use crate::site::{
    AreaIx, CommitmentIx, DepartmentIx, DocumentIx, MunicipalityIx, Node, PageIx, SectionIx, Site, SubjectIx,
    TermIx, address, place,
};
use std::collections::HashSet;
use std::collections::hash_map::Entry;

/// Fills `site.addresses` and `site.formerly`.
pub fn register(site: &mut Site, problems: &mut Vec<Diagnostic>) {
    site.addresses.reserve(2 * site.commitments.len());
    for node in nodes(site) {
        let address = address(site, node).into_boxed_str();
        match site.addresses.entry(address) {
            Entry::Vacant(free) => {
                free.insert(node);
            }
            Entry::Occupied(taken) => {
                let (address, first) = (taken.key().clone(), *taken.get());
                problems.push(twice(site, &address, first, node));
            }
        }
    }
    // Sealed texts name subjects by the addresses that these had when they were written.
    for at in 0..site.subjects.len() {
        let address = format!("themes/{}", site.subjects[at].record.id);
        let node = Node::Subject(SubjectIx::at(at));
        site.addresses.entry(address.into()).or_insert(node);
    }
    let mut former = Vec::new();
    for (index, document) in site.documents.iter().enumerate() {
        former.extend(from(
            &document.record.formerly,
            Node::Document(DocumentIx::at(index)),
        ));
    }
    for (index, section) in site.sections.iter().enumerate() {
        former.extend(from(
            &section.record.formerly,
            Node::Section(SectionIx::at(index)),
        ));
    }
    for (index, commitment) in site.commitments.iter().enumerate() {
        former.extend(from(
            &commitment.record.formerly,
            Node::Commitment(CommitmentIx::at(index)),
        ));
    }
    site.formerly.extend(former);
}

/// A former address must not be somebody's present one, nor lead to two places.
pub fn check_former(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for (old, node) in &site.formerly {
        if site.addresses.contains_key(old) || !seen.insert(old) {
            problems.push(
                Diagnostic::error(
                    Code::AddressDuplicate,
                    place(site, *node, ".formerly"),
                    Message::new(
                        format!("以前の宛先「{old}」は使われています"),
                        format!("the former address `{old}` is in use"),
                    ),
                )
                .remedy(Message::new(
                    "formerly からこの宛先を消してください",
                    "take it out of `formerly`",
                )),
            );
        }
    }
}

fn from<'a>(addresses: &'a [Address], node: Node) -> impl Iterator<Item = (Box<str>, Node)> + 'a {
    addresses
        .iter()
        .map(move |address| (address.as_str().into(), node))
}

/// Every node of the site, in the order of the sources: records first, so that a page that collides is the
/// one reported.
fn nodes(site: &Site) -> Vec<Node> {
    let mut nodes = Vec::with_capacity(2 * site.commitments.len());
    nodes.extend((0..site.municipalities.len()).map(|at| Node::Municipality(MunicipalityIx::at(at))));
    nodes.extend((0..site.departments.len()).map(|at| Node::Department(DepartmentIx::at(at))));
    nodes.extend((0..site.areas.len()).map(|at| Node::Area(AreaIx::at(at))));
    nodes.extend((0..site.subjects.len()).map(|at| Node::Subject(SubjectIx::at(at))));
    for (at, document) in site.documents.iter().enumerate() {
        let index = DocumentIx::at(at);
        nodes.push(Node::Document(index));
        nodes.extend(count(&document.record.tallies).map(|at| Node::Tally(index, at)));
        nodes.extend(count(&document.record.tables).map(|at| Node::Table(index, at)));
    }
    for (at, section) in site.sections.iter().enumerate() {
        let index = SectionIx::at(at);
        nodes.push(Node::Section(index));
        nodes.extend(count(&section.record.statements).map(|at| Node::Statement(index, at)));
    }
    for (at, commitment) in site.commitments.iter().enumerate() {
        let index = CommitmentIx::at(at);
        nodes.push(Node::Commitment(index));
        nodes.extend(count(&commitment.record.actions).map(|at| Node::Action(index, at)));
        nodes.extend(count(&commitment.record.indicators).map(|at| Node::Indicator(index, at)));
    }
    nodes.extend((0..site.terms.len()).map(|at| Node::Term(TermIx::at(at))));
    nodes.extend((0..site.pages.len()).map(|at| Node::Page(PageIx::at(at))));
    nodes
}

fn count<T>(list: &[T]) -> impl Iterator<Item = u32> + use<T> {
    (0..list.len()).map(|at| u32::try_from(at).expect("a record holds fewer than 2^32 parts"))
}

fn twice(site: &Site, address: &str, first: Node, second: Node) -> Diagnostic {
    let code = if matches!(second, Node::Page(_) | Node::Term(_)) {
        Code::AddressDuplicate
    } else {
        Code::IdDuplicate
    };
    Diagnostic::error(
        code,
        place(site, second, ".id"),
        Message::new(
            format!("宛先「{address}」が2回使われています"),
            format!("the address `{address}` is used twice"),
        ),
    )
    .also(
        place(site, first, ".id"),
        Message::new("最初はここです", "first used here"),
    )
    .remedy(Message::new(
        "どちらかの id かファイル名を変えてください",
        "change the id or the file name of one of them",
    ))
}

/// Where the sources say that a node exists.
fn place(site: &Site, node: Node, part: &str) -> Place {
    let settings = || std::sync::Arc::from("content/site.yaml");
    match node {
        Node::Municipality(index) => Place::file(&site[index].file),
        Node::Document(index) if part == ".id" => Place::file(&site[index].file),
        Node::Document(index) => Place::yaml(&site[index].file, &part[1..]),
        Node::Section(index) => place::section(site, &site[index], part),
        Node::Statement(index, at) => place::section(site, &site[index], &format!(".statements[{at}]{part}")),
        Node::Commitment(index) => place::commitment(site, &site[index], part),
        Node::Action(index, at) => place::commitment(site, &site[index], &format!(".actions[{at}]{part}")),
        Node::Indicator(index, at) => {
            place::commitment(site, &site[index], &format!(".indicators[{at}]{part}"))
        }
        Node::Tally(index, at) => Place::yaml(&site[index].file, format!("tallies[{at}]{part}")),
        Node::Table(index, at) => Place::yaml(&site[index].file, format!("tables[{at}]{part}")),
        Node::Department(index) => {
            let municipality = &site[site[index].municipality];
            let at = municipality
                .departments
                .iter()
                .position(|department| *department == index)
                .unwrap_or_default();
            Place::yaml(&municipality.file, format!("departments[{at}]{part}"))
        }
        Node::Area(index) => {
            let municipality = &site[site[index].municipality];
            let at = municipality
                .areas
                .iter()
                .position(|area| *area == index)
                .unwrap_or_default();
            Place::yaml(&municipality.file, format!("areas[{at}]{part}"))
        }
        Node::Subject(index) => Place::yaml(&settings(), format!("subjects[{}]{part}", index.position())),
        Node::Term(index) => Place::file(&site[index].texts[0].prose.file),
        Node::Page(index) => Place::file(&site[index].texts[0].prose.file),
    }
}
