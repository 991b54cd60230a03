//! Reads one YAML file into a value, from the disk to the checked type.

use super::{gathered::Gathered, walk::FoundFile};
use crate::diagnostic::{Code, Place};
use crate::load::WORDS;
use crate::source::{self, Source, yaml::Limits};
use serde::de::DeserializeOwned;

/// Reads the file of `entry`. `None` with problems when it cannot be read at all; a value with problems when
/// parts could not.
pub(crate) fn read<T: DeserializeOwned>(entry: &FoundFile, gathered: &mut Gathered) -> Option<T> {
    let source = open(entry, gathered)?;
    read_from(source, gathered).0
}

/// Reads a text that is open: the value, and the ids of what was left out of it.
pub(crate) fn read_from<T: DeserializeOwned>(
    source: Source,
    gathered: &mut Gathered,
) -> (Option<T>, Vec<String>) {
    let parsed = source::yaml::parse(&source, 0..source.text.len(), Limits::RECORD);
    gathered.extend(parsed.problems);
    let whole = 0..source.text.len();
    gathered.sources.keep(source, whole, parsed.left_out);
    (parsed.value, parsed.dropped)
}

/// The decoded text of a file.
pub(crate) fn open(entry: &FoundFile, gathered: &mut Gathered) -> Option<Source> {
    let bytes = bytes(entry, gathered)?;
    source::decode(&entry.path, bytes)
        .map_err(|found| gathered.extend(found))
        .ok()
}

/// The bytes of a file.
pub(crate) fn bytes(entry: &FoundFile, gathered: &mut Gathered) -> Option<Vec<u8>> {
    let read = std::fs::read(&entry.absolute).map_err(|error| {
        gathered.push(WORDS.error(
            Code::FileUnreadable,
            Place::file(&entry.path),
            "file-unreadable.open",
            &[("error", &error)],
        ));
    });
    read.ok()
}
