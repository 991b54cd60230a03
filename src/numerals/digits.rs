//! Digits in ASCII and in full width, which mean the same.

const WIDE_ZERO: char = '０';

/// Whether a character is a digit of either width.
pub(crate) fn is_digit(character: char) -> bool {
    value(character).is_some()
}

/// What a digit of either width counts, from 0 to 9.
pub(crate) fn value(character: char) -> Option<u32> {
    let wide = u32::from(character).checked_sub(u32::from(WIDE_ZERO));
    character
        .to_digit(10)
        .or_else(|| wide.filter(|value| *value < 10))
}

/// A digit in ASCII; anything else as it is.
pub(crate) fn folded(character: char) -> char {
    value(character)
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(character)
}

/// A digit, a point or a minus in ASCII; anything else as it is.
pub(crate) fn folded_in_number(character: char) -> char {
    match character {
        '．' => '.',
        '－' | '−' => '-',
        other => folded(other),
    }
}

/// A part of a printed figure in ASCII: as in a number, and the triangle that offices print for a minus.
pub(crate) fn folded_in_figure(character: char) -> char {
    match character {
        '▲' | '△' => '-',
        other => folded_in_number(other),
    }
}

/// A text with its digits in ASCII.
pub(crate) fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}
