//! Where terms are used: for each term and language the places in the order of reading.

use super::linked::Site;
use super::node::TermIx;
use super::pieces::Source;
use crate::lexicon::Lexicon;
use crate::model::bilingual::Language;
use std::ops::Range;

/// A place where a text names a term, or links to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub source: Source,
    /// The number of the piece and the bytes of it; absent where a link in the text leads to the term without naming it.
    pub at: Option<(u32, Range<u32>)>,
}

/// All uses in one language, with what finds them there.
#[derive(Debug)]
pub struct Usage {
    pub language: Language,
    pub lexicon: Lexicon,
    /// For each term its uses: sources in the order of reading, within a source in the order of its text.
    pub uses: Vec<Vec<Use>>,
}

impl Site {
    /// The names of terms in a language; `None` for one that is not of the site.
    pub fn lexicon(&self, language: Language) -> Option<&Lexicon> {
        self.usage.iter().find(|usage| usage.language == language).map(|usage| &usage.lexicon)
    }

    /// Where pages in a language use a term.
    pub fn uses_of(&self, term: TermIx, language: Language) -> &[Use] {
        let usage = self.usage.iter().find(|usage| usage.language == language);
        usage.and_then(|usage| usage.uses.get(term.position())).map_or(&[], Vec::as_slice)
    }

    /// The same by source.
    pub fn places_of(&self, term: TermIx, language: Language) -> Vec<&[Use]> {
        self.uses_of(term, language).chunk_by(|one, other| one.source == other.source).collect()
    }
}
