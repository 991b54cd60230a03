//! The seal: what of a site's record must never change silently, as sealed values by address, and how they
//! compare with the ledger. It reads no file and writes none.
//!
//! What is sealed is said beside each field of the model (`model::walk`); docs/sealed.md prints the list with
//! the reason of everything that is free. Values are sealed in the language of the sources. A text that
//! cannot be read surely is not sealed.

mod entries;
mod published;
mod reports;

pub(crate) use entries::{SealedEntry, SealedLeaf, entries};
pub(crate) use published::{continues, is_published_whole};
pub(crate) use reports::later;

use crate::diagnostic::Place;
use crate::model::ledger::{FORM, Ledger};
use jiff::civil::Date as Day;
use std::collections::BTreeMap;

/// The name under which the text of a report is sealed, as a digest.
pub(crate) const BODY: &str = "body";

/// How a sealed value differs from the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SealedChange {
    /// The name of the field, `text` or `budget.FY2024.initial`.
    pub field: String,
    /// What was sealed; empty where there was nothing.
    pub before: String,
    /// What the record says now; empty where there is nothing.
    pub after: String,
    /// Where it stands now, else where what it belongs to stands.
    pub place: Place,
}

/// What has not been sealed yet.
#[derive(Debug)]
pub(crate) struct Unsealed<'e> {
    pub entry: &'e SealedEntry,
    pub leaves: Vec<&'e SealedLeaf>,
    /// Whether the address was sealed before koyaku sealed these fields.
    pub is_further: bool,
}

impl Unsealed<'_> {
    /// What a line of the ledger says of it.
    pub(crate) fn value(&self) -> BTreeMap<&str, &str> {
        self.leaves
            .iter()
            .map(|leaf| (&*leaf.path, &*leaf.value))
            .collect()
    }
}

/// What has not been sealed yet, and can be on a day.
pub(crate) fn unsealed<'e>(ledger: &Ledger, entries: &'e [SealedEntry], day: Day) -> Vec<Unsealed<'e>> {
    let due = entries
        .iter()
        .filter(|entry| entry.sure && entry.from.is_none_or(|from| from <= day));
    due.filter_map(|entry| {
        let form = ledger.form_of(&entry.address);
        let leaves: Vec<&SealedLeaf> = entry
            .leaves
            .iter()
            .filter(|leaf| form.is_none_or(|form| leaf.since > form && !is_known(ledger, entry, leaf)))
            .collect();
        (form.is_none() || !leaves.is_empty()).then_some(Unsealed {
            entry,
            leaves,
            is_further: form.is_some(),
        })
    })
    .collect()
}

/// The fields that differ between what was sealed under the address of an entry and what the record says now.
/// Empty when nothing does. A field that was not sealed in the forms in which the address was is none of
/// them.
pub(crate) fn changes(ledger: &Ledger, entry: &SealedEntry) -> Vec<SealedChange> {
    let Some(form) = ledger.form_of(&entry.address) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (name, before) in ledger.lines_of(&entry.address).flat_map(|line| &line.leaves) {
        let now = entry.leaves.iter().find(|leaf| is_called(leaf, name));
        if now.is_none_or(|now| *now.value != **before) {
            found.push(SealedChange {
                field: now.map_or_else(|| name.to_string(), |now| now.path.clone()),
                before: before.to_string(),
                after: now.map(|now| now.value.clone()).unwrap_or_default(),
                place: now.map_or(&entry.place, |now| &now.place).clone(),
            });
        }
    }
    let added = entry
        .leaves
        .iter()
        .filter(|leaf| leaf.since <= form.min(FORM) && !is_known(ledger, entry, leaf));
    found.extend(added.map(|leaf| SealedChange {
        field: leaf.path.clone(),
        before: String::new(),
        after: leaf.value.clone(),
        place: leaf.place.clone(),
    }));
    found
}

/// Whether a line of the address has the field.
fn is_known(ledger: &Ledger, entry: &SealedEntry, leaf: &SealedLeaf) -> bool {
    let mut names = ledger.lines_of(&entry.address).flat_map(|line| &line.leaves);
    names.any(|(name, _)| is_called(leaf, name))
}

fn is_called(leaf: &SealedLeaf, name: &str) -> bool {
    leaf.path == name || leaf.once.as_deref() == Some(name)
}
