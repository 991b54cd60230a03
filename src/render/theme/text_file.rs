//! Reads `text/<language>.yaml`: a map of texts, or of groups of texts, to one level.

use super::WORDS;
use super::texts::{Phrase, TextEntry, Texts};
use crate::diagnostic::{Code, Diagnostic, Path, Place};
use crate::model::{Keyed, Language};
use crate::site::ThemeFile;
use crate::source;
use crate::source::yaml::Limits;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads a file of texts. `None` when it cannot be read at all.
pub fn read(file: &ThemeFile, language: Language, problems: &mut Vec<Diagnostic>) -> Option<Texts> {
    let source = source::decode(&file.file, file.content.to_vec())
        .map_err(|found| problems.extend(found))
        .ok()?;
    let parsed = source::yaml::parse::<Keyed<Box<str>, Raw>>(&source, 0..source.text.len(), Limits::RECORD);
    problems.extend(parsed.problems);
    let mut entries = BTreeMap::new();
    for (key, raw) in parsed.value?.0 {
        match entry(raw) {
            Some(entry) => {
                entries.insert(key, entry);
            }
            None => problems.push(too_deep(&file.file, &key)),
        }
    }
    Some(Texts {
        language,
        file: file.file.clone(),
        entries,
    })
}

/// What stands in the file, to any depth.
enum Raw {
    Text(Box<str>),
    Group(BTreeMap<Box<str>, Raw>),
}

fn entry(raw: Raw) -> Option<TextEntry> {
    match raw {
        Raw::Text(text) => Some(TextEntry::Text(Phrase::Plain(text))),
        Raw::Group(group) => match counted(group) {
            Ok(phrase) => Some(TextEntry::Text(phrase)),
            Err(group) => {
                let mut texts = BTreeMap::new();
                for (key, raw) in group {
                    let phrase = match raw {
                        Raw::Text(text) => Phrase::Plain(text),
                        Raw::Group(inner) => counted(inner).ok()?,
                    };
                    texts.insert(key, phrase);
                }
                Some(TextEntry::Group(texts))
            }
        },
    }
}

/// A group of exactly `one` and `other` is one text that counts.
fn counted(mut group: BTreeMap<Box<str>, Raw>) -> Result<Phrase, BTreeMap<Box<str>, Raw>> {
    if group.len() != 2
        || !matches!(
            (group.get("one"), group.get("other")),
            (Some(Raw::Text(_)), Some(Raw::Text(_)))
        )
    {
        return Err(group);
    }
    match (group.remove("one"), group.remove("other")) {
        (Some(Raw::Text(one)), Some(Raw::Text(other))) => Ok(Phrase::Counted { one, other }),
        _ => Err(group),
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text, or a group of texts")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.trim_end_matches('\n').into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Raw, A::Error> {
        Keyed::deserialize(MapAccessDeserializer::new(map)).map(|Keyed(group)| Raw::Group(group))
    }
}

fn too_deep(file: &Arc<str>, key: &str) -> Diagnostic {
    let place = Place::yaml(file, Path::default().entry(key));
    WORDS.error(Code::ThemeText, place, "text-deep", &[("key", &key)])
}
