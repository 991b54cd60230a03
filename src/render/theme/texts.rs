//! The words of a theme in one language: `text/<language>.yaml`, flat or in one level of groups.

use super::keys;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::bilingual::Language;
use crate::render::format;
use crate::site::ThemeFile;
use crate::source::{self, yaml::Limits};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use tera::Value;

/// All texts of a language.
#[derive(Debug)]
pub struct Texts {
    pub language: Language,
    pub file: Arc<str>,
    entries: BTreeMap<Box<str>, Entry>,
}

/// A text, or a group of texts.
#[derive(Debug)]
pub enum Entry {
    Text(Phrase),
    Group(BTreeMap<Box<str>, Phrase>),
}

/// A sentence with `{placeholders}`; where it counts something, in two forms.
#[derive(Debug)]
pub enum Phrase {
    Plain(Box<str>),
    Counted { one: Box<str>, other: Box<str> },
}

/// A value for a placeholder.
#[derive(Debug, Clone, Copy)]
pub enum Filling<'a> {
    Text(&'a str),
    Number(u64),
}

impl Texts {
    /// Reads a file of texts. `None` when it cannot be read at all.
    pub fn read(file: &ThemeFile, language: Language, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let source = source::decode(&file.file, file.content.to_vec()).map_err(|found| problems.extend(found)).ok()?;
        let parsed = source::yaml::parse::<BTreeMap<Box<str>, Raw>>(&source, 0..source.text.len(), Limits::RECORD);
        problems.extend(parsed.problems);
        let mut entries = BTreeMap::new();
        for (key, raw) in parsed.value? {
            match entry(raw) {
                Some(entry) => {
                    entries.insert(key, entry);
                }
                None => problems.push(too_deep(&file.file, &key)),
            }
        }
        Some(Self { language, file: file.file.clone(), entries })
    }

    /// The tag of the language, as long as the texts live.
    pub fn language_tag(&self) -> &str {
        self.language.as_str()
    }

    /// The text under `key`, or under `group.key`.
    pub fn phrase(&self, key: &str) -> Option<&Phrase> {
        match key.split_once('.') {
            None => match self.entries.get(key)? {
                Entry::Text(phrase) => Some(phrase),
                Entry::Group(_) => None,
            },
            Some((group, key)) => self.in_group(group, key),
        }
    }

    /// Whether a template may ask for `t.<path>`: a text, or a group as a whole.
    pub fn holds(&self, path: &str) -> bool {
        self.phrase(path).is_some() || matches!(self.entries.get(path), Some(Entry::Group(_)))
    }

    /// A word that render itself asks for. `compile` refuses a theme in which one is missing.
    pub fn word(&self, key: &str) -> &str {
        self.phrase(key).and_then(Phrase::plain).expect("compile has checked every key of `keys::ALL`")
    }

    /// A word of a group by the name of a choice, such as `carry-out`.
    pub fn choice(&self, group: &str, choice: &str) -> &str {
        self.in_group(group, choice).and_then(Phrase::plain).expect("compile has checked every key of `keys::ALL`")
    }

    /// A sentence that render itself asks for, with its placeholders filled.
    pub fn fill(&self, key: &str, fillings: &[(&str, Filling)]) -> String {
        let phrase = self.phrase(key).expect("compile has checked every key of `keys::ALL`");
        let n = fillings.iter().find_map(|(name, filling)| match filling {
            Filling::Number(number) if *name == "n" => Some(*number),
            _ => None,
        });
        let mut out = String::new();
        for piece in pieces(phrase.for_count(n)) {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Placeholder(name) => match fillings.iter().find(|(known, _)| *known == name) {
                    Some((_, Filling::Text(text))) => out.push_str(text),
                    Some((_, Filling::Number(number))) => out.push_str(&format::count(*number)),
                    None => write!(out, "{{{name}}}").expect("writing into a string cannot fail"),
                },
            }
        }
        out
    }

    /// The texts as templates take them, under `t`.
    pub fn value(&self) -> Value {
        let group = |texts: &BTreeMap<Box<str>, Phrase>| Value::from(texts.iter().map(|(key, phrase)| (key.to_string(), phrase.value())).collect::<BTreeMap<_, _>>());
        let entries = self.entries.iter().map(|(key, entry)| match entry {
            Entry::Text(phrase) => (key.to_string(), phrase.value()),
            Entry::Group(texts) => (key.to_string(), group(texts)),
        });
        Value::from(entries.collect::<BTreeMap<_, _>>())
    }

    /// Every key with its text.
    pub fn all(&self) -> impl Iterator<Item = (String, &Phrase)> {
        self.entries.iter().flat_map(|(key, entry)| {
            let own = match entry {
                Entry::Text(phrase) => vec![(key.to_string(), phrase)],
                Entry::Group(group) => group.iter().map(|(name, phrase)| (format!("{key}.{name}"), phrase)).collect(),
            };
            own.into_iter()
        })
    }

    fn in_group(&self, group: &str, key: &str) -> Option<&Phrase> {
        match self.entries.get(group)? {
            Entry::Group(texts) if key.contains('-') => texts.get(key.replace('-', "_").as_str()),
            Entry::Group(texts) => texts.get(key),
            Entry::Text(_) => None,
        }
    }
}

impl Phrase {
    /// The form for `n` things. Without a number, the general form.
    pub fn for_count(&self, n: Option<u64>) -> &str {
        match self {
            Phrase::Plain(text) => text,
            Phrase::Counted { one, .. } if n == Some(1) => one,
            Phrase::Counted { other, .. } => other,
        }
    }

    /// The names of all placeholders, sorted.
    pub fn placeholders(&self) -> Vec<&str> {
        let texts = match self {
            Phrase::Plain(text) => [&**text, ""],
            Phrase::Counted { one, other } => [&**one, other],
        };
        let mut names: Vec<&str> = texts
            .into_iter()
            .flat_map(pieces)
            .filter_map(|piece| match piece {
                Piece::Placeholder(name) => Some(name),
                Piece::Text(_) => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn value(&self) -> Value {
        match self {
            Phrase::Plain(text) => Value::normal_string(text),
            Phrase::Counted { one, other } => Value::from(BTreeMap::from([
                ("one".to_owned(), Value::normal_string(one)),
                ("other".to_owned(), Value::normal_string(other)),
            ])),
        }
    }

    fn plain(&self) -> Option<&str> {
        match self {
            Phrase::Plain(text) => Some(text),
            Phrase::Counted { .. } => None,
        }
    }
}

/// Reports where the texts of a theme do not fit together: keys or placeholders that differ between two languages, and
/// keys that render asks for but nobody wrote.
pub fn check(all: &[Texts], problems: &mut Vec<Diagnostic>) {
    for texts in all {
        for key in keys::ALL {
            match texts.phrase(key.name) {
                None => problems.push(missing(texts, key.name)),
                Some(Phrase::Counted { .. }) if !key.placeholders.contains(&"n") => problems.push(not_counted(texts, key.name)),
                Some(phrase) => {
                    for name in phrase.placeholders().into_iter().filter(|name| !key.placeholders.contains(name)) {
                        problems.push(unknown_placeholder(texts, key.name, name));
                    }
                }
            }
        }
    }
    let Some((first, others)) = all.split_first() else { return };
    for other in others {
        for (one, two) in [(first, other), (other, first)] {
            for (key, phrase) in one.all().filter(|(key, _)| !keys::ALL.iter().any(|known| known.name == key)) {
                match two.phrase(&key) {
                    None => problems.push(missing(two, &key)),
                    // Each pair is compared once, from its first side.
                    Some(same) if std::ptr::eq(one, first) && same.placeholders() != phrase.placeholders() => {
                        problems.push(placeholders_differ((one, two), &key));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

/// A part of a sentence.
pub enum Piece<'a> {
    Text(&'a str),
    Placeholder(&'a str),
}

/// Splits a sentence at its `{placeholders}`. A brace that opens no name is text.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let found = rest.char_indices().filter(|(_, character)| *character == '{').find_map(|(open, _)| {
            let close = open + rest[open..].find('}')?;
            let name = &rest[open + 1..close];
            let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            is_name.then_some((open, close, name))
        });
        match found {
            Some((0, close, name)) => {
                rest = &rest[close + 1..];
                Some(Piece::Placeholder(name))
            }
            Some((open, _, _)) => {
                let (text, tail) = rest.split_at(open);
                rest = tail;
                Some(Piece::Text(text))
            }
            None => Some(Piece::Text(std::mem::take(&mut rest))),
        }
    })
}

/// What stands in the file, to any depth.
enum Raw {
    Text(Box<str>),
    Group(BTreeMap<Box<str>, Raw>),
}

fn entry(raw: Raw) -> Option<Entry> {
    match raw {
        Raw::Text(text) => Some(Entry::Text(Phrase::Plain(text))),
        Raw::Group(group) => match counted(group) {
            Ok(phrase) => Some(Entry::Text(phrase)),
            Err(group) => {
                let mut texts = BTreeMap::new();
                for (key, raw) in group {
                    let phrase = match raw {
                        Raw::Text(text) => Phrase::Plain(text),
                        Raw::Group(inner) => counted(inner).ok()?,
                    };
                    texts.insert(key, phrase);
                }
                Some(Entry::Group(texts))
            }
        },
    }
}

/// A group of exactly `one` and `other` is one text that counts.
fn counted(mut group: BTreeMap<Box<str>, Raw>) -> Result<Phrase, BTreeMap<Box<str>, Raw>> {
    if group.len() != 2 || !matches!((group.get("one"), group.get("other")), (Some(Raw::Text(_)), Some(Raw::Text(_)))) {
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

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut group = BTreeMap::new();
        while let Some((key, value)) = map.next_entry::<Box<str>, Raw>()? {
            group.insert(key, value);
        }
        Ok(Raw::Group(group))
    }
}

fn missing(texts: &Texts, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        Place::file(&texts.file),
        Message::new(format!("テーマの文言「{key}」がありません"), format!("the theme's texts lack `{key}`")),
    )
    .remedy(Message::new("すべての言語のファイルに同じキーを書いてください", "write the same keys in the file of every language"))
}

fn not_counted(texts: &Texts, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        Place::yaml(&texts.file, key),
        Message::new(
            format!("文言「{key}」は数を伴わないため、one と other に分けられません"),
            format!("`{key}` counts nothing, so it cannot have `one` and `other`"),
        ),
    )
    .remedy(Message::new("一つの文で書いてください", "write it as one text"))
}

fn unknown_placeholder(texts: &Texts, key: &str, name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        Place::yaml(&texts.file, key),
        Message::new(format!("文言「{key}」では {{{name}}} を使えません"), format!("`{key}` has no value for `{{{name}}}`")),
    )
    .remedy(Message::new("{ } の中の名前を確かめてください", "check the name between the braces"))
}

fn placeholders_differ((one, two): (&Texts, &Texts), key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        Place::yaml(&two.file, key),
        Message::new(
            format!("文言「{key}」の {{ }} の名前が言語によって違います"),
            format!("the placeholders of `{key}` differ between the languages"),
        ),
    )
    .also(Place::yaml(&one.file, key), Message::new("もう一つの言語はここです", "the other language is here"))
    .remedy(Message::new("どの言語にも同じ名前を書いてください", "use the same names in every language"))
}

fn too_deep(file: &Arc<str>, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        Place::yaml(file, key),
        Message::new(format!("文言「{key}」の下が深すぎます"), format!("the texts under `{key}` nest too deeply")),
    )
    .remedy(Message::new("まとまり（group）は1段までにしてください", "use at most one level of groups"))
}
