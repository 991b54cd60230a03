//! Readings beside words, as Japanese writers type them: `療育《りょういく》` over the kanji before the
//! brackets, and `｜スマートIC《すまーとあいしー》` over everything behind the bar. Other uses of 《》 stay
//! as they are.

use super::super::japanese::{is_kana, is_kanji};
use std::ops::Range;

/// A word with its reading, as spans of the text it was found in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ruby {
    /// With the bar and the brackets.
    pub whole: Range<usize>,
    pub base: Range<usize>,
    pub reading: Range<usize>,
}

const BAR: char = '｜';
const OPEN: char = '《';
const CLOSE: char = '》';

/// The first word with a reading at or behind `from`.
pub(crate) fn next(text: &str, from: usize) -> Option<Ruby> {
    let mut at = from;
    while let Some(open) = text[at..].find(OPEN).map(|found| at + found) {
        let inside = open + OPEN.len_utf8();
        let close = inside + text[inside..].find(CLOSE)?;
        if let Some(base) = base(&text[from..open], &text[inside..close]).map(|start| from + start) {
            let barred = text[from..base].strip_suffix(BAR);
            let start = barred.map_or(base, |before| from + before.len());
            return Some(Ruby {
                whole: start..close + CLOSE.len_utf8(),
                base: base..open,
                reading: inside..close,
            });
        }
        at = inside;
    }
    None
}

/// Where the word before the brackets begins.
fn base(before: &str, reading: &str) -> Option<usize> {
    if reading.trim().is_empty() || reading.contains([OPEN, BAR]) {
        return None;
    }
    if let Some(bar) = before.rfind(BAR) {
        let base = bar + BAR.len_utf8();
        if base < before.len() && !before[base..].contains([CLOSE, OPEN]) {
            return Some(base);
        }
    }
    let kanji: usize = before
        .chars()
        .rev()
        .take_while(|character| is_kanji(*character))
        .map(char::len_utf8)
        .sum();
    (kanji > 0 && reading.chars().all(is_kana)).then(|| before.len() - kanji)
}
