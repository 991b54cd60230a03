//! The scan of `|` and `>` texts: their lines are skipped, and only their indentation is looked at.

use super::{Finding, Scanner};

impl Scanner<'_> {
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
            self.report_broken(
                start..start + 1,
                Finding::TextBehindBlock {
                    sign: self.text[start].into(),
                },
            );
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
            let blanks = self.text[at + 1..]
                .iter()
                .take_while(|&&byte| byte == b' ')
                .count();
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
