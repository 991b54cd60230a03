//! Lays the records out in flat lists, in printed order. References stay names until `references` follows
//! them.

use crate::diagnostic::{Path, path_to};
use crate::lexicon::Lexicon;
use crate::model::ledger::Ledger;
use crate::model::{Document as Record, Section as SectionRecord, Settings, Status};
use crate::site::{
    AreaIx, CommitmentIx, DepartmentIx, DocumentIx, LinkedArea, LinkedCommitment, LinkedDepartment,
    LinkedDocument, LinkedMunicipality, LinkedSection, LinkedSubject, MunicipalityFile, MunicipalityIx,
    Options, SectionIx, Site, StatusIx, WordReadings,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A site that has its records and subjects, and nothing else yet.
pub fn lay_out(
    settings: Settings,
    settings_file: Arc<str>,
    ledger: Ledger,
    options: Options,
    files: Vec<MunicipalityFile>,
) -> Site {
    let scale = settings.scale.clone();
    let subjects = settings
        .subjects
        .iter()
        .map(|record| LinkedSubject {
            record: record.clone(),
            commitments: Vec::new(),
            terms: Vec::new(),
        })
        .collect();
    let mut site = Site {
        settings,
        settings_file,
        ledger,
        options,
        municipalities: Vec::with_capacity(files.len()),
        documents: Vec::new(),
        sections: Vec::new(),
        commitments: Vec::new(),
        own_scale: scale.len(),
        scale,
        reports: Vec::new(),
        later: HashSet::new(),
        departments: Vec::new(),
        areas: Vec::new(),
        subjects,
        terms: Vec::new(),
        pages: Vec::new(),
        attachments: Vec::new(),
        addresses: HashMap::new(),
        backlinks: HashMap::new(),
        usage: Vec::new(),
        readings: WordReadings {
            words: Vec::new(),
            lexicon: Lexicon::new(&[]),
        },
        formerly: Vec::new(),
    };
    for file in files {
        add_municipality(&mut site, file);
    }
    site
}

fn add_municipality(site: &mut Site, file: MunicipalityFile) {
    let index = MunicipalityIx::at(site.municipalities.len());
    let departments = file.record.departments.iter().map(|record| {
        let department = LinkedDepartment {
            municipality: index,
            record: record.clone(),
            successors: Vec::new(),
            predecessors: Vec::new(),
            leads: Vec::new(),
            supports: Vec::new(),
        };
        site.departments.push(department);
        DepartmentIx::at(site.departments.len() - 1)
    });
    let departments = departments.collect();
    let areas = file.record.areas.iter().map(|record| {
        site.areas.push(LinkedArea {
            municipality: index,
            record: record.clone(),
            commitments: Vec::new(),
        });
        AreaIx::at(site.areas.len() - 1)
    });
    let areas = areas.collect();
    site.municipalities.push(LinkedMunicipality {
        id: file.id,
        file: file.file,
        record: file.record,
        ledger: file.ledger,
        documents: Vec::new(),
        departments,
        areas,
        pages: Vec::new(),
        reports: Vec::new(),
        introduction: None,
    });
    for document in file.documents {
        let document_index = DocumentIx::at(site.documents.len());
        site.municipalities[index.position()]
            .documents
            .push(document_index);
        add_document(site, document_index, index, document);
    }
}

fn add_document(
    site: &mut Site,
    index: DocumentIx,
    municipality: MunicipalityIx,
    file: crate::site::DocumentFile,
) {
    let record: Record = file.record;
    let sections = record.sections.clone();
    let scale = add_scale(site, &record.scale);
    site.documents.push(LinkedDocument {
        id: file.id,
        municipality,
        file: file.file,
        tally_sections: vec![None; record.tallies.len()],
        table_sections: vec![None; record.tables.len()],
        record,
        ledger: file.ledger,
        scale,
        sections: Vec::new(),
        commitments: Vec::new(),
        links: Vec::new(),
        pages: Vec::new(),
        reports: Vec::new(),
        introduction: None,
    });
    let top: Vec<SectionIx> = sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            add_section(
                site,
                section,
                RecordPosition {
                    document: index,
                    parent: None,
                    path: path_to![Record::sections, at],
                },
            )
        })
        .collect();
    site.documents[index.position()].sections = top;
}

/// The statuses by which a document is judged: its own where it brings any, else those of the site, which
/// come first.
fn add_scale(site: &mut Site, own: &[Status]) -> Vec<StatusIx> {
    if own.is_empty() {
        return site.own_scale().collect();
    }
    let before = site.scale.len();
    site.scale.extend_from_slice(own);
    StatusIx::all(site).skip(before).collect()
}

struct RecordPosition {
    document: DocumentIx,
    parent: Option<SectionIx>,
    path: Path,
}

/// Adds a section and what stands below it. Reading has bounded the depth of a record, so this may recurse.
fn add_section(site: &mut Site, record: &Arc<SectionRecord>, position: RecordPosition) -> SectionIx {
    let RecordPosition {
        document,
        parent,
        path,
    } = position;
    let index = SectionIx::at(site.sections.len());
    site.sections.push(LinkedSection {
        document,
        parent,
        top: parent.map_or(index, |parent| site[parent].top),
        path: path.clone(),
        record: record.clone(),
        sections: Vec::new(),
        commitments: Vec::new(),
        total: record.commitments.len(),
        reports: Vec::new(),
        introduction: None,
    });
    for (at, own) in record.commitments.iter().enumerate() {
        let commitment = CommitmentIx::at(site.commitments.len());
        let printed = &mut site.documents[document.position()].commitments;
        printed.push(commitment);
        let position = printed.len();
        site.commitments.push(LinkedCommitment {
            document,
            section: index,
            position,
            in_section: at,
            record: own.clone(),
            subjects: Vec::new(),
            areas: Vec::new(),
            departments: Vec::new(),
            links: Vec::new(),
            replaced_by: Vec::new(),
            relists: None,
            reports: Vec::new(),
            introduction: None,
        });
        site.sections[index.position()].commitments.push(commitment);
    }
    for (at, section) in record.sections.iter().enumerate() {
        let below = RecordPosition {
            document,
            parent: Some(index),
            path: path.clone().field(SectionRecord::sections).item(at),
        };
        let child = add_section(site, section, below);
        let total = site[child].total;
        let section = &mut site.sections[index.position()];
        section.sections.push(child);
        section.total += total;
    }
    index
}
