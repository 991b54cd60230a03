//! The order of the terms as lists of a language show them, worked out once: by reading in Japanese, by title
//! in every other language. It follows the collation of ICU.

use crate::model::Language;
use crate::site::{Site, TermIx, chosen};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;

/// The terms of a site as lists of one language show them.
pub(crate) struct TermOrder {
    terms: Vec<TermIx>,
    /// For each term its place among them.
    places: Vec<usize>,
}

/// Sorts the terms once for all pages of a language. The site itself has them by reading.
pub(crate) fn terms(site: &Site, language: Language) -> TermOrder {
    let mut terms: Vec<TermIx> = TermIx::all(site).collect();
    if !language.is_japanese() {
        let title = |term: TermIx| {
            chosen(site, &site[term].texts, |text| &text.prose, language).map_or("", |text| &text.term)
        };
        let collator = collator(language);
        terms.sort_by(|one, other| collator.compare(title(*one), title(*other)));
    }
    let mut places = vec![0; terms.len()];
    terms
        .iter()
        .enumerate()
        .for_each(|(place, term)| places[term.position()] = place);
    TermOrder { terms, places }
}

impl TermOrder {
    pub(crate) fn all(&self) -> &[TermIx] {
        &self.terms
    }

    /// Some of the terms, in their order.
    pub(crate) fn sorted(&self, terms: &[TermIx]) -> Vec<TermIx> {
        let mut terms = terms.to_vec();
        terms.sort_by_key(|term| self.places[term.position()]);
        terms
    }

    /// The term before one and the term behind it.
    pub(crate) fn neighbours(&self, term: TermIx) -> (Option<TermIx>, Option<TermIx>) {
        let place = self.places[term.position()];
        let at = |place: Option<usize>| self.terms.get(place?).copied();
        (at(place.checked_sub(1)), at(place.checked_add(1)))
    }
}

/// Compares names as readers of a language look for them.
pub(crate) fn collator(language: Language) -> CollatorBorrowed<'static> {
    let locale = Locale::try_from_str(language.as_str()).unwrap_or(Locale::UNKNOWN);
    Collator::try_new(locale.into(), CollatorOptions::default())
        .expect("the collation data of every language is compiled in")
}
