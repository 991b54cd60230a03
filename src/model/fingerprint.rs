//! What a translation was made from: the fingerprint of the original's words, by which it is seen that these
//! have changed since.

use super::walk::{Field, Leaf, TranslatedWhere, Visitor, Walk, written};
use crate::diagnostic::{Code, Message, Path, Refusal};
use std::fmt;

/// The first eight bytes of the BLAKE3 hash of a file's translatable words, written `b3-` and 16 digits. They
/// tell one version of a text from another; nobody gains by forging them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 8]);

impl Fingerprint {
    /// The fingerprint of front matter and body. Line ends and the space around the body do not count.
    pub fn from_words(head: &impl Walk, body: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        let body = body.replace("\r\n", "\n");
        let mut words = TranslatedWords(Vec::new());
        head.walk(&mut Path::default(), &mut words);
        for part in words.0.into_iter().chain([Some(body.trim())]) {
            // Lengths keep the parts apart: no two lists of texts come to the same bytes.
            hasher.update(&part.map_or(u64::MAX, |part| part.len() as u64).to_le_bytes());
            hasher.update(part.unwrap_or_default().as_bytes());
        }
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        Self(first)
    }

    /// # Errors
    /// A refusal when the text is not `b3-` with 16 hexadecimal digits.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let refuse = || {
            let message = Message::new(
                format!("「{text}」は原文の版の記録ではありません"),
                format!("`{text}` does not record the version of an original"),
            );
            Refusal::new(Code::YamlWrongType, message).remedy(Message::new(
                "手では書かず、原文と訳を見比べたあとで koyaku translated <ファイル> を実行してください",
                "do not write it by hand: compare both texts, then run koyaku translated <file>",
            ))
        };
        let digits = text
            .strip_prefix("b3-")
            .filter(|digits| digits.len() == 16 && digits.is_ascii())
            .ok_or_else(refuse)?;
        let number = u64::from_str_radix(digits, 16).map_err(|_| refuse())?;
        Ok(Self(number.to_be_bytes()))
    }
}

/// The words of front matter that a translation translates, always in the same order; a field without any has
/// its place.
struct TranslatedWords<'a>(Vec<Option<&'a str>>);

impl<'a> Visitor<'a> for TranslatedWords<'a> {
    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, _: &Path) {
        if let (TranslatedWhere::ByFile, Leaf::Words(words)) = (field.meaning.translated, leaf) {
            self.0.push(Some(words));
        }
    }

    fn absent(&mut self, field: &'static Field, _: &Path) {
        if field.meaning.translated == TranslatedWhere::ByFile {
            self.0.push(None);
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b3-{:016x}", u64::from_be_bytes(self.0))
    }
}

written!(Fingerprint: |value| value.to_string());
