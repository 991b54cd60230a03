//! Gives every node its address, and reports two nodes that claim the same one.

use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::link::WORDS;
use crate::model::{
    Action, Address, Area, Commitment, Department, Document, Indicator, Municipality, Section, Settings,
    Statement, Subject, Table, Tally,
};
use crate::site::{
    ActionIx, AreaIx, CommitmentIx, DepartmentIx, DocumentIx, Incomplete, IndicatorIx, MunicipalityIx, Node,
    PageIx, SectionIx, Site, StatementIx, SubjectIx, TableIx, TallyIx, TermIx, address, place,
};
use std::collections::HashSet;
use std::collections::hash_map::Entry;

/// Fills `site.addresses` and `site.formerly`. Of two nodes with one id, one was meant to have another: what
/// points at that is no mistake, so the addresses beside it count as not read.
pub fn register(site: &mut Site, incomplete: &mut Incomplete, problems: &mut Vec<Diagnostic>) {
    site.addresses.reserve(2 * site.commitments.len());
    for node in nodes(site) {
        let address = address(site, node).into_boxed_str();
        match site.addresses.entry(address) {
            Entry::Vacant(free) => {
                free.insert(node);
            }
            Entry::Occupied(taken) => {
                let (address, first) = (taken.key().clone(), *taken.get());
                let problem = twice(site, &address, first, node);
                if problem.code == Code::IdDuplicate
                    && let Some((beside, _)) = address.rsplit_once(['/', '.'])
                    && !incomplete.holds(&address)
                {
                    incomplete.subtrees.push(beside.to_owned());
                }
                problems.push(problem);
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
            problems.push(WORDS.error(
                Code::AddressDuplicate,
                former_place(site, *node),
                "address-duplicate",
                &[("old", &old)],
            ));
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
    nodes.extend(SubjectIx::all(site).map(Node::Subject));
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
    WORDS
        .error(code, place(site, second), "twice", &[("address", &address)])
        .also(place(site, first), WORDS.say("twice.also", &[]))
}

/// Where the sources give a node its id.
fn place(site: &Site, node: Node) -> Place {
    match node {
        Node::Municipality(index) => Place::file(&site[index].file),
        Node::Document(index) => Place::file(&site[index].file),
        Node::Section(index) => place::section(site, &site[index], path_to![Section::id]),
        Node::Statement(index) => {
            let part = path_to![Section::statements, index.position(), Statement::id];
            place::section(site, &site[index.section], part)
        }
        Node::Commitment(index) => place::commitment(site, &site[index], path_to![Commitment::id]),
        Node::Action(index) => {
            let part = path_to![Commitment::actions, index.position(), Action::id];
            place::commitment(site, &site[index.commitment], part)
        }
        Node::Indicator(index) => {
            let part = path_to![Commitment::indicators, index.position(), Indicator::id];
            place::commitment(site, &site[index.commitment], part)
        }
        Node::Tally(index) => Place::yaml(
            &site[index.document].file,
            path_to![Document::tallies, index.position(), Tally::id],
        ),
        Node::Table(index) => Place::yaml(
            &site[index.document].file,
            path_to![Document::tables, index.position(), Table::id],
        ),
        Node::Department(index) => {
            let municipality = &site[site[index].municipality];
            let at = municipality
                .departments
                .iter()
                .position(|department| *department == index)
                .unwrap_or_default();
            Place::yaml(
                &municipality.file,
                path_to![Municipality::departments, at, Department::id],
            )
        }
        Node::Area(index) => {
            let municipality = &site[site[index].municipality];
            let at = municipality
                .areas
                .iter()
                .position(|area| *area == index)
                .unwrap_or_default();
            Place::yaml(&municipality.file, path_to![Municipality::areas, at, Area::id])
        }
        Node::Subject(index) => Place::yaml(
            &site.settings_file,
            path_to![Settings::subjects, index.position(), Subject::id],
        ),
        Node::Term(index) => Place::file(&site[index].texts[0].prose.file),
        Node::Page(index) => Place::file(&site[index].texts[0].prose.file),
    }
}

/// Where the sources say what else a node was once called.
fn former_place(site: &Site, node: Node) -> Place {
    match node {
        Node::Document(index) => Place::yaml(&site[index].file, path_to![Document::formerly]),
        Node::Section(index) => place::section(site, &site[index], path_to![Section::formerly]),
        Node::Commitment(index) => place::commitment(site, &site[index], path_to![Commitment::formerly]),
        other => place(site, other),
    }
}
