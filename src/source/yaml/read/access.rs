//! Hands the parts of lists and groups to whoever reads them, one after the other, and notes where an error
//! arose.

use super::super::failure::{Cause, Failure, NodeStep};
use super::super::stand_in::StandIn;
use super::super::tree::{GroupEntry, NodeContent, YamlNode};
use super::{NodeReader, Pass};
use serde::de::{self, DeserializeSeed};

type AccessResult<T> = Result<T, Failure>;

/// How many items a list must have before those already read are passed over.
const LONG: usize = 16;

/// The items of a list, or the entries of a group.
pub(super) struct Parts<'a, Part> {
    reader: NodeReader<'a>,
    parts: &'a [Part],
    pass: Pass,
    next: usize,
    given: usize,
}

/// What holds a value.
pub(super) trait Holder {
    fn value(&self) -> &YamlNode;
}

impl Holder for YamlNode {
    fn value(&self) -> &YamlNode {
        self
    }
}

impl Holder for GroupEntry {
    fn value(&self) -> &YamlNode {
        &self.value
    }
}

impl<'a, Part: Holder> Parts<'a, Part> {
    /// `pass` is for the parts themselves; what is inside them is read as `reader` reads.
    pub(crate) fn new(reader: NodeReader<'a>, parts: &'a [Part], pass: Pass) -> Self {
        Self {
            reader,
            parts,
            pass,
            next: 0,
            given: 0,
        }
    }

    /// What has been read of them, unless there is more.
    pub(crate) fn end<Value>(mut self, value: Value) -> AccessResult<Value> {
        if self.advance() {
            return Err(Failure::new(Cause::WrongLength));
        }
        Ok(value)
    }

    /// Moves to the next part to be read, if there is one.
    fn advance(&mut self) -> bool {
        let long = self.pass == Pass::Search && self.parts.len() > LONG && self.given > 0;
        let wanted = |part: &Part| !(part.value().dropped || long && part.value().sound.get());
        let skipped = self.parts[self.next..].iter().position(wanted);
        self.next = skipped.map_or(self.parts.len(), |skipped| self.next + skipped);
        self.next < self.parts.len()
    }

    fn take(&mut self) -> usize {
        self.given += 1;
        self.next += 1;
        self.next - 1
    }
}

impl<'de> de::SeqAccess<'de> for Parts<'_, YamlNode> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> AccessResult<Option<T::Value>> {
        if !self.advance() {
            return Ok(None);
        }
        let index = self.take();
        let node = &self.parts[index];
        let value = seed
            .deserialize(self.reader.at(node))
            .map_err(|failure| failure.within(NodeStep::Item(index)))?;
        node.sound.set(true);
        Ok(Some(value))
    }
}

impl<'de> de::MapAccess<'de> for Parts<'_, GroupEntry> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> AccessResult<Option<K::Value>> {
        if !self.advance() {
            return Ok(None);
        }
        let index = self.next;
        let key = self.reader.at(&self.parts[index].key);
        seed.deserialize(key)
            .map(Some)
            .map_err(|failure| failure.within(NodeStep::Key(index)))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> AccessResult<V::Value> {
        let index = self.take();
        let node = &self.parts[index].value;
        let value = match &node.content {
            NodeContent::StandIn(choices) => seed.deserialize(StandIn::noting(choices)),
            _ => seed.deserialize(self.reader.at(node)),
        };
        node.sound.set(value.is_ok());
        value.map_err(|failure| failure.within(NodeStep::Value(index)))
    }
}
