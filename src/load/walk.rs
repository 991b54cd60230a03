//! Lists the files of a site's `seeds/` and `content/`, sorted, and refuses names and kinds of files that
//! cannot travel. It opens nothing.

use super::name;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::load::WORDS;
use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

/// A file of the site.
#[derive(Debug, Clone)]
pub(crate) struct FoundFile {
    /// Relative to the site's folder, with forward slashes, in NFC.
    pub path: Arc<str>,
    pub absolute: PathBuf,
    pub bytes: u64,
}

#[derive(Debug, Default)]
pub(crate) struct WalkedFiles {
    pub seeds: Vec<FoundFile>,
    pub content: Vec<FoundFile>,
    pub problems: Vec<Diagnostic>,
    pub skipped: Vec<Arc<str>>,
}

/// Walks both folders. A folder that does not exist has no files.
pub(crate) fn walk(root: &Path) -> WalkedFiles {
    let mut walked = WalkedFiles::default();
    walked.seeds = files(root, "seeds", &mut walked);
    walked.content = files(root, "content", &mut walked);
    refuse_twins(&mut walked.seeds, &mut walked.problems);
    refuse_twins(&mut walked.content, &mut walked.problems);
    walked
}

fn files(root: &Path, folder: &str, walked: &mut WalkedFiles) -> Vec<FoundFile> {
    let top = root.join(folder);
    if !top.exists() {
        return Vec::new();
    }
    let mut entries = Vec::new();
    let mut walk = WalkDir::new(&top).sort_by_file_name().into_iter();
    while let Some(found) = walk.next() {
        match found {
            Err(error) => walked.problems.push(unreadable(root, &error)),
            Ok(found) if found.depth() == 0 => {}
            Ok(found) => match fit(root, &found, walked) {
                None if found.file_type().is_dir() => walk.skip_current_dir(),
                Some(path) if found.file_type().is_file() => entries.push(FoundFile {
                    path,
                    bytes: found.metadata().map_or(0, |metadata| metadata.len()),
                    absolute: found.into_path(),
                }),
                _ => {}
            },
        }
    }
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    entries
}

/// The path of what may be looked at; of anything else it is noted why not.
fn fit(root: &Path, found: &DirEntry, walked: &mut WalkedFiles) -> Option<Arc<str>> {
    let Some(path) = relative(root, found.path()) else {
        walked.problems.push(not_unicode(root, found.path()));
        return None;
    };
    if name::is_clutter(found.file_name().to_str().unwrap_or_default()) {
        walked.skipped.push(path);
        return None;
    }
    if let Some(problem) = name::refuse(&path).or_else(|| refuse_kind(found, &path)) {
        walked.problems.push(problem);
        return None;
    }
    Some(path)
}

/// A path as seen from a folder above it, with forward slashes; `None` where it is no Unicode.
pub(crate) fn inside(folder: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(folder).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

fn relative(root: &Path, path: &Path) -> Option<Arc<str>> {
    Some(inside(root, path)?.nfc().collect::<String>().into())
}

fn refuse_kind(found: &DirEntry, path: &Arc<str>) -> Option<Diagnostic> {
    let kind = found.file_type();
    if kind.is_symlink() {
        return Some(WORDS.error(Code::FileSymlink, Place::file(path), "file-symlink", &[]));
    }
    (!kind.is_file() && !kind.is_dir())
        .then(|| WORDS.error(Code::FileSpecial, Place::file(path), "file-special", &[]))
}

/// Two names that differ only in case are one file on Windows and macOS; two that differ only in composition
/// are one on macOS.
fn refuse_twins(entries: &mut Vec<FoundFile>, problems: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<String, Arc<str>> = HashMap::new();
    entries.retain(|entry| match seen.entry(entry.path.to_lowercase()) {
        Vacant(free) => {
            free.insert(entry.path.clone());
            true
        }
        Occupied(first) => {
            problems.push(WORDS.error(
                Code::NameTwins,
                Place::file(&entry.path),
                "name-twins",
                &[("first", first.get())],
            ));
            false
        }
    });
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().and_then(|path| relative(root, path));
    let path = path.unwrap_or_else(|| Arc::from("."));
    let cause = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    WORDS.error(
        Code::FileUnreadable,
        Place::file(&path),
        "file-unreadable.unreadable",
        &[("cause", &cause)],
    )
}

fn not_unicode(root: &Path, path: &Path) -> Diagnostic {
    let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    WORDS.error(
        Code::NameNotPortable,
        Place::file(&Arc::from(shown)),
        "name-not-portable",
        &[],
    )
}
