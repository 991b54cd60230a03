//! Gives everything of a site its index and its address, before any name is followed, and reports two that
//! claim the same address.

use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::link::WORDS;
use crate::model::{
    Action, Address, Area, Commitment, Department, Document, Indicator, Municipality, Section, Settings,
    Statement, Subject, Table, Tally,
};
use crate::site::{
    ActionIx, AreaIx, CommitmentIx, Content, DepartmentIx, DocumentFile, DocumentIx, Incomplete, IndicatorIx,
    MunicipalityIx, Node, PageIx, SectionIx, Site, StatementIx, SubjectIx, TableIx, TallyIx, TermIx, place,
};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// What stands where.
pub(crate) struct Directory {
    /// Every address with what is there.
    pub nodes: HashMap<Box<str>, Node>,
    /// Former addresses, with what has taken their place.
    pub formerly: Vec<(Box<str>, Node)>,
    /// Addresses that two claim. The first of them has it.
    pub twice: Vec<(Box<str>, Node, Node)>,
}

/// The directory of what was read, for a site whose lists have the order of these. Of two nodes with one id,
/// one was meant to have another: what points at that is no mistake, so the addresses beside it count as not
/// read.
pub(crate) fn directory(content: &Content, incomplete: &mut Incomplete) -> Directory {
    let mut numbered = Numbered::default();
    for (at, page) in content.pages.iter().enumerate() {
        numbered.add(
            page.address.to_string(),
            Node::Page(PageIx::at(at)),
            &page.original.head.formerly,
        );
    }
    for (at, file) in content.municipalities.iter().enumerate() {
        let city = file.id.as_str();
        numbered.add(city.to_owned(), Node::Municipality(MunicipalityIx::at(at)), &[]);
        for department in &file.record.departments {
            let node = Node::Department(DepartmentIx::at(next(&mut numbered.departments)));
            numbered.add(format!("{city}/departments/{}", department.id), node, &[]);
        }
        for area in &file.record.areas {
            let node = Node::Area(AreaIx::at(next(&mut numbered.areas)));
            numbered.add(format!("{city}/areas/{}", area.id), node, &[]);
        }
        for document in &file.documents {
            numbered.add_document(city, document);
        }
    }
    for (at, subject) in content.settings.subjects.iter().enumerate() {
        let node = Node::Subject(SubjectIx::at(at));
        numbered.add(format!("subjects/{}", subject.id), node, &[]);
    }
    for (at, term) in content.terms.iter().enumerate() {
        numbered.add(format!("glossary/{}", term.id), Node::Term(TermIx::at(at)), &[]);
    }
    numbered.claims.sort_by_key(|(_, node)| precedence(*node));
    let mut directory = Directory {
        nodes: HashMap::with_capacity(numbered.claims.len()),
        formerly: numbered.formerly,
        twice: Vec::new(),
    };
    for (address, node) in numbered.claims {
        match directory.nodes.entry(address.into_boxed_str()) {
            Entry::Vacant(free) => {
                free.insert(node);
            }
            Entry::Occupied(taken) => {
                let address = taken.key();
                if claimed_twice(node) == Code::IdDuplicate
                    && let Some((beside, _)) = address.rsplit_once(['/', '.'])
                    && !incomplete.holds(address)
                {
                    incomplete.subtrees.push(beside.to_owned());
                }
                directory.twice.push((address.clone(), *taken.get(), node));
            }
        }
    }
    // Sealed texts name subjects by the addresses that these had when they were written.
    for (at, subject) in content.settings.subjects.iter().enumerate() {
        let node = Node::Subject(SubjectIx::at(at));
        directory
            .nodes
            .entry(format!("themes/{}", subject.id).into())
            .or_insert(node);
    }
    directory
}

/// What is wrong with the addresses of a site: some claimed twice, former ones that are in use or lead to two
/// places.
pub(crate) fn problems(site: &Site, twice: &[(Box<str>, Node, Node)]) -> Vec<Diagnostic> {
    let claims = twice.iter().map(|(address, first, second)| {
        WORDS
            .error(
                claimed_twice(*second),
                place(site, *second),
                "twice",
                &[("address", address)],
            )
            .also(place(site, *first), WORDS.say("twice.also", &[]))
    });
    let mut seen = HashSet::new();
    let former = site
        .formerly
        .iter()
        .filter(|(old, _)| site.addresses.contains_key(old) || !seen.insert(old));
    let former = former.map(|(old, node)| {
        let place = former_place(site, *node);
        WORDS.error(
            Code::AddressDuplicate,
            place,
            "address-duplicate",
            &[("old", old)],
        )
    });
    claims.chain(former).collect()
}

/// The numbers given so far, and what has claimed which address.
#[derive(Default)]
struct Numbered {
    departments: usize,
    areas: usize,
    documents: usize,
    sections: usize,
    commitments: usize,
    claims: Vec<(String, Node)>,
    formerly: Vec<(Box<str>, Node)>,
}

fn next(count: &mut usize) -> usize {
    *count += 1;
    *count - 1
}

impl Numbered {
    fn add(&mut self, address: String, node: Node, formerly: &[Address]) {
        self.claims.push((address, node));
        self.formerly
            .extend(formerly.iter().map(|address| (address.as_str().into(), node)));
    }

    fn add_document(&mut self, city: &str, file: &DocumentFile) {
        let index = DocumentIx::at(next(&mut self.documents));
        let address = format!("{city}/{}", file.id);
        for (at, tally) in file.record.tallies.iter().enumerate() {
            self.add(
                format!("{address}/{}", tally.id),
                Node::Tally(TallyIx::at(index, at)),
                &[],
            );
        }
        for (at, table) in file.record.tables.iter().enumerate() {
            self.add(
                format!("{address}/{}", table.id),
                Node::Table(TableIx::at(index, at)),
                &[],
            );
        }
        for section in &file.record.sections {
            self.add_section(&address, section);
        }
        self.add(address, Node::Document(index), &file.record.formerly);
    }

    /// Reading has bounded the depth of a record, so this may recurse.
    fn add_section(&mut self, document: &str, record: &Section) {
        let index = SectionIx::at(next(&mut self.sections));
        self.add(
            format!("{document}/{}", record.id),
            Node::Section(index),
            &record.formerly,
        );
        for (at, statement) in record.statements.iter().enumerate() {
            let node = Node::Statement(StatementIx::at(index, at));
            self.add(format!("{document}/{}", statement.id), node, &[]);
        }
        for commitment in &record.commitments {
            self.add_commitment(document, commitment);
        }
        for section in &record.sections {
            self.add_section(document, section);
        }
    }

    fn add_commitment(&mut self, document: &str, record: &Commitment) {
        let index = CommitmentIx::at(next(&mut self.commitments));
        let address = format!("{document}/{}", record.id);
        for (at, action) in record.actions.iter().enumerate() {
            self.add(
                format!("{address}.{}", action.id),
                Node::Action(ActionIx::at(index, at)),
                &[],
            );
        }
        for (at, indicator) in record.indicators.iter().enumerate() {
            let node = Node::Indicator(IndicatorIx::at(index, at));
            self.add(format!("{document}/{}", indicator.id), node, &[]);
        }
        self.add(address, Node::Commitment(index), &record.formerly);
    }
}

/// Who has an address that several claim: records before texts, so that a page that collides is the one
/// reported, and what holds others before these.
fn precedence(node: Node) -> u8 {
    match node {
        Node::Municipality(_) | Node::Department(_) | Node::Area(_) | Node::Subject(_) => 0,
        Node::Document(_) | Node::Tally(_) | Node::Table(_) => 1,
        Node::Section(_) | Node::Statement(_) => 2,
        Node::Commitment(_) | Node::Action(_) | Node::Indicator(_) => 3,
        Node::Term(_) => 4,
        Node::Page(_) => 5,
    }
}

fn claimed_twice(second: Node) -> Code {
    match second {
        Node::Page(_) | Node::Term(_) => Code::AddressDuplicate,
        _ => Code::IdDuplicate,
    }
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
