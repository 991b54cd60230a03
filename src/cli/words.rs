//! What the command line says of itself in one language: `words.yaml`, by the names of commands and options.

use crate::diagnostic::human::Language;
use crate::model::unique::Keyed;
use crate::source::{self, yaml};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = include_str!("words.yaml");

pub struct Words(BTreeMap<String, String>);

#[derive(Deserialize)]
struct Both {
    ja: String,
    en: String,
}

impl Words {
    pub fn of(language: Language) -> Self {
        let source = source::decode(&"words.yaml".into(), FILE.into()).expect("words.yaml is plain text");
        let read: yaml::Parsed<Keyed<String, Both>> =
            yaml::parse(&source, 0..source.text.len(), yaml::Limits::RECORD);
        let words = read.value.expect("words.yaml has both languages of every text").0;
        let said = words
            .into_iter()
            .map(|(key, Both { ja, en })| (key, language.choose(ja, en)));
        Self(said.collect())
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Words that every version of the program has.
    pub fn say(&self, key: &str) -> String {
        self.get(key)
            .unwrap_or_else(|| panic!("words.yaml has no `{key}`"))
            .to_owned()
    }
}
