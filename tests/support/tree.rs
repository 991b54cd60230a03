//! Whole trees of files, compared with the trees that are expected of them.

use super::difference::diff;
use super::{blessing, here};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every file below a folder, by its path with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree(pub BTreeMap<String, Vec<u8>>);

/// How many differing files are shown in full; of the others only the names.
const SHOWN: usize = 5;

impl Tree {
    pub fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        read(folder, "", &mut files);
        Self(files)
    }

    pub fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    pub fn text(&self, path: &str) -> &str {
        let bytes = self
            .0
            .get(path)
            .unwrap_or_else(|| panic!("there is no {path} among {:#?}", self.paths()));
        std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} should be text"))
    }

    /// The tree without the files whose paths do not pass.
    pub fn only(mut self, passes: impl Fn(&str) -> bool) -> Self {
        self.0.retain(|path, _| passes(path));
        self
    }

    /// Compares with a tree in the repository. Files that are expected and did not come out fail too.
    pub fn expect(&self, expected: &str) {
        let folder = here(expected);
        if blessing() {
            return self.bless(&folder);
        }
        let known = Tree::read(&folder);
        if let Some(difference) = known.difference(self) {
            panic!(
                "{expected} is not what came out. After reading the difference: KOYAKU_BLESS=1 cargo \
                 test\n{difference}"
            );
        }
    }

    /// What differs from here to `other`, for a reader; `None` when nothing does.
    pub fn difference(&self, other: &Tree) -> Option<String> {
        let all: BTreeSet<&String> = self.0.keys().chain(other.0.keys()).collect();
        let differing: Vec<&String> = all
            .into_iter()
            .filter(|path| self.0.get(*path) != other.0.get(*path))
            .collect();
        if differing.is_empty() {
            return None;
        }
        let mut report = String::new();
        for (at, path) in differing.into_iter().enumerate() {
            match (self.0.get(path), other.0.get(path)) {
                (Some(_), None) => report += &format!("missing: {path}\n"),
                (None, Some(_)) => report += &format!("unexpected: {path}\n"),
                (Some(one), Some(other)) if at < SHOWN => report += &differing_bytes(path, one, other),
                _ => report += &format!("differs too: {path}\n"),
            }
        }
        Some(report)
    }

    fn bless(&self, folder: &Path) {
        for path in Tree::read(folder)
            .0
            .keys()
            .filter(|path| !self.0.contains_key(*path))
        {
            fs::remove_file(folder.join(path)).expect("the repository can be written");
        }
        self.write(folder);
    }

    pub fn write(&self, folder: &Path) {
        for (path, bytes) in &self.0 {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a file stands in a folder"))
                .expect("the folder can be written");
            fs::write(path, bytes).expect("the folder can be written");
        }
    }
}

fn differing_bytes(path: &str, one: &[u8], other: &[u8]) -> String {
    match (std::str::from_utf8(one), std::str::from_utf8(other)) {
        (Ok(one), Ok(other)) => diff(one, other, path),
        _ => format!("differs: {path} ({} and {} bytes)\n", one.len(), other.len()),
    }
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.expect("a folder that a test reads can be listed");
        let name = entry
            .file_name()
            .into_string()
            .expect("file names of a tree are UTF-8");
        let path = if prefix.is_empty() {
            name
        } else {
            format!("{prefix}/{name}")
        };
        if entry.file_type().expect("a file has a type").is_dir() {
            read(&entry.path(), &path, files);
        } else {
            files.insert(
                path,
                fs::read(entry.path()).expect("a file of a tree can be read"),
            );
        }
    }
}
