//! Slips of people who type Japanese: full-width colons and spaces where YAML wants ASCII ones, and colons
//! without a space. Each can be read as what was meant, so that it hides nothing behind it.

use super::{Finding, Patch, Scanner};
use std::ops::Range;

/// U+3000, which input methods type for a space, and the colon they type for `:`.
pub(super) const WIDE_SPACE: &str = "\u{3000}";
const WIDE_COLON: &str = "：";

/// What words are by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A colon and a blank follow.
    BeforeColon,
    /// Nothing but a key can stand here, but no colon follows.
    Key,
    /// They are text, unless they look like a key.
    KeyOrText,
}

/// A key whose colon is wrong, and how to read it.
pub(super) struct Slip {
    finding: Finding,
    key: Range<usize>,
    patch: Patch,
}

impl Scanner<'_> {
    /// Looks for a key with a wrong colon at the start of `words`.
    pub(super) fn slip(&self, words: &Range<usize>, role: Role) -> Option<Slip> {
        let bytes = &self.text[words.clone()];
        if role == Role::BeforeColon && !bytes.contains(&b':') && bytes.is_ascii() {
            return None;
        }
        let text = std::str::from_utf8(bytes).expect("words end at ASCII signs");
        let like_key = |length: usize| match role {
            _ if length == 0 => false,
            Role::Key => is_name(&text[..length]) || !text[..length].is_ascii(),
            Role::BeforeColon | Role::KeyOrText => is_name(&text[..length]),
        };
        let slip = |finding, length: usize, patched: Range<usize>, by| {
            let range = words.start + patched.start..words.start + patched.end;
            Some(Slip {
                finding,
                key: words.start..words.start + length,
                patch: Patch { range, by },
            })
        };
        if let Some(at) = text
            .find('：')
            .filter(|&at| role == Role::BeforeColon && at > 0 || like_key(at))
        {
            return slip(Finding::WideColon, at, at..at + WIDE_COLON.len(), ": ");
        }
        let at = text.find(':').filter(|&at| like_key(at))?;
        let rest = &text[at + 1..];
        if rest.starts_with(WIDE_SPACE) {
            return slip(Finding::WideSpace, at, at + 1..at + 1 + WIDE_SPACE.len(), " ");
        }
        let text_follows = rest.starts_with(|character: char| !character.is_ascii());
        if text_follows || role == Role::Key {
            return slip(Finding::MissingSpace, at, at + 1..at + 1, " ");
        }
        None
    }

    /// Reports a slip, and moves to where the value begins. Returns the key.
    pub(super) fn mend(&mut self, slip: Slip) -> Range<usize> {
        let Slip { finding, key, patch } = slip;
        self.at = patch.range.end;
        self.report(key.end..self.at, finding);
        self.patch(patch.range, patch.by);
        key
    }

    /// Reports a line that is indented by full-width spaces.
    pub(super) fn wide_indentation(&mut self) {
        let start = self.at;
        while self.starts_with(WIDE_SPACE) || self.peek() == Some(b' ') {
            self.at += if self.peek() == Some(b' ') {
                1
            } else {
                WIDE_SPACE.len()
            };
        }
        let rest =
            std::str::from_utf8(&self.text[self.at..]).expect("the cursor stands behind a whole character");
        let others = rest
            .split('\n')
            .skip(1)
            .filter(|line| line.trim_start_matches(' ').starts_with(WIDE_SPACE))
            .count();
        self.stop(start..self.at, Finding::WideIndentation { others });
    }

    pub(super) fn wide_space_behind_hyphen(&mut self) {
        let space = self.at..self.at + WIDE_SPACE.len();
        self.report(space.clone(), Finding::WideSpace);
        self.at = space.end;
        self.patch(space, " ");
        // The three bytes count as the one space that is read instead of them.
        self.line_start += WIDE_SPACE.len() - 1;
    }
}

/// Whether `text` looks like a key of koyaku's files, in ASCII or typed in full-width letters.
pub(super) fn is_name(text: &str) -> bool {
    text.chars()
        .all(|character| matches!(character, 'a'..='z' | '_' | 'ａ'..='ｚ' | '＿'))
}
