//! Slips of people who type Japanese: full-width colons and spaces where YAML wants ASCII ones, and colons
//! without a space. Each can be read as what was meant, so that it hides nothing behind it.

use super::{finding::Finding, letters::Mend};
use std::ops::Range;

/// U+3000, which input methods type for a space, and the colon they type for `:`.
pub(super) const WIDE_SPACE: &str = "\u{3000}";
const WIDE_COLON: &str = "：";

/// What words are by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordRole {
    /// A colon and a blank follow.
    BeforeColon,
    /// Nothing but a key can stand here, but no colon follows.
    Key,
    /// They are text, unless they look like a key.
    KeyOrText,
}

/// What is wrong where, and what to read instead.
pub(super) struct Slip {
    pub range: Range<usize>,
    pub finding: Finding,
    pub mend: Mend,
}

impl Slip {
    /// A sign that is read as another.
    pub(crate) fn sign(range: Range<usize>, finding: Finding, by: &'static str) -> Self {
        let mend = Mend {
            range: range.clone(),
            by,
        };
        Self { range, finding, mend }
    }
}

/// A key with a wrong colon at the start of `words`, which stand at `start`.
pub(super) fn wrong_colon(words: &str, start: usize, role: WordRole) -> Option<Slip> {
    let like_key = |length: usize| match role {
        _ if length == 0 => false,
        WordRole::Key => is_name(&words[..length]) || !words[..length].is_ascii(),
        WordRole::BeforeColon | WordRole::KeyOrText => is_name(&words[..length]),
    };
    let slip = |finding, from: usize, mend: Range<usize>, by| {
        let mend = start + mend.start..start + mend.end;
        Some(Slip {
            range: start + from..mend.end,
            finding,
            mend: Mend { range: mend, by },
        })
    };
    let wide = words.find(WIDE_COLON);
    if let Some(at) = wide.filter(|&at| role == WordRole::BeforeColon && at > 0 || like_key(at)) {
        return slip(Finding::WideColon, at, at..at + WIDE_COLON.len(), ": ");
    }
    let at = words.find(':').filter(|&at| like_key(at))?;
    let rest = &words[at + 1..];
    if rest.starts_with(WIDE_SPACE) {
        return slip(Finding::WideSpace, at, at + 1..at + 1 + WIDE_SPACE.len(), " ");
    }
    let text_follows = rest.starts_with(|letter: char| !letter.is_ascii());
    if text_follows || role == WordRole::Key {
        return slip(Finding::MissingSpace, at, at + 1..at + 1, " ");
    }
    None
}

/// A full-width space at the start of `words`, or behind the hyphen with which they begin.
pub(super) fn wide_space(words: &str, start: usize) -> Option<Slip> {
    let behind = words.strip_prefix('-').unwrap_or(words);
    let at = start + words.len() - behind.len();
    behind
        .starts_with(WIDE_SPACE)
        .then(|| Slip::sign(at..at + WIDE_SPACE.len(), Finding::WideSpace, " "))
}

/// Lines from `start` on that are indented by full-width spaces: those of the first, and how many follow.
pub(super) fn wide_indentation(text: &str, start: usize) -> Option<(Range<usize>, Finding)> {
    let rest = &text[start..];
    if !rest.starts_with(WIDE_SPACE) {
        return None;
    }
    let length = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
    let indented = |line: &&str| line.trim_start_matches(' ').starts_with(WIDE_SPACE);
    let others = rest.split('\n').skip(1).filter(indented).count();
    Some((start..start + length, Finding::WideIndentation(others)))
}

/// Whether `text` looks like a key of koyaku's files, in ASCII or typed in full-width letters.
pub(super) fn is_name(text: &str) -> bool {
    text.chars()
        .all(|letter| matches!(letter, 'a'..='z' | '_' | 'ａ'..='ｚ' | '＿'))
}
