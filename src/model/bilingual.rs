//! Text in one or more languages, and the language tags themselves. Which language comes first is the site's
//! matter.

use crate::diagnostic::{Code, Message, Refusal};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};

/// A BCP 47 language tag of at most eight ASCII characters: `ja`, `en`, `pt`, `ja-easy`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 8]);

/// Text by language. A plain string in a source stands for the site's first language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Box<[(Option<Language>, Box<str>)]>);

impl Language {
    /// `ja`, in which koyaku has texts of its own.
    pub const JAPANESE: Language = Language(*b"ja\0\0\0\0\0\0");
    /// `en`, the other language in which koyaku has texts of its own.
    pub const ENGLISH: Language = Language(*b"en\0\0\0\0\0\0");

    /// # Errors
    /// A refusal when the tag is not two or three letters, with at most one lower-case part behind a hyphen.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let (first, rest) = text
            .split_once('-')
            .map_or((text, None), |(first, rest)| (first, Some(rest)));
        let part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
        if text.len() <= 8 && (2..=3).contains(&first.len()) && part(first) && rest.is_none_or(part) {
            let mut tag = [0; 8];
            tag[..text.len()].copy_from_slice(text.as_bytes());
            return Ok(Self(tag));
        }
        let message = Message::new(
            format!("「{text}」は言語の記号ではありません"),
            format!("`{text}` is not a language tag"),
        );
        Err(Refusal::new(Code::ValueLanguage, message).remedy(Message::new(
            "ja、en、ja-easy のように書いてください",
            "write it like ja, en or ja-easy",
        )))
    }

    /// The tag as sources, file names and addresses write it: `en`, `ja-easy`.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).expect("a tag is made of ASCII letters only")
    }

    /// Whether Japanese rules of typography and wording apply.
    pub fn is_japanese(self) -> bool {
        self.as_str() == "ja" || self.as_str().starts_with("ja-")
    }
}

impl Text {
    /// Text of the site's first language only.
    pub fn plain(text: &str) -> Self {
        Self([(None, text.into())].into())
    }

    /// The text in `language`, where `first` is the site's first language; `None` when it is missing or
    /// empty.
    pub fn get(&self, language: Language, first: Language) -> Option<&str> {
        self.0
            .iter()
            .find(|(tag, text)| tag.unwrap_or(first) == language && !text.is_empty())
            .map(|(_, text)| &**text)
    }

    /// The text in `language` if there is one, else in another language, with the language it is in.
    pub fn best(&self, language: Language, first: Language) -> Option<(Language, &str)> {
        let one = |language: Language| self.get(language, first).map(|text| (language, text));
        let any = || {
            self.0
                .iter()
                .find(|(_, text)| !text.is_empty())
                .map(|(tag, text)| (tag.unwrap_or(first), &**text))
        };
        one(language).or_else(|| one(first)).or_else(any)
    }

    /// The languages in the order in which they were written. `None` is that of a plain string: the
    /// site's first.
    pub fn languages(&self) -> impl Iterator<Item = Option<Language>> + '_ {
        self.0.iter().map(|(tag, _)| *tag)
    }

    /// Whether it says nothing in any language, as an empty cell of a table does.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }

    /// Text with a tag for each language, as koyaku's own words are.
    pub fn in_languages(texts: &[(Language, &str)]) -> Self {
        let texts = texts.iter();
        let texts = texts.map(|(language, text)| (Some(*language), Box::from(*text)));
        Self(texts.collect())
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TextVisitor { may_be_empty: false })
    }
}

/// Reads text from a plain string or a map by language.
pub(super) struct TextVisitor {
    /// Whether `null` and `""` stand for a text that is empty.
    pub may_be_empty: bool,
}

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("text, or a map of text by language")
    }

    fn visit_unit<E: Error>(self) -> Result<Text, E> {
        if self.may_be_empty {
            Ok(Text::default())
        } else {
            Err(E::invalid_type(Unexpected::Unit, &self))
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        if self.may_be_empty && text.is_empty() {
            return Ok(Text::default());
        }
        Ok(Text([(None, words(text)?)].into()))
    }

    fn visit_bool<E: Error>(self, word: bool) -> Result<Text, E> {
        Ok(Text::plain(if word { "true" } else { "false" }))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Text, E> {
        Ok(Text::plain(&number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text::plain(&number.to_string()))
    }

    /// A YAML reader has already lost the last zero of `61.70`, and the record must keep it.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Text, E> {
        let message = Message::new(
            format!("小数 {number} が文の場所に引用符なしで書かれています"),
            format!("the decimal {number} stands unquoted where text belongs"),
        );
        Err(Refusal::new(Code::YamlWrongType, message)
            .remedy(Message::new(
                "印刷どおりの桁を保つため、引用符で囲んでください",
                "put it in quotes, so that its digits stay as printed",
            ))
            .raise())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut texts = Vec::with_capacity(2);
        while let Some(language) = map.next_key::<Language>()? {
            if texts.iter().any(|(known, _)| *known == Some(language)) {
                return Err(A::Error::custom("a language twice"));
            }
            texts.push((Some(language), words(&map.next_value::<String>()?)?));
        }
        if texts.is_empty() {
            return Err(empty_text().raise());
        }
        Ok(Text(texts.into()))
    }
}

/// The words of a text, which says something.
fn words<E: Error>(text: &str) -> Result<Box<str>, E> {
    if text.trim().is_empty() {
        return Err(empty_text().raise());
    }
    Ok(text.trim_end_matches('\n').into())
}

fn empty_text() -> Refusal {
    Refusal::new(Code::ValueEmpty, Message::new("文が空です", "the text is empty")).remedy(Message::new(
        "文を書くか、行ごと消してください（書かれていないことは「不明」として示されます）",
        "write the text, or delete the line: what is not written is shown as unknown",
    ))
}
