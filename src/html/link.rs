//! A link of a page.

use crate::html::Passage;
use serde::Serialize;

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Link<'a> {
    /// Relative to the page, or absolute for other sites. Goes into `href="…"` as it is.
    pub href: String,
    /// What it opens. Never empty.
    pub title: Passage<'a>,
}
