//! Where terms are used: for each term and language the places in the order of reading.

use super::node::TextSource;
use crate::lexicon::Lexicon;
use crate::model::Language;
use std::ops::Range;

/// A text that names a term, or links to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    pub source: TextSource,
    /// Its part of [`Uses::mentions`]; empty where a link in the text leads to the term without naming it.
    pub mentions: Range<u32>,
}

/// Where a term stands: the number of a piece and the bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    piece: u32,
    span: Range<u32>,
}

impl Mention {
    pub(crate) fn new(piece: usize, span: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).expect("a text is shorter than 4 GiB");
        Self {
            piece: small(piece),
            span: small(span.start)..small(span.end),
        }
    }

    pub(crate) fn piece(&self) -> usize {
        self.piece as usize
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.span.start as usize..self.span.end as usize
    }
}

/// All uses of a term in one language.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    /// In the order of reading.
    pub places: Vec<TermUse>,
    /// Those of one place stand together, in the order of its text.
    pub mentions: Vec<Mention>,
}

/// All uses in one language, with what finds them there.
#[derive(Debug)]
pub struct Usage {
    pub language: Language,
    pub lexicon: Lexicon,
    /// For each term its uses.
    pub uses: Vec<Uses>,
}

/// How words are read.
#[derive(Debug)]
pub struct WordReadings {
    /// Words with their readings in kana.
    pub words: Vec<(Box<str>, Box<str>)>,
    /// Finds them.
    pub lexicon: Lexicon,
}

impl Uses {
    /// The mentions of a place.
    pub(crate) fn mentions_of(&self, place: &TermUse) -> &[Mention] {
        &self.mentions[place.mentions.start as usize..place.mentions.end as usize]
    }

    /// Adds a mention; those of a source come one after another.
    pub(crate) fn add(&mut self, source: TextSource, mention: Mention) {
        let at = u32::try_from(self.mentions.len()).expect("a term has fewer than 2^32 mentions");
        match self.places.last_mut().filter(|place| place.source == source) {
            Some(place) => place.mentions.end = at + 1,
            None => self.places.push(TermUse {
                source,
                mentions: at..at + 1,
            }),
        }
        self.mentions.push(mention);
    }
}
