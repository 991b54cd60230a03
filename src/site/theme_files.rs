//! The files of a theme as they were read, before any of them is compiled.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A theme: the built-in files, with those of the site's own folder in place of or beside them.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    /// By path within the theme, with forward slashes: `templates/home.html`, `assets/icon.svg`,
    /// `text/ja.yaml`.
    pub files: BTreeMap<Box<str>, ThemeFile>,
}

/// A file of a theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Where it is for diagnostics: `themes/default/templates/home.html`.
    pub file: Arc<str>,
    /// Borrowed where it is that of the built-in theme.
    pub content: Cow<'static, [u8]>,
    /// The built-in file of texts over which it lays its own, key by key.
    pub over: Option<Cow<'static, [u8]>>,
}

impl ThemeFile {
    /// Whether it is not the built-in one.
    pub(crate) fn is_own(&self) -> bool {
        matches!(self.content, Cow::Owned(_))
    }
}
