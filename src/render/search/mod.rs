//! Search without a server: for each language an index of bigrams in small files, and the entries in blocks.
//! The script of the theme fetches the few that a query needs. How text is folded and where a key lies is
//! fixed in docs/decisions/0009 for both sides.

mod entries;
mod fold;
mod index;

pub use entries::entries;
pub use index::{Index, index};

use super::{Prepared, Scope};
use crate::model::Language;
use crate::site::Site;

/// How many entries there are.
pub fn count(site: &Site) -> usize {
    entries(site).len()
}

/// How many entries a block holds. Results are scattered over the blocks, so that small ones keep a first
/// query small; on a large site they would be more files than pages.
pub fn per_block(site: &Site) -> usize {
    if count(site) <= 4_000 { 4 } else { 16 }
}

/// The folder of a language's index.
pub fn folder(language: Language) -> String {
    format!("data/search/{}/", language.as_str())
}

/// How many files the keys of a site are spread over: a power of two, so that one holds a few kilobytes.
pub fn shards(site: &Site) -> usize {
    (count(site) / 4).next_power_of_two().clamp(16, 4096)
}

pub fn blocks(site: &Site) -> usize {
    count(site).div_ceil(per_block(site))
}

/// Appends one file of the index.
pub fn write_shard(prepared: &Prepared, language: Language, number: usize, out: &mut Vec<u8>) {
    if let Some(index) = prepared.index(language) {
        index.write(number, out);
    }
}

/// Appends one block of entries.
pub fn write_block(prepared: &Prepared, language: Language, number: usize, out: &mut Vec<u8>) {
    let scope = Scope::for_files(prepared, language);
    let all = entries(prepared.site);
    let mut blocks = all.chunks(per_block(prepared.site));
    out.push(b'[');
    for (at, &entry) in blocks.nth(number).into_iter().flatten().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(entries::shown(&scope, entry).to_json().as_bytes());
    }
    out.extend_from_slice(b"]\n");
}
