//! A glossary entry.

use super::walk::{Free, Seal, name, ours, parts, setting, title, walk};
use super::{Address, Fingerprint, Id, TranslatedHead, reading::of_name, translation::Translation};
use serde::Deserialize;

/// Front matter of `content/glossary/<id>.md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermHead {
    pub term: Box<str>,
    /// Kana, by which the glossary is sorted.
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    pub abbreviation: Option<Box<str>>,
    pub expansion: Option<Box<str>>,
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
    /// Ways of writing it that texts are searched for and that no page shows as a name.
    #[serde(default)]
    pub also_matches: Vec<Box<str>>,
    /// Longer words that contain a name of the term and mean something else.
    #[serde(default)]
    pub not_inside: Vec<Box<str>>,
    #[serde(default)]
    pub subjects: Vec<Id>,
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
    #[serde(default)]
    pub also_matches: Vec<Box<str>>,
    pub summary: Box<str>,
    pub translation: Option<Translation>,
    pub translates: Option<Fingerprint>,
}

impl TranslatedHead for TermTranslation {
    fn made(&self) -> (Option<Translation>, Option<Fingerprint>) {
        (self.translation, self.translates)
    }
}

walk!(TermHead {
    term: title(Seal::Free(Free::Glossary)).unsearched().by_file(),
    expansion: title(Seal::Free(Free::Glossary)).unsearched().by_file(),
    summary: ours(Seal::Free(Free::Glossary)).by_file(),
    aliases: title(Seal::Free(Free::Glossary)).unsearched().by_file(),
    reading: name(Seal::Free(Free::Reading)),
    abbreviation: name(Seal::Free(Free::Glossary)),
    also_matches: setting(Seal::Free(Free::Glossary)),
    not_inside: setting(Seal::Free(Free::Glossary)),
    subjects: name(Seal::Free(Free::Subject)),
    related: name(Seal::Free(Free::Glossary)),
    source: parts(),
});

walk!(TermSource {
    address: name(Seal::Free(Free::Glossary)),
    note: name(Seal::Free(Free::Glossary)),
});

walk!(TermTranslation {
    term: title(Seal::Free(Free::Translation)).unsearched().by_file(),
    expansion: title(Seal::Free(Free::Translation)).unsearched().by_file(),
    summary: ours(Seal::Free(Free::Translation)).by_file(),
    aliases: title(Seal::Free(Free::Translation)).unsearched().by_file(),
    also_matches: setting(Seal::Free(Free::Translation)),
    translation: parts(),
    translates: setting(Seal::Free(Free::Translation)),
});
