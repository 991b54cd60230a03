//! The front matter of plain pages and of the lasting texts of nodes.

use super::walk::{Free, Seal, name, ours, parts, setting, title, walk};
use super::{Address, Count, Fingerprint, Id, TranslatedHead, translation::Translation};
use serde::Deserialize;

/// Front matter of a plain page in the site's first language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageHead {
    pub title: Box<str>,
    pub description: Option<Box<str>>,
    /// Its place among the pages of the same folder; pages without one follow by address.
    pub order: Option<Count>,
    /// A template of the site's own theme that shows it, by the name of its file without `.html`.
    pub template: Option<Id>,
    #[serde(default)]
    pub formerly: Vec<Address>,
}

/// Front matter of a plain page's translation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageTranslation {
    pub title: Box<str>,
    pub description: Option<Box<str>>,
    pub translation: Option<Translation>,
    pub translates: Option<Fingerprint>,
}

/// Front matter of `index.md` in the folder of a node of the record: everything is optional.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntroductionHead {
    pub description: Option<Box<str>>,
    pub translation: Option<Translation>,
    pub translates: Option<Fingerprint>,
}

impl TranslatedHead for PageTranslation {
    fn made(&self) -> (Option<Translation>, Option<Fingerprint>) {
        (self.translation, self.translates)
    }
}

impl TranslatedHead for IntroductionHead {
    fn made(&self) -> (Option<Translation>, Option<Fingerprint>) {
        (self.translation, self.translates)
    }
}

walk!(PageHead {
    title: title(Seal::Free(Free::Glossary)).by_file(),
    description: ours(Seal::Free(Free::Glossary)).by_file(),
    order: setting(Seal::Free(Free::Placement)),
    template: setting(Seal::Free(Free::Placement)),
    formerly: name(Seal::Free(Free::Moved)),
});

walk!(PageTranslation {
    title: title(Seal::Free(Free::Translation)).by_file(),
    description: ours(Seal::Free(Free::Translation)).by_file(),
    translation: parts(),
    translates: setting(Seal::Free(Free::Translation)),
});

walk!(IntroductionHead {
    description: ours(Seal::Free(Free::OurWords)).by_file(),
    translation: parts(),
    translates: setting(Seal::Free(Free::Translation)),
});
