//! Opens files of a site as they are, whatever its format, for whoever rewrites them.

use super::{Loaded, gathered::Gathered, settings, walk::FoundFile, yaml};
use crate::model::FORMAT;
use crate::source::{self, Original};
use std::path::Path;

/// What stands in a site's folder.
#[derive(Debug)]
pub(crate) struct Originals {
    /// The format that the site says it is written in; absent where this koyaku can read no site.
    pub format: Option<u32>,
    pub files: Vec<Original>,
}

/// Opens the settings, and every file whose path is `wanted`.
pub(crate) fn originals(root: &Path, wanted: impl Fn(&str) -> bool) -> Loaded<Originals> {
    super::read(root, |seeds, content, gathered| {
        if !content.iter().any(|entry| &*entry.path == settings::FILE) {
            gathered.push(settings::missing(root));
        }
        let mut format = None;
        let mut files = Vec::new();
        for entry in seeds.iter().chain(content).filter(|entry| wanted(&entry.path)) {
            let Some(original) = open(entry, gathered) else {
                continue;
            };
            if &*entry.path == settings::FILE {
                match settings::format(&original.source) {
                    Ok(said) if said > FORMAT => {
                        gathered.extend(settings::refuse_format(said, &original.source));
                    }
                    Ok(said) => format = Some(said),
                    Err(found) => gathered.extend(found),
                }
                let whole = 0..original.source.text.len();
                gathered.sources.keep(original.source.clone(), whole, Vec::new());
            }
            files.push(original);
        }
        Some(Originals { format, files })
    })
}

fn open(entry: &FoundFile, gathered: &mut Gathered) -> Option<Original> {
    let bytes = yaml::bytes(entry, gathered)?;
    let source = source::decode(&entry.path, bytes.clone())
        .map_err(|found| gathered.extend(found))
        .ok()?;
    let raw = String::from_utf8(bytes).expect("what has been decoded is UTF-8");
    Some(Original { raw, source })
}
