//! The text of one file, as everything reads it.

use std::sync::Arc;

/// One file as koyaku reads it: UTF-8 without a byte order mark, lines ended by LF, characters composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Relative to the site's folder, with forward slashes.
    pub path: Arc<str>,
    /// The decoded text. All offsets of problems count bytes in it.
    pub text: String,
}

/// A file as it is, beside what is read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Original {
    pub raw: String,
    pub source: Source,
}
