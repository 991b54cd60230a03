//! The order in which names stand in a list: by reading in Japanese, by the title shown in every other
//! language. Both follow the collation of ICU, so that capitals, accents and voiced kana stand where readers
//! look for them. Lists in printed order are not its matter.

use super::Scope;
use crate::model::Language;
use crate::site::{Node, Site, TermIx, chosen};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::borrow::Cow;

/// The terms of a site as lists of one language show them.
pub struct TermOrder {
    terms: Vec<TermIx>,
    /// For each term its place among them.
    places: Vec<usize>,
}

/// Sorts the terms once for all pages of a language. The site itself has them by reading.
pub fn terms(site: &Site, language: Language) -> TermOrder {
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

/// Nodes in the order in which a page lists them. In Japanese, what has no reading follows as it was given.
pub fn by_name(scope: &Scope, nodes: Vec<Node>) -> Vec<Node> {
    let collator = collator(scope.language);
    let key = |node: Node| match scope.language.is_japanese() {
        true => scope.reading_of(node).map(Cow::Borrowed),
        false => Some(scope.title(node).text),
    };
    let mut keyed: Vec<_> = nodes.into_iter().map(|node| (key(node), node)).collect();
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) => collator.compare(one, other),
        _ => one.is_none().cmp(&other.is_none()),
    });
    keyed.into_iter().map(|(_, node)| node).collect()
}

impl TermOrder {
    pub fn all(&self) -> &[TermIx] {
        &self.terms
    }

    /// Some of the terms, in their order.
    pub fn sorted(&self, terms: &[TermIx]) -> Vec<TermIx> {
        let mut terms = terms.to_vec();
        terms.sort_by_key(|term| self.places[term.position()]);
        terms
    }

    /// The term before one and the term behind it.
    pub fn neighbours(&self, term: TermIx) -> (Option<TermIx>, Option<TermIx>) {
        let place = self.places[term.position()];
        let at = |place: Option<usize>| self.terms.get(place?).copied();
        (at(place.checked_sub(1)), at(place.checked_add(1)))
    }
}

fn collator(language: Language) -> CollatorBorrowed<'static> {
    let locale = Locale::try_from_str(language.as_str()).unwrap_or(Locale::UNKNOWN);
    Collator::try_new(locale.into(), CollatorOptions::default())
        .expect("the collation data of every language is compiled in")
}
