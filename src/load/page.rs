//! Reads a plain page with its translations.

use super::content::Bundle;
use super::gathered::Gathered;
use super::markdown;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::site::{MarkdownFile, PageFile};
use serde::de::DeserializeOwned;

pub fn load(address: Box<str>, bundle: &Bundle, gathered: &mut Gathered) -> Option<PageFile> {
    let original = original(bundle, gathered);
    let translations = translations(bundle, gathered);
    Some(PageFile {
        address,
        original: original?,
        translations,
    })
}

/// The file in the site's first language, without which a translation has nothing to translate.
pub fn original<Head: DeserializeOwned>(
    bundle: &Bundle,
    gathered: &mut Gathered,
) -> Option<MarkdownFile<Head>> {
    if let Some(entry) = bundle.original {
        return markdown::read(entry, bundle.first, gathered);
    }
    for (language, entry) in &bundle.translations {
        let original = entry.path.replace(&format!(".{}.md", language.as_str()), ".md");
        gathered.push(
            Diagnostic::error(
                Code::TranslationOrphan,
                Place::file(&entry.path),
                Message::new(
                    format!("翻訳のもとになる {original} がありません"),
                    format!("there is no {original} that this could translate"),
                ),
            )
            .remedy(Message::new(
                "原文のファイルを作るか、ファイル名を直してください",
                "write the original, or mend the name",
            )),
        );
    }
    None
}

pub fn translations<Head: DeserializeOwned>(
    bundle: &Bundle,
    gathered: &mut Gathered,
) -> Vec<MarkdownFile<Head>> {
    bundle
        .translations
        .iter()
        .filter_map(|&(language, entry)| markdown::read(entry, language, gathered))
        .collect()
}
