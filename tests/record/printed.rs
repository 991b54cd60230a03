//! The wording of the source documents, known by its hashes, which `hash.py` makes from the documents and
//! nothing else.

use crate::support::here;
use std::fs;

/// A passage of a source document.
#[derive(Debug)]
pub struct Passage {
    /// `24`, `1-2.a`, `24:deadline`, `legend:1:label`.
    pub address: String,
    hash: String,
    characters: usize,
}

/// The lines of `tests/record/<document>.txt`, where a document is `atsugi-plan`.
pub fn passages(document: &str) -> Vec<Passage> {
    let text = fs::read_to_string(here(&format!("tests/record/{document}.txt")))
        .expect("the hashes of the record are there");
    let read = |line: &str| {
        let [address, hash, characters] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line} has three columns")
        };
        Passage {
            address: address.to_owned(),
            hash: hash.to_owned(),
            characters: characters.parse().expect("a length is a number"),
        }
    };
    text.lines().map(read).collect()
}

impl Passage {
    /// Whether a text is this passage, character for character.
    pub fn is(&self, text: &str) -> bool {
        text.chars().count() == self.characters
            && blake3::hash(text.as_bytes()).to_hex().starts_with(&self.hash)
    }

    pub fn characters(&self) -> usize {
        self.characters
    }
}
