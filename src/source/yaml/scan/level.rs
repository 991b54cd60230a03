//! The open collections of the scan: what may follow at which column, how deep they nest, and whether keys
//! repeat. Keys are compared by hash, so a repetition found here is only a reason to look again.

use super::{Finding, Scanner};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Mapping,
    Sequence,
    FlowMapping,
    FlowSequence,
}

/// What the next word of a flow collection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A key of a mapping, or an entry of a list.
    First,
    /// The value behind a colon.
    Value,
    /// Nothing: a comma or a closing bracket is due.
    Done,
}

pub(super) struct Level {
    pub kind: Kind,
    /// Of the keys or hyphens of a block collection.
    pub column: usize,
    /// Whether a key or a hyphen still waits for its value.
    pub awaits: bool,
    pub slot: Slot,
    /// Where it begins.
    pub start: usize,
    pub keys_from: usize,
}

impl Scanner<'_> {
    /// Closes the block collections that a token at `column` no longer belongs to.
    pub(super) fn unroll(&mut self, column: usize) {
        while let Some(level) = self.levels.pop_if(|level| level.column > column) {
            self.close(&level);
        }
    }

    /// Makes sure that a collection is open whose keys or hyphens stand at `column`, and that it waits for a
    /// value. Reports and returns false when nothing may stand there.
    pub(super) fn enter(&mut self, kind: Kind, column: usize) -> bool {
        if kind == Kind::Mapping
            && let Some(level) = self
                .levels
                .pop_if(|level| level.kind == Kind::Sequence && level.column == column)
        {
            // A list may stand at the column of its key; the next key ends it.
            self.close(&level);
        }
        let allowed = match self.levels.last_mut() {
            Some(level) if level.kind == kind && level.column == column => {
                level.awaits = true;
                return true;
            }
            Some(level) => {
                let beside_key = kind == Kind::Sequence && level.kind == Kind::Mapping;
                std::mem::replace(&mut level.awaits, false) && (level.column < column || beside_key)
            }
            None => {
                if let Some((_, words)) = self.words.take_if(|(at, _)| *at == column) {
                    self.report_missing_colon(words);
                }
                !std::mem::replace(&mut self.begun, true)
            }
        };
        if !allowed {
            self.stop(self.at..self.line_end(), Finding::Indentation);
        }
        allowed && self.open(kind, column)
    }

    /// Opens a collection at the cursor, unless it would nest too deep.
    pub(super) fn open(&mut self, kind: Kind, column: usize) -> bool {
        if self.levels.len() >= self.depth {
            self.stop(self.at..self.line_end(), Finding::Depth { limit: self.depth });
            return false;
        }
        let keys_from = self.keys.len();
        self.levels.push(Level {
            kind,
            column,
            awaits: true,
            slot: Slot::First,
            start: self.at,
            keys_from,
        });
        true
    }

    /// Notes that a value stands at the cursor. False where none is due.
    pub(super) fn take_value(&mut self) -> bool {
        match self.levels.last_mut() {
            Some(level) => std::mem::replace(&mut level.awaits, false),
            None => !std::mem::replace(&mut self.begun, true),
        }
    }

    /// Remembers a key of the innermost mapping.
    pub(super) fn remember_key(&mut self, key: Range<usize>) {
        let key = &self.text[key];
        // An escape can spell a key in another way, which only reading it can tell.
        self.scan.second_look |= key.contains(&b'\\');
        let hash = key.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        self.keys.push(hash);
    }

    /// Forgets the keys of a closed level, after comparing them.
    pub(super) fn close(&mut self, level: &Level) {
        let keys = &mut self.keys[level.keys_from..];
        let repeated = if keys.len() <= 16 {
            keys.iter()
                .enumerate()
                .any(|(index, key)| keys[..index].contains(key))
        } else {
            keys.sort_unstable();
            keys.windows(2).any(|pair| pair[0] == pair[1])
        };
        self.scan.second_look |= repeated;
        self.keys.truncate(level.keys_from);
    }
}
