//! Why a tree does not read as a value, before it is put into words. serde speaks of types; this keeps what
//! was found and what was expected apart, so that editors can be told in theirs.

use crate::diagnostic::Refusal;
use serde::de::{self, Expected, Unexpected};
use std::fmt::Display;

/// One error, with the way to its place from the inside out.
#[derive(Debug)]
pub(super) struct Failure {
    pub path: Vec<NodeStep>,
    pub cause: Box<Cause>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeStep {
    /// The item of a list.
    Item(usize),
    /// The value of a group's entry.
    Value(usize),
    /// The key of a group's entry.
    Key(usize),
}

#[derive(Debug)]
pub(super) enum Cause {
    UnknownKey {
        name: String,
        known: &'static [&'static str],
    },
    MissingKey(&'static str),
    UnknownChoice {
        word: String,
        choices: &'static [&'static str],
    },
    WrongKind {
        found: Found,
        expected: Wanted,
    },
    OutOfRange {
        number: String,
    },
    WrongLength,
    Refused(Refusal),
    Other(String),
}

/// What stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    Text(String),
    List,
    Group,
}

/// What should stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    Text,
    WholeNumber,
    Number,
    TrueOrFalse,
    List,
    Group,
    Choice,
    Nothing,
    /// In the words of whoever reads it.
    Other(String),
}

impl Failure {
    pub(crate) fn new(cause: Cause) -> Self {
        Self {
            path: Vec::new(),
            cause: Box::new(cause),
        }
    }

    pub(crate) fn within(mut self, step: NodeStep) -> Self {
        self.path.push(step);
        self
    }
}

impl Found {
    fn from_serde(found: Unexpected<'_>) -> Self {
        match found {
            Unexpected::Unit | Unexpected::Option => Found::Nothing,
            Unexpected::Seq => Found::List,
            Unexpected::Map => Found::Group,
            Unexpected::Bool(word) => Found::Text(word.to_string()),
            Unexpected::Unsigned(number) => Found::Text(number.to_string()),
            Unexpected::Signed(number) => Found::Text(number.to_string()),
            Unexpected::Float(number) => Found::Text(number.to_string()),
            Unexpected::Char(character) => Found::Text(character.to_string()),
            Unexpected::Str(text) => Found::Text(text.to_owned()),
            other => Found::Text(other.to_string()),
        }
    }
}

impl Wanted {
    /// serde's names for the types that it reads itself.
    fn from_serde(expected: &str) -> Self {
        match expected {
            "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
                Wanted::WholeNumber
            }
            "f32" | "f64" => Wanted::Number,
            "a boolean" => Wanted::TrueOrFalse,
            "a string" => Wanted::Text,
            "a sequence" => Wanted::List,
            "a map" => Wanted::Group,
            "unit" => Wanted::Nothing,
            _ if expected.starts_with("struct ") => Wanted::Group,
            _ => Wanted::Other(expected.to_owned()),
        }
    }
}

impl de::Error for Failure {
    fn custom<T: Display>(text: T) -> Self {
        Self::new(Refusal::raised().map_or_else(|| Cause::Other(text.to_string()), Cause::Refused))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = Wanted::from_serde(&expected.to_string());
        Self::new(Cause::WrongKind {
            found: Found::from_serde(found),
            expected,
        })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = Wanted::from_serde(&expected.to_string());
        match (Found::from_serde(found), expected) {
            (Found::Text(number), Wanted::WholeNumber | Wanted::Number) => {
                Self::new(Cause::OutOfRange { number })
            }
            (found, expected) => Self::new(Cause::WrongKind { found, expected }),
        }
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::new(Cause::WrongLength)
    }

    fn unknown_variant(word: &str, choices: &'static [&'static str]) -> Self {
        Self::new(Cause::UnknownChoice {
            word: word.to_owned(),
            choices,
        })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(Cause::UnknownKey {
            name: name.to_owned(),
            known,
        })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new(Cause::MissingKey(name))
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.cause)
    }
}

impl std::error::Error for Failure {}
