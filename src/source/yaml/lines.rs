//! The lines of a text: where they begin and end, what stands above one, and which of them are the rest of a
//! text that was pasted with its line breaks.

use super::slip::is_name;
use std::ops::Range;

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length)
}

/// A range without the blanks at its end.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range].trim_end().len()
}

/// The words of the last line above `line` that has some, comments aside.
pub(super) fn line_above(text: &str, line: usize) -> Option<Range<usize>> {
    let mut end = line;
    while end > 0 {
        let start = line_start(text, end - 1);
        let words = text[start..end - 1].trim_start_matches(' ');
        if !words.trim().is_empty() && !words.starts_with('#') {
            return Some(trimmed(text, end - 1 - words.len()..end - 1));
        }
        end = start;
    }
    None
}

/// The first of the lines right above `end` that hold neither a key nor an item and stand further left than
/// the line above them, of whose text they are the rest.
pub(super) fn pasted_line(text: &str, end: usize) -> Option<Range<usize>> {
    let mut first: Option<(Range<usize>, usize)> = None;
    let mut end = end;
    while let Some(range) = line_above(text, end) {
        end = line_start(text, range.start);
        let column = range.start - end;
        let words = &text[range.clone()];
        if first.as_ref().is_some_and(|(_, margin)| column > *margin) {
            return first.map(|(range, _)| range);
        }
        let key = match words.find(": ").or_else(|| words.strip_suffix(':').map(str::len)) {
            // A key in Japanese is one that the record makes itself, which never stands at the margin below
            // others.
            Some(colon) => column > 0 || words[..colon].is_ascii(),
            None => is_name(words) || words.starts_with("- ") || matches!(words, "-" | "---"),
        };
        if key {
            return None;
        }
        first = Some((range, column));
    }
    None
}
