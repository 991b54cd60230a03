//! What follows a number and belongs to it.

/// A line each, the longer before the shorter.
const UNITS: &str = include_str!("units.txt");

/// The units of dates, and those that are counted most, each one character.
const SHORT: &str = "年月日期次回件人円億万項割";

/// The length in bytes of the unit with which a text begins.
pub(crate) fn at_start(text: &str) -> Option<usize> {
    UNITS.lines().find(|unit| text.starts_with(unit)).map(str::len)
}

/// Whether a character alone is one of the units that follow numbers everywhere.
pub(crate) fn is_short(character: char) -> bool {
    SHORT.contains(character)
}
