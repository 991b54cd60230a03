//! The scan of lines: indentation, hyphens, keys, and what may stand behind them.

use super::level::Kind;
use super::plain::End;
use super::slip::{Role, WIDE_SPACE};
use super::{Finding, Scanner};
use std::ops::Range;

impl Scanner<'_> {
    /// Reads the tokens of one line, and the lines that its last value goes on for.
    pub(super) fn block_line(&mut self) {
        if self.starts_with(WIDE_SPACE) {
            return self.wide_indentation();
        }
        let mut column = self.column();
        self.unroll(column);
        while self.peek() == Some(b'-') {
            let wide = self.text[self.at + 1..].starts_with(WIDE_SPACE.as_bytes());
            if !wide && !self.is_blank(self.at + 1) {
                break;
            }
            if !self.enter(Kind::Sequence, column) {
                return;
            }
            self.at += 1;
            if wide {
                self.wide_space_behind_hyphen();
            }
            self.skip_spaces();
            if self.at_line_end() {
                return self.skip_comment();
            }
            column = self.column();
        }
        self.node(column);
    }

    /// Reads what stands first on a line or behind a hyphen: a key with its value, or a value alone.
    fn node(&mut self, column: usize) {
        if !self.skip_properties() {
            return;
        }
        let start = self.at;
        match self.text[start] {
            quote @ (b'"' | b'\'') => {
                let Some(quoted) = self.quoted() else { return };
                self.skip_spaces();
                if self.peek() == Some(b':') && self.is_blank(self.at + 1) {
                    let one_line = !self.text[start..self.at].contains(&b'\n');
                    if !one_line {
                        return self.stop(start..start + 1, Finding::UnclosedQuote { quote: quote.into() });
                    }
                    return self.key(start + 1..quoted.end - 1, column, self.at + 1);
                }
                if self.lone_value(start, column) {
                    self.finish_quoted(quoted);
                }
            }
            b'[' | b'{' => {
                if !self.lone_value(start, column) || !self.flow() {
                    return;
                }
                let end = self.at;
                self.skip_spaces();
                if self.peek() == Some(b':') && self.is_blank(self.at + 1) {
                    return self.stop(start..end, Finding::ComplexKey);
                }
                self.at = end;
                self.finish_bracket();
            }
            b'?' if self.is_blank(start + 1) => self.stop(start..start + 1, Finding::ComplexKey),
            _ if self.is_plain_start() => self.plain_node(column),
            _ => {
                if self.lone_value(start, column) {
                    self.value();
                }
            }
        }
    }

    /// Reads a key and its value, which begins somewhere after `behind`.
    fn key(&mut self, key: Range<usize>, column: usize, behind: usize) {
        self.at = key.start;
        if !self.enter(Kind::Mapping, column) {
            return;
        }
        if self.text[key.clone()] == *b"<<" {
            self.report_broken(key.clone(), Finding::MergeKey);
        }
        self.remember_key(key);
        self.at = behind;
        self.value_behind_key();
    }

    fn value_behind_key(&mut self) {
        self.skip_spaces();
        if self.at_line_end() {
            return self.skip_comment();
        }
        if !self.skip_properties() {
            return;
        }
        let start = self.at;
        if matches!(self.text[start], b'-' | b'?' | b':') && self.is_blank(start + 1) {
            return self.stop(
                start..start + 1,
                Finding::SignBehindKey {
                    sign: self.text[start].into(),
                },
            );
        }
        self.take_value();
        self.value();
    }

    /// Reads a value that cannot be a key.
    fn value(&mut self) {
        let start = self.at;
        match self.text[start] {
            b'"' | b'\'' => {
                if let Some(quoted) = self.quoted() {
                    self.finish_quoted(quoted);
                }
            }
            b'[' | b'{' => {
                if self.flow() {
                    self.finish_bracket();
                }
            }
            b'|' | b'>' => self.block_scalar(),
            b'*' => {
                self.report_broken(start..self.word_end(), Finding::Alias);
                self.skip_line();
            }
            _ if self.is_plain_start() => {
                let end = self.plain_line();
                self.note_scalar(start..self.trimmed(start));
                self.plain_rest(end, None);
            }
            sign => {
                self.report(start..start + 1, Finding::ReservedSign { sign: sign.into() });
                self.patch(start..start + 1, "・");
                self.at += 1;
                let end = self.plain_line();
                self.plain_rest(end, None);
            }
        }
    }

    /// Reads words that are a key when a colon follows on their line.
    fn plain_node(&mut self, column: usize) {
        let start = self.at;
        let end = self.plain_line();
        let words = start..self.trimmed(start);
        let only_key = self.levels.last().is_some_and(|level| level.column == column);
        let role = match end {
            End::Colon => Role::BeforeColon,
            _ if only_key => Role::Key,
            _ => Role::KeyOrText,
        };
        if let Some(slip) = self.slip(&words, role) {
            let key = self.mend(slip);
            return self.key(key, column, self.at);
        }
        match role {
            Role::BeforeColon => return self.key(words, column, self.at + 1),
            Role::Key => {
                self.report_broken(words, Finding::MissingColon);
                return self.skip_line();
            }
            Role::KeyOrText => {}
        }
        if self.lone_value(start, column) {
            if self.levels.is_empty() {
                self.words = Some((column, words.clone()));
            }
            self.note_scalar(words.clone());
            self.plain_rest(end, Some((column, words)));
        }
    }

    /// Skips an anchor or a tag before a value, after reporting it. False when nothing is left on the line.
    fn skip_properties(&mut self) -> bool {
        while let Some(sign @ (b'&' | b'!')) = self.peek() {
            let word = self.at..self.word_end();
            self.at = word.end;
            self.report_broken(
                word,
                if sign == b'&' {
                    Finding::Anchor
                } else {
                    Finding::Tag
                },
            );
            self.skip_spaces();
            if self.at_line_end() {
                self.skip_line();
                return false;
            }
        }
        true
    }

    /// Takes a value that stands alone on its line. Reports it where none is due.
    fn lone_value(&mut self, start: usize, column: usize) -> bool {
        let inside = self.levels.last().is_none_or(|level| level.column < column);
        let due = inside && self.take_value();
        if !due {
            self.stop(start..self.at.max(self.word_end()), Finding::Indentation);
        }
        due
    }

    /// Skips what is left of a line on which no value stands. One space before `#` is how a value such as
    /// `#1` is lost.
    fn skip_comment(&mut self) {
        if self.peek() == Some(b'#') && matches!(self.text[self.at - 2], b':' | b'-') {
            self.report(self.at..self.line_end(), Finding::Comment);
        }
        self.skip_line();
    }

    /// After a closing bracket, only a comment may follow.
    fn finish_bracket(&mut self) {
        let bracket = self.at;
        self.skip_spaces();
        if !self.at_line_end() || self.peek() == Some(b'#') && self.at == bracket {
            self.report_broken(self.at..self.line_end(), Finding::TextBehindBracket);
        }
        self.skip_line();
    }

    pub(super) fn word_end(&self) -> usize {
        let length = self.text[self.at..]
            .iter()
            .position(|byte| matches!(byte, b' ' | b'\n' | b',' | b'[' | b']' | b'{' | b'}'));
        length.map_or(self.text.len(), |length| self.at + length)
    }
}
