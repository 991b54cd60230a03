//! Changes to a text that leave its layout, its comments and its line ends as they are. It does not know what
//! the words mean.

use crate::source::{Original, lines};
use std::ops::Range;

/// The text with `new` for the word `old` at each of the places, which are those of the text as it is read.
/// What was read has other offsets than the file where line ends or decomposed characters were mended, but as
/// many words.
pub(crate) fn rename(original: &Original, places: &[Range<usize>], old: &str, new: &str) -> String {
    let Original { raw: text, source } = original;
    let read = &source.text;
    let wanted: Vec<bool> = read
        .match_indices(old)
        .map(|(at, _)| places.iter().any(|place| place.contains(&at)))
        .collect();
    // A combining mark behind the word would make it another one for the reader. Such a file stays as it is,
    // and `check` tells.
    if text.matches(old).count() != wanted.len() {
        return text.clone();
    }
    let mut out = String::with_capacity(text.len() + wanted.len() * new.len());
    let mut done = 0;
    for ((at, _), wanted) in text.match_indices(old).zip(wanted) {
        out.push_str(&text[done..at]);
        out.push_str(if wanted { new } else { old });
        done = at + old.len();
    }
    out.push_str(&text[done..]);
    out
}

/// The settings with the line that says the format, in the place of one that says another, or else above the
/// first key and the comment that belongs to it.
pub(crate) fn with_format(text: &str, format: u32) -> String {
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut above = None;
    for line in text[at..].split_inclusive('\n') {
        let words = line.trim();
        let end = at + line.len();
        if words.is_empty() || words.starts_with("---") || words.starts_with('%') {
            above = Some(end);
        } else if !words.starts_with('#') {
            break;
        }
        at = end;
    }
    let (head, rest) = text.split_at(at);
    if let Some(inside) = rest.strip_prefix('{') {
        return format!("{head}{{format: {format}, {inside}");
    }
    let end_of_line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("format: {format}{end_of_line}");
    match lines(rest).find(|(_, line)| line.starts_with("format:")) {
        Some((start, old)) => format!("{head}{}{line}{}", &rest[..start], &rest[start + old.len()..]),
        None => {
            let (head, rest) = text.split_at(above.unwrap_or(at));
            format!("{head}{line}{rest}")
        }
    }
}
