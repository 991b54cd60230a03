//! The scale of a site that brings none: its words stand in the texts of the theme, where every language says
//! them in its own. What the words demand of a report is the matter of the model.

use crate::model::{BUILT_IN_SCALE, Id, Language, Status, Text};
use crate::site::{ThemeFile, ThemeFiles};
use crate::source::{self, yaml::Limits};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The built-in scale in the languages of a site and in those of koyaku's own messages. That a word is
/// missing is told where the texts are checked.
pub(crate) fn built_in(files: &ThemeFiles, languages: &[Language]) -> Vec<Status> {
    let mut all = vec![Language::JAPANESE, Language::ENGLISH];
    all.extend(languages);
    all.sort_unstable();
    all.dedup();
    // Japanese stands first, as everywhere.
    all.sort_by_key(|language| *language != Language::JAPANESE);
    let words: Vec<_> = all
        .into_iter()
        .map(|language| (language, words_in(files, language)))
        .collect();
    let statuses = BUILT_IN_SCALE.iter().map(|built_in| {
        let key = built_in.id.replace('-', "_");
        let labels: Vec<(Language, &str)> = words
            .iter()
            .filter_map(|(language, words)| Some((*language, &**words.get(&*key)?)))
            .collect();
        Status {
            id: Id::parse(built_in.id).expect("the ids of the built-in scale are well formed"),
            label: Text::in_languages(&labels),
            family: built_in.family,
            requires: built_in.requires.to_vec(),
            from: None,
            to: None,
        }
    });
    statuses.collect()
}

/// The words in a language, over those of the language of which it is a kind.
fn words_in(files: &ThemeFiles, language: Language) -> BTreeMap<Box<str>, Box<str>> {
    let mut words = language
        .parent()
        .map_or_else(BTreeMap::new, |parent| words_in(files, parent));
    let path = format!("text/{}.yaml", language.as_str());
    if let Some(ThemeFile { file, content, over }) = files.files.get(path.as_str()) {
        let layers = over.iter().chain([content]);
        words.extend(layers.flat_map(|content| read(file, content)));
    }
    words
}

/// The words of one file; none where it cannot be read, which is told where all of it is.
fn read(file: &std::sync::Arc<str>, content: &[u8]) -> BTreeMap<Box<str>, Box<str>> {
    #[derive(Deserialize)]
    struct ScaleWords {
        #[serde(default)]
        scale: BTreeMap<Box<str>, Box<str>>,
    }
    let Ok(source) = source::decode(file, content.to_vec()) else {
        return BTreeMap::new();
    };
    let parsed = source::yaml::parse::<ScaleWords>(&source, 0..source.text.len(), Limits::RECORD);
    parsed.value.map_or_else(BTreeMap::new, |texts| texts.scale)
}
