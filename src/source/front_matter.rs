//! Splits a page into its front matter and its Markdown. It reads neither of them.

use super::{position::lines, said::WORDS, text::Source};
use crate::diagnostic::{Code, Diagnostic, Place};
use std::ops::Range;

/// Byte ranges in the source's text. The lines of hyphens belong to neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// What stands between the two lines, with the end of its last line.
    pub yaml: Range<usize>,
    /// Everything behind the second line, up to the end of the file.
    pub body: Range<usize>,
}

/// Finds the two lines `---` that enclose the front matter, the first of which must be the first line.
///
/// # Errors
/// `FrontMatterMissing` without the first line of hyphens, `FrontMatterUnclosed` without the second.
pub fn split(source: &Source) -> Result<FrontMatter, Diagnostic> {
    let text = source.text.as_str();
    let mut lines = lines(text).map(|(start, line)| (start, line.trim_end_matches('\n')));
    let (_, first) = lines.next().unwrap_or_default();
    if !is_fence(first) {
        return Err(missing(source, 0..first.len()));
    }
    let behind = |end: usize| (end + 1).min(text.len());
    let mut lookalike = None;
    for (start, line) in lines {
        let end = start + line.len();
        if is_fence(line) {
            return Ok(FrontMatter {
                yaml: behind(first.len())..start,
                body: behind(end)..text.len(),
            });
        }
        if lookalike.is_none() && looks_like_fence(line) {
            lookalike = Some(start..end);
        }
    }
    Err(unclosed(source, 0..first.len(), lookalike))
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t']) == "---"
}

/// Whether somebody meant `---`: two or more hyphens, or the dashes that word processors and input methods
/// make of them.
fn looks_like_fence(line: &str) -> bool {
    let line = line.trim();
    let dash = |character| matches!(character, '-' | '－' | '‐' | '–' | '—' | '―' | '─' | 'ー' | '−');
    !line.is_empty() && line != "-" && line.chars().all(dash)
}

fn missing(source: &Source, first_line: Range<usize>) -> Diagnostic {
    let text = source.text.as_str();
    let late = text.trim_start().starts_with("---") && text[first_line.clone()].trim().is_empty();
    let remedy = if late {
        WORDS.say("front-matter-late.remedy", &[])
    } else if looks_like_fence(&text[first_line.clone()]) {
        WORDS.say("front-matter-fence.remedy", &[])
    } else {
        WORDS.say("front-matter-missing.remedy", &[])
    };
    let place = Place::span(&source.path, first_line);
    let message = WORDS.say("front-matter-missing", &[]);
    Diagnostic::error(Code::FrontMatterMissing, place, message).remedy(remedy)
}

fn unclosed(source: &Source, opening: Range<usize>, lookalike: Option<Range<usize>>) -> Diagnostic {
    let place = Place::span(&source.path, opening);
    let message = WORDS.say("front-matter-open", &[]);
    let diagnostic = Diagnostic::error(Code::FrontMatterUnclosed, place, message);
    let wide = WORDS.say("front-matter-fence-wide", &[]);
    match lookalike {
        Some(line) => diagnostic
            .also(Place::span(&source.path, line), wide)
            .remedy(WORDS.say("front-matter-open.remedy", &[])),
        None => diagnostic.remedy(WORDS.say("front-matter-fence-wide.remedy", &[])),
    }
}
