//! A glossary entry.

use super::walk::{Free, Seal, name, ours, parts, setting, title, walk};
use super::{Address, Fingerprint, Id, TranslatedHead, reading::of_name, translation::Translation};
use serde::Deserialize;

/// Front matter of `content/glossary/<id>.md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermHead {
    /// What the entry is called, in the site's first language.
    pub term: Box<str>,
    /// Kana, by which the glossary is sorted.
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    /// A short form such as PPP, which is looked for in texts of every language; `None` where there is
    /// none.
    pub abbreviation: Option<Box<str>>,
    /// What the short form stands for, in the first language. Texts are searched for it too.
    pub expansion: Option<Box<str>>,
    /// Other names in the first language, which the entry shows and texts are searched for.
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
    /// Ways of writing it that texts are searched for and that no page shows as a name.
    #[serde(default)]
    pub also_matches: Vec<Box<str>>,
    /// Longer words that contain a name of the term and mean something else.
    #[serde(default)]
    pub not_inside: Vec<Box<str>>,
    /// Subjects of the settings that it belongs to, by id.
    #[serde(default)]
    pub subjects: Vec<Id>,
    /// The definition in one line.
    pub summary: Box<str>,
    /// Other entries that a reader may want next, by id.
    #[serde(default)]
    pub related: Vec<Id>,
    /// The document that defines it; `None` where none does.
    pub source: Option<TermSource>,
}

/// Where a document defines the term itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermSource {
    /// The node whose text defines it.
    pub address: Address,
    /// The place in it, such as 脚注5.
    pub note: Option<Box<str>>,
}

/// Front matter of `content/glossary/<id>.<language>.md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermTranslation {
    /// What the entry is called in the language of the file.
    pub term: Box<str>,
    /// What the short form stands for in that language; texts in it are searched for this.
    pub expansion: Option<Box<str>>,
    /// Other names in that language, which the entry shows and texts in it are searched for.
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
    /// Ways of writing it in that language that texts are searched for and that no page shows as a name.
    #[serde(default)]
    pub also_matches: Vec<Box<str>>,
    /// The definition in one line.
    pub summary: Box<str>,
    /// How the translation was made; `None` where nobody has said.
    pub translation: Option<Translation>,
    /// The version of the original that was translated, set by `koyaku translated`. `None` is told as a
    /// gap (`translation-unstated`).
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
