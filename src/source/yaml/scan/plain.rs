//! The scan of plain words: where they end, whether a key is hidden among them, and what a comment cuts off.

use super::slip::{Role, is_name};
use super::{Finding, Scanner};
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

impl Scanner<'_> {
    /// Whether plain words may begin at the cursor, outside of brackets.
    pub(super) fn is_plain_start(&self) -> bool {
        match self.text[self.at] {
            b'-' | b'?' | b':' => !self.is_blank(self.at + 1),
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"'
            | b'%' | b'@' | b'`' => false,
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
        let blanks = self.text[start..self.at]
            .iter()
            .rev()
            .take_while(|&&byte| byte == b' ')
            .count();
        self.at - blanks
    }

    /// Follows a plain value to its end. `first` is its column and its words on the first line, if it stands
    /// alone there: then a line with a key at the same column shows that the first was meant to be a key too.
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
        let here = self.at;
        match self.slip(&words, Role::Key) {
            Some(slip) => _ = self.mend(slip),
            None => self.report_broken(words, Finding::MissingColon),
        }
        self.at = here;
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
            [b'+', second, ..] | [b'-', b'0', second, ..] => {
                second.is_ascii_digit() || matches!(second, b'x' | b'o' | b'b' | b'.')
            }
            [b'0', b'x' | b'o' | b'b', ..] | b"-0" | b"True" | b"TRUE" | b"False" | b"FALSE" => true,
            _ => false,
        };
    }
}
