//! Hands the parts of lists, groups and choices to whoever reads them, one after the other, and notes where
//! an error arose.

use super::super::failure::{Failure, NodeStep};
use super::super::stand_in::StandIn;
use super::super::tree::{GroupEntry, NodeContent, YamlNode};
use super::{NodeReader, Pass};
use serde::de::{self, DeserializeSeed, Unexpected, Visitor};

type AccessResult<T> = Result<T, Failure>;

/// How many items a list must have before those already read are passed over.
const LONG: usize = 16;

/// The items of a list.
pub(super) struct Items<'a> {
    reader: NodeReader<'a>,
    items: &'a [YamlNode],
    cursor: Cursor,
}

/// The entries of a group.
pub(super) struct Entries<'a> {
    reader: NodeReader<'a>,
    entries: &'a [GroupEntry],
    cursor: Cursor,
}

/// A choice by its name alone.
pub(super) struct Word<'a>(pub NodeReader<'a>);

struct Cursor {
    next: usize,
    given: usize,
    length: usize,
    pass: Pass,
}

impl<'a> Items<'a> {
    pub fn new(reader: NodeReader<'a>, items: &'a [YamlNode]) -> Self {
        Self {
            reader,
            items,
            cursor: Cursor::new(items.len(), reader.pass),
        }
    }

    /// Moves to the next item to be read, if there is one.
    pub fn advance(&mut self) -> bool {
        self.cursor.advance(|index| &self.items[index])
    }
}

impl<'a> Entries<'a> {
    /// `pass` is for the entries themselves; what is inside them is read as `reader` reads.
    pub fn new(reader: NodeReader<'a>, entries: &'a [GroupEntry], pass: Pass) -> Self {
        Self {
            reader,
            entries,
            cursor: Cursor::new(entries.len(), pass),
        }
    }

    /// Moves to the next entry to be read, if there is one.
    pub fn advance(&mut self) -> bool {
        self.cursor.advance(|index| &self.entries[index].value)
    }
}

impl Cursor {
    fn new(length: usize, pass: Pass) -> Self {
        Self {
            next: 0,
            given: 0,
            length,
            pass,
        }
    }

    fn advance<'a>(&mut self, node: impl Fn(usize) -> &'a YamlNode) -> bool {
        let long = self.pass == Pass::Search && self.length > LONG && self.given > 0;
        while self.next < self.length {
            let node = node(self.next);
            let known = long && node.sound.get();
            if !node.dropped && !known {
                return true;
            }
            self.next += 1;
        }
        false
    }

    fn take(&mut self) -> usize {
        self.given += 1;
        self.next += 1;
        self.next - 1
    }
}

impl<'de> de::SeqAccess<'de> for Items<'_> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> AccessResult<Option<T::Value>> {
        if !self.advance() {
            return Ok(None);
        }
        let index = self.cursor.take();
        let node = &self.items[index];
        let value = seed
            .deserialize(self.reader.at(node))
            .map_err(|failure| failure.within(NodeStep::Item(index)))?;
        node.sound.set(true);
        Ok(Some(value))
    }
}

impl<'de> de::MapAccess<'de> for Entries<'_> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> AccessResult<Option<K::Value>> {
        if !self.advance() {
            return Ok(None);
        }
        let index = self.cursor.next;
        let key = self.reader.at(&self.entries[index].key);
        seed.deserialize(key)
            .map(Some)
            .map_err(|failure| failure.within(NodeStep::Key(index)))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> AccessResult<V::Value> {
        let index = self.cursor.take();
        let node = &self.entries[index].value;
        let value = match &node.content {
            NodeContent::StandIn(choices) => seed.deserialize(StandIn::noting(choices)),
            _ => seed.deserialize(self.reader.at(node)),
        };
        node.sound.set(value.is_ok());
        value.map_err(|failure| failure.within(NodeStep::Value(index)))
    }
}

impl<'de> de::EnumAccess<'de> for Word<'_> {
    type Error = Failure;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> AccessResult<(V::Value, Self)> {
        Ok((seed.deserialize(self.0)?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Word<'_> {
    type Error = Failure;

    fn unit_variant(self) -> AccessResult<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> AccessResult<T::Value> {
        Err(de::Error::invalid_type(
            Unexpected::UnitVariant,
            &"newtype variant",
        ))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> AccessResult<V::Value> {
        Err(de::Error::invalid_type(Unexpected::UnitVariant, &"tuple variant"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> AccessResult<V::Value> {
        Err(de::Error::invalid_type(
            Unexpected::UnitVariant,
            &"struct variant",
        ))
    }
}
