//! In which language koyaku speaks to whoever runs it. This is not the language of the site.

use crate::diagnostic::human::EditorLanguage;
use std::ffi::OsString;

/// What `--lang` says. The arguments are searched by hand because help texts must be in the right language
/// before they are parsed.
pub(crate) fn asked_for(arguments: &[OsString]) -> Option<EditorLanguage> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let tag = if word == "--lang" {
            words.next()
        } else {
            word.strip_prefix("--lang=")
        };
        match tag {
            Some("en") => return Some(EditorLanguage::En),
            Some("ja") => return Some(EditorLanguage::Ja),
            _ => {}
        }
    }
    None
}

/// That of the locale of the environment; else Japanese, the language of the cities that publish.
pub(crate) fn of_environment() -> EditorLanguage {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    match locale.as_deref().and_then(|value| value.to_str()) {
        Some(value) if value.starts_with("en") => EditorLanguage::En,
        _ => EditorLanguage::Ja,
    }
}
