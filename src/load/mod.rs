//! Reads a site's folder into `Content`. Every problem is collected; nothing is thrown, and nothing is looked
//! up by name across files: that is the matter of link.

mod bundle;
mod content;
mod gathered;
mod ledger;
mod markdown;
mod municipality;
mod name;
mod original;
pub(crate) mod published;
mod scale;
mod settings;
pub mod theme;
mod walk;
mod yaml;

pub(crate) use original::originals;

use crate::diagnostic::Diagnostic;
use crate::site::Content;
use crate::source::{self, MessageWords, Sources};
use gathered::Gathered;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use walk::FoundFile;

/// What is said about files.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// What reading a site's folder found: what was read, unless nothing could be, and every problem.
#[derive(Debug)]
pub struct Loaded<Read> {
    /// What was read; `None` where nothing can be told of the site, as without a readable
    /// `content/site.yaml`.
    pub content: Option<Read>,
    /// Errors and warnings about names, encodings and values. None of them ends the reading.
    pub problems: Vec<Diagnostic>,
    /// The texts that were read.
    pub sources: Sources,
    /// Files that were left out on purpose, such as `Thumbs.db`, by their paths.
    pub skipped: Vec<Arc<str>>,
}

/// Loads the site in the folder `root`, which has no content without a readable `content/site.yaml`.
pub fn load(root: &Path) -> Loaded<Content> {
    read(root, |seeds, entries, gathered| {
        let Some(settings) = entries.iter().find(|entry| &*entry.path == settings::FILE) else {
            gathered.push(settings::missing(root));
            return None;
        };
        let mut settings = settings::load(settings, gathered)?;
        if settings.scale.is_empty() {
            // What is wrong with the theme is told when it is read to be used.
            let theme = theme::load(root, settings.theme.as_ref(), &mut Vec::new());
            settings.scale = scale::built_in(&theme, &settings.languages);
        }
        let mut records = municipality::load(seeds, gathered);
        settings::order_municipalities(&settings, &mut records.municipalities, gathered);
        Some(content::load(entries, settings, records, gathered))
    })
}

/// What `make` makes of the files of `seeds/` and `content/`.
fn read<Read>(
    root: &Path,
    make: impl FnOnce(&[FoundFile], &[FoundFile], &mut Gathered) -> Option<Read>,
) -> Loaded<Read> {
    let walked = walk::walk(root);
    let mut gathered = Gathered {
        problems: walked.problems,
        ..Gathered::default()
    };
    Loaded {
        content: make(&walked.seeds, &walked.content, &mut gathered),
        problems: gathered.problems,
        sources: gathered.sources,
        skipped: walked.skipped,
    }
}

/// The text of a file of the site for showing it, whatever its bytes are.
pub(crate) fn show(root: &Path, file: &str) -> Option<String> {
    bytes(root, file).map(|bytes| source::legible(&bytes))
}

/// A pipe or a device would never end, and a link may lead out of the site: they are reported, but not
/// opened.
fn bytes(root: &Path, file: &str) -> Option<Vec<u8>> {
    let path = root.join(file);
    let ordinary = std::fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file());
    if ordinary { std::fs::read(path).ok() } else { None }
}
