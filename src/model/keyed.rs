//! Maps whose keys a record makes itself. serde_yaml would keep the last of two equal ones without a word, so
//! the walk takes no other type of map: a field that would lose a key does not compile. Structs refuse a key
//! twice by themselves.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::ops::Deref;

/// A map that was refused if a key stood in it twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed<K, V>(pub BTreeMap<K, V>);

impl<K, V> Deref for Keyed<K, V> {
    type Target = BTreeMap<K, V>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Keyed<K, V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(KeyedVisitor(PhantomData))
    }
}

struct KeyedVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for KeyedVisitor<K, V> {
    type Value = Keyed<K, V>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a map")
    }

    /// Where nothing is written.
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Keyed::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = BTreeMap::new();
        while let Some((key, value)) = map.next_entry()? {
            if all.insert(key, value).is_some() {
                return Err(A::Error::custom("a key twice"));
            }
        }
        Ok(Keyed(all))
    }
}
