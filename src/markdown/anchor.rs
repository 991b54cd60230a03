//! Makes the anchor of a heading from its text, and the level at which it is shown from the levels around it.
//! These are the only names in koyaku that come from a title, because a heading inside a text has no id.

use super::japanese::is_japanese;
use std::collections::{HashMap, HashSet};

/// The longest anchor without its suffix, in characters. A sentence that stands as a heading would fill the
/// address bar.
const LONGEST: usize = 64;

/// The anchors that one body has handed out.
#[derive(Default)]
pub(super) struct Anchors {
    taken: HashSet<String>,
    /// The last suffix that was given for an anchor.
    suffixes: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor of the next heading: its name, or the name with `-2`, `-3` … when it stands there already.
    pub(super) fn next(&mut self, heading: &str) -> String {
        let name = name(heading);
        if self.taken.insert(name.clone()) {
            return name;
        }
        let suffix = self.suffixes.entry(name.clone()).or_insert(1);
        loop {
            *suffix += 1;
            let anchor = format!("{name}-{suffix}");
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

/// Letters and digits in lower case, full-width ones folded, with hyphens for spaces; all else is left out.
fn name(heading: &str) -> String {
    let mut name = String::with_capacity(heading.len());
    let mut gap = false;
    for character in heading.chars().map(fold).take(LONGEST) {
        if character.is_alphanumeric() || character == '_' {
            if gap && !name.is_empty() {
                name.push('-');
            }
            gap = false;
            if character.is_ascii() || is_japanese(character) {
                name.push(character.to_ascii_lowercase());
            } else {
                name.extend(character.to_lowercase());
            }
        } else if character.is_whitespace() || matches!(character, '-' | '‐' | '–' | '—' | '―') {
            gap = true;
        }
    }
    if name.is_empty() || belongs_to_another(&name) {
        name.insert_str(0, if name.is_empty() { "h" } else { "h-" });
    }
    name
}

/// Full-width Latin letters, digits and signs, and the ideographic space, as their usual forms.
fn fold(character: char) -> char {
    match character {
        '！'..='～' => {
            char::from_u32(u32::from(character) - 0xfee0).expect("full-width forms mirror ASCII")
        }
        '\u{3000}' => ' ',
        _ => character,
    }
}

/// Anchors that other things on a page have: reports (`2026-03-31`, `FY2025`), items (`24`) and the notes of
/// a body.
fn belongs_to_another(name: &str) -> bool {
    let digit = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let note = |text: &str| text.is_empty() || text.starts_with('-');
    digit(name)
        || name.strip_prefix("fy").is_some_and(digit)
        || name.strip_prefix("fn").is_some_and(note)
        || name.strip_prefix("fnref").is_some_and(note)
}

/// The headings that enclose the place reached in a body, by their written levels.
#[derive(Default)]
pub(super) struct HeadingTrail {
    open: Vec<u8>,
}

impl HeadingTrail {
    /// The level at which a heading of the `written` level (1 to 6) is shown: 2 or more, and never more than
    /// one below the heading that encloses it, so that no level is skipped. Headings that are written alike
    /// are shown alike.
    pub(super) fn enter(&mut self, written: u8) -> u8 {
        let written = written.max(2);
        while self.open.last().is_some_and(|level| *level >= written) {
            self.open.pop();
        }
        self.open.push(written);
        u8::try_from(self.open.len()).expect("six levels cannot nest deeper than five") + 1
    }

    /// The deepest level that may be written next.
    pub(super) fn deepest(&self) -> u8 {
        self.open.last().map_or(2, |level| (level + 1).min(6))
    }
}
