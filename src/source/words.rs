//! Sentences of koyaku's own, from YAML files that are compiled in: under each key a Japanese and an English
//! one, with `{placeholders}`. No text of a site is among them.

use super::Source;
use super::yaml::{self, Limits, Parsed};
use crate::diagnostic::Message;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The sentences of one file.
pub struct Words(BTreeMap<String, Both>);

#[derive(Deserialize)]
struct Both {
    ja: String,
    en: String,
}

impl Words {
    /// Reads a file that is a part of the program.
    pub fn read(file: &str) -> Self {
        // It is not decoded as the sources of a site are, which may not hold the sign � that one sentence shows.
        let source = Source {
            path: "words".into(),
            text: file.to_owned(),
        };
        let parsed: Parsed<_> = yaml::parse(&source, 0..source.text.len(), Limits::RECORD);
        let words = parsed.value;
        Self(words.expect("a file of the program has both languages under every key"))
    }

    /// The sentences under a key, if it is there.
    pub fn find(&self, key: &str) -> Option<Message> {
        self.0.get(key).map(|Both { ja, en }| Message::new(ja, en))
    }

    /// Those that the program asks for, with their placeholders filled.
    pub fn say(&self, key: &str, fillings: &[(&str, &str)]) -> Message {
        let found = self.find(key);
        let mut message = found.expect("a file of the program has every key that it asks for");
        for (name, value) in fillings {
            let name = format!("{{{name}}}");
            message.ja = message.ja.replace(&name, value);
            message.en = message.en.replace(&name, value);
        }
        message
    }
}
