//! The seal: what of a site's record must never change silently, as canonical values by address, and how they
//! compare with the ledger. It reads no file and writes none.
//!
//! Sealed are, in the language of the sources: a document's start of term, legend and way of reckoning
//! deadlines; headings, numbers and statements; wording, heading, deadline label, actions, indicators with
//! their targets, and every amendment of a commitment; totals and tables; and reports, which are corrected by
//! others and never overwritten. Titles, translations, themes, departments, order and layout are free. A text
//! that cannot be read surely is not sealed.

mod entries;
mod published;
mod reports;

pub use entries::{Entry, entries};
pub use published::{continues, is_published_whole};
pub use reports::later;

use crate::model::ledger::{Ledger, canonical};
use jiff::civil::Date as Day;
use serde_json::Value;

/// How a sealed value differs from the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The name of the field, `text` or `indicators.tax-rate`.
    pub field: String,
    /// What was sealed; empty where there was nothing.
    pub before: String,
    /// What the record says now; empty where there is nothing.
    pub after: String,
}

/// What has not been sealed yet, and can be on a day.
pub fn unsealed<'e>(ledger: &Ledger, entries: &'e [Entry], day: Day) -> impl Iterator<Item = &'e Entry> {
    let known: std::collections::HashSet<&str> = ledger.lines.iter().map(|line| &*line.address).collect();
    entries.iter().filter(move |entry| {
        entry.sure && entry.from.is_none_or(|from| from <= day) && !known.contains(&*entry.address)
    })
}

/// The fields that differ between what was sealed and what the record says now. Empty when nothing does.
pub fn changes(sealed: &Value, now: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    compare("", (sealed, now), &mut found);
    found
}

fn compare(path: &str, (before, after): (&Value, &Value), found: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        found.push(Change {
            field: path.to_owned(),
            before: shown(before),
            after: shown(after),
        });
        return;
    };
    let keys: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for key in keys {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        compare(
            &path,
            (
                old.get(key).unwrap_or(&Value::Null),
                new.get(key).unwrap_or(&Value::Null),
            ),
            found,
        );
    }
}

/// A value as a reader of a message sees it: texts without quotation marks, nothing for nothing.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => canonical(other),
    }
}
