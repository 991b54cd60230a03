//! How words are read, so that a search in kana finds them: `content/readings.yaml`.

use crate::diagnostic::{Code, Message, Refusal};
use std::collections::BTreeMap;

/// Words with their readings.
pub type Readings = BTreeMap<Box<str>, Kana>;

/// A reading in hiragana or katakana.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kana(Box<str>);

impl Kana {
    /// # Errors
    /// A refusal when the text is empty or holds anything but kana, the long sound and spaces.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let is_kana = |character: char| {
            matches!(
                character,
                '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fc}' | ' ' | '　'
            )
        };
        if text.trim().is_empty() || !text.chars().all(is_kana) {
            return Err(Refusal::new(
                Code::ValueReading,
                Message::new(
                    format!("読み「{text}」が仮名ではありません"),
                    format!("the reading `{text}` is not in kana"),
                ),
            )
            .remedy(Message::new(
                "経営: けいえい のように、ひらがなで書いてください",
                "write it in hiragana, such as 経営: けいえい",
            )));
        }
        Ok(Self(text.trim().into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
