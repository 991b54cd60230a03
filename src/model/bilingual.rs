//! Text in one or more languages, and the language tags themselves. Which language comes first is the site's
//! matter.

use crate::diagnostic::{Code, Message, Refusal};
use icu_locale::{Locale, LocaleDirectionality};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};
use std::num::NonZeroU8;

/// A BCP 47 language tag in its usual letters: `ja`, `pt-BR`, `zh-Hans`, `ja-x-easy`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    letters: [u8; LONGEST],
    length: NonZeroU8,
    is_right_to_left: bool,
}

/// How long a tag may be, so that a language is as small as two numbers.
const LONGEST: usize = 14;

/// Text by language. A plain string in a source stands for the site's first language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Box<[(Option<Language>, Box<str>)]>);

impl Language {
    /// `ja`, in which koyaku has texts of its own.
    pub const JAPANESE: Language = Language::written("ja");
    /// `en`, the other language in which koyaku has texts of its own.
    pub const ENGLISH: Language = Language::written("en");

    /// Which way its lines run, as HTML names it in `dir`: `rtl` or `ltr`, by the script that ICU knows it to
    /// be written in.
    pub(crate) fn direction(self) -> &'static str {
        if self.is_right_to_left { "rtl" } else { "ltr" }
    }

    /// However the tag is written, its language is one: `pt-br` is `pt-BR`.
    ///
    /// # Errors
    /// A refusal when the text is no tag of BCP 47, or is longer than koyaku keeps.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        // Nearly every tag that is read is one of these.
        if let Some(known) = [Self::JAPANESE, Self::ENGLISH]
            .into_iter()
            .find(|known| known.as_str() == text)
        {
            return Ok(known);
        }
        let locale = Locale::try_from_str(text).map_err(|_| no_tag(text, "pt-BR"))?;
        // No language has a longer first part, but many an English word would be one.
        if !(2..=3).contains(&locale.id.language.as_str().len()) || locale.id.language.is_unknown() {
            return Err(no_tag(text, "pt-BR"));
        }
        // Four letters behind a language name its script, and there is none of this name. It is how easy
        // Japanese was written before tags were.
        if locale.id.script.is_some_and(|script| script.as_str() == "Easy") {
            return Err(no_tag(text, &format!("{}-x-easy", locale.id.language)));
        }
        let tag = locale.to_string();
        if tag.len() > LONGEST {
            return Err(too_long(text));
        }
        let is_right_to_left = LocaleDirectionality::new_common().is_right_to_left(&locale.id);
        Ok(Self {
            is_right_to_left,
            ..Self::written(&tag)
        })
    }

    /// A tag as it is, of a language that is written from left to right.
    const fn written(tag: &str) -> Self {
        let mut letters = [0; LONGEST];
        letters.split_at_mut(tag.len()).0.copy_from_slice(tag.as_bytes());
        let length = NonZeroU8::new(tag.len() as u8).expect("a tag is not empty");
        Self {
            letters,
            length,
            is_right_to_left: false,
        }
    }

    /// The tag as sources, file names and addresses write it: `en`, `ja-easy`.
    pub fn as_str(&self) -> &str {
        let letters = &self.letters[..usize::from(self.length.get())];
        std::str::from_utf8(letters).expect("a tag is made of ASCII letters only")
    }

    /// The part of the tag that names the language: `pt` of `pt-BR`.
    pub(crate) fn primary(&self) -> &str {
        self.as_str().split('-').next().unwrap_or_default()
    }

    /// The language of which this one is a kind, by its tag without the last part: `pt` of `pt-BR`, `ja` of
    /// `ja-x-easy`.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.as_str().rsplit_once('-')?;
        Self::parse(parent.strip_suffix("-x").unwrap_or(parent)).ok()
    }

    /// Whether the algorithms for Japanese apply: its phrases, readings, units and eras.
    pub fn is_japanese(self) -> bool {
        self.primary() == "ja"
    }
}

/// What is no tag, with one that is well formed and nearest to it.
fn no_tag(text: &str, like: &str) -> Refusal {
    let message = Message::new(
        format!("「{text}」は言語の記号ではありません"),
        format!("`{text}` is not a language tag"),
    );
    Refusal::new(Code::ValueLanguage, message).remedy(Message::new(
        format!("ja、en、{like} のように、BCP 47 の記号で書いてください"),
        format!("write a tag of BCP 47, like ja, en or {like}"),
    ))
}

fn too_long(text: &str) -> Refusal {
    let message = Message::new(
        format!("言語の記号「{text}」が長すぎます（{LONGEST}字まで）"),
        format!("the language tag `{text}` is too long (at most {LONGEST} characters)"),
    );
    Refusal::new(Code::ValueLanguage, message).remedy(Message::new(
        "地域や私用の部分を短くしてください",
        "shorten its last parts",
    ))
}

impl Text {
    /// Text of the site's first language only.
    pub(crate) fn plain(text: &str) -> Self {
        Self([(None, text.into())].into())
    }

    /// The text in `language`, where `first` is the site's first language; `None` when it is missing or
    /// empty.
    pub(crate) fn get(&self, language: Language, first: Language) -> Option<&str> {
        self.0
            .iter()
            .find(|(tag, text)| tag.unwrap_or(first) == language && !text.is_empty())
            .map(|(_, text)| &**text)
    }

    /// The text in `language` if there is one, else in another language, with the language it is in.
    pub(crate) fn best(&self, language: Language, first: Language) -> Option<(Language, &str)> {
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
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }

    /// Text with a tag for each language, as koyaku's own words are.
    pub(crate) fn in_languages(texts: &[(Language, &str)]) -> Self {
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
