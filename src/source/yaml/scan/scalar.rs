//! The scan of single values: plain words, quoted ones and blocks of text. It finds their ends and keeps nothing.

use super::block::{WIDE_COLON, is_name};
use super::{Finding, Scanner};
use crate::source::character::unwanted;
use std::ops::Range;

/// What ended the words on a line. The cursor stands on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// A colon with a blank behind it.
    Colon,
    /// The `#` of a comment.
    Comment,
    Line,
}

/// A quoted value, quotes included.
pub(super) struct Quoted {
    pub start: usize,
    pub end: usize,
}

impl Scanner<'_> {
    /// Whether plain words may begin at the cursor, outside of brackets.
    pub(super) fn is_plain_start(&self) -> bool {
        match self.text[self.at] {
            b'-' | b'?' | b':' => !self.is_blank(self.at + 1),
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"' | b'%' | b'@' | b'`' => false,
            _ => true,
        }
    }

    /// Reads plain words up to the end of the line, or to a colon or comment before it.
    pub(super) fn plain_line(&mut self) -> End {
        let rest = &self.text[self.at..];
        for (index, byte) in rest.iter().enumerate() {
            let end = match byte {
                b'\n' => End::Line,
                b':' if self.is_blank(self.at + index + 1) => End::Colon,
                b'#' if index > 0 && rest[index - 1] == b' ' => End::Comment,
                _ => continue,
            };
            self.at += index;
            return end;
        }
        self.at = self.text.len();
        End::Line
    }

    /// The end of the words between `start` and the cursor, without blanks.
    pub(super) fn trimmed(&self, start: usize) -> usize {
        let blanks = self.text[start..self.at].iter().rev().take_while(|&&byte| byte == b' ').count();
        self.at - blanks
    }

    /// Follows a plain value to its end. `first` is its column and its words on the first line, if it stands alone
    /// there: then a line with a key at the same column shows that the first was meant to be a key too.
    pub(super) fn plain_rest(&mut self, mut end: End, first: Option<(usize, Range<usize>)>) {
        loop {
            match end {
                End::Colon => {
                    self.report(self.at..self.at + 1, Finding::ColonInValue);
                    self.patch(self.at..self.at + 1, "：");
                    self.at += 1;
                    end = self.plain_line();
                }
                End::Comment => {
                    self.comment_behind_words();
                    return self.skip_line();
                }
                End::Line => {
                    let line_end = self.at;
                    if !self.goes_on() {
                        self.at = line_end;
                        return;
                    }
                    let start = self.at;
                    end = self.plain_line();
                    if end == End::Colon
                        && let Some((column, words)) = &first
                        && *column == start - self.line_start
                    {
                        self.report_missing_colon(words.clone());
                        self.at = line_end;
                        return;
                    }
                    let name = std::str::from_utf8(&self.text[start..self.at]).is_ok_and(is_name);
                    if end == End::Colon && name {
                        return self.stop(start..self.at, Finding::Indentation);
                    }
                }
            }
        }
    }

    /// Moves to the next line with something on it, if that belongs to a plain value.
    fn goes_on(&mut self) -> bool {
        let parent = self.parent_column();
        while self.peek() == Some(b'\n') {
            self.at += 1;
            let start = self.at;
            self.skip_spaces();
            match self.peek() {
                Some(b'\n') => {}
                None | Some(b'#') => return false,
                Some(_) => {
                    // Without an outer level, a line at the margin is the next key, not more text.
                    let inside = self.at - start > parent.unwrap_or(0);
                    if inside {
                        self.line_start = start;
                    }
                    return inside;
                }
            }
        }
        false
    }

    /// Words that were taken for a value turn out to be a key without its colon, because a key follows them.
    pub(super) fn report_missing_colon(&mut self, words: Range<usize>) {
        let text = std::str::from_utf8(&self.text[words.clone()]).expect("words end at ASCII signs");
        match text.find(['：', ':']).map(|at| words.start + at) {
            Some(colon) if self.text[colon] == b':' => {
                self.report(colon..colon + 1, Finding::MissingSpace);
                self.patch(colon + 1..colon + 1, " ");
            }
            Some(colon) => {
                let colon = colon..colon + WIDE_COLON.len();
                self.report(colon.clone(), Finding::WideColon);
                self.patch(colon, ": ");
            }
            None => self.report_broken(words, Finding::MissingColon),
        }
        // The keys that follow belong to the value that was due here.
        match self.levels.last_mut() {
            Some(level) => level.awaits = true,
            None => self.begun = false,
        }
    }

    /// One space before `#` is how words are cut short; a comment beside a value stands two spaces away.
    pub(super) fn comment_behind_words(&mut self) {
        if self.at >= 2 && self.text[self.at - 2] != b' ' {
            self.report(self.at..self.line_end(), Finding::Comment);
        }
    }

    /// Notes plain words that a library would read as a number or truth value and write in another way.
    pub(super) fn note_scalar(&mut self, words: Range<usize>) {
        self.scan.second_look |= match &self.text[words] {
            [b'+', second, ..] | [b'-', b'0', second, ..] => second.is_ascii_digit() || matches!(second, b'x' | b'o' | b'b' | b'.'),
            [b'0', b'x' | b'o' | b'b', ..] | b"-0" | b"True" | b"TRUE" | b"False" | b"FALSE" => true,
            _ => false,
        };
    }

    /// Moves behind the closing quote. Reports a quote that is never closed, or not before a line that cannot belong to it.
    pub(super) fn quoted(&mut self) -> Option<Quoted> {
        let start = self.at;
        let quote = self.text[start];
        let parent = self.parent_column();
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'\'') if quote == b'\'' && self.text.get(self.at + 1) == Some(&b'\'') => self.at += 2,
                Some(byte) if byte == quote => {
                    self.at += 1;
                    return Some(Quoted { start, end: self.at });
                }
                Some(b'\\') if quote == b'"' => self.escape(),
                Some(b'\n') => {
                    self.at += 1;
                    let line = self.at;
                    self.skip_spaces();
                    let inside = self.peek() == Some(b'\n') || parent.is_none_or(|parent| self.at - line > parent);
                    if self.peek().is_none() || !inside || self.is_marker(line) {
                        self.stop(start..start + 1, Finding::UnclosedQuote { quote: quote.into() });
                        return None;
                    }
                    self.line_start = line;
                }
                Some(_) => self.at += 1,
                None => {
                    self.stop(start..start + 1, Finding::UnclosedQuote { quote: quote.into() });
                    return None;
                }
            }
        }
    }

    /// Moves behind an escape, and reports one that YAML does not know or that spells a character sources may not hold.
    fn escape(&mut self) {
        let start = self.at;
        let Some(&letter) = self.text.get(start + 1) else {
            self.at += 1;
            return;
        };
        let digits = match letter {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            _ => 0,
        };
        let end = start + 2 + digits;
        let spelled = match letter {
            b'"' | b'\\' | b'/' | b' ' | b'\n' | b't' | b'n' | b'_' => None,
            b'0' => Some('\0'),
            b'a' => Some('\u{7}'),
            b'b' => Some('\u{8}'),
            b'v' => Some('\u{b}'),
            b'f' => Some('\u{c}'),
            b'r' => Some('\r'),
            b'e' => Some('\u{1b}'),
            b'N' => Some('\u{85}'),
            b'L' => Some('\u{2028}'),
            b'P' => Some('\u{2029}'),
            b'x' | b'u' | b'U' => {
                let hex = self.text.get(start + 2..end).and_then(|digits| std::str::from_utf8(digits).ok());
                let number = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
                match number.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
                    Some(character) => Some(character),
                    None => {
                        self.at = start + 2;
                        return self.report_broken(start..start + 2, Finding::UnknownEscape);
                    }
                }
            }
            _ => {
                self.at = start + 1;
                return self.report_broken(start..start + 1, Finding::UnknownEscape);
            }
        };
        // A line break under the backslash is left to the caller, which looks at the line below it.
        self.at = if letter == b'\n' { start + 1 } else { end };
        if let Some((character, why)) = spelled.and_then(|character| Some((character, unwanted(character)?))) {
            self.report_broken(start..end, Finding::Unwanted { character, why });
        }
    }

    /// After a closing quote outside of brackets, only a comment may follow.
    pub(super) fn finish_quoted(&mut self, quoted: Quoted) {
        self.at = quoted.end;
        self.skip_spaces();
        let apart = self.at > quoted.end;
        if !self.at_line_end() || self.peek() == Some(b'#') && !apart {
            self.text_behind_quote(&quoted);
        }
        self.skip_line();
    }

    /// Text behind a quote that closes on a later line means that the opening one was never closed.
    pub(super) fn text_behind_quote(&mut self, quoted: &Quoted) {
        if self.text[quoted.start..quoted.end].contains(&b'\n') {
            let quote = self.text[quoted.start].into();
            self.stop(quoted.start..quoted.start + 1, Finding::UnclosedQuote { quote });
        } else {
            self.report_broken(self.at..self.line_end(), Finding::TextBehindQuote);
        }
    }

    /// Moves behind the lines of a `|` or `>` text.
    pub(super) fn block_scalar(&mut self) {
        let start = self.at;
        self.at += 1;
        let mut indicated = None;
        while let Some(sign @ (b'+' | b'-' | b'1'..=b'9')) = self.peek() {
            if sign.is_ascii_digit() {
                indicated = Some(usize::from(sign - b'0'));
            }
            self.at += 1;
        }
        let header = self.at;
        self.skip_spaces();
        if !self.at_line_end() || self.peek() == Some(b'#') && self.at == header {
            self.report_broken(start..start + 1, Finding::TextBehindBlock { sign: self.text[start].into() });
            return self.skip_line();
        }
        self.skip_line();
        let outer = self.parent_column().map_or(0, |parent| parent + 1);
        let indentation = match indicated {
            Some(columns) => self.parent_column().unwrap_or(0) + columns,
            None => self.text_indentation().max(outer).max(1),
        };
        self.block_text(indentation, outer);
    }

    /// The column of the first line of a text, or of a blank line before it that is longer.
    fn text_indentation(&self) -> usize {
        let mut widest = 0;
        let mut at = self.at;
        while self.text.get(at) == Some(&b'\n') {
            let blanks = self.text[at + 1..].iter().take_while(|&&byte| byte == b' ').count();
            widest = widest.max(blanks);
            at += 1 + blanks;
        }
        widest
    }

    fn block_text(&mut self, indentation: usize, outer: usize) {
        while self.peek() == Some(b'\n') {
            let line_end = self.at;
            self.at += 1;
            let line = self.at;
            self.skip_spaces();
            let column = self.at - line;
            match self.peek() {
                None => return,
                Some(b'\n') => {}
                Some(_) if column >= indentation => self.skip_line(),
                Some(b'#') => return self.at = line_end,
                Some(_) => {
                    if column >= outer && outer > 0 {
                        self.line_start = line;
                        return self.stop(self.at..self.line_end(), Finding::TextIndentation);
                    }
                    return self.at = line_end;
                }
            }
        }
    }
}
