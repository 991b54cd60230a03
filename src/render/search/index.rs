//! The index of one language: for every key the entries that hold it, in as few bytes as possible until the
//! files are written.

use super::entries::shown;
use super::fold::{Key, NONE, keys};
use super::shards;
use crate::render::Scope;
use std::collections::{HashMap, HashSet};

#[derive(Debug)]
pub struct Index {
    shards: Vec<HashMap<Key, Postings>>,
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
pub fn index(scope: &Scope) -> Index {
    let entries = &scope.facts.entries;
    let count = shards(entries.len());
    let mut all: Vec<HashMap<Key, Postings>> = (0..count).map(|_| HashMap::new()).collect();
    let mut hasher = blake3::Hasher::new();
    for (number, entry) in (0u32..).zip(entries.iter().copied()) {
        let entry = shown(scope, entry);
        hasher.update(entry.to_json().as_bytes());
        let titled: HashSet<Key> = std::iter::once(&*entry.title)
            .chain(entry.names.iter().copied())
            .flat_map(keys)
            .collect();
        let body = entry
            .text
            .iter()
            .map(String::as_str)
            .chain(entry.readings.iter().copied());
        let mut known = titled.clone();
        titled
            .iter()
            .for_each(|&key| all[shard(key, count)].entry(key).or_default().add(number, true));
        for piece in body {
            for key in keys(piece) {
                if known.insert(key) {
                    all[shard(key, count)].entry(key).or_default().add(number, false);
                }
            }
        }
    }
    Index {
        shards: all,
        version: hasher.finalize().to_hex()[..8].to_owned(),
    }
}

/// The file in which a key lies. The script computes the same.
fn shard([first, second, third]: Key, count: usize) -> usize {
    let code = |character: char| character as usize;
    let sum = code(first) * 31 + code(second);
    let sum = if third == NONE {
        sum
    } else {
        sum * 31 + code(third)
    };
    (sum ^ (sum >> 7)) & (count - 1)
}

impl Index {
    /// Appends a file: an object from key to numbers, keys in the order of their characters.
    pub fn write(&self, number: usize, out: &mut Vec<u8>) {
        let mut keys: Vec<(&Key, &Postings)> = self.shards[number].iter().collect();
        keys.sort_unstable_by_key(|(key, _)| **key);
        let mut json = String::from("{");
        for (at, (key, postings)) in keys.into_iter().enumerate() {
            if at > 0 {
                json.push(',');
            }
            // Letters, digits and the long sound need no escapes.
            json.push('"');
            json.extend(key.iter().filter(|character| **character != NONE));
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
