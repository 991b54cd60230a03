//! Quoted words as they stand in the text: where they end, and what their escapes spell.

use super::finding::Finding;
use crate::source::character::unwanted;
use std::ops::Range;

/// Why the quote that opens at `start` cannot be read: an escape that YAML does not know, or no end.
pub(super) fn fault(text: &str, start: usize) -> (Range<usize>, Finding) {
    let quote = if text[start..].starts_with('"') { '"' } else { '\'' };
    if quote == '"'
        && let Some(escape) =
            escapes(text, start + 1).find_map(|(range, spelled)| spelled.is_none().then_some(range))
    {
        return (escape, Finding::UnknownEscape);
    }
    (start..start + 1, Finding::UnclosedQuote(quote))
}

/// The escapes in the quoted text at `place` that spell a character which no source may hold. `words` is what
/// it spells as a whole.
pub(super) fn unwanted_escapes(text: &str, place: Range<usize>, words: &str) -> Vec<(Range<usize>, Finding)> {
    if !words.chars().any(|character| unwanted(character).is_some()) {
        return Vec::new();
    }
    escapes(text, place.start + 1)
        .filter_map(|(range, spelled)| {
            let character = spelled.flatten()?;
            let why = unwanted(character)?;
            Some((range, Finding::Unwanted(character, why)))
        })
        .take(super::MOST_PROBLEMS)
        .collect()
}

/// The escapes from `from` to the closing quote: for each, the character that it spells where that has a
/// number or a letter of its own, or nothing where YAML does not know it. An unknown one ends them.
fn escapes(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, Option<Option<char>>)> {
    let mut at = Some(from);
    std::iter::from_fn(move || {
        let start = at? + text[at?..].find(['"', '\\'])?;
        if text[start..].starts_with('"') {
            return None;
        }
        let letter = text[start + 1..].chars().next()?;
        let digits = match letter {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let end = start + 1 + letter.len_utf8() + digits;
        let spelled = match letter {
            '"' | '\\' | '/' | ' ' | '\n' | 't' | 'n' | '_' => Some(None),
            '0' => Some(Some('\0')),
            'a' => Some(Some('\u{7}')),
            'b' => Some(Some('\u{8}')),
            'v' => Some(Some('\u{b}')),
            'f' => Some(Some('\u{c}')),
            'r' => Some(Some('\r')),
            'e' => Some(Some('\u{1b}')),
            'N' => Some(Some('\u{85}')),
            'L' => Some(Some('\u{2028}')),
            'P' => Some(Some('\u{2029}')),
            'x' | 'u' | 'U' => text
                .get(start + 2..end)
                .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
                .and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?))
                .map(Some),
            _ => None,
        };
        at = spelled.is_some().then_some(end);
        let end = match spelled {
            Some(_) => end,
            None if digits > 0 => start + 2,
            None => start + 1,
        };
        Some((start..end, spelled))
    })
}
