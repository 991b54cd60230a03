//! The letters of a text as the library is given them: a few are exchanged, so that one mistyped colon does
//! not hide the problems behind it. Each knows where it stands in the text; values read so are never
//! published.

use std::ops::Range;

/// What is read in place of a part of the text.
pub(super) struct Mend {
    pub range: Range<usize>,
    pub by: &'static str,
}

pub(super) struct Letters {
    letters: Vec<char>,
    /// Where each letter stands in the text, and at last its end.
    offsets: Vec<usize>,
}

impl Letters {
    /// The letters of `text` with `mends`, which are in order and do not touch one another.
    pub(crate) fn new(text: &str, mends: &[Mend]) -> Self {
        let mut all = Self {
            letters: Vec::with_capacity(text.len() / 2),
            offsets: Vec::with_capacity(text.len() / 2),
        };
        let mut from = 0;
        for Mend { range, by } in mends {
            all.add(from, &text[from..range.start]);
            for letter in by.chars() {
                all.letters.push(letter);
                all.offsets.push(range.start);
            }
            from = range.end;
        }
        all.add(from, &text[from..]);
        all.offsets.push(text.len());
        all
    }

    fn add(&mut self, from: usize, text: &str) {
        for (at, letter) in text.char_indices() {
            self.letters.push(letter);
            self.offsets.push(from + at);
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = char> {
        self.letters.iter().copied()
    }

    /// The place in the text of the letter with this number, which libraries count from 0.
    pub(crate) fn offset(&self, number: usize) -> usize {
        self.offsets[number.min(self.offsets.len() - 1)]
    }
}
