//! What a glossary must satisfy: every name leads to one entry, and every entry is needed.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::lexicon::fold;
use crate::model::{Language, TermHead};
use crate::site::{LinkedTerm, ReadSite, Site, TermIx};
use std::collections::HashMap;

pub(crate) fn check(site: &ReadSite, problems: &mut Vec<Diagnostic>) {
    for &language in site.languages() {
        taken(site, language, problems);
    }
    for (index, term) in TermIx::all(site).zip(&site.terms) {
        let languages = site.languages().iter();
        let mut uses = languages.filter_map(|&language| site.uses_of(index, language));
        if uses.all(|uses| uses.places.is_empty()) {
            problems.push(unused(term));
        }
        problems.extend(idle(term));
    }
}

/// A name that two entries claim would lead to whichever comes first.
fn taken(site: &Site, language: Language, problems: &mut Vec<Diagnostic>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    // What an entry is called before all else is its own; another that claims it as one name of several is in
    // the wrong.
    let terms = || site.terms.iter().enumerate();
    let own = terms().flat_map(|(at, term)| own_name(term, language).map(|name| (at, name)));
    let others = terms().flat_map(|(at, term)| names(term, language).into_iter().map(move |name| (at, name)));
    for (at, (name, place)) in own.chain(others) {
        let first = *known.entry(folded(name)).or_insert(at);
        let problem = claimed(name, place, &site.terms[first]);
        // A name that counts in every language is claimed in each.
        if first != at && !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

/// A name as texts are searched for it.
fn folded(name: &str) -> String {
    fold(name.trim()).to_lowercase()
}

/// What a term is called before all else in a language, with its place.
fn own_name(term: &LinkedTerm, language: Language) -> Option<(&str, Place)> {
    let text = term.texts.iter().find(|text| text.prose.language == language)?;
    let place = Place::yaml(&text.prose.file, path_to![TermHead::term]);
    Some((&*text.term, place))
}

/// What else it is called there, with the places. An abbreviation counts in every language, in those without
/// a translation as well.
fn names(term: &LinkedTerm, language: Language) -> Vec<(&str, Place)> {
    let mut names = Vec::new();
    if let Some(text) = term.texts.iter().find(|text| text.prose.language == language) {
        let file = &text.prose.file;
        let expansion = text.expansion.as_deref();
        names.extend(expansion.map(|name| (name, Place::yaml(file, path_to![TermHead::expansion]))));
        let lists = [
            (&text.aliases, TermHead::aliases),
            (&text.also_matches, TermHead::also_matches),
        ];
        for (list, field) in lists {
            let place = |at: usize| Place::yaml(file, path_to![field, at]);
            names.extend(list.iter().enumerate().map(|(at, name)| (&**name, place(at))));
        }
    }
    if let Some(name) = &term.abbreviation {
        let file = &term.texts[0].prose.file;
        names.push((&**name, Place::yaml(file, path_to![TermHead::abbreviation])));
    }
    names
}

/// Longer words that hold no name of the term keep nothing from being linked.
fn idle(term: &LinkedTerm) -> Vec<Diagnostic> {
    let all: Vec<String> = term
        .texts
        .iter()
        .flat_map(|text| std::iter::once(&*text.term).chain(text.other_names()))
        .chain(term.abbreviation.as_deref())
        .map(folded)
        .collect();
    let idle = term.not_inside.iter().enumerate().filter(|(_, word)| {
        let word = folded(word);
        !all.iter()
            .any(|name| word.contains(name.as_str()) && word != *name)
    });
    idle.map(|(at, word)| {
        let place = Place::yaml(&term.texts[0].prose.file, path_to![TermHead::not_inside, at]);
        WORDS.warning(Code::TermNotInside, place, "term-not-inside", &[("word", &word)])
    })
    .collect()
}

fn claimed(name: &str, place: Place, first: &LinkedTerm) -> Diagnostic {
    let other = &first.texts[0];
    WORDS
        .error(
            Code::TermNameTaken,
            place,
            "term-name-taken",
            &[("name", &name), ("term", &other.term)],
        )
        .also(
            Place::file(&other.prose.file),
            WORDS.say("term-name-taken.also", &[]),
        )
}

fn unused(term: &LinkedTerm) -> Diagnostic {
    let place = Place::file(&term.texts[0].prose.file);
    WORDS.warning(Code::TermUnused, place, "term-unused", &[])
}
