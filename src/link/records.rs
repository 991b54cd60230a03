//! Lays the records out in flat lists, in printed order, with their names followed.

use super::backlinks::named_by;
use super::names::Names;
use crate::diagnostic::{Path, Place, path_to};
use crate::model::{
    Address, Amendment, Area, Commitment, Department, Document, Id, Municipality, Responsibility, Section,
    Status, Subject, Table, Tally,
};
use crate::site::{
    AreaIx, CommitmentIx, DepartmentIx, DocumentFile, DocumentIx, LinkedArea, LinkedCommitment,
    LinkedDepartment, LinkedDocument, LinkedMunicipality, LinkedResponsibility, LinkedSection, LinkedSubject,
    LinkedTerm, MunicipalityFile, MunicipalityIx, Node, PageIx, SectionIx, StatusIx, SubjectIx, TermIx,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Plain pages by the municipality or document in whose folder they stand.
pub(crate) type PagesOf = HashMap<Node, Vec<PageIx>>;

/// The lists of a site that records fill.
pub(crate) struct LinkedRecords {
    /// The statuses of the site, and behind them those of documents that bring their own.
    pub scale: Vec<Status>,
    pub municipalities: Vec<LinkedMunicipality>,
    pub documents: Vec<LinkedDocument>,
    pub sections: Vec<LinkedSection>,
    pub commitments: Vec<LinkedCommitment>,
    pub departments: Vec<LinkedDepartment>,
    pub areas: Vec<LinkedArea>,
}

/// The lists of what was read, for a site whose own scale is `scale`.
pub(crate) fn lay_out(
    files: Vec<MunicipalityFile>,
    scale: &[Status],
    mut pages: PagesOf,
    names: &mut Names,
) -> LinkedRecords {
    let mut records = LinkedRecords {
        scale: scale.to_vec(),
        municipalities: Vec::with_capacity(files.len()),
        documents: Vec::new(),
        sections: Vec::new(),
        commitments: Vec::new(),
        departments: Vec::new(),
        areas: Vec::new(),
    };
    let mut departments: Vec<NamedDepartment> = Vec::new();
    let mut areas: Vec<(MunicipalityIx, Arc<Area>)> = Vec::new();
    for file in files {
        let index = MunicipalityIx::at(records.municipalities.len());
        let first = records.documents.len();
        for document in file.documents {
            records.add_document(index, &file.id, document, scale.len(), &mut pages, names);
        }
        let own_departments = file.record.departments.iter().enumerate().map(|(at, record)| {
            departments.push(named_department(index, &file.id, &file.file, record, at, names));
            DepartmentIx::at(departments.len() - 1)
        });
        let own_departments = own_departments.collect();
        let own_areas = file.record.areas.iter().map(|record| {
            areas.push((index, record.clone()));
            AreaIx::at(areas.len() - 1)
        });
        records.municipalities.push(LinkedMunicipality {
            departments: own_departments,
            areas: own_areas.collect(),
            documents: (first..records.documents.len()).map(DocumentIx::at).collect(),
            pages: pages.remove(&Node::Municipality(index)).unwrap_or_default(),
            id: file.id,
            file: file.file,
            record: file.record,
            ledger: file.ledger,
        });
    }
    records.add_those_named(departments, areas);
    records
}

/// A department, before it is known who names it.
struct NamedDepartment {
    municipality: MunicipalityIx,
    record: Arc<Department>,
    successors: Vec<DepartmentIx>,
}

fn named_department(
    municipality: MunicipalityIx,
    city: &Id,
    file: &Arc<str>,
    record: &Arc<Department>,
    at: usize,
    names: &mut Names,
) -> NamedDepartment {
    let place = |number| {
        let part = path_to![Municipality::departments, at, Department::successors, number];
        Place::yaml(file, part)
    };
    NamedDepartment {
        municipality,
        record: record.clone(),
        successors: names.find_all(
            &format!("{city}/departments"),
            &record.successors,
            department,
            place,
        ),
    }
}

fn department(node: Node) -> Option<DepartmentIx> {
    match node {
        Node::Department(index) => Some(index),
        _ => None,
    }
}

impl LinkedRecords {
    fn add_document(
        &mut self,
        municipality: MunicipalityIx,
        city: &Id,
        file: DocumentFile,
        own_scale: usize,
        pages: &mut PagesOf,
        names: &mut Names,
    ) {
        let index = DocumentIx::at(self.documents.len());
        let address = format!("{city}/{}", file.id);
        let first = self.commitments.len();
        let mut sections = Vec::with_capacity(file.record.sections.len());
        for (at, section) in file.record.sections.iter().enumerate() {
            sections.push(SectionIx::at(self.sections.len()));
            let place = SectionPlace {
                document: index,
                city: city.as_str(),
                file: &file.file,
                first,
                parent: None,
                path: path_to![Document::sections, at],
            };
            self.add_section(section, place, names);
        }
        let place = |part| Place::yaml(&file.file, part);
        let mut section = |id: &Option<Id>, part: Path| {
            let address = format!("{address}/{}", id.as_ref()?);
            match names.find(&address, || place(part.clone()))? {
                Node::Section(section) => Some(section),
                _ => {
                    names.wrong_kind(&address, place(part), ("見出し（section）", "a section"));
                    None
                }
            }
        };
        let tallies = file.record.tallies.iter().enumerate();
        let tally_sections = tallies
            .map(|(at, tally)| section(&tally.section, path_to![Document::tallies, at, Tally::section]))
            .collect();
        let tables = file.record.tables.iter().enumerate();
        let table_sections = tables
            .map(|(at, table)| section(&table.section, path_to![Document::tables, at, Table::section]))
            .collect();
        let links = names.follow(&file.record.links, |part| {
            place(path_to![Document::links].then(part))
        });
        let scale = self.add_scale(&file.record.scale, own_scale);
        self.documents.push(LinkedDocument {
            municipality,
            sections,
            commitments: (first..self.commitments.len()).map(CommitmentIx::at).collect(),
            links,
            scale,
            tally_sections,
            table_sections,
            pages: pages.remove(&Node::Document(index)).unwrap_or_default(),
            id: file.id,
            file: file.file,
            record: file.record,
            ledger: file.ledger,
        });
    }

    /// The statuses by which a document is judged: its own where it brings any, else those of the site, which
    /// come first.
    fn add_scale(&mut self, own: &[Status], of_site: usize) -> Vec<StatusIx> {
        if own.is_empty() {
            return (0..of_site).map(StatusIx::at).collect();
        }
        self.scale.extend_from_slice(own);
        (self.scale.len() - own.len()..self.scale.len())
            .map(StatusIx::at)
            .collect()
    }

    /// Adds a section and what stands below it. Reading has bounded the depth of a record, so this may
    /// recurse.
    fn add_section(&mut self, record: &Arc<Section>, place: SectionPlace, names: &mut Names) {
        let index = SectionIx::at(self.sections.len());
        let mut next = index.position() + 1;
        let mut below = Vec::with_capacity(record.sections.len());
        for section in &record.sections {
            below.push(SectionIx::at(next));
            next += total(section, &|_| 1);
        }
        let first = self.commitments.len();
        self.sections.push(LinkedSection {
            document: place.document,
            parent: place.parent,
            top: place
                .parent
                .map_or(index, |parent| self.sections[parent.position()].top),
            path: place.path.clone(),
            record: record.clone(),
            sections: below,
            commitments: (first..first + record.commitments.len())
                .map(CommitmentIx::at)
                .collect(),
            total: total(record, &|section| section.commitments.len()),
        });
        for (at, own) in record.commitments.iter().enumerate() {
            let own = commitment(CommitmentIx::at(first + at), index, own, at, &place, names);
            self.commitments.push(own);
        }
        for (at, section) in record.sections.iter().enumerate() {
            let place = SectionPlace {
                parent: Some(index),
                path: place.path.clone().field(Section::sections).item(at),
                ..place
            };
            self.add_section(section, place, names);
        }
    }

    /// Adds what commitments name, with those that name it.
    fn add_those_named(
        &mut self,
        departments: Vec<NamedDepartment>,
        areas: Vec<(MunicipalityIx, Arc<Area>)>,
    ) {
        let successors = departments.iter().enumerate().flat_map(|(at, named)| {
            named
                .successors
                .iter()
                .map(move |successor| (DepartmentIx::at(at), *successor))
        });
        let mut predecessors = named_by(successors);
        let mut leads = named_by(self.named(|one| one.departments.iter().map(|one| one.lead)));
        let mut supports =
            named_by(self.named(|one| one.departments.iter().flat_map(|one| one.support.clone())));
        let mut by_area = named_by(self.named(|one| one.areas.iter().copied()));
        for (at, (municipality, record)) in areas.into_iter().enumerate() {
            self.areas.push(LinkedArea {
                municipality,
                record,
                commitments: by_area.remove(&AreaIx::at(at)).unwrap_or_default(),
            });
        }
        for (at, named) in departments.into_iter().enumerate() {
            let index = DepartmentIx::at(at);
            self.departments.push(LinkedDepartment {
                municipality: named.municipality,
                record: named.record,
                successors: named.successors,
                predecessors: predecessors.remove(&index).unwrap_or_default(),
                leads: leads.remove(&index).unwrap_or_default(),
                supports: supports.remove(&index).unwrap_or_default(),
            });
        }
    }

    /// What each commitment names of a kind.
    fn named<'a, Named, All: Iterator<Item = Named> + 'a>(
        &'a self,
        of: impl Fn(&'a LinkedCommitment) -> All + 'a,
    ) -> impl Iterator<Item = (CommitmentIx, Named)> + 'a {
        let all = self.commitments.iter().enumerate();
        all.flat_map(move |(at, one)| of(one).map(move |named| (CommitmentIx::at(at), named)))
    }

    /// The subjects, with the commitments and the terms that name them.
    pub(crate) fn subjects(&self, records: &[Arc<Subject>], terms: &[LinkedTerm]) -> Vec<LinkedSubject> {
        let mut by_commitments = named_by(self.named(|one| one.subjects.iter().copied()));
        let terms = terms.iter().enumerate();
        let mut by_terms = named_by(terms.flat_map(|(at, term)| {
            term.subjects
                .iter()
                .map(move |subject| (TermIx::at(at), *subject))
        }));
        let subjects = records.iter().enumerate().map(|(at, record)| LinkedSubject {
            record: record.clone(),
            commitments: by_commitments.remove(&SubjectIx::at(at)).unwrap_or_default(),
            terms: by_terms.remove(&SubjectIx::at(at)).unwrap_or_default(),
        });
        subjects.collect()
    }
}

/// How many of something a section holds, with the sections below it.
fn total(section: &Section, own: &dyn Fn(&Section) -> usize) -> usize {
    own(section)
        + section
            .sections
            .iter()
            .map(|below| total(below, own))
            .sum::<usize>()
}

/// Where a section stands.
struct SectionPlace<'a> {
    document: DocumentIx,
    city: &'a str,
    file: &'a Arc<str>,
    /// How many commitments stand before those of the document.
    first: usize,
    parent: Option<SectionIx>,
    path: Path,
}

/// A commitment, which is the one at `at` of its section.
fn commitment(
    index: CommitmentIx,
    section: SectionIx,
    record: &Arc<Commitment>,
    at: usize,
    above: &SectionPlace,
    names: &mut Names,
) -> LinkedCommitment {
    let place = |part: Path| {
        let own = above.path.clone().field(Section::commitments).item(at);
        Place::yaml(above.file, own.then(part))
    };
    let subject = |node| match node {
        Node::Subject(subject) => Some(subject),
        _ => None,
    };
    let area = |node| match node {
        Node::Area(area) => Some(area),
        _ => None,
    };
    let subjects = names.find_all("subjects", &record.subjects, subject, |at| {
        place(path_to![Commitment::subjects, at])
    });
    let areas = format!("{}/areas", above.city);
    let areas = names.find_all(&areas, &record.areas, area, |at| {
        place(path_to![Commitment::areas, at])
    });
    let departments = record.departments.iter().enumerate().filter_map(|(at, record)| {
        responsibility(above.city, record, names, &|part| {
            place(path_to![Commitment::departments, at].then(part))
        })
    });
    let departments = departments.collect();
    let links = names.follow(&record.links, |part| {
        place(path_to![Commitment::links].then(part))
    });
    let relists = record
        .relists
        .as_ref()
        .and_then(|address| another(index, address, || place(path_to![Commitment::relists]), names));
    let amendments = record.amendments.iter().enumerate();
    let replaced_by = amendments.map(|(number, amendment)| {
        let into = amendment.into.iter().enumerate();
        let others = into.filter_map(|(at, address)| {
            let part = || path_to![Commitment::amendments, number, Amendment::into, at];
            another(index, address, || place(part()), names)
        });
        others.collect()
    });
    LinkedCommitment {
        document: above.document,
        section,
        position: index.position() - above.first + 1,
        in_section: at,
        record: record.clone(),
        subjects,
        areas,
        departments,
        links,
        replaced_by: replaced_by.collect(),
        relists,
    }
}

/// The commitment at an address, which may not be `own`.
fn another(
    own: CommitmentIx,
    address: &Address,
    place: impl Fn() -> Place,
    names: &mut Names,
) -> Option<CommitmentIx> {
    match names.find(address.as_str(), &place)? {
        Node::Commitment(other) if other != own => Some(other),
        _ => {
            names.wrong_kind(address.as_str(), place(), ("別の項目", "another commitment"));
            None
        }
    }
}

fn responsibility(
    city: &str,
    record: &Responsibility,
    names: &mut Names,
    place: &dyn Fn(Path) -> Place,
) -> Option<LinkedResponsibility> {
    let prefix = format!("{city}/departments");
    let lead = names.find_all(&prefix, std::slice::from_ref(&record.lead), department, |_| {
        place(path_to![Responsibility::lead])
    });
    let support = names.find_all(&prefix, &record.support, department, |at| {
        place(path_to![Responsibility::support, at])
    });
    Some(LinkedResponsibility {
        lead: lead.into_iter().next()?,
        support,
        from: record.from,
        to: record.to,
    })
}
