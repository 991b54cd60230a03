//! The index of one language: for every key the entries that hold it, in as few bytes as possible until the
//! files are written.

use crate::facts::findable::shards;
use crate::files::search::entries::shown;
use crate::files::search::fold::{Key, add_keys};
use crate::pages::Scope;
use rustc_hash::FxHashMap;

#[derive(Debug)]
pub(crate) struct Index {
    shards: Vec<FxHashMap<Key, Postings>>,
    /// Changes whenever anything in the index or its entries does, so that no browser mixes two builds.
    pub version: String,
}

/// Entries in ascending order: the distance to the one before, doubled, with 1 added where the key stands in
/// the title. Seven bits a byte.
#[derive(Debug, Default)]
struct Postings {
    last: Option<u32>,
    bytes: Vec<u8>,
}

/// Reads every entry once.
pub(crate) fn index(scope: &Scope) -> Index {
    let entries = &scope.facts.entries;
    let count = shards(entries.len());
    let mut shards: Vec<FxHashMap<Key, Postings>> = (0..count).map(|_| FxHashMap::default()).collect();
    let mut hasher = blake3::Hasher::new();
    let (mut titled, mut said) = (Vec::new(), Vec::new());
    for (number, entry) in (0u32..).zip(entries) {
        let entry = shown(scope, *entry);
        hasher.update(entry.to_json().as_bytes());
        titled.clear();
        said.clear();
        let names = std::iter::once(&*entry.title).chain(entry.names.iter().copied());
        names.for_each(|name| add_keys(name, &mut titled));
        let body = entry
            .text
            .iter()
            .map(String::as_str)
            .chain(entry.readings.iter().copied());
        body.for_each(|piece| add_keys(piece, &mut said));
        titled.sort_unstable();
        titled.dedup();
        said.sort_unstable();
        said.dedup();
        said.retain(|key| titled.binary_search(key).is_err());
        for (keys, in_title) in [(&titled, true), (&said, false)] {
            for &key in keys {
                let postings = shards[shard(key, count)].entry(key).or_default();
                postings.add(number, in_title);
            }
        }
    }
    Index {
        shards,
        version: hasher.finalize().to_hex()[..8].to_owned(),
    }
}

/// The file in which a key lies. The script computes the same.
fn shard(key: Key, count: usize) -> usize {
    let [first, second, third] = key.codes().map(|code| code as usize);
    let sum = first * 31 + second;
    let sum = if third == 0 { sum } else { sum * 31 + third };
    (sum ^ (sum >> 7)) & (count - 1)
}

impl Index {
    /// Appends a file: an object from key to numbers, keys in the order of their characters.
    pub(crate) fn write(&self, number: usize, out: &mut Vec<u8>) {
        let mut keys: Vec<(&Key, &Postings)> = self.shards[number].iter().collect();
        keys.sort_unstable_by_key(|(key, _)| **key);
        let mut json = String::from("{");
        for (at, (key, postings)) in keys.into_iter().enumerate() {
            if at > 0 {
                json.push(',');
            }
            // Letters, digits and the long sound need no escapes.
            json.push('"');
            json.extend(key.characters());
            json.push_str("\":[");
            for (at, value) in postings.values().enumerate() {
                let comma = if at > 0 { "," } else { "" };
                json.push_str(&format!("{comma}{value}"));
            }
            json.push(']');
        }
        json.push_str("}\n");
        out.extend_from_slice(json.as_bytes());
    }
}

impl Postings {
    fn add(&mut self, entry: u32, in_title: bool) {
        let distance = self.last.map_or(entry + 1, |last| entry - last);
        self.last = Some(entry);
        let mut value = distance * 2 + u32::from(in_title);
        while value >= 0x80 {
            self.bytes.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    fn values(&self) -> impl Iterator<Item = u32> + '_ {
        let mut bytes = self.bytes.iter();
        std::iter::from_fn(move || {
            let mut value = 0;
            for shift in (0..).step_by(7) {
                let byte = *bytes.next()?;
                value |= u32::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            Some(value)
        })
    }
}
