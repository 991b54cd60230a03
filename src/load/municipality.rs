//! Reads `seeds/`: one folder a municipality, with `municipality.yaml` and one record for each document.

use super::gathered::Gathered;
use super::walk::FoundFile;
use super::{document, ledger, yaml};
use crate::diagnostic::{Code, Diagnostic, Place, Refusal, path_to};
use crate::load::WORDS;
use crate::model::ledger::Ledger;
use crate::model::{Id, Municipality};
use crate::site::{DocumentFile, Incomplete, MunicipalityFile, RESERVED};
use rayon::prelude::*;
use std::sync::Arc;

const STEM: &str = "municipality";

/// The whole record, and which parts of it could not be read.
#[derive(Debug, Default)]
pub struct Records {
    pub municipalities: Vec<MunicipalityFile>,
    pub incomplete: Incomplete,
}

enum ReadDocument {
    Municipality(Box<MunicipalityFile>),
    Document(Id, Box<DocumentFile>),
    /// Of a municipality itself, or of one of its documents.
    Ledger(Id, Option<Id>, Box<Ledger>),
    Nothing,
}

/// Reads every file, several at once, and puts documents under their municipalities.
pub fn load(entries: &[FoundFile], gathered: &mut Gathered) -> Records {
    let read: Vec<(ReadDocument, Vec<String>, Gathered)> = entries.par_iter().map(read_entry).collect();
    let mut records = Records::default();
    let mut documents = Vec::new();
    let mut ledgers = Vec::new();
    for (read, subtrees, found) in read {
        gathered.join(found);
        records.incomplete.subtrees.extend(subtrees);
        match read {
            ReadDocument::Municipality(municipality) => records.municipalities.push(*municipality),
            ReadDocument::Document(municipality, document) => documents.push((municipality, *document)),
            ReadDocument::Ledger(municipality, document, ledger) => {
                ledgers.push((municipality, document, *ledger));
            }
            ReadDocument::Nothing => {}
        }
    }
    for (id, document) in documents {
        match records
            .municipalities
            .iter_mut()
            .find(|municipality| municipality.id == id)
        {
            Some(municipality) => municipality.documents.push(document),
            None if records.incomplete.subtrees.contains(&id.to_string()) => {}
            None => gathered.push(without_municipality(&id, &document.file)),
        }
    }
    for (municipality, document, ledger) in ledgers {
        put_ledger(&mut records, municipality, document, ledger, gathered);
    }
    for municipality in &mut records.municipalities {
        order_documents(municipality, &records.incomplete, gathered);
    }
    records
}

fn read_entry(entry: &FoundFile) -> (ReadDocument, Vec<String>, Gathered) {
    let mut gathered = Gathered::default();
    let mut subtrees = Vec::new();
    let read = classify(entry, &mut gathered).map_or(ReadDocument::Nothing, |(municipality, document)| {
        let file = entry.path.clone();
        if file.ends_with(ledger::END) {
            return ledger::load(entry, &mut gathered).map_or(ReadDocument::Nothing, |ledger| {
                ReadDocument::Ledger(municipality, document, Box::new(ledger))
            });
        }
        match document {
            None => match yaml::read::<Municipality>(entry, &mut gathered) {
                Some(record) => ReadDocument::Municipality(Box::new(MunicipalityFile {
                    id: municipality,
                    ledger: ledger::empty(&file),
                    file,
                    record,
                    documents: Vec::new(),
                })),
                None => {
                    subtrees.push(municipality.to_string());
                    ReadDocument::Nothing
                }
            },
            Some(id) => {
                let address = format!("{municipality}/{id}");
                match document::load(entry, &address, &mut gathered, &mut subtrees) {
                    Some(record) => {
                        let ledger = ledger::empty(&file);
                        ReadDocument::Document(
                            municipality,
                            Box::new(DocumentFile {
                                id,
                                file,
                                record,
                                ledger,
                            }),
                        )
                    }
                    None => ReadDocument::Nothing,
                }
            }
        }
    });
    (read, subtrees, gathered)
}

/// The municipality and document that a file is about; a file in an unexpected place is a problem.
fn classify(entry: &FoundFile, gathered: &mut Gathered) -> Option<(Id, Option<Id>)> {
    let parts: Vec<&str> = entry.path.split('/').collect();
    let [_, folder, name] = parts[..] else {
        gathered.push(unexpected(&entry.path));
        return None;
    };
    let Some(stem) = name
        .strip_suffix(ledger::END)
        .or_else(|| name.strip_suffix(".yaml"))
    else {
        gathered.push(unexpected(&entry.path));
        return None;
    };
    let mut id = |text: &str| {
        let refused = |refusal: Refusal| gathered.push(refusal.at(Place::file(&entry.path)));
        Id::parse(text).map_err(refused).ok()
    };
    let municipality = id(folder)?;
    let document = if stem == STEM { None } else { Some(id(stem)?) };
    let reserved = RESERVED.contains(&folder)
        || document
            .as_ref()
            .is_some_and(|document| matches!(document.as_str(), "departments" | "areas" | "statuses"));
    if reserved {
        gathered.push(WORDS.error(
            Code::AddressReserved,
            Place::file(&entry.path),
            "address-reserved",
            &[],
        ));
        return None;
    }
    Some((municipality, document))
}

fn put_ledger(
    records: &mut Records,
    municipality: Id,
    document: Option<Id>,
    ledger: Ledger,
    gathered: &mut Gathered,
) {
    let owner = records
        .municipalities
        .iter_mut()
        .find(|known| known.id == municipality);
    let (kept, address) = match &document {
        None => (owner.map(|owner| &mut owner.ledger), municipality.to_string()),
        Some(id) => {
            let mut documents = owner.into_iter().flat_map(|owner| &mut owner.documents);
            let document = documents.find(|document| document.id == *id);
            let address = format!("{municipality}/{id}");
            (document.map(|document| &mut document.ledger), address)
        }
    };
    match kept {
        Some(kept) => *kept = ledger,
        None if records.incomplete.holds(&address) || ledger.lines.is_empty() => {}
        None => {
            // What pointed at it is not wrong, and saying so for each would bury what is.
            records.incomplete.subtrees.push(address);
            gathered.push(gone(&ledger.file));
        }
    }
}

fn gone(ledger: &Arc<str>) -> Diagnostic {
    let record = ledger::record_of(ledger);
    WORDS.error(
        Code::SealGone,
        Place::file(ledger),
        "seal-gone",
        &[("record", &record)],
    )
}

fn order_documents(municipality: &mut MunicipalityFile, incomplete: &Incomplete, gathered: &mut Gathered) {
    let order = &municipality.record.documents;
    for (at, id) in order.iter().enumerate() {
        let unread = incomplete.subtrees.contains(&format!("{}/{id}", municipality.id));
        if !unread && !municipality.documents.iter().any(|document| document.id == *id) {
            gathered.push(WORDS.error(
                Code::ReferenceDangling,
                Place::yaml(&municipality.file, path_to![Municipality::documents, at]),
                "reference-dangling",
                &[("city", &municipality.id), ("document", &id)],
            ));
        }
    }
    let place = |document: &DocumentFile| {
        order
            .iter()
            .position(|id| *id == document.id)
            .unwrap_or(usize::MAX)
    };
    municipality
        .documents
        .sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.id.cmp(&other.id)));
}

fn without_municipality(id: &Id, file: &Arc<str>) -> Diagnostic {
    WORDS.error(
        Code::MunicipalityMissing,
        Place::file(file),
        "municipality-missing",
        &[("id", &id), ("stem", &STEM)],
    )
}

fn unexpected(file: &Arc<str>) -> Diagnostic {
    WORDS.error(
        Code::NameUnexpected,
        Place::file(file),
        "name-unexpected.unexpected",
        &[],
    )
}
