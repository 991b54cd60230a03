//! Sentences of koyaku's own, from YAML files that are compiled in: under each key a Japanese and an English
//! one, with `{placeholders}`. No text of a site is among them.

use crate::diagnostic::{Code, Diagnostic, Message, Place, Severity};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Display;

/// The sentences of one file.
pub struct MessageWords(BTreeMap<String, Both>);

/// What stands in the place of each placeholder, by its name.
type Fillings<'f> = [(&'f str, &'f dyn Display)];

#[derive(Deserialize)]
struct Both {
    ja: String,
    en: String,
}

impl MessageWords {
    /// Reads a file that is a part of the program.
    pub fn read(file: &str) -> Self {
        let words = serde_yaml::from_str(file);
        Self(words.expect("a file of the program has both languages under every key"))
    }

    /// The sentences under a key, if it is there.
    pub(crate) fn find(&self, key: &str) -> Option<Message> {
        self.0.get(key).map(|Both { ja, en }| Message::new(ja, en))
    }

    /// Those that the program asks for, with their placeholders filled.
    pub(crate) fn say(&self, key: &str, fillings: &Fillings) -> Message {
        let found = self.0.get(key);
        let Both { ja, en } = found.expect("a file of the program has every key that it asks for");
        Message::new(filled(ja, fillings), filled(en, fillings))
    }

    /// An error with its message under `key` and what to do under `key.remedy`.
    pub(crate) fn error(&self, code: Code, place: Place, key: &str, fillings: &Fillings) -> Diagnostic {
        let remedy = self.say(&format!("{key}.remedy"), fillings);
        Diagnostic::error(code, place, self.say(key, fillings)).remedy(remedy)
    }

    /// The same as a warning.
    pub(crate) fn warning(&self, code: Code, place: Place, key: &str, fillings: &Fillings) -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            ..self.error(code, place, key, fillings)
        }
    }
}

/// A brace that opens no name of a placeholder is text.
fn filled(text: &str, fillings: &Fillings) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let filling = fillings.iter().find_map(|(name, value)| {
            let behind = behind.strip_prefix(name)?.strip_prefix('}')?;
            Some((value.to_string(), behind))
        });
        let (filled, behind) = filling.unwrap_or_else(|| ("{".to_owned(), behind));
        out.push_str(&filled);
        rest = behind;
    }
    out + rest
}
