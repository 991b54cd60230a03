//! Opens files of a site as they are, whatever its format, for whoever rewrites them.

use super::gathered::Gathered;
use super::{settings, walk, yaml};
use crate::diagnostic::Diagnostic;
use crate::model::FORMAT;
use crate::source::{self, Original, Sources};
use std::path::Path;
use std::sync::Arc;

/// What stands in a site's folder.
#[derive(Debug)]
pub struct Originals {
    /// The format that the site says it is written in; absent where this koyaku can read no site.
    pub format: Option<u32>,
    pub files: Vec<Original>,
    pub problems: Vec<Diagnostic>,
    pub sources: Sources,
    pub skipped: Vec<Arc<str>>,
}

/// Opens the settings, and every file whose path is `wanted`.
pub fn originals(root: &Path, wanted: impl Fn(&str) -> bool) -> Originals {
    let walk::WalkedFiles {
        seeds,
        content,
        problems,
        skipped,
    } = walk::walk(root);
    let mut gathered = Gathered {
        problems,
        sources: Sources::default(),
    };
    let mut format = None;
    if !content.iter().any(|entry| &*entry.path == settings::FILE) {
        gathered.push(settings::missing(root));
    }
    let mut files = Vec::new();
    for entry in seeds.iter().chain(&content) {
        if !wanted(&entry.path) {
            continue;
        }
        if let Some(original) = open(entry, &mut gathered) {
            if &*entry.path == settings::FILE {
                match settings::format(&original.source) {
                    Ok(said) if said > FORMAT => {
                        gathered
                            .problems
                            .extend(settings::refuse_format(said, &original.source));
                    }
                    Ok(said) => format = Some(said),
                    Err(found) => gathered.extend(found),
                }
                let whole = 0..original.source.text.len();
                gathered.sources.keep(original.source.clone(), whole, Vec::new());
            }
            files.push(original);
        }
    }
    Originals {
        format,
        files,
        problems: gathered.problems,
        sources: gathered.sources,
        skipped,
    }
}

fn open(entry: &walk::FoundFile, gathered: &mut Gathered) -> Option<Original> {
    let bytes = yaml::bytes(entry, gathered)?;
    let source = source::decode(&entry.path, bytes.clone())
        .map_err(|found| gathered.extend(found))
        .ok()?;
    let raw = String::from_utf8(bytes).expect("what has been decoded is UTF-8");
    Some(Original { raw, source })
}
