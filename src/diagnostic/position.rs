//! Places as lines and columns, for whoever reads messages by machine. It reads no file: the text of one is
//! handed to it, and asked for once.

use super::{At, Place};
use std::collections::HashMap;
use std::ops::Range;

/// Gives the decoded text of a file, or nothing where it cannot be read.
pub(crate) type TextOf<'f> = dyn Fn(&str) -> Option<String> + 'f;

/// From the first character to behind the last one. Both lines and columns count from 1, columns in
/// characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// The texts that places have been looked up in.
pub(crate) struct Positions<'f> {
    text_of: &'f TextOf<'f>,
    texts: HashMap<String, Option<TextLines>>,
}

/// A text and where each of its lines begins.
struct TextLines {
    text: String,
    starts: Vec<usize>,
}

impl<'f> Positions<'f> {
    pub(crate) fn new(text_of: &'f TextOf<'f>) -> Self {
        Self {
            text_of,
            texts: HashMap::new(),
        }
    }

    /// Where a place is; `None` for a whole file, and for one whose text cannot be read.
    pub(crate) fn region(&mut self, place: &Place) -> Option<Region> {
        let At::Span(span) = &place.at else { return None };
        self.lines(&place.file).map(|lines| lines.region(span))
    }

    /// The text of a file.
    pub(crate) fn text(&mut self, file: &str) -> Option<&str> {
        self.lines(file).map(|lines| &*lines.text)
    }

    fn lines(&mut self, file: &str) -> Option<&TextLines> {
        let read = || (self.text_of)(file).map(TextLines::in_text);
        let lines = self.texts.entry(file.to_owned()).or_insert_with(read);
        lines.as_ref()
    }
}

impl TextLines {
    fn in_text(text: String) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self { text, starts }
    }

    fn region(&self, span: &Range<usize>) -> Region {
        let (line, column) = self.position(span.start);
        let (end_line, end_column) = self.position(span.end.max(span.start));
        Region {
            line,
            column,
            end_line,
            end_column,
        }
    }

    fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.text[start..offset].chars().count() + 1)
    }
}
