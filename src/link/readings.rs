//! Gathers how words are read: what the site's own list says, and the readings of its terms, departments,
//! areas and cities.

use crate::lexicon::{Lexicon, TermNames};
use crate::model::Readings;
use crate::site::{Site, WordReadings};

/// Every word with its reading. Of two readings of a word the list's own is the first to be found.
pub(crate) fn readings(site: &Site, list: Readings) -> WordReadings {
    let first = site.first_language();
    let mut words: Vec<(Box<str>, Box<str>)> = list
        .into_iter()
        .map(|(word, kana)| (word, kana.as_str().into()))
        .collect();
    let mut add = |word: &str, reading: Option<&str>| {
        words.extend(reading.map(|reading| (word.into(), reading.into())));
    };
    for term in &site.terms {
        if let Some(text) = term.texts.iter().find(|text| text.prose.language == first) {
            add(&text.term, term.reading.as_deref());
        }
    }
    let named = site
        .departments
        .iter()
        .map(|one| (&one.record.name, one.record.reading.as_deref()));
    let named = named.chain(
        site.areas
            .iter()
            .map(|one| (&one.record.name, one.record.reading.as_deref())),
    );
    let named = named.chain(
        site.municipalities
            .iter()
            .map(|one| (&one.record.name, one.record.reading.as_deref())),
    );
    for (name, reading) in named {
        if let Some(name) = name.get(first, first) {
            add(name, reading);
        }
    }
    let names: Vec<TermNames> = words
        .iter()
        .map(|(word, _)| TermNames {
            names: vec![word],
            not_inside: Vec::new(),
        })
        .collect();
    let lexicon = Lexicon::new(&names);
    WordReadings { words, lexicon }
}
