//! Reads one record of an official document.

use super::gathered::Gathered;
use super::walk::FoundFile;
use super::yaml;
use crate::model::Document;
use crate::source::{self, yaml::Limits};

/// The record, or `None` when it cannot be read. What could not be read goes into `subtrees` by address.
pub fn load(
    entry: &FoundFile,
    address: &str,
    gathered: &mut Gathered,
    subtrees: &mut Vec<String>,
) -> Option<Document> {
    let Some(source) = yaml::open(entry, gathered) else {
        subtrees.push(address.to_owned());
        return None;
    };
    let parsed = source::yaml::parse(&source, 0..source.text.len(), Limits::RECORD);
    gathered.extend(parsed.problems);
    let whole = 0..source.text.len();
    gathered.sources.keep(source, whole, parsed.left_out);
    subtrees.extend(parsed.dropped.iter().map(|id| format!("{address}/{id}")));
    if parsed.value.is_none() {
        subtrees.push(address.to_owned());
    }
    parsed.value
}
