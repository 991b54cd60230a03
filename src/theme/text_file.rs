//! Reads `text/<language>.yaml`: a map of texts, or of groups of texts, to one level.

use crate::diagnostic::{Code, Diagnostic, Path, Place};
use crate::model::Keyed;
use crate::site::ThemeFile;
use crate::source;
use crate::source::yaml::Limits;
use crate::theme::plurals::PluralCategory;
use crate::theme::texts::{TextEntries, TextEntry};
use crate::theme::{Phrase, WORDS};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads a file of texts, laid key by key over the built-in one where there is one. `None` when it cannot be
/// read at all.
pub(crate) fn read(file: &ThemeFile, problems: &mut Vec<Diagnostic>) -> Option<TextEntries> {
    let below = file
        .over
        .as_ref()
        .and_then(|over| entries(&file.file, over, problems));
    let own = entries(&file.file, &file.content, problems)?;
    Some(laid(below.into_iter().chain([own])))
}

/// Texts laid key by key over those before them.
pub(crate) fn laid(layers: impl Iterator<Item = TextEntries>) -> TextEntries {
    let mut all = TextEntries::new();
    for (key, own) in layers.flatten() {
        match (all.get_mut(&key), own) {
            (Some(TextEntry::Group(texts)), TextEntry::Group(own)) => texts.extend(own),
            (_, own) => {
                all.insert(key, own);
            }
        }
    }
    all
}

fn entries(file: &Arc<str>, content: &[u8], problems: &mut Vec<Diagnostic>) -> Option<TextEntries> {
    let source = source::decode(file, content.to_vec())
        .map_err(|found| problems.extend(found))
        .ok()?;
    let parsed = source::yaml::parse::<Keyed<Box<str>, Raw>>(&source, 0..source.text.len(), Limits::RECORD);
    problems.extend(parsed.problems);
    let mut entries = TextEntries::new();
    for (key, raw) in parsed.value?.0 {
        match entry(raw) {
            Some(entry) => {
                entries.insert(key, entry);
            }
            None => problems.push(too_deep(file, &key)),
        }
    }
    Some(entries)
}

/// What stands in the file, to any depth.
enum Raw {
    Text(Box<str>),
    Group(BTreeMap<Box<str>, Raw>),
}

fn entry(raw: Raw) -> Option<TextEntry> {
    match phrase(raw) {
        Ok(phrase) => Some(TextEntry::Text(phrase)),
        Err(group) => {
            let texts = group.into_iter().map(|(key, raw)| Some((key, phrase(raw).ok()?)));
            Some(TextEntry::Group(texts.collect::<Option<_>>()?))
        }
    }
}

/// A text, or a group of nothing but plural forms, which is one text that counts; else the group as it is.
fn phrase(raw: Raw) -> Result<Phrase, BTreeMap<Box<str>, Raw>> {
    let group = match raw {
        Raw::Text(text) => return Ok(Phrase::Plain(text)),
        Raw::Group(group) => group,
    };
    let forms = group.iter().map(|(key, raw)| match raw {
        Raw::Text(text) => Some((PluralCategory::get_for_cldr_string(key)?, text.clone())),
        Raw::Group(_) => None,
    });
    match forms.collect::<Option<BTreeMap<_, _>>>() {
        Some(forms) if !forms.is_empty() => Ok(Phrase::Counted(forms)),
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
