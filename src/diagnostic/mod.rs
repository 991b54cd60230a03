//! What koyaku says about a site's sources: a code, a severity, a place, a message in two languages and a
//! remedy. It holds no rules of its own and prints nothing; `human` turns a list of diagnostics into text for
//! a terminal, `json`, `github` and `sarif` into text for programs.

mod code;
pub mod github;
pub mod human;
pub(crate) mod json;
pub mod order;
mod path;
pub mod position;
mod quotes;
mod refusal;
pub(crate) mod sarif;
pub(crate) mod summary;

pub use code::Code;
pub(crate) use path::path_to;
pub use path::{Path, Step};
pub(crate) use quotes::refuse_quotes;
pub use refusal::Refusal;

use std::ops::Range;
use std::sync::Arc;

/// One problem of one place of the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule is broken. docs/checks.md has a line for each, and editors can search for it.
    pub code: Code,
    /// Whether it stops the build.
    pub severity: Severity,
    /// Where an editor finds what is wrong, and where the caret stands.
    pub place: Place,
    /// What is wrong, mostly with the value as it was written.
    pub message: Message,
    /// What the editor should do next; `None` until [`Diagnostic::remedy`] says it.
    pub remedy: Option<Message>,
    /// Other places that a reader needs to see, such as the first of two equal keys.
    pub related: Vec<(Place, Message)>,
}

/// An error stops the build; a warning does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Worth a look. It stands against publishing only where warnings do too (`--strict`).
    Warning,
}

/// A sentence in both languages that koyaku speaks to editors in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// In Japanese. Values that editors wrote stand in 「」.
    pub ja: String,
    /// The same in English. Values that editors wrote stand in backticks.
    pub en: String,
}

/// A file, relative to the site's folder with forward slashes, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path, such as `seeds/atsugi/manifesto.yaml`.
    pub file: Arc<str>,
    /// Which part of it; the whole file where no part can be named.
    pub at: At,
}

/// Where in a file. Byte offsets count in the decoded text, not in the bytes on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The file as a whole, or its name.
    File,
    /// A stretch of the text, from the first byte to behind the last. An empty one marks a point.
    Span(Range<usize>),
    /// A value of the record or of the front matter, counted among what could be read of it. It is turned
    /// into a span only when it is shown, because most values are never shown.
    Yaml(Path),
}

impl Diagnostic {
    /// A problem that stops the build. Its remedy and related places are added with
    /// [`Diagnostic::remedy`] and [`Diagnostic::also`].
    pub fn error(code: Code, place: Place, message: Message) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place,
            message,
            remedy: None,
            related: Vec::new(),
        }
    }

    /// A problem that does not stop the build unless the run is strict.
    pub fn warning(code: Code, place: Place, message: Message) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, place, message)
        }
    }

    /// What the editor should do next.
    pub fn remedy(mut self, remedy: Message) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Another place that belongs to the same problem.
    pub fn also(mut self, place: Place, message: Message) -> Self {
        self.related.push((place, message));
        self
    }
}

impl Severity {
    /// How programs are told of it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl Message {
    /// A sentence in Japanese and the same in English. Neither may say more than the other.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            ja: ja.into(),
            en: en.into(),
        }
    }
}

impl Place {
    /// A file as a whole, for what is wrong with its name, its encoding or its being there at all.
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: file.clone(),
            at: At::File,
        }
    }

    /// A stretch of a file, in bytes of its decoded text from its beginning, also where only its front
    /// matter or body has been read.
    pub fn span(file: &Arc<str>, span: Range<usize>) -> Self {
        Self {
            file: file.clone(),
            at: At::Span(span),
        }
    }

    /// A value of a record or of front matter, by the steps to it from the top.
    pub fn yaml(file: &Arc<str>, path: Path) -> Self {
        Self {
            file: file.clone(),
            at: At::Yaml(path),
        }
    }

    /// Where in its file it is sorted to.
    pub(crate) fn start(&self) -> usize {
        match &self.at {
            At::Span(span) => span.start,
            At::File | At::Yaml(_) => 0,
        }
    }
}
