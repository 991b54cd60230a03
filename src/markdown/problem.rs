//! What can be wrong in a body, as data. The sentences that editors read stand in `wording`.

use super::{target::Refused, wording};
use crate::diagnostic::{Code, Diagnostic, Message, Place, Severity};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// How many problems of one code are reported for a body. A hostile one could hold a million of them.
const MOST: usize = 100;

/// One problem and its place in the body, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which rule is broken, such as `markdown-html`.
    pub code: Code,
    /// Whether it stops the build. Some codes have both: a note that is missing does, an unused one does
    /// not.
    pub severity: Severity,
    /// Bytes from the beginning of the body, not of its file.
    pub span: Range<usize>,
    /// What is wrong, in the words of a writer of Markdown.
    pub message: Message,
    /// What to write instead, which can be said of every problem of a body.
    pub remedy: Message,
}

impl Problem {
    /// The diagnostic for a body that begins at `body_start` of the decoded `file`.
    pub fn into_diagnostic(self, file: &Arc<str>, body_start: usize) -> Diagnostic {
        let span = self.span.start + body_start..self.span.end + body_start;
        let place = Place::span(file, span);
        match self.severity {
            Severity::Error => Diagnostic::error(self.code, place, self.message),
            Severity::Warning => Diagnostic::warning(self.code, place, self.message),
        }
        .remedy(self.remedy)
    }
}

/// A problem before it is put into words. Labels and names are what the editor has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkdownFault {
    /// A tag by its name, without brackets.
    Html(String),
    HtmlComment,
    TooDeep,
    Bold(BoldProblem),
    Note(NoteProblem, String),
    ReferenceUndefined(String),
    ReferenceUnused(String),
    /// `](` that stayed text.
    LinkNotMade,
    ImageElsewhere,
    AltMissing,
    Heading(HeadingProblem),
    Table(TableProblem),
    Destination(Refused, String),
    /// A mark in full width, or without its space, that stayed text.
    Wide(WideMark),
    /// Cells with tabs between them, and the first row as a table has it.
    Pasted(String),
    /// A control or direction character that an entity stands for.
    HiddenCharacter(char),
    Panicked,
}

/// Problems with their places in the body.
pub(super) type FoundFaults = Vec<(MarkdownFault, Range<usize>)>;

/// `**` that stayed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BoldProblem {
    Alone,
    /// Spaces directly inside a pair, and how to write it instead.
    Spaced(String),
    /// No space outside a pair, and how to write it instead.
    Stuck(String),
}

/// A mark that readers see, and how to write it instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WideMark {
    /// `＃＃`
    Heading(String),
    /// `##` with no space behind it.
    Stuck(String),
    /// The sign that stands for a bullet.
    Bullet(char, String),
    /// `＊＊…＊＊`
    Bold(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoteProblem {
    Undefined,
    /// The colon of a definition is a full-width one.
    Colon,
    Twice,
    Unused,
    InLink,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadingProblem {
    One,
    Skipped { written: u8, deepest: u8 },
    Empty,
    InNote,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TableProblem {
    TooLarge,
    CellsLost(String),
    NotMade,
    WithoutHead,
}

impl MarkdownFault {
    fn code(&self) -> Code {
        match self {
            Self::Html(_) | Self::HtmlComment => Code::MarkdownHtml,
            Self::TooDeep => Code::MarkdownDepth,
            Self::Bold(_) => Code::MarkdownEmphasis,
            Self::Note(..) => Code::MarkdownFootnote,
            Self::ReferenceUndefined(_) | Self::ReferenceUnused(_) | Self::LinkNotMade => {
                Code::MarkdownReference
            }
            Self::ImageElsewhere => Code::MarkdownImage,
            Self::AltMissing => Code::MarkdownAlt,
            Self::Heading(_) => Code::MarkdownHeading,
            Self::Table(_) => Code::MarkdownTable,
            Self::Destination(..) => Code::LinkScheme,
            Self::Wide(_) => Code::MarkdownFullWidth,
            Self::Pasted(_) => Code::MarkdownPasted,
            Self::HiddenCharacter('\0'..='\u{9f}') => Code::EncodingControl,
            Self::HiddenCharacter(_) => Code::EncodingBidi,
            Self::Panicked => Code::MarkdownPanic,
        }
    }

    /// Whatever would lose words, mislead a reader or shut one out is an error; the page is sound with the
    /// others.
    fn severity(&self) -> Severity {
        match self {
            Self::Bold(_)
            | Self::Note(NoteProblem::Unused, _)
            | Self::ReferenceUnused(_)
            | Self::LinkNotMade
            | Self::Heading(_)
            | Self::Wide(_)
            | Self::Pasted(_)
            | Self::Table(TableProblem::NotMade | TableProblem::WithoutHead) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Puts the problems of a body into words, in the order of their places.
pub(super) fn worded(mut kinds: FoundFaults) -> Vec<Problem> {
    kinds.sort_by_key(|(_, span)| (span.start, span.end));
    let mut counts: HashMap<(Code, bool), usize> = HashMap::new();
    let mut problems = Vec::new();
    for (kind, span) in kinds {
        let (code, severity) = (kind.code(), kind.severity());
        let count = counts.entry((code, severity == Severity::Error)).or_insert(0);
        *count += 1;
        if *count <= MOST {
            let (message, remedy) = wording::words_for(&kind);
            problems.push(Problem {
                code,
                severity,
                span,
                message,
                remedy,
            });
        }
    }
    problems
}
