//! Reading texts: encodings, places, front matter and YAML, with the exact words that editors are told.
//! The record of the tests has one field of every kind that koyaku's own records have.

mod doors;
mod encoding;
mod hostile;
mod places;
mod several;
mod syntax;
mod values;

use koyaku::diagnostic::{At, Code, Diagnostic, Message, Refusal};
use koyaku::model::{Deadline, Keyed};
use koyaku::source::yaml::{self, Limits, ParsedYaml};
use koyaku::source::{Source, position};
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::sync::Arc;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    title: Text,
    kind: Option<Kind>,
    official: Option<bool>,
    order: Option<u32>,
    share: Option<f64>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    deadlines: Keyed<String, Deadline>,
    #[serde(default)]
    sections: Vec<Section>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    id: Id,
    heading: Text,
    #[serde(default)]
    sections: Vec<Section>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Manifesto,
    Policies,
}

/// Lower-case ASCII, refused in words of its own.
#[derive(Debug, PartialEq)]
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        {
            return Ok(Self(text));
        }
        let message = Message::new(format!("id「{text}」は使えません"), format!("`{text}` is no id"));
        Err(Refusal::new(Code::ValueId, message)
            .remedy(Message::new("半角で", "use ASCII"))
            .raise())
    }
}

/// One text, or texts by language.
#[derive(Debug, PartialEq)]
enum Text {
    One(String),
    ByLanguage(Vec<(String, String)>),
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("text, or a map of text by language")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::One(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, word: bool) -> Result<Text, E> {
        Ok(Text::One(word.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text::One(number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut texts = Vec::new();
        while let Some(Language(language)) = map.next_key()? {
            if texts.iter().any(|(known, _)| *known == language) {
                return Err(A::Error::custom("a language twice"));
            }
            texts.push((language, map.next_value()?));
        }
        Ok(Text::ByLanguage(texts))
    }
}

struct Language(String);

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(from)?;
        if tag.len() == 2 && tag.is_ascii() {
            return Ok(Self(tag));
        }
        let message = Message::new(
            format!("「{tag}」は言語の記号ではありません"),
            format!("`{tag}` is not a language tag"),
        );
        Err(Refusal::new(Code::ValueLanguage, message).raise())
    }
}

fn source(text: &str) -> Source {
    Source {
        path: Arc::from("seeds/shiomino/plan.yaml"),
        text: text.to_owned(),
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> ParsedYaml<T> {
    yaml::parse(&source(text), 0..text.len(), Limits::RECORD)
}

/// The record, which must read without a word.
fn record(text: &str) -> Record {
    let parsed = parse::<Record>(text);
    assert_eq!(said(text, &parsed.problems), "", "{text}");
    parsed.value.expect("a text without problems has a value")
}

/// What an editor is told about a record.
fn told(text: &str) -> String {
    said(text, &parse::<Record>(text).problems)
}

/// Each problem on its lines: place, code and message, then English, other places and the remedy.
fn said(text: &str, problems: &[Diagnostic]) -> String {
    problems.iter().map(|problem| in_words(text, problem)).collect()
}

fn in_words(text: &str, problem: &Diagnostic) -> String {
    let mut words = format!("{}: {}\n", heading(text, problem), problem.message.ja);
    words += &format!("  {}\n", problem.message.en);
    for (other, message) in &problem.related {
        words += &format!("  {} {} / {}\n", place(text, &other.at), message.ja, message.en);
    }
    if let Some(remedy) = &problem.remedy {
        words += &format!("  → {}\n  → {}\n", remedy.ja, remedy.en);
    }
    words
}

/// Where the problems of a record are, and their codes.
fn places(text: &str) -> Vec<String> {
    parse::<Record>(text)
        .problems
        .iter()
        .map(|problem| heading(text, problem))
        .collect()
}

fn heading(text: &str, problem: &Diagnostic) -> String {
    format!("{} {}", place(text, &problem.place.at), problem.code.name())
}

fn place(text: &str, at: &At) -> String {
    match at {
        At::Span(span) => {
            assert!(
                text.is_char_boundary(span.start) && text.is_char_boundary(span.end),
                "{span:?} cuts a character"
            );
            let start = position(text, span.start);
            format!("{}:{} `{}`", start.line, start.column, &text[span.clone()])
        }
        other => format!("{other:?}"),
    }
}
