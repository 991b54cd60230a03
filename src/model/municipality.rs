//! A city of the site.

use super::walk::{Free, SEALED_LATER, Seal, figure, free_parts, name, ours, parts, title, walk, written};
use super::{Area, Department, Id, Text, reading::of_name};
use crate::diagnostic::{Code, Message, Refusal};
use serde::Deserialize;
use std::sync::Arc;

/// `seeds/<municipality>/municipality.yaml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// What the city is called, with 市, 町 or 村 where its name has it.
    pub name: Text,
    /// The name in kana, for sorting and searching; `None` where it is not known.
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    /// 全国地方公共団体コード, by which data of other publishers name it; `None` where it is not
    /// recorded.
    pub code: Option<AreaCode>,
    /// The prefecture in which it lies; nothing is shown where absent.
    pub prefecture: Option<Text>,
    /// The editors' words about the city; nothing is shown where absent.
    pub description: Option<Text>,
    /// Departments of today and of former years, which commitments name by id.
    #[serde(default)]
    pub departments: Vec<Arc<Department>>,
    /// Districts that commitments name by id.
    #[serde(default)]
    pub areas: Vec<Arc<Area>>,
    /// The documents in the order in which they are shown; others follow by id.
    #[serde(default)]
    pub documents: Vec<Id>,
}

/// 全国地方公共団体コード: five digits and a check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaCode([u8; 6]);

impl AreaCode {
    /// # Errors
    /// A refusal when the text is not six digits, or the sixth does not check the other five
    /// (総務省「全国地方公共団体コード仕様」: weights 6 5 4 3 2, modulus 11, last digit of 11 − remainder).
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let refuse = |ja: String, en: String| {
            Refusal::new(Code::ValueNumber, Message::new(ja, en)).remedy(Message::new(
                "総務省の一覧にある6桁のコードを引用符で囲んで書いてください",
                "write the six digits of the ministry's list, in quotes",
            ))
        };
        let digits: [u8; 6] = text
            .as_bytes()
            .try_into()
            .ok()
            .filter(|digits: &[u8; 6]| digits.iter().all(u8::is_ascii_digit))
            .ok_or_else(|| {
                refuse(
                    format!("団体コード「{text}」は6桁の数字ではありません"),
                    format!("the area code `{text}` is not six digits"),
                )
            })?;
        let sum: u32 = digits[..5]
            .iter()
            .zip((2..=6).rev())
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        let check = (11 - sum % 11) % 10;
        if check == u32::from(digits[5] - b'0') {
            return Ok(Self(digits));
        }
        Err(refuse(
            format!("団体コード「{text}」の検査数字が合いません"),
            format!("the check digit of the area code `{text}` is wrong"),
        ))
    }

    /// The six digits, the check digit among them: `142123`.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("an area code is made of ASCII digits only")
    }
}

written!(AreaCode: |value| value.as_str().to_owned());

walk!(Municipality {
    name: title(SEALED_LATER),
    reading: name(Seal::Free(Free::Reading)),
    code: figure(SEALED_LATER),
    prefecture: name(SEALED_LATER).translated(),
    description: ours(Seal::Free(Free::OurWords)),
    departments: parts(),
    areas: free_parts(Free::District),
    documents: name(Seal::Free(Free::Placement)),
});
