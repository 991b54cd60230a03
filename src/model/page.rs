//! The front matter of plain pages and of the lasting texts of nodes.

use super::walk::{Free, Seal, name, ours, parts, setting, title, walk};
use super::{Address, Count, Fingerprint, Id, TranslatedHead, translation::Translation};
use serde::Deserialize;

/// Front matter of a plain page in the site's first language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageHead {
    /// The title of the page, in the site's first language.
    pub title: Box<str>,
    /// One sentence for lists, search engines and below the title; nothing stands there where absent.
    pub description: Option<Box<str>>,
    /// Its place among the pages of the same folder; pages without one follow by address.
    pub order: Option<Count>,
    /// A template of the site's own theme that shows it, by the name of its file without `.html`.
    pub template: Option<Id>,
    /// Where the page stood before: each address gets a page that leads here.
    #[serde(default)]
    pub formerly: Vec<Address>,
}

/// Front matter of a plain page's translation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageTranslation {
    /// The title in the language of the file.
    pub title: Box<str>,
    /// The original's description in the language of the file; nothing stands there where absent.
    pub description: Option<Box<str>>,
    /// How the translation was made; `None` where nobody has said.
    pub translation: Option<Translation>,
    /// The version of the original that was translated, set by `koyaku translated`. `None` is told as a
    /// gap (`translation-unstated`).
    pub translates: Option<Fingerprint>,
}

/// Front matter of `index.md` in the folder of a node of the record: everything is optional.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntroductionHead {
    /// One sentence about the node in the language of the file, for search engines. Of a city or a
    /// document it counts only where the record describes none.
    pub description: Option<Box<str>>,
    /// In a translation, how it was made; `None` in the original.
    pub translation: Option<Translation>,
    /// In a translation, the version of the original that was translated; `None` in the original.
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
