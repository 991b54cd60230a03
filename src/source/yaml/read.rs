//! Reads values from a tree as serde_yaml reads them from the text, and knows the place of every error.
//! Two things differ, in favour of the editor: full-width digits are numbers, and `+3` or `True` stays as written.

use super::failure::{Cause, Failure, Found, Step, Wanted};
use super::tree::{Content, Entry, Node};
use serde::de::{self, DeserializeSeed, Deserializer, Unexpected, Visitor};

type Result<T> = std::result::Result<T, Failure>;

/// How many items a list must have before those already read are passed over.
const LONG: usize = 16;

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 't> {
    pub node: &'a Node<'t>,
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

impl<'a, 't> Reader<'a, 't> {
    fn at(self, node: &'a Node<'t>) -> Self {
        Self { node, ..self }
    }

    fn mismatch<T>(self, expected: Wanted) -> Result<T> {
        Err(Failure::new(Cause::WrongKind { found: found(self.node), expected }))
    }

    /// The words of a scalar without quotes, with full-width digits folded.
    fn plain(self) -> Option<String> {
        match &self.node.content {
            Content::Scalar { text, plain: true } => Some(fold_digits(text)),
            _ => None,
        }
    }

    fn whole_number(self) -> Result<i128> {
        match self.plain().map(|text| whole_number(&text)) {
            Some(Some(number)) => Ok(number),
            _ => self.mismatch(Wanted::WholeNumber),
        }
    }

    fn out_of_range<T>(self) -> Result<T> {
        let number = self.node.text().unwrap_or_default().to_owned();
        Err(Failure::new(Cause::OutOfRange { number }))
    }

    fn list<'de, V: Visitor<'de>>(self, items: &'a [Node<'t>], visitor: V) -> Result<V::Value> {
        let mut access = Items { reader: self, items, next: 0, given: 0 };
        let value = visitor.visit_seq(&mut access)?;
        if access.advance() { Err(Failure::new(Cause::WrongLength)) } else { Ok(value) }
    }

    fn group<'de, V: Visitor<'de>>(self, entries: &'a [Entry<'t>], hides: bool, visitor: V) -> Result<V::Value> {
        let pass = if hides { self.pass } else { Pass::Whole };
        let mut access = Entries { reader: self, entries, next: 0, given: 0, pass };
        let value = visitor.visit_map(&mut access)?;
        if access.advance() { Err(Failure::new(Cause::WrongLength)) } else { Ok(value) }
    }

    fn group_or_nothing<'de, V: Visitor<'de>>(self, hides: bool, visitor: V) -> Result<V::Value> {
        match &self.node.content {
            Content::Group(entries) => self.group(entries, hides, visitor),
            Content::Scalar { text, plain: true } if text.is_empty() => self.group(&[], false, visitor),
            _ => self.mismatch(Wanted::Group),
        }
    }
}

fn found(node: &Node<'_>) -> Found {
    match &node.content {
        _ if node.is_null() => Found::Nothing,
        Content::Scalar { text, .. } => Found::Text(text.clone().into_owned()),
        Content::List(_) => Found::List,
        Content::Group(_) => Found::Group,
    }
}

struct Items<'a, 't> {
    reader: Reader<'a, 't>,
    items: &'a [Node<'t>],
    next: usize,
    given: usize,
}

impl Items<'_, '_> {
    fn advance(&mut self) -> bool {
        advance(&mut self.next, self.given, self.items.len(), self.reader.pass, |index| &self.items[index])
    }
}

/// Moves `next` to an item that is to be read.
fn advance<'a, 't: 'a>(next: &mut usize, given: usize, length: usize, pass: Pass, item: impl Fn(usize) -> &'a Node<'t>) -> bool {
    while *next < length {
        let node = item(*next);
        let known = pass == Pass::Search && length > LONG && given > 0 && node.sound.get();
        if !node.dropped && !known {
            return true;
        }
        *next += 1;
    }
    false
}

impl<'de> de::SeqAccess<'de> for Items<'_, '_> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.advance() {
            return Ok(None);
        }
        let index = self.next;
        (self.next, self.given) = (index + 1, self.given + 1);
        let node = &self.items[index];
        let value = seed.deserialize(self.reader.at(node)).map_err(|failure| failure.within(Step::Item(index)))?;
        node.sound.set(true);
        Ok(Some(value))
    }
}

struct Entries<'a, 't> {
    reader: Reader<'a, 't>,
    entries: &'a [Entry<'t>],
    next: usize,
    given: usize,
    pass: Pass,
}

impl Entries<'_, '_> {
    fn advance(&mut self) -> bool {
        advance(&mut self.next, self.given, self.entries.len(), self.pass, |index| &self.entries[index].value)
    }
}

impl<'de> de::MapAccess<'de> for Entries<'_, '_> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.advance() {
            return Ok(None);
        }
        let index = self.next;
        let key = self.reader.at(&self.entries[index].key);
        seed.deserialize(key).map(Some).map_err(|failure| failure.within(Step::Key(index)))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let index = self.next;
        (self.next, self.given) = (index + 1, self.given + 1);
        let node = &self.entries[index].value;
        let value = seed.deserialize(self.reader.at(node)).map_err(|failure| failure.within(Step::Value(index)))?;
        node.sound.set(true);
        Ok(value)
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty),+ $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            match <$number>::try_from(self.whole_number()?) {
                Ok(number) => visitor.$visit(number),
                Err(_) => self.out_of_range(),
            }
        })+
    };
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match &self.node.content {
            Content::List(items) => self.list(items, visitor),
            Content::Group(entries) => self.group(entries, false, visitor),
            Content::Scalar { .. } if self.node.is_null() => visitor.visit_unit(),
            Content::Scalar { text, plain: false } => visitor.visit_str(text),
            Content::Scalar { text, plain: true } => match (&**text, whole_number(text)) {
                ("true", _) => visitor.visit_bool(true),
                ("false", _) => visitor.visit_bool(false),
                (_, Some(number)) if number.to_string() == **text => match (u64::try_from(number), i64::try_from(number)) {
                    (Ok(number), _) => visitor.visit_u64(number),
                    (_, Ok(number)) => visitor.visit_i64(number),
                    _ => visitor.visit_str(text),
                },
                (_, None) if !is_padded(text) => match decimal(text) {
                    Some(number) => visitor.visit_f64(number),
                    None => visitor.visit_str(text),
                },
                _ => visitor.visit_str(text),
            },
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
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

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.plain().and_then(|text| decimal(&text)) {
            Some(number) => visitor.visit_f64(number),
            None => self.mismatch(Wanted::Number),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.node.text() {
            Some(text) => visitor.visit_str(text),
            None => self.mismatch(Wanted::Text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        self.mismatch(Wanted::Other("bytes, which YAML does not have".to_owned()))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.node.is_null() { visitor.visit_unit() } else { self.mismatch(Wanted::Nothing) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match &self.node.content {
            Content::List(items) => self.list(items, visitor),
            Content::Scalar { text, plain: true } if text.is_empty() => self.list(&[], visitor),
            _ => self.mismatch(Wanted::List),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        // Every place of a tuple counts, so nothing is passed over.
        Reader { pass: Pass::Whole, ..self }.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, length: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.group_or_nothing(true, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        self.group_or_nothing(false, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        match self.node.content {
            Content::Scalar { .. } => visitor.visit_enum(Word(self)),
            _ => self.mismatch(Wanted::Choice),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}

/// A choice by its name alone.
struct Word<'a, 't>(Reader<'a, 't>);

impl<'de> de::EnumAccess<'de> for Word<'_, '_> {
    type Error = Failure;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        Ok((seed.deserialize(self.0)?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Word<'_, '_> {
    type Error = Failure;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value> {
        Err(de::Error::invalid_type(Unexpected::UnitVariant, &"newtype variant"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value> {
        Err(de::Error::invalid_type(Unexpected::UnitVariant, &"tuple variant"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value> {
        Err(de::Error::invalid_type(Unexpected::UnitVariant, &"struct variant"))
    }
}

fn fold_digits(text: &str) -> String {
    let fold = |character| match character {
        '０'..='９' => char::from(b'0' + u8::try_from(u32::from(character) - u32::from('０')).expect("ten digits fit")),
        '．' => '.',
        '－' | '−' => '-',
        other => other,
    };
    text.chars().map(fold).collect()
}

/// A whole number as YAML 1.2 writes them: decimal, or with `0x`, `0o`, `0b`; not padded with zeros.
fn whole_number(text: &str) -> Option<i128> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.starts_with(['+', '-']) || is_padded(text) {
        return None;
    }
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let number = i128::from_str_radix(digits, radix).ok()?;
    Some(if negative { -number } else { number })
}

/// Digits behind a zero, such as a telephone code, are text.
fn is_padded(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    match (text, digits) {
        (".nan" | ".NaN" | ".NAN", _) => Some(f64::NAN),
        (_, ".inf" | ".Inf" | ".INF") => Some(f64::INFINITY),
        ("-.inf" | "-.Inf" | "-.INF", _) => Some(f64::NEG_INFINITY),
        _ if digits.len() < text.len() && digits.starts_with(['+', '-']) => None,
        _ => digits.parse::<f64>().ok().filter(|number| number.is_finite()),
    }
}
