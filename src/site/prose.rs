//! The texts that editors write in Markdown, each in one language.

use crate::model::walk::Role;
use crate::model::{Language, Translator};
use std::sync::Arc;

/// A Markdown body in one language, with its place for diagnostics.
#[derive(Debug)]
pub struct Prose {
    pub language: Language,
    /// What its front matter says to readers: titles, descriptions, in the order of the fields.
    pub words: Vec<(Role, Box<str>)>,
    pub body: Box<str>,
    pub body_start: usize,
    pub file: Arc<str>,
    /// How it was translated; `None` for an original, and for a translation that does not say.
    pub translator: Option<Translator>,
    pub freshness: Freshness,
}

/// Whether a translation still belongs to the words of its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It is the original.
    Original,
    Current,
    /// The original has changed since.
    Stale,
    /// The translation does not say what it was made from.
    Unstated,
}

/// The lasting text of a node, by language.
#[derive(Debug)]
pub struct Introduction {
    pub texts: Vec<(Option<Box<str>>, Prose)>,
}

/// A report in one language.
#[derive(Debug)]
pub struct ReportText {
    pub title: Option<Box<str>>,
    pub prose: Prose,
}

/// A glossary entry in one language.
#[derive(Debug)]
pub struct TermText {
    pub term: Box<str>,
    pub expansion: Option<Box<str>>,
    pub aliases: Vec<Box<str>>,
    pub also_matches: Vec<Box<str>>,
    pub summary: Box<str>,
    pub prose: Prose,
}

impl TermText {
    /// What texts may call it, beside its name.
    pub(crate) fn other_names(&self) -> impl Iterator<Item = &str> {
        self.expansion
            .iter()
            .chain(&self.aliases)
            .chain(&self.also_matches)
            .map(|name| &**name)
    }
}

/// A plain page in one language.
#[derive(Debug)]
pub struct PageText {
    pub title: Box<str>,
    pub description: Option<Box<str>>,
    pub prose: Prose,
}
