//! The sentence around a place in a text, for lists that show how a word is used. It cuts and never rewords.

use std::ops::Range;

/// Marks that end a Japanese sentence, and the brackets that may close behind them.
const ENDS: [char; 3] = ['。', '！', '？'];
const CLOSING: [char; 7] = ['」', '』', '）', ')', '”', '’', '"'];

/// The sentence in which `span` stands, without the spaces around it. A text is taken to be a single
/// paragraph.
pub fn sentence(text: &str, span: Range<usize>) -> Range<usize> {
    let mut start = 0;
    let mut end = text.len();
    for place in ends(text) {
        if place <= span.start {
            start = place;
        } else if place >= span.end {
            end = place;
            break;
        }
    }
    let inside = &text[start..end];
    let lead = inside.len() - inside.trim_start().len();
    start + lead..start + inside.trim_end().len()
}

/// How long the bracket is with which a sentence begins, when it only names a source: （大綱 第1章）. A
/// sentence in brackets ends inside them.
pub fn reference(sentence: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, character) in sentence.char_indices() {
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let inside = &sentence[..at];
            let is_sentence = inside.ends_with(ENDS) || inside.ends_with(['.', '!', '?']);
            return (at > 0 && !is_sentence).then(|| at + character.len_utf8());
        }
    }
    None
}

/// Where sentences end in a text, each behind its mark.
fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut depth = 0usize;
    text.char_indices().filter_map(move |(at, character)| {
        match character {
            '「' | '『' | '（' => depth += 1,
            '」' | '』' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let behind = at + character.len_utf8();
        let rest = &text[behind..];
        let ended = match character {
            // A sentence inside 「…」 or （…） does not end the one around it.
            _ if ENDS.contains(&character) => depth == 0 && !rest.starts_with(CLOSING),
            '.' | '!' | '?' => ends_in_latin(&text[..at], rest),
            _ => false,
        };
        ended.then_some(behind)
    })
}

/// A full stop ends a sentence before a space and a capital, unless it stands behind a single letter or an
/// abbreviation such as `No.`.
fn ends_in_latin(before: &str, rest: &str) -> bool {
    let Some(next) = rest.strip_prefix(' ') else {
        return rest.is_empty();
    };
    let capital = next
        .trim_start_matches(['“', '‘', '"', '('])
        .chars()
        .next()
        .is_some_and(|character| character.is_uppercase() || character.is_ascii_digit());
    let word = before.rsplit([' ', '(', '“']).next().unwrap_or_default();
    capital
        && word.chars().count() > 1
        && !matches!(
            word,
            "No" | "Nos" | "Art" | "cf" | "vs" | "Mr" | "Ms" | "Dr" | "St" | "e.g" | "i.e"
        )
}
