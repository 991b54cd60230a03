//! A value that its own type refuses while a record is being read, before the file and line are known.
//! serde carries only text through its errors, so a refusal is written into that text and read back from it.

use super::{Code, Message};

/// Why a value is not accepted, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: Code,
    pub message: Message,
    pub remedy: Option<Message>,
}

/// A control character that decoded sources cannot contain, so no value can forge a field boundary.
const BOUNDARY: char = '\u{1f}';

impl Refusal {
    pub fn new(code: Code, message: Message) -> Self {
        Self {
            code,
            message,
            remedy: None,
        }
    }

    pub fn remedy(mut self, remedy: Message) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Reads back what `Display` wrote, wherever a YAML library has put it into its own sentence.
    pub fn from_error_text(text: &str) -> Option<Self> {
        let mut fields = text.split(BOUNDARY).skip(1);
        let code = Code::from_name(fields.next()?)?;
        let message = Message::new(fields.next()?, fields.next()?);
        let remedy = Message::new(fields.next()?, fields.next()?);
        let remedy = (!remedy.ja.is_empty()).then_some(remedy);
        Some(Self {
            code,
            message,
            remedy,
        })
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (ja, en) = self
            .remedy
            .as_ref()
            .map_or(("", ""), |remedy| (&remedy.ja, &remedy.en));
        let Message {
            ja: message_ja,
            en: message_en,
        } = &self.message;
        let code = self.code.name();
        for part in [code, message_ja, message_en, ja, en] {
            write!(f, "{BOUNDARY}{part}")?;
        }
        write!(f, "{BOUNDARY}")
    }
}

impl std::error::Error for Refusal {}
