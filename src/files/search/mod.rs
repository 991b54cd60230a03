//! Search without a server: for each language an index of bigrams in small files, and the entries in blocks.
//! The script of the theme fetches the few that a query needs. How text is folded and where a key lies is
//! fixed in docs/decisions/0009 for both sides.

mod entries;
mod fold;
mod index;

pub(crate) use index::{Index, index};

use crate::facts::findable::per_block;
use crate::pages::Scope;

/// Appends one block of entries.
pub(crate) fn write_block(scope: &Scope, number: usize, out: &mut Vec<u8>) {
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
