//! Reads one Markdown file: its front matter into the type its place asks for, and the body as it is.

use super::{gathered::Gathered, walk::FoundFile, yaml};
use crate::diagnostic::{Code, Place};
use crate::load::WORDS;
use crate::model::Language;
use crate::site::MarkdownFile;
use crate::source::{self, front_matter, yaml::Limits};
use serde::de::DeserializeOwned;

/// The largest Markdown file, in bytes. A longer one is a page that nobody can read, or a mistake.
const LARGEST: u64 = 1 << 20;

/// Reads the file of `entry`, which is in `language`.
pub(crate) fn read<Head: DeserializeOwned>(
    entry: &FoundFile,
    language: Language,
    gathered: &mut Gathered,
) -> Option<MarkdownFile<Head>> {
    if entry.bytes > LARGEST {
        gathered.push(WORDS.error(
            Code::FileTooLarge,
            Place::file(&entry.path),
            "file-too-large",
            &[("bytes", &entry.bytes), ("largest", &LARGEST)],
        ));
        return None;
    }
    let source = yaml::open(entry, gathered)?;
    let parts = match front_matter::split(&source) {
        Ok(parts) => parts,
        Err(problem) => {
            gathered.push(problem);
            gathered.sources.keep(source, 0..0, Vec::new());
            return None;
        }
    };
    let parsed = source::yaml::parse(&source, parts.yaml.clone(), Limits::FRONT_MATTER);
    gathered.extend(parsed.problems);
    let body = source.text[parts.body.clone()].into();
    gathered.sources.keep(source, parts.yaml, parsed.left_out);
    Some(MarkdownFile {
        file: entry.path.clone(),
        language,
        head: parsed.value?,
        body,
        body_start: parts.body.start,
    })
}
