//! A text with a few signs replaced, so that one mistyped colon does not hide the problems behind it,
//! and the way back from its offsets to those of the source. Values read from it are never published.

use super::scan::Patch;
use std::borrow::Cow;
use std::ops::Range;

pub(super) struct Patched<'a> {
    pub text: Cow<'a, str>,
    /// Where the unpatched text stands in the source.
    place: Range<usize>,
    /// Ranges that were replaced: in the patched text, and in the unpatched one.
    moved: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Patched<'a> {
    /// Replaces `patches` in `text`, which stands at `place` in its source.
    pub fn new(text: &'a str, place: Range<usize>, mut patches: Vec<Patch>) -> Self {
        if patches.is_empty() {
            return Self {
                text: Cow::Borrowed(text),
                place,
                moved: Vec::new(),
            };
        }
        patches.sort_by_key(|patch| patch.range.start);
        let mut patched = String::with_capacity(text.len() + patches.len() * 4);
        let mut moved = Vec::with_capacity(patches.len());
        let mut copied = 0;
        for Patch { range, by } in patches {
            if range.start < copied {
                continue;
            }
            patched.push_str(&text[copied..range.start]);
            let from = patched.len();
            patched.push_str(by);
            copied = range.end;
            moved.push((from..patched.len(), range));
        }
        patched.push_str(&text[copied..]);
        Self {
            text: Cow::Owned(patched),
            place,
            moved,
        }
    }

    /// The place in the source of an offset in the patched text. Within a replacement, its start counts.
    pub fn source_offset(&self, offset: usize) -> usize {
        let before = self.moved.partition_point(|(new, _)| new.start < offset);
        let local = match before.checked_sub(1).map(|index| &self.moved[index]) {
            None => offset,
            Some((new, old)) if offset < new.end => old.start,
            Some((new, old)) => old.end + (offset - new.end),
        };
        (self.place.start + local).min(self.place.end)
    }
}
