//! What stays on one line of a Japanese heading: dates, and numbers with what they count. Pure functions of a
//! text; nothing is added to the text itself, so that what a reader copies is what was written. Headings of
//! other languages break at their spaces.

use crate::numerals::digits::is_digit;
use crate::numerals::era::ERAS;
use crate::numerals::units;
use std::ops::Range;

/// Longer than this in bytes a piece may break after all: a narrow column has to hold it.
const LONGEST: usize = 48;

/// The pieces of a text that a line must not break, in order and apart from one another.
pub fn pieces(text: &str) -> Vec<Range<usize>> {
    // Most texts hold no number, and are done with at once.
    if !text.contains(is_digit) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit).map(|place| at + place) {
        let piece = piece(text, start);
        at = piece.end.max(start + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        let begun_before = found.last().is_some_and(|last| last.end > piece.start);
        if !begun_before
            && piece.len() > 1
            && piece.len() <= LONGEST
            && !text[piece.clone()]
                .chars()
                .all(|character| character.is_ascii_digit())
        {
            found.push(piece);
        }
    }
    found
}

/// 第10次, 令和8年（2026年）, 11月22日, 約１，２００人: a number with the era or 第 before it and all units
/// behind it.
fn piece(text: &str, number: usize) -> Range<usize> {
    let mut start = number;
    // 令和元（2019）年度 begins with the one number that is no digit.
    if let Some(first) = text[..number]
        .strip_suffix("元（")
        .filter(|_| text[behind_number(text, number)..].starts_with("）年"))
    {
        start = first.len();
    }
    let eras = ERAS.iter().map(|era| era.name);
    for before in eras.chain(["第", "約", "延べ"]) {
        if text[..start].ends_with(before) {
            start -= before.len();
        }
    }
    let mut end = behind_number(text, number);
    if start < number && text[end..].starts_with('）') {
        end += '）'.len_utf8();
    }
    loop {
        let rest = &text[end..];
        let unit = units::at_start(rest).map(|length| end + length);
        let next = unit
            .or_else(|| bracketed_year(rest).map(|length| end + length))
            .or_else(|| rest.starts_with(is_digit).then(|| behind_number(text, end)));
        match next {
            // A whole date breaks behind its year rather than not at all.
            Some(_) if text[..end].ends_with('）') && rest.starts_with(is_digit) => return start..end,
            Some(next) => end = next,
            None => return start..end,
        }
    }
}

/// The end of a number with its separators and large units: 1,234.5, ２０億.
fn behind_number(text: &str, number: usize) -> usize {
    let mut end = number;
    let mut characters = text[number..].char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let joins = matches!(character, ',' | '.' | '，' | '．')
            && characters.peek().is_some_and(|(_, next)| is_digit(*next));
        if !is_digit(character) && !joins && !matches!(character, '万' | '億' | '兆') {
            break;
        }
        end = number + at + character.len_utf8();
    }
    end
}

/// The length of （2026年） or （2026） at the beginning of a text.
fn bracketed_year(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('（')?;
    let digits = inside
        .find(|character| !is_digit(character))
        .filter(|length| *length > 0)?;
    let unit = ["年度", "年", ""]
        .into_iter()
        .find(|unit| inside[digits..].starts_with(unit))?;
    let length = digits + unit.len();
    inside[length..]
        .starts_with('）')
        .then(|| '（'.len_utf8() + length + '）'.len_utf8())
}
