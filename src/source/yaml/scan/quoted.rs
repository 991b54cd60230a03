//! The scan of quoted values: where they end, and what their escapes spell.

use super::{Finding, Scanner};
use crate::source::character::unwanted;

/// A quoted value, quotes included.
pub(super) struct Quoted {
    pub start: usize,
    pub end: usize,
}

impl Scanner<'_> {
    /// Moves behind the closing quote. Reports a quote that is never closed, or not before a line that cannot
    /// belong to it.
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
                    let inside =
                        self.peek() == Some(b'\n') || parent.is_none_or(|parent| self.at - line > parent);
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

    /// Moves behind an escape, and reports one that YAML does not know or that spells a character sources may
    /// not hold.
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
                let hex = self
                    .text
                    .get(start + 2..end)
                    .and_then(|digits| std::str::from_utf8(digits).ok());
                let number = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
                match number
                    .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                    .and_then(char::from_u32)
                {
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
        if let Some((character, why)) = spelled.and_then(|character| Some((character, unwanted(character)?)))
        {
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
}
