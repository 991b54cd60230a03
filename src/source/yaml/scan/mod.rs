//! A first look at YAML, before any library reads it: what it would read wrongly, slowly or silently is found
//! here. It walks the text once, without recursion, keeps no values, and knows nothing of what the keys mean.

mod block;
mod block_text;
mod finding;
mod flow;
mod level;
mod plain;
mod quoted;
mod slip;

pub(super) use finding::Finding;

use super::Limits;
use level::{Kind, Level};
use std::ops::Range;

/// What the first look has found. Offsets count in the scanned text.
pub(super) struct Scan {
    /// In the order of the text.
    pub findings: Vec<(Range<usize>, Finding)>,
    /// What to read instead, so that one mistyped sign does not hide the problems behind it.
    pub patches: Vec<Patch>,
    /// Whether the findings leave it unclear what belongs to what, so that reading on would report nonsense.
    pub broken: bool,
    /// Whether keys may repeat, or a library would change how a value is written (`+3`, `True`).
    pub second_look: bool,
}

/// A replacement in the scanned text.
pub(super) struct Patch {
    pub range: Range<usize>,
    pub by: &'static str,
}

/// No file shows more problems than this; what follows is mostly the consequence of the first ones.
const MOST_FINDINGS: usize = 100;

/// Looks through `text`, in time proportional to its length and at most to the first place that cannot be
/// followed.
pub(super) fn scan(text: &str, limits: Limits) -> Scan {
    let mut scanner = Scanner::new(text.as_bytes(), limits.depth);
    if text.len() > limits.bytes {
        scanner.stop(0..0, Finding::TooLarge { limit: limits.bytes });
    } else if let Some(tab) = text.find('\t') {
        let lines = text[tab..].split('\n').filter(|line| line.contains('\t')).count();
        scanner.stop(tab..tab + 1, Finding::Tab { others: lines - 1 });
    } else {
        scanner.document();
    }
    scanner.scan
}

struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    /// Where the current line starts, less what full-width characters count too much.
    line_start: usize,
    levels: Vec<Level>,
    /// Hashes of the keys of all open mappings; each level remembers where its own begin.
    keys: Vec<u64>,
    depth: usize,
    /// Whether the document's one value has begun.
    begun: bool,
    /// That value, if it is words alone, with their column: most likely a key without its colon.
    words: Option<(usize, Range<usize>)>,
    stopped: bool,
    scan: Scan,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a [u8], depth: usize) -> Self {
        let scan = Scan {
            findings: Vec::new(),
            patches: Vec::new(),
            broken: false,
            second_look: false,
        };
        Self {
            text,
            at: 0,
            line_start: 0,
            levels: Vec::with_capacity(depth),
            keys: Vec::with_capacity(32),
            depth,
            begun: false,
            words: None,
            stopped: false,
            scan,
        }
    }

    fn document(&mut self) {
        let mut marked = false;
        while !self.stopped && self.next_line() {
            let margin = self.at == self.line_start;
            if margin && self.is_marker(self.at) {
                self.marker(marked || self.begun);
                marked = true;
            } else if margin && self.peek() == Some(b'%') {
                self.report_broken(self.at..self.line_end(), Finding::Directive);
                self.skip_line();
            } else {
                self.block_line();
            }
        }
        while let Some(level) = self.levels.pop() {
            self.close(&level);
        }
    }

    /// Reads a line `---`, which may stand before the text, or `...`, which may stand behind it.
    fn marker(&mut self, late: bool) {
        let marker = self.at..self.at + 3;
        let opens = self.text[self.at] == b'-';
        self.at += 3;
        self.skip_spaces();
        let alone = self.at_line_end();
        self.skip_line();
        let rest = self.at;
        let allowed = alone && if opens { !late } else { !self.next_line() };
        self.at = rest;
        if !allowed {
            self.stop(marker, Finding::SeveralDocuments);
        }
    }

    /// Moves to the first character of the next line that has one, comments aside.
    fn next_line(&mut self) -> bool {
        loop {
            let start = self.at;
            self.skip_spaces();
            match self.peek() {
                None => return false,
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.skip_line(),
                Some(_) => {
                    self.line_start = start;
                    return true;
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip_spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn skip_line(&mut self) {
        self.at = self.line_end();
    }

    fn line_end(&self) -> usize {
        let rest = self.text[self.at..].iter().position(|&byte| byte == b'\n');
        rest.map_or(self.text.len(), |length| self.at + length)
    }

    fn column(&self) -> usize {
        self.at - self.line_start
    }

    /// Whether a blank, a line end or the end of the text stands at `at`.
    fn is_blank(&self, at: usize) -> bool {
        matches!(self.text.get(at), None | Some(b' ' | b'\n'))
    }

    /// Whether nothing but a comment is left on the line.
    fn at_line_end(&self) -> bool {
        matches!(self.peek(), None | Some(b'\n' | b'#'))
    }

    /// Whether a line at `at` consists of `---` or `...`, or begins with it and a blank.
    fn is_marker(&self, at: usize) -> bool {
        let mark = self.text.get(at..at + 3);
        matches!(mark, Some(b"---" | b"...")) && self.is_blank(at + 3)
    }

    fn starts_with(&self, text: &str) -> bool {
        self.text[self.at..].starts_with(text.as_bytes())
    }

    fn report(&mut self, range: Range<usize>, finding: Finding) {
        if self.scan.findings.len() < MOST_FINDINGS {
            self.scan.findings.push((range, finding));
        } else {
            self.scan.broken = true;
            self.stopped = true;
        }
    }

    /// Reports something that leaves the structure unclear, although the lines below can be followed.
    fn report_broken(&mut self, range: Range<usize>, finding: Finding) {
        self.scan.broken = true;
        self.report(range, finding);
    }

    /// Reports something behind which nothing can be followed.
    fn stop(&mut self, range: Range<usize>, finding: Finding) {
        self.report_broken(range, finding);
        self.stopped = true;
    }

    fn patch(&mut self, range: Range<usize>, by: &'static str) {
        if !self.stopped {
            self.scan.patches.push(Patch { range, by });
        }
    }

    /// The column of the innermost block level, which every line of its values must exceed.
    fn parent_column(&self) -> Option<usize> {
        self.levels
            .iter()
            .rev()
            .find(|level| matches!(level.kind, Kind::Mapping | Kind::Sequence))
            .map(|level| level.column)
    }
}
