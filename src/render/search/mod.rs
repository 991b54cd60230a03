//! Search without a server: for each language an index of bigrams in small files, and the entries in blocks.
//! The script of the theme fetches the few that a query needs. How text is folded and where a key lies is
//! fixed in docs/decisions/0009 for both sides.

mod entries;
mod fold;
mod index;

pub use entries::entries;
pub use index::{Index, index};

use super::Scope;
use crate::model::Language;

/// How many entries a block holds. Results are scattered over the blocks, so that small ones keep a first
/// query small; on a large site they would be more files than pages.
pub fn per_block(entries: usize) -> usize {
    if entries <= 4_000 { 4 } else { 16 }
}

/// The folder of a language's index.
pub fn folder(language: Language) -> String {
    format!("data/search/{}/", language.as_str())
}

/// How many files the keys of a site are spread over: a power of two, so that one holds a few kilobytes.
pub fn shards(entries: usize) -> usize {
    (entries / 4).next_power_of_two().clamp(16, 4096)
}

pub fn blocks(entries: usize) -> usize {
    entries.div_ceil(per_block(entries))
}

/// Appends one block of entries.
pub fn write_block(scope: &Scope, number: usize, out: &mut Vec<u8>) {
    let all = &scope.facts.entries;
    let size = per_block(all.len());
    out.push(b'[');
    for (at, &entry) in all.iter().skip(number * size).take(size).enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(entries::shown(scope, entry).to_json().as_bytes());
    }
    out.extend_from_slice(b"]\n");
}
