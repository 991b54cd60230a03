//! Reads values from a tree as serde_yaml reads them from the text, and knows the place of every error. Two
//! things differ, in favour of the editor: full-width digits are numbers, and `+3` or `True` stays as
//! written.

mod access;

use self::access::Parts;
use super::failure::{Cause, Failure, Found, Wanted};
use super::number::{decimal, is_padded, whole_number};
use super::stand_in::StandIn;
use super::tree::{GroupEntry, NodeContent, YamlNode};
use crate::numerals::digits::folded_in_number;
use serde::de::{Deserializer, Visitor, value::StrDeserializer};

type ReadResult<T> = Result<T, Failure>;

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct NodeReader<'a> {
    pub node: &'a YamlNode,
    pub pass: Pass,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// Looks for the next error. Items of long lists that were sound before are left out, all but the first,
    /// or a long file with many errors would be read in full for each of them.
    Search,
    /// Reads everything that has not been dropped.
    Whole,
}

impl<'a> NodeReader<'a> {
    /// Another node, read in the same way.
    pub(crate) fn at(self, node: &'a YamlNode) -> Self {
        Self { node, ..self }
    }

    fn mismatch<T>(self, expected: Wanted) -> ReadResult<T> {
        Err(Failure::new(Cause::WrongKind {
            found: found(self.node),
            expected,
        }))
    }

    /// The words of a scalar without quotes, with full-width digits folded.
    fn plain(self) -> Option<String> {
        match &self.node.content {
            NodeContent::Scalar { text, plain: true } => Some(text.chars().map(folded_in_number).collect()),
            _ => None,
        }
    }

    fn whole_number(self) -> ReadResult<i128> {
        match self.plain().map(|text| whole_number(&text)) {
            Some(Some(number)) => Ok(number),
            _ => self.mismatch(Wanted::WholeNumber),
        }
    }

    fn out_of_range<T>(self) -> ReadResult<T> {
        let number = self.node.text().unwrap_or_default().to_owned();
        Err(Failure::new(Cause::OutOfRange { number }))
    }

    fn list<'de, V: Visitor<'de>>(self, items: &'a [YamlNode], visitor: V) -> ReadResult<V::Value> {
        let mut access = Parts::new(self, items, self.pass);
        let value = visitor.visit_seq(&mut access)?;
        access.end(value)
    }

    fn group<'de, V: Visitor<'de>>(
        self,
        entries: &'a [GroupEntry],
        pass: Pass,
        visitor: V,
    ) -> ReadResult<V::Value> {
        let mut access = Parts::new(self, entries, pass);
        let value = visitor.visit_map(&mut access)?;
        access.end(value)
    }

    /// A group, or a place where nothing is written.
    fn fields<'de, V: Visitor<'de>>(self, pass: Pass, visitor: V) -> ReadResult<V::Value> {
        match &self.node.content {
            NodeContent::Group(entries) => self.group(entries, pass, visitor),
            NodeContent::Scalar { text, plain: true } if text.is_empty() => self.group(&[], pass, visitor),
            _ => self.mismatch(Wanted::Group),
        }
    }
}

fn found(node: &YamlNode) -> Found {
    match &node.content {
        _ if node.is_null() => Found::Nothing,
        NodeContent::Scalar { text, .. } => Found::Text(text.clone()),
        NodeContent::List(_) => Found::List,
        NodeContent::Group(_) => Found::Group,
        NodeContent::StandIn(_) => Found::Nothing,
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty),+ $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
            match <$number>::try_from(self.whole_number()?) {
                Ok(number) => visitor.$visit(number),
                Err(_) => self.out_of_range(),
            }
        })+
    };
}

impl<'de> Deserializer<'de> for NodeReader<'_> {
    type Error = Failure;

    // No record has bytes, units or tuples with a name of their own.
    serde::forward_to_deserialize_any! { bytes byte_buf unit unit_struct tuple_struct }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        match &self.node.content {
            NodeContent::List(items) => self.list(items, visitor),
            NodeContent::Group(entries) => self.group(entries, Pass::Whole, visitor),
            NodeContent::StandIn(choices) => StandIn::noting(choices).deserialize_any(visitor),
            NodeContent::Scalar { .. } if self.node.is_null() => visitor.visit_unit(),
            NodeContent::Scalar { text, plain: false } => visitor.visit_str(text),
            NodeContent::Scalar { text, plain: true } => match (&**text, whole_number(text)) {
                ("true", _) => visitor.visit_bool(true),
                ("false", _) => visitor.visit_bool(false),
                (_, Some(number)) if number.to_string() == **text => {
                    match (u64::try_from(number), i64::try_from(number)) {
                        (Ok(number), _) => visitor.visit_u64(number),
                        (_, Ok(number)) => visitor.visit_i64(number),
                        _ => visitor.visit_str(text),
                    }
                }
                (_, None) if !is_padded(text) => match decimal(text) {
                    Some(number) => visitor.visit_f64(number),
                    None => visitor.visit_str(text),
                },
                _ => visitor.visit_str(text),
            },
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        match self.plain().as_deref() {
            Some("true" | "True" | "TRUE") => visitor.visit_bool(true),
            Some("false" | "False" | "FALSE") => visitor.visit_bool(false),
            _ => self.mismatch(Wanted::TrueOrFalse),
        }
    }

    whole_numbers! {
        deserialize_i8 visit_i64 i64,
        deserialize_i16 visit_i64 i64,
        deserialize_i32 visit_i64 i64,
        deserialize_i64 visit_i64 i64,
        deserialize_i128 visit_i128 i128,
        deserialize_u8 visit_u64 u64,
        deserialize_u16 visit_u64 u64,
        deserialize_u32 visit_u64 u64,
        deserialize_u64 visit_u64 u64,
        deserialize_u128 visit_u128 u128,
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        match self.plain().and_then(|text| decimal(&text)) {
            Some(number) => visitor.visit_f64(number),
            None => self.mismatch(Wanted::Number),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        match self.node.text() {
            Some(text) => visitor.visit_str(text),
            None => self.mismatch(Wanted::Text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        if self.node.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> ReadResult<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        match &self.node.content {
            NodeContent::List(items) => self.list(items, visitor),
            NodeContent::Scalar { text, plain: true } if text.is_empty() => self.list(&[], visitor),
            _ => self.mismatch(Wanted::List),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> ReadResult<V::Value> {
        // Every place of a tuple counts, so nothing is passed over.
        NodeReader {
            pass: Pass::Whole,
            ..self
        }
        .deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        self.fields(self.pass, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> ReadResult<V::Value> {
        self.fields(Pass::Whole, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> ReadResult<V::Value> {
        match self.node.text() {
            Some(word) => visitor.visit_enum(StrDeserializer::new(word)),
            None => self.mismatch(Wanted::Choice),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> ReadResult<V::Value> {
        visitor.visit_unit()
    }
}
