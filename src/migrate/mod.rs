//! What the sources of an older site become in today's format: keys that have other names now, and the line
//! that says the format. It knows texts only, and keeps every byte of them that it has no reason to change.

mod edit;

use crate::diagnostic::{Diagnostic, Path, Step};
use crate::model::FORMAT;
use crate::source::{Original, front_matter, yaml};
use std::ops::Range;
use std::sync::Arc;

/// A file that changes.
#[derive(Debug)]
pub(crate) struct FileChange {
    pub file: Arc<str>,
    pub before: String,
    pub after: String,
}

/// What a file is to the site, which decides where its keys stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SourceKind {
    Settings,
    Record,
    Term,
}

/// The key of format 1 for the subjects of a commitment, a term and the site.
const THEMES: &str = "themes";
const SUBJECTS: &str = "subjects";

/// The file with the settings, which says the format.
const SETTINGS: &str = "content/site.yaml";

/// Whether a file of the site may hold what changes.
pub(crate) fn concerns(file: &str) -> bool {
    part(file).is_some()
}

/// The changes that make a site of an older format one of today's, that of the settings last: until all
/// others are written, the site says that it is an older one. A site of today's format has none.
///
/// # Errors
/// Why the YAML of a file cannot be read.
pub(crate) fn changes(format: u32, originals: Vec<Original>) -> Result<Vec<FileChange>, Vec<Diagnostic>> {
    if format == FORMAT {
        return Ok(Vec::new());
    }
    let mut problems = Vec::new();
    let mut changes = Vec::new();
    for original in originals {
        match changed(&original) {
            Ok(after) if after == original.raw => {}
            Ok(after) => changes.push(FileChange {
                file: original.source.path,
                before: original.raw,
                after,
            }),
            Err(found) => problems.extend(found),
        }
    }
    changes.sort_by_key(|change| &*change.file == SETTINGS);
    if problems.is_empty() {
        Ok(changes)
    } else {
        Err(problems)
    }
}

/// The text of a file in today's format.
fn changed(original: &Original) -> Result<String, Vec<Diagnostic>> {
    let Original { raw, source } = original;
    let Some(part) = part(&source.path) else {
        return Ok(raw.clone());
    };
    let range = match part {
        SourceKind::Term => front_matter::split(source).map_err(|problem| vec![problem])?.yaml,
        SourceKind::Settings | SourceKind::Record => 0..source.text.len(),
    };
    let keys = yaml::find_keys(source, range, THEMES)?.into_iter();
    let keys = keys.filter_map(|(path, span)| names_subjects(part, &path).then_some(span));
    let keys: Vec<Range<usize>> = keys.collect();
    let text = edit::rename(original, &keys, THEMES, SUBJECTS);
    Ok(match part {
        SourceKind::Settings => edit::with_format(&text, FORMAT),
        SourceKind::Record | SourceKind::Term => text,
    })
}

fn part(file: &str) -> Option<SourceKind> {
    match file {
        SETTINGS => Some(SourceKind::Settings),
        _ if file.starts_with("seeds/") && file.ends_with(".yaml") => Some(SourceKind::Record),
        _ if file.starts_with("content/glossary/") && file.ends_with(".md") => Some(SourceKind::Term),
        _ => None,
    }
}

/// Whether `themes` at a path were the subjects of what holds it.
fn names_subjects(part: SourceKind, path: &Path) -> bool {
    match (part, path.steps()) {
        (SourceKind::Settings | SourceKind::Term, [_]) => true,
        (SourceKind::Record, [.., list, Step::Item(_), _]) => list.key() == "commitments",
        _ => false,
    }
}
