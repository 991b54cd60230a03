//! Reads the ledgers that a published site holds, for comparing them with those of the sources.

use super::walk::inside;
use std::path::Path;
use walkdir::WalkDir;

/// A ledger as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Published {
    /// Its name without the ending: `atsugi/manifesto`.
    pub name: String,
    pub text: String,
}

/// The ledgers under `data/` of a built site, by path. A folder without any has published none; a file that
/// is no text is taken as empty, which every ledger continues.
pub(crate) fn ledgers(site: &Path) -> Vec<Published> {
    let data = site.join("data");
    let files = WalkDir::new(&data)
        .min_depth(1)
        .max_depth(2)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok);
    let ledgers = files
        .filter(|file| file.file_type().is_file())
        .filter_map(|file| {
            let name = inside(&data, file.path())?;
            Some(Published {
                name: name.strip_suffix(".ledger.jsonl")?.to_owned(),
                text: std::fs::read_to_string(file.path()).unwrap_or_default(),
            })
        });
    ledgers.collect()
}
