//! Reads one record of an official document.

use super::walk::Entry;
use super::yaml;
use crate::diagnostic::Diagnostic;
use crate::model::document::Document;
use crate::source::{self, yaml::Limits};

/// The record, or `None` when it cannot be read. What could not be read goes into `subtrees` by address.
pub fn load(
    entry: &Entry,
    address: &str,
    problems: &mut Vec<Diagnostic>,
    subtrees: &mut Vec<String>,
) -> Option<Document> {
    let Some(source) = yaml::open(entry, problems) else {
        subtrees.push(address.to_owned());
        return None;
    };
    let parsed = source::yaml::parse(&source, 0..source.text.len(), Limits::RECORD);
    problems.extend(parsed.problems);
    subtrees.extend(parsed.dropped.iter().map(|id| format!("{address}/{id}")));
    if parsed.value.is_none() {
        subtrees.push(address.to_owned());
    }
    parsed.value
}
