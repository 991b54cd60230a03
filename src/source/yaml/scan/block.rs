//! The scan of lines: indentation, hyphens, keys, and what may stand behind them.

use super::level::Kind;
use super::scalar::End;
use super::{Finding, Scanner};
use std::ops::Range;

/// U+3000, which input methods type for a space, and the colon they type for `:`.
pub(super) const WIDE_SPACE: &str = "\u{3000}";
pub(super) const WIDE_COLON: &str = "：";

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
                    return self.key(start + 1..quoted.end - 1, column);
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

    /// Reads a key that ends at the colon under the cursor, and its value.
    fn key(&mut self, key: Range<usize>, column: usize) {
        let colon = self.at;
        self.at = key.start;
        if !self.enter(Kind::Mapping, column) {
            return;
        }
        if self.text[key.clone()] == *b"<<" {
            self.report_broken(key.clone(), Finding::MergeKey);
        }
        self.remember_key(key);
        self.at = colon + 1;
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
            return self.stop(start..start + 1, Finding::SignBehindKey { sign: self.text[start].into() });
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
        let expects_key = self.levels.last().is_some_and(|level| level.column == column);
        if let Some((finding, key, patched)) = self.mistyped_key(&words, end == End::Colon, expects_key) {
            let sign = key.end..patched.0.end;
            self.report(sign, finding);
            self.patch(patched.0.clone(), patched.1);
            self.at = key.end;
            let resume = patched.0.end;
            return self.patched_key(key, column, resume);
        }
        if end == End::Colon {
            return self.key(words, column);
        }
        if expects_key {
            self.report_broken(words, Finding::MissingColon);
            return self.skip_line();
        }
        if self.lone_value(start, column) {
            if self.levels.is_empty() {
                self.words = Some((column, words.clone()));
            }
            self.note_scalar(words.clone());
            self.plain_rest(end, Some((column, words)));
        }
    }

    /// Looks for a key whose colon is full-width, or has no ASCII space behind it. Returns the key, and what to
    /// replace by what. Words that merely contain such a sign are text, unless only a key can stand here.
    fn mistyped_key(
        &self,
        words: &Range<usize>,
        is_key: bool,
        expects_key: bool,
    ) -> Option<(Finding, Range<usize>, (Range<usize>, &'static str))> {
        let plain = &self.text[words.clone()];
        if is_key && !plain.contains(&b':') && !has_wide_colon(plain) {
            return None;
        }
        let text = std::str::from_utf8(&self.text[words.clone()]).expect("words end at ASCII signs");
        let named = |length: usize| length > 0 && (expects_key || is_name(&text[..length]));
        if let Some(at) = text.find('：').filter(|&at| at > 0 && (is_key || named(at))) {
            let colon = words.start + at..words.start + at + WIDE_COLON.len();
            return Some((Finding::WideColon, words.start..colon.start, (colon, ": ")));
        }
        let at = text.find(':').filter(|&at| named(at))?;
        let behind = words.start + at + 1;
        let rest = &text[at + 1..];
        if rest.starts_with(WIDE_SPACE) {
            return Some((Finding::WideSpace, words.start..behind - 1, (behind..behind + WIDE_SPACE.len(), " ")));
        }
        let is_text = rest.starts_with(|character: char| !character.is_ascii());
        if is_text || expects_key && !is_key {
            return Some((Finding::MissingSpace, words.start..behind - 1, (behind..behind, " ")));
        }
        None
    }

    fn patched_key(&mut self, key: Range<usize>, column: usize, resume: usize) {
        self.at = key.start;
        if self.enter(Kind::Mapping, column) {
            self.remember_key(key);
            self.at = resume;
            self.value_behind_key();
        }
    }

    /// Skips an anchor or a tag before a value, after reporting it. False when nothing is left on the line.
    fn skip_properties(&mut self) -> bool {
        while let Some(sign @ (b'&' | b'!')) = self.peek() {
            let word = self.at..self.word_end();
            self.at = word.end;
            self.report_broken(word, if sign == b'&' { Finding::Anchor } else { Finding::Tag });
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

    /// Skips what is left of a line on which no value stands. One space before `#` is how a value such as `#1` is lost.
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

    fn wide_indentation(&mut self) {
        let start = self.at;
        while self.starts_with(WIDE_SPACE) || self.peek() == Some(b' ') {
            self.at += if self.peek() == Some(b' ') { 1 } else { WIDE_SPACE.len() };
        }
        let rest = std::str::from_utf8(&self.text[self.at..]).expect("the cursor stands behind a whole character");
        let others = rest.split('\n').skip(1).filter(|line| line.trim_start_matches(' ').starts_with(WIDE_SPACE)).count();
        self.stop(start..self.at, Finding::WideIndentation { others });
    }

    fn wide_space_behind_hyphen(&mut self) {
        let space = self.at..self.at + WIDE_SPACE.len();
        self.report(space.clone(), Finding::WideSpace);
        self.at = space.end;
        self.patch(space, " ");
        // The three bytes count as the one space that is read instead of them.
        self.line_start += WIDE_SPACE.len() - 1;
    }

    pub(super) fn word_end(&self) -> usize {
        let length = self.text[self.at..].iter().position(|byte| matches!(byte, b' ' | b'\n' | b',' | b'[' | b']' | b'{' | b'}'));
        length.map_or(self.text.len(), |length| self.at + length)
    }
}

/// Whether words hold a full-width colon. Most keys are ASCII, which takes one short look.
pub(super) fn has_wide_colon(words: &[u8]) -> bool {
    !words.is_ascii() && words.windows(WIDE_COLON.len()).any(|sign| sign == WIDE_COLON.as_bytes())
}

/// Whether `text` looks like a key of koyaku's files, in ASCII or typed in full-width letters.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().all(|character| matches!(character, 'a'..='z' | '_' | 'ａ'..='ｚ' | '＿'))
}
