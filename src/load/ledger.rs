//! Reads the ledger beside a record: `seeds/atsugi/manifesto.ledger.jsonl` beside
//! `seeds/atsugi/manifesto.yaml`. Whether it stands is the matter of the model.

use super::{gathered::Gathered, walk::FoundFile, yaml};
use crate::model::ledger::Ledger;
use std::sync::Arc;

/// How the name of a ledger ends, where that of its record ends in `.yaml`.
pub(crate) const END: &str = ".ledger.jsonl";

/// A ledger; one that is not whole is a problem and counts as none.
pub(crate) fn load(entry: &FoundFile, gathered: &mut Gathered) -> Option<Ledger> {
    let source = yaml::open(entry, gathered)?;
    let ledger = Ledger::parse(&entry.path, &source.text);
    gathered.sources.keep(source, 0..0, Vec::new());
    ledger.map_err(|problem| gathered.push(problem)).ok()
}

/// The ledger of a record that nothing has been sealed of.
pub(crate) fn empty(record: &str) -> Ledger {
    let file: Arc<str> = format!("{}{END}", record.trim_end_matches(".yaml")).into();
    Ledger::empty(&file)
}

/// The file of the record that a ledger belongs to.
pub(crate) fn record_of(ledger: &str) -> String {
    format!("{}.yaml", ledger.trim_end_matches(END))
}
