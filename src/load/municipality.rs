//! Reads `seeds/`: one folder a municipality, with `municipality.yaml` and one record for each document.

use super::{gathered::Gathered, ledger, walk::FoundFile, yaml};
use crate::diagnostic::{Code, Place, Refusal, path_to};
use crate::load::WORDS;
use crate::model::{Id, Municipality, ledger::Ledger};
use crate::site::{DocumentFile, Incomplete, MunicipalityFile, reserved};
use rayon::prelude::*;

const STEM: &str = "municipality";

/// The whole record, and which parts of it could not be read.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub municipalities: Vec<MunicipalityFile>,
    pub incomplete: Incomplete,
}

enum ReadDocument {
    Municipality(Box<MunicipalityFile>),
    Document(Id, Box<DocumentFile>),
    /// Of a municipality itself, or of one of its documents.
    Ledger(Id, Option<Id>, Box<Ledger>),
}

/// Reads every file, several at once, and puts documents under their municipalities.
pub(crate) fn load(entries: &[FoundFile], gathered: &mut Gathered) -> Records {
    let read: Vec<(Option<ReadDocument>, Vec<String>, Gathered)> =
        entries.par_iter().map(read_entry).collect();
    let mut records = Records::default();
    let mut documents = Vec::new();
    let mut ledgers = Vec::new();
    for (read, subtrees, found) in read {
        gathered.join(found);
        records.incomplete.subtrees.extend(subtrees);
        match read {
            Some(ReadDocument::Municipality(municipality)) => records.municipalities.push(*municipality),
            Some(ReadDocument::Document(municipality, document)) => documents.push((municipality, *document)),
            Some(ReadDocument::Ledger(municipality, document, ledger)) => {
                ledgers.push((municipality, document, *ledger));
            }
            None => {}
        }
    }
    for (id, document) in documents {
        let mut municipalities = records.municipalities.iter_mut();
        match municipalities.find(|municipality| municipality.id == id) {
            Some(municipality) => municipality.documents.push(document),
            None if records.incomplete.subtrees.contains(&id.to_string()) => {}
            None => gathered.push(WORDS.error(
                Code::MunicipalityMissing,
                Place::file(&document.file),
                "municipality-missing",
                &[("id", &id), ("stem", &STEM)],
            )),
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

fn read_entry(entry: &FoundFile) -> (Option<ReadDocument>, Vec<String>, Gathered) {
    let mut gathered = Gathered::default();
    let mut subtrees = Vec::new();
    let read = read_document(entry, &mut subtrees, &mut gathered);
    (read, subtrees, gathered)
}

/// What could not be read goes into `subtrees` by address.
fn read_document(
    entry: &FoundFile,
    subtrees: &mut Vec<String>,
    gathered: &mut Gathered,
) -> Option<ReadDocument> {
    let (municipality, document) = classify(entry, gathered)?;
    let file = entry.path.clone();
    if file.ends_with(ledger::END) {
        let ledger = Box::new(ledger::load(entry, gathered)?);
        return Some(ReadDocument::Ledger(municipality, document, ledger));
    }
    let ledger = ledger::empty(&file);
    let Some(id) = document else {
        let record = yaml::read(entry, gathered);
        subtrees.extend(record.is_none().then(|| municipality.to_string()));
        return Some(ReadDocument::Municipality(Box::new(MunicipalityFile {
            id: municipality,
            ledger,
            file,
            record: record?,
            documents: Vec::new(),
        })));
    };
    let address = format!("{municipality}/{id}");
    let source = yaml::open(entry, gathered);
    let (record, dropped) = source
        .map(|source| yaml::read_from(source, gathered))
        .unwrap_or_default();
    subtrees.extend(dropped.iter().map(|id| format!("{address}/{id}")));
    subtrees.extend(record.is_none().then_some(address));
    let document = DocumentFile {
        id,
        file,
        record: record?,
        ledger,
    };
    Some(ReadDocument::Document(municipality, Box::new(document)))
}

/// The municipality and document that a file is about; a file in an unexpected place is a problem.
fn classify(entry: &FoundFile, gathered: &mut Gathered) -> Option<(Id, Option<Id>)> {
    let parts: Vec<&str> = entry.path.split('/').collect();
    let placed = match parts[..] {
        [_, folder, name] => {
            let stem = name.strip_suffix(ledger::END);
            stem.or(name.strip_suffix(".yaml")).map(|stem| (folder, stem))
        }
        _ => None,
    };
    let Some((folder, stem)) = placed else {
        gathered.push(WORDS.error(
            Code::NameUnexpected,
            Place::file(&entry.path),
            "name-unexpected.unexpected",
            &[],
        ));
        return None;
    };
    let mut id = |text: &str| {
        let refused = |refusal: Refusal| gathered.push(refusal.at(Place::file(&entry.path)));
        Id::parse(text).map_err(refused).ok()
    };
    let municipality = id(folder)?;
    let document = if stem == STEM { None } else { Some(id(stem)?) };
    let is_reserved = reserved().any(|word| word == folder)
        || document
            .as_ref()
            .is_some_and(|document| matches!(document.as_str(), "departments" | "areas" | "statuses"));
    if is_reserved {
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
    let mut municipalities = records.municipalities.iter_mut();
    let owner = municipalities.find(|known| known.id == municipality);
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
            gathered.push(WORDS.error(
                Code::SealGone,
                Place::file(&ledger.file),
                "seal-gone",
                &[("record", &ledger::record_of(&ledger.file))],
            ));
        }
    }
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
    in_order(&mut municipality.documents, order, |document| &document.id);
}

/// Puts things in the order of a list of their ids; those not named follow by id.
pub(crate) fn in_order<T>(things: &mut [T], order: &[Id], id_of: impl Fn(&T) -> &Id) {
    let place = |id: &Id| order.iter().position(|known| known == id).unwrap_or(usize::MAX);
    things.sort_by_key(|thing| {
        let id = id_of(thing);
        (place(id), id.clone())
    });
}
