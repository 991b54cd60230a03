//! Gives every node its address, and reports two nodes that claim the same one.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::id::Address;
use crate::site::{
    ActionIx, AreaIx, CommitmentIx, DepartmentIx, DocumentIx, IndicatorIx, MunicipalityIx, Node, PageIx,
    SectionIx, Site, StatementIx, TableIx, TallyIx, TermIx, ThemeIx, address, place,
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
    let mut former = Vec::new();
    for (index, document) in DocumentIx::all(site).zip(&site.documents) {
        former.extend(from(&document.record.formerly, Node::Document(index)));
    }
    for (index, section) in SectionIx::all(site).zip(&site.sections) {
        former.extend(from(&section.record.formerly, Node::Section(index)));
    }
    for (index, commitment) in CommitmentIx::all(site).zip(&site.commitments) {
        former.extend(from(&commitment.record.formerly, Node::Commitment(index)));
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
    nodes.extend(MunicipalityIx::all(site).map(Node::Municipality));
    nodes.extend(DepartmentIx::all(site).map(Node::Department));
    nodes.extend(AreaIx::all(site).map(Node::Area));
    nodes.extend(ThemeIx::all(site).map(Node::Theme));
    for index in DocumentIx::all(site) {
        nodes.push(Node::Document(index));
        nodes.extend(TallyIx::all_of(site, index).map(Node::Tally));
        nodes.extend(TableIx::all_of(site, index).map(Node::Table));
    }
    for index in SectionIx::all(site) {
        nodes.push(Node::Section(index));
        nodes.extend(StatementIx::all_of(site, index).map(Node::Statement));
    }
    for index in CommitmentIx::all(site) {
        nodes.push(Node::Commitment(index));
        nodes.extend(ActionIx::all_of(site, index).map(Node::Action));
        nodes.extend(IndicatorIx::all_of(site, index).map(Node::Indicator));
    }
    nodes.extend(TermIx::all(site).map(Node::Term));
    nodes.extend(PageIx::all(site).map(Node::Page));
    nodes
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
        Node::Statement(index) => {
            let statement = format!(".statements[{}]{part}", index.position());
            place::section(site, &site[index.section], &statement)
        }
        Node::Commitment(index) => place::commitment(site, &site[index], part),
        Node::Action(index) => {
            let action = format!(".actions[{}]{part}", index.position());
            place::commitment(site, &site[index.commitment], &action)
        }
        Node::Indicator(index) => {
            let indicator = format!(".indicators[{}]{part}", index.position());
            place::commitment(site, &site[index.commitment], &indicator)
        }
        Node::Tally(index) => Place::yaml(
            &site[index.document].file,
            format!("tallies[{}]{part}", index.position()),
        ),
        Node::Table(index) => Place::yaml(
            &site[index.document].file,
            format!("tables[{}]{part}", index.position()),
        ),
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
        Node::Theme(index) => Place::yaml(&settings(), format!("themes[{}]{part}", index.position())),
        Node::Term(index) => Place::file(&site[index].texts[0].prose.file),
        Node::Page(index) => Place::file(&site[index].texts[0].prose.file),
    }
}
