//! Splits a page into its front matter and its Markdown. It reads neither of them.

use super::said::WORDS;
use super::text::Source;
use crate::diagnostic::{Code, Diagnostic, Place};
use std::ops::Range;

/// Byte ranges in the source's text. The lines of hyphens belong to neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    pub yaml: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the two lines `---` that enclose the front matter, the first of which must be the first line.
///
/// # Errors
/// `FrontMatterMissing` without the first line of hyphens, `FrontMatterUnclosed` without the second.
pub fn split(source: &Source) -> Result<FrontMatter, Diagnostic> {
    let text = source.text.as_str();
    let opening = line_at(text, 0);
    if !is_fence(&text[opening.clone()]) {
        return Err(missing(source, opening));
    }
    let yaml_start = next_line(text, &opening);
    let mut line_start = yaml_start;
    let mut lookalike = None;
    while line_start < text.len() {
        let line = line_at(text, line_start);
        if is_fence(&text[line.clone()]) {
            let body = next_line(text, &line)..text.len();
            return Ok(FrontMatter {
                yaml: yaml_start..line_start,
                body,
            });
        }
        if lookalike.is_none() && looks_like_fence(&text[line.clone()]) {
            lookalike = Some(line.clone());
        }
        line_start = next_line(text, &line);
    }
    Err(unclosed(source, opening, lookalike))
}

fn line_at(text: &str, start: usize) -> Range<usize> {
    start
        ..text[start..]
            .find('\n')
            .map_or(text.len(), |length| start + length)
}

fn next_line(text: &str, line: &Range<usize>) -> usize {
    (line.end + 1).min(text.len())
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
    let message = WORDS.say("front-matter-missing", &[]);
    Diagnostic::error(
        Code::FrontMatterMissing,
        Place::span(&source.path, first_line),
        message,
    )
    .remedy(remedy)
}

fn unclosed(source: &Source, opening: Range<usize>, lookalike: Option<Range<usize>>) -> Diagnostic {
    let message = WORDS.say("front-matter-open", &[]);
    let diagnostic = Diagnostic::error(
        Code::FrontMatterUnclosed,
        Place::span(&source.path, opening),
        message,
    );
    match lookalike {
        Some(line) => diagnostic
            .also(
                Place::span(&source.path, line),
                WORDS.say("front-matter-fence-wide", &[]),
            )
            .remedy(WORDS.say("front-matter-open.remedy", &[])),
        None => diagnostic.remedy(WORDS.say("front-matter-fence-wide.remedy", &[])),
    }
}
