//! The scan of what stands in brackets: lists `[…]` and groups `{…}`, over as many lines as they take.

use super::level::{Kind, Slot};
use super::slip::{Role, WIDE_SPACE};
use super::{Finding, Scanner};
use std::ops::Range;

/// Enough to indent a line behind any level of a text that people write.
const SPACES: &str = "                                                                ";

impl Scanner<'_> {
    /// Reads from an opening bracket to behind the one that closes it. False when the scan cannot go on.
    pub(super) fn flow(&mut self) -> bool {
        let outside = self.levels.len();
        loop {
            let Some(byte) = self.peek() else {
                self.unclosed_bracket();
                return false;
            };
            match byte {
                b' ' => self.at += 1,
                b'\n' => self.flow_line(outside),
                b'#' if self.at == self.line_start || self.text[self.at - 1] == b' ' => self.skip_line(),
                b'[' | b'{' => self.open_bracket(byte, outside),
                b']' | b'}' => {
                    self.close_bracket(byte);
                    if self.levels.len() == outside {
                        return !self.stopped;
                    }
                    if self.peek() == Some(b':') {
                        self.stop(self.at..self.at + 1, Finding::ComplexKey);
                    }
                }
                b',' => {
                    self.at += 1;
                    self.set_slot(Slot::First);
                }
                b':' => {
                    self.at += 1;
                    self.set_slot(Slot::Value);
                }
                b'"' | b'\'' => self.flow_quoted(),
                b'&' | b'!' | b'*' => self.flow_property(byte),
                b'-' if !self.ends_flow_word(self.at + 1) => self.flow_plain(),
                b'-' | b'?' | b'|' | b'>' | b'%' | b'@' | b'`' | b'#' => {
                    self.report(self.at..self.at + 1, Finding::ReservedSign { sign: byte.into() });
                    self.patch(self.at..self.at + 1, "・");
                    self.flow_plain();
                }
                _ => self.flow_plain(),
            }
            if self.stopped {
                return false;
            }
        }
    }

    fn open_bracket(&mut self, bracket: u8, outside: usize) {
        // The outermost bracket stands where its caller has found room for it.
        if self.levels.len() > outside && !self.take_slot() {
            return;
        }
        let kind = if bracket == b'[' {
            Kind::FlowSequence
        } else {
            Kind::FlowMapping
        };
        if self.open(kind, 0) {
            self.at += 1;
        }
    }

    fn close_bracket(&mut self, bracket: u8) {
        let expected = if bracket == b']' {
            Kind::FlowSequence
        } else {
            Kind::FlowMapping
        };
        match self.levels.pop_if(|level| level.kind == expected) {
            Some(level) => {
                self.close(&level);
                self.at += 1;
            }
            None => self.unclosed_bracket(),
        }
    }

    /// Looks at the start of the next line. A key at the margin shows that a bracket was forgotten above it.
    fn flow_line(&mut self, outside: usize) {
        self.at += 1;
        self.line_start = self.at;
        if self.is_marker(self.at) {
            return self.unclosed_bracket();
        }
        self.skip_spaces();
        let Some(level) = self.levels[..outside].last() else {
            return;
        };
        let missing = (level.column + 1).saturating_sub(self.column());
        if missing == 0 || matches!(self.peek(), None | Some(b'\n')) {
            return;
        }
        let name = self.text[self.at..]
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase() || **byte == b'_')
            .count();
        if name > 0 && self.text.get(self.at + name) == Some(&b':') && self.is_blank(self.at + name + 1) {
            return self.unclosed_bracket();
        }
        // Many people close a bracket at the margin, which only one of the libraries understands.
        self.patch(
            self.line_start..self.line_start,
            &SPACES[..missing.min(SPACES.len())],
        );
    }

    fn unclosed_bracket(&mut self) {
        if let Some(level) = self.levels.last() {
            let start = level.start;
            self.stop(
                start..start + 1,
                Finding::UnclosedBracket {
                    bracket: self.text[start].into(),
                },
            );
        }
    }

    fn flow_quoted(&mut self) {
        if !self.take_slot() {
            return;
        }
        let Some(quoted) = self.quoted() else { return };
        self.skip_spaces();
        match self.peek() {
            Some(b':') => {
                let adjacent = self.at == quoted.end || self.is_blank(self.at + 1);
                if adjacent {
                    self.flow_key(quoted.start + 1..quoted.end - 1);
                }
            }
            None | Some(b',' | b']' | b'}' | b'\n') => {}
            Some(b'#') if self.at > quoted.end => {}
            Some(_) => {
                self.text_behind_quote(&quoted);
                self.stopped = true;
            }
        }
    }

    fn flow_property(&mut self, sign: u8) {
        let word = self.at..self.word_end();
        self.at = word.end;
        let finding = match sign {
            b'&' => Finding::Anchor,
            b'!' => Finding::Tag,
            _ => Finding::Alias,
        };
        self.report_broken(word, finding);
        if sign == b'*' {
            self.set_slot(Slot::Done);
        }
    }

    /// Reads plain words in brackets, up to a sign that ends them.
    fn flow_plain(&mut self) {
        let start = self.at;
        let slot = self.levels.last().map_or(Slot::Done, |level| level.slot);
        if self.starts_with(WIDE_SPACE) {
            let space = start..start + WIDE_SPACE.len();
            self.report(space.clone(), Finding::WideSpace);
            self.at = space.end;
            return self.patch(space, " ");
        }
        self.set_slot(Slot::Done);
        loop {
            match self.peek() {
                Some(b':') if self.ends_flow_word(self.at + 1) => {
                    if slot == Slot::First {
                        return self.flow_key(start..self.trimmed(start));
                    }
                    self.report(self.at..self.at + 1, Finding::ColonInValue);
                    self.patch(self.at..self.at + 1, "：");
                    self.at += 1;
                }
                Some(b'#') if self.at > start && self.text[self.at - 1] == b' ' => {
                    self.comment_behind_words();
                    break;
                }
                None | Some(b'\n' | b',' | b'[' | b']' | b'{' | b'}') => break,
                Some(_) => self.at += 1,
            }
        }
        let words = start..self.trimmed(start);
        if slot == Slot::First && self.in_group() {
            self.mended_key(&words, Role::Key);
        } else {
            self.note_scalar(words);
        }
    }

    /// A key of a group, or an entry that looks like one. The cursor stands on the colon.
    fn flow_key(&mut self, key: Range<usize>) {
        if !self.in_group() {
            // `[a: b]` would be read as a list of groups.
            self.report(self.at..self.at + 1, Finding::ColonInValue);
            self.patch(self.at..self.at + 1, "：");
            self.at += 1;
            return self.set_slot(Slot::Done);
        }
        if self.text[key.clone()] == *b"<<" {
            self.report_broken(key.clone(), Finding::MergeKey);
        }
        let quoted = matches!(self.text[key.start - 1], b'"' | b'\'');
        if quoted || !self.mended_key(&key, Role::BeforeColon) {
            self.remember_key(key);
        }
    }

    /// Reads words as a key when a wrong colon is among them, and goes on behind that.
    fn mended_key(&mut self, words: &Range<usize>, role: Role) -> bool {
        let Some(slip) = self.slip(words, role) else {
            return false;
        };
        let key = self.mend(slip);
        self.remember_key(key);
        self.set_slot(Slot::Value);
        true
    }

    /// Whether a sign with this behind it stands alone in brackets.
    fn ends_flow_word(&self, behind: usize) -> bool {
        self.is_blank(behind) || matches!(self.text.get(behind), Some(b',' | b'[' | b']' | b'{' | b'}'))
    }

    fn in_group(&self) -> bool {
        self.levels
            .last()
            .is_some_and(|level| level.kind == Kind::FlowMapping)
    }

    fn set_slot(&mut self, slot: Slot) {
        if let Some(level) = self.levels.last_mut() {
            level.slot = slot;
        }
    }

    /// Notes that a quoted value or a bracket begins. Reports one that no comma separates from what is before
    /// it.
    fn take_slot(&mut self) -> bool {
        let due = self.levels.last().is_some_and(|level| level.slot != Slot::Done);
        if !due {
            self.stop(self.at..self.at + 1, Finding::MissingComma);
        }
        self.set_slot(Slot::Done);
        due
    }
}
