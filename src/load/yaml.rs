//! Reads one YAML file into a value, from the disk to the checked type.

use super::walk::Entry;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::source::{self, Source, yaml::Limits};
use serde::de::DeserializeOwned;

/// Reads the file of `entry`. `None` with problems when it cannot be read at all; a value with problems when
/// parts could not.
pub fn read<T: DeserializeOwned>(entry: &Entry, problems: &mut Vec<Diagnostic>) -> Option<T> {
    let source = open(entry, problems)?;
    let parsed = source::yaml::parse(&source, 0..source.text.len(), Limits::RECORD);
    problems.extend(parsed.problems);
    parsed.value
}

/// The decoded text of a file.
pub fn open(entry: &Entry, problems: &mut Vec<Diagnostic>) -> Option<Source> {
    match std::fs::read(&entry.absolute) {
        Ok(bytes) => source::decode(&entry.path, bytes)
            .map_err(|found| problems.extend(found))
            .ok(),
        Err(error) => {
            problems.push(
                Diagnostic::error(
                    Code::FileUnreadable,
                    Place::file(&entry.path),
                    Message::new(
                        format!("読めません（{error}）"),
                        format!("cannot be read ({error})"),
                    ),
                )
                .remedy(Message::new(
                    "読み取りの権限を確かめてください",
                    "check that you may read it",
                )),
            );
            None
        }
    }
}
