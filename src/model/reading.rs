//! How words are read, so that a search in kana finds them: `content/readings.yaml`.

use crate::diagnostic::{Code, Message, Refusal, refuse_quotes};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Words with their readings.
pub(crate) type Readings = BTreeMap<Box<str>, Kana>;

/// A reading in hiragana or katakana.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kana(Box<str>);

impl Kana {
    /// # Errors
    /// A refusal when the text is empty or holds anything but kana, the long sound and spaces.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        refuse_half_width(text)?;
        let is_kana = |character: char| {
            matches!(
                character,
                '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fc}' | ' ' | '　'
            )
        };
        if text.trim().is_empty() || !text.chars().all(is_kana) {
            let message = Message::new(
                format!("読み「{text}」が仮名ではありません"),
                format!("the reading `{text}` is not in kana"),
            );
            return Err(Refusal::new(Code::ValueReading, message).remedy(Message::new(
                "経営: けいえい のように、ひらがなで書いてください",
                "write it in hiragana, such as 経営: けいえい",
            )));
        }
        Ok(Self(text.trim().into()))
    }

    /// The reading as it was written, in full-width kana.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads how a name is read, as it is written.
///
/// # Errors
/// A refusal of half-width kana, which neither a search nor the order of a list finds, and of quotes.
pub(crate) fn of_name<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Box<str>>, D::Error> {
    let reading = Option::<Box<str>>::deserialize(from)?;
    if let Some(reading) = &reading {
        let refusal = refuse_half_width(reading)
            .err()
            .or_else(|| refuse_quotes(reading));
        refusal.map_or(Ok(()), |refusal| Err(refusal.raise()))?;
    }
    Ok(reading)
}

fn refuse_half_width(text: &str) -> Result<(), Refusal> {
    if !text.contains(|character| matches!(character, '\u{ff66}'..='\u{ff9f}')) {
        return Ok(());
    }
    let wide: String = text.trim().nfkc().collect();
    let message = Message::new(
        format!("読み「{text}」が半角の仮名です"),
        format!("the reading `{text}` is in half-width kana"),
    );
    Err(Refusal::new(Code::ValueReading, message).remedy(Message::new(
        format!("全角で書いてください → {wide}"),
        format!("write it in full width → {wide}"),
    )))
}
