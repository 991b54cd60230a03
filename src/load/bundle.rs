//! The files of one text: its original joined with its translations.

use super::{gathered::Gathered, markdown, walk::FoundFile};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::load::WORDS;
use crate::model::Language;
use crate::site::MarkdownFile;
use serde::de::DeserializeOwned;

/// The original, if there is one, and its translations.
pub(crate) struct Bundle<'a> {
    pub original: Option<&'a FoundFile>,
    pub translations: Vec<(Language, &'a FoundFile)>,
    pub first: Language,
}

impl Bundle<'_> {
    /// All that can be read of it. Without its original a translation has nothing to translate.
    pub(crate) fn read<Head: DeserializeOwned, Translation: DeserializeOwned>(
        &self,
        gathered: &mut Gathered,
    ) -> Option<(MarkdownFile<Head>, Vec<MarkdownFile<Translation>>)> {
        let original = match self.original {
            Some(entry) => markdown::read(entry, self.first, gathered),
            None => {
                gathered.extend(self.translations.iter().map(orphan));
                None
            }
        };
        let translations = self.translations.iter();
        let translations = translations
            .filter_map(|&(language, entry)| markdown::read(entry, language, gathered))
            .collect();
        Some((original?, translations))
    }
}

fn orphan((language, entry): &(Language, &FoundFile)) -> Diagnostic {
    let tagged = entry.path.len() - language.as_str().len() - ".md".len();
    let original = format!("{}md", &entry.path[..tagged]);
    WORDS.error(
        Code::TranslationOrphan,
        Place::file(&entry.path),
        "translation-orphan",
        &[("original", &original)],
    )
}
