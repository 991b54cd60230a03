//! Values for keys that are missing, with which reading goes on until it has told of all of them. They are
//! made up, so what is read with them is thrown away.

use super::failure::Failure;
use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use std::cell::Cell;
use std::iter;

/// The words from which a type lets choose.
pub(super) type Choices = Cell<&'static [&'static str]>;

/// A value for whatever type is read.
#[derive(Clone, Copy)]
pub(super) struct StandIn<'a> {
    /// What it is where text is due. Types that are picky tell of a text that they take, by their name.
    text: &'static str,
    /// Takes down the words of a choice; only for the missing key itself.
    choices: Option<&'a Choices>,
}

type StandInResult<T> = Result<T, Failure>;

impl<'a> StandIn<'a> {
    /// For a missing key, whose choices it notes.
    pub(crate) fn noting(choices: &'a Choices) -> Self {
        Self {
            choices: Some(choices),
            ..INNER
        }
    }

    fn note(self, words: &'static [&'static str]) {
        if let Some(choices) = self.choices {
            choices.set(words);
        }
    }
}

/// Something within a value. The year is a text, a number, a date and a time.
const INNER: StandIn<'static> = StandIn {
    text: "2000",
    choices: None,
};

impl IntoDeserializer<'_, Failure> for StandIn<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! numbers {
    ($($method:ident),+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> StandInResult<V::Value> {
            visitor.visit_u64(0)
        })+
    };
}

impl<'de> Deserializer<'de> for StandIn<'_> {
    type Error = Failure;

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf identifier unit unit_struct tuple_struct ignored_any
    }

    numbers! {
        deserialize_i8, deserialize_i16, deserialize_i32, deserialize_i64, deserialize_i128, deserialize_u8,
        deserialize_u16, deserialize_u32, deserialize_u64, deserialize_u128, deserialize_f32, deserialize_f64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> StandInResult<V::Value> {
        visitor.visit_str(self.text)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> StandInResult<V::Value> {
        self.note(&["true", "false"]);
        visitor.visit_bool(false)
    }

    /// What was missed is not there for the asking, even where its type could do without.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> StandInResult<V::Value> {
        match self.choices {
            Some(_) => visitor.visit_some(self),
            None => visitor.visit_none(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        text: &'static str,
        visitor: V,
    ) -> StandInResult<V::Value> {
        visitor.visit_newtype_struct(Self { text, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> StandInResult<V::Value> {
        self.deserialize_tuple(0, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> StandInResult<V::Value> {
        visitor.visit_seq(SeqDeserializer::new(iter::repeat_n(INNER, length)))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> StandInResult<V::Value> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> StandInResult<V::Value> {
        visitor.visit_map(MapDeserializer::new(fields.iter().map(|name| (*name, INNER))))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> StandInResult<V::Value> {
        self.note(words);
        match words.first() {
            Some(word) => visitor.visit_enum(StrDeserializer::new(word)),
            None => Err(Failure::custom("there is nothing to choose from")),
        }
    }
}
