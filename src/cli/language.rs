//! In which language koyaku speaks to whoever runs it. This is not the language of the site.

use crate::diagnostic::human::Language;
use std::ffi::OsString;

/// `--lang` decides; else the locale of the environment; else Japanese, the language of the cities that
/// publish. The arguments are searched by hand because help texts must be in the right language before they
/// are parsed.
pub fn detect(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let tag = if word == "--lang" {
            words.next()
        } else {
            word.strip_prefix("--lang=")
        };
        match tag {
            Some("en") => return Language::En,
            Some("ja") => return Language::Ja,
            _ => {}
        }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    match locale.as_deref().and_then(|value| value.to_str()) {
        Some(value) if value.starts_with("en") => Language::En,
        _ => Language::Ja,
    }
}
