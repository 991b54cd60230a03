//! From a byte offset to the line and column that an editor's program shows, and the lines of a text by their
//! offsets. It knows nothing about files.

/// A place as people count it: both start at 1, and a column is one character, however wide or long in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Which line, from 1. A line ends with LF.
    pub line: usize,
    /// Which character of the line, from 1.
    pub column: usize,
}

/// The line and column of a byte offset. An offset past the end counts as the end,
/// and one inside a character as the start of that character.
pub fn position(text: &str, offset: usize) -> Position {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position {
        line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// The lines of a text, each with its end, and where they begin.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((start, line))
    })
}
