//! An address on the web that a page may link to.

use crate::diagnostic::{Code, Message, Refusal};

/// An absolute `http` or `https` address without spaces or control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url(Box<str>);

impl Url {
    /// # Errors
    /// A refusal for other schemes, an address without a host, and characters that no address may hold.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let host = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let named =
            host.is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric() || first == '['));
        let clean = !text.contains(|character: char| {
            character.is_whitespace() || character.is_control() || "\"<>\\^`{|}".contains(character)
        });
        if named && clean {
            return Ok(Self(text.into()));
        }
        let message = Message::new(
            format!("「{text}」はウェブの宛先ではありません"),
            format!("`{text}` is not a web address"),
        );
        Err(Refusal::new(Code::ValueUrl, message).remedy(Message::new(
            "https:// で始まる宛先を書いてください",
            "write an address that begins with https://",
        )))
    }

    /// The address as it was written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
