//! Words without quotes: what in them was most likely meant otherwise, by where they stand.

use super::slip::{Slip, WIDE_SPACE, WordRole, wide_space, wrong_colon};
use super::{finding::Finding, lines::line_end};
use std::ops::Range;

/// A comment behind words, or in place of them, with a single space before it: most likely not meant as one.
pub(super) fn comment(text: &str, words: &str, before: &str, place: &Range<usize>) -> Option<usize> {
    if !words.is_empty() {
        return text[place.end..].starts_with(" #").then_some(place.end + 1);
    }
    if text[place.start..].starts_with(": #") {
        return Some(place.start + 2);
    }
    let behind = before.trim_start_matches([' ', '-']);
    let hyphen = &before[..before.len() - behind.len()];
    (behind.starts_with('#') && hyphen.ends_with("- ")).then_some(place.start - behind.len())
}

/// A slip in the first line of the words at `place`. `before` is what stands before them on their line.
pub(super) fn slip(
    text: &str,
    before: &str,
    place: &Range<usize>,
    awaits_key: bool,
    in_brackets: bool,
) -> Option<Slip> {
    let start = place.start;
    let first = &text[start..line_end(text, start).min(place.end)];
    if awaits_key && in_brackets {
        let colon_follows = text[place.end..].trim_start_matches(' ').starts_with(':');
        let role = if colon_follows {
            WordRole::BeforeColon
        } else {
            WordRole::Key
        };
        return wide_space(first, start).or_else(|| wrong_colon(first, start, role));
    }
    if awaits_key {
        return wrong_colon(first, start, WordRole::BeforeColon);
    }
    if in_brackets {
        let wide = first.starts_with(WIDE_SPACE);
        return wide.then(|| wide_space(first, start)).flatten();
    }
    let lone = before.bytes().all(|byte| matches!(byte, b' ' | b'-'));
    let hyphen = first.starts_with('-').then(|| wide_space(first, start)).flatten();
    hyphen
        .or_else(|| wrong_colon(first, start, WordRole::KeyOrText))
        .filter(|_| lone)
}

/// Whether an anchor, an alias or a tag begins `text`.
pub(super) fn property(text: &str) -> Option<Finding> {
    match text.as_bytes().first()? {
        b'&' => Some(Finding::Anchor),
        b'*' => Some(Finding::Alias),
        b'!' => Some(Finding::Tag),
        _ => None,
    }
}

/// The word at the start of `text`.
pub(super) fn word(text: &str) -> &str {
    let end = text
        .find([' ', '\n', ',', '[', ']', '{', '}'])
        .unwrap_or(text.len());
    &text[..end]
}
