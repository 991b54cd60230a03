//! The texts of a run, kept so that what is reported can be shown where it stands without opening a file
//! again.

use super::{text::Source, yaml::locate};
use crate::diagnostic::{At, Diagnostic, Path, Place};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Every text that was read, by its file.
#[derive(Debug, Default)]
pub struct Sources(HashMap<Arc<str>, Kept>);

#[derive(Debug)]
struct Kept {
    source: Source,
    /// Where its YAML stands.
    yaml: Range<usize>,
    /// The list items that were left out of what was read.
    left_out: Vec<Path>,
}

impl Sources {
    /// Keeps a text whose YAML stands at `yaml`, and which of its list items were left out.
    pub fn keep(&mut self, source: Source, yaml: Range<usize>, left_out: Vec<Path>) {
        self.0.insert(
            source.path.clone(),
            Kept {
                source,
                yaml,
                left_out,
            },
        );
    }

    pub(crate) fn extend(&mut self, others: Sources) {
        self.0.extend(others.0);
    }

    /// The text of a file, if it was read.
    pub fn text(&self, file: &str) -> Option<&str> {
        self.0.get(file).map(|kept| kept.source.text.as_str())
    }

    /// Turns the paths of problems into spans. A text is looked through once for all of its problems, and
    /// what was not read is shown as a whole.
    pub fn resolve(&self, problems: &mut [Diagnostic]) {
        let mut by_file: HashMap<Arc<str>, Vec<&mut Place>> = HashMap::new();
        for problem in problems {
            let related = problem.related.iter_mut().map(|(place, _)| place);
            for place in std::iter::once(&mut problem.place).chain(related) {
                if path_of(place).is_some() {
                    by_file.entry(place.file.clone()).or_default().push(place);
                }
            }
        }
        for (file, places) in by_file {
            let Some(kept) = self.0.get(&file) else {
                places.into_iter().for_each(|place| place.at = At::File);
                continue;
            };
            let paths: Vec<&Path> = places.iter().filter_map(|place| path_of(place)).collect();
            let spans = locate(&kept.source, kept.yaml.clone(), &kept.left_out, &paths);
            for (place, span) in places.into_iter().zip(spans) {
                place.at = At::Span(span);
            }
        }
    }
}

fn path_of(place: &Place) -> Option<&Path> {
    match &place.at {
        At::Yaml(path) => Some(path),
        At::File | At::Span(_) => None,
    }
}
