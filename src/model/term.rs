//! A glossary entry.

use super::document::Translation;
use super::id::{Address, Id};
use super::unbuilt::Unbuilt;
use serde::Deserialize;

/// Front matter of `content/glossary/<id>.md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermHead {
    pub term: Box<str>,
    /// Kana, by which the glossary is sorted.
    pub reading: Option<Box<str>>,
    pub abbreviation: Option<Box<str>>,
    pub expansion: Option<Box<str>>,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
    pub not_inside: Option<Unbuilt>,
    /// The definition in one line.
    pub summary: Box<str>,
    #[serde(default)]
    pub related: Vec<Id>,
    pub source: Option<TermSource>,
}

/// Where a document defines the term itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermSource {
    pub address: Address,
    pub note: Option<Box<str>>,
}

/// Front matter of `content/glossary/<id>.<language>.md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermTranslation {
    pub term: Box<str>,
    pub expansion: Option<Box<str>>,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
    pub summary: Box<str>,
    pub translation: Option<Translation>,
    pub translates: Option<Unbuilt>,
}
