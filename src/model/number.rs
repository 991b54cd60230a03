//! Numbers as editors type them: digits, full-width digits accepted, kept to the last printed digit.

use crate::diagnostic::{Code, Message, Refusal, refuse_quotes};
use crate::numerals::digits::folded_in_figure;
use serde::{Deserialize, Deserializer};

/// A decimal number that remembers how many digits it was written with: `69.0` stays `69.0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure(Box<str>);

/// A whole number of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u64);

impl Figure {
    /// # Errors
    /// A refusal for commas, units, 億 and anything else that is not one decimal number.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let folded = fold(text);
        if is_figure(&folded) {
            Ok(Self(folded.into()))
        } else {
            Err(refuse(text, &folded))
        }
    }

    /// The digits as they were written, in ASCII, with sign and point: `69.0`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Count {
    /// # Errors
    /// A refusal for anything but a whole number that is not negative.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let folded = fold(text);
        let digits = !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit());
        let count = folded.parse().ok().filter(|_| digits);
        count.map(Self).ok_or_else(|| refuse(text, &folded))
    }
}

/// Reads a number as a document prints it, such as 1-2.
///
/// # Errors
/// A refusal of quotes that only a word processor can have put around it.
pub(crate) fn unquoted<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Box<str>>, D::Error> {
    let number = Option::<Box<str>>::deserialize(from)?;
    let quoted = number.as_deref().and_then(refuse_quotes);
    quoted.map_or(Ok(number), |refusal| Err(refusal.raise()))
}

/// Full-width digits, sign and point become the ASCII ones; nothing else changes.
fn fold(text: &str) -> String {
    let text = text.trim().replace('＋', "+");
    text.chars().map(folded_in_figure).collect()
}

/// Whether a folded text is one decimal number: an optional sign, digits, and digits behind a point if there
/// is one.
fn is_figure(folded: &str) -> bool {
    let digits = folded.strip_prefix(['-', '+']).unwrap_or(folded);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    folded.len() <= 24 && number(whole) && number(part)
}

fn refuse(text: &str, folded: &str) -> Refusal {
    let message = Message::new(
        format!("「{text}」は数値ではありません"),
        format!("`{text}` is not a number"),
    );
    let kept: String = folded
        .chars()
        .filter(|character| character.is_ascii_digit() || matches!(character, '.' | '-'))
        .collect();
    // 億 and 万 would change the value if they were merely left out, so no ready answer is offered for them.
    let plain_cut = !folded.contains(['億', '万', '兆', '千']) && is_figure(&kept) && kept != folded;
    Refusal::new(Code::ValueNumber, message).remedy(if plain_cut {
        Message::new(
            format!("数字だけで書いてください → {kept}"),
            format!("write digits only → {kept}"),
        )
    } else {
        Message::new(
            "桁区切りや単位を付けず、数字だけで書いてください",
            "write digits only, without separators or units",
        )
    })
}
