//! Checks that the texts of a theme are whole: the same keys and placeholders in every language, every key
//! that render itself asks for, and the plural forms that each language has.

use crate::diagnostic::{Code, Diagnostic, Path, Place};
use crate::theme::plurals::{self, PluralCategory};
use crate::theme::{Phrase, Texts, WORDS, keys};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// Reports where the texts of a theme do not fit together: keys or placeholders that differ between two
/// languages, and keys that render asks for but nobody wrote.
pub(crate) fn check(all: &[Texts], problems: &mut Vec<Diagnostic>) {
    let keys = keys::all();
    for texts in all {
        for key in &keys {
            match texts.phrase(&key.name) {
                None if key.is_optional => {}
                None => problems.push(missing(texts, &key.name)),
                Some(Phrase::Counted(_)) if !key.placeholders.contains(&"n") => {
                    let place = place(texts, &key.name);
                    problems.push(said(place, "text-not-counted", &[("key", &key.name)]));
                }
                Some(phrase) => {
                    let names = phrase.placeholders().into_iter();
                    problems.extend(names.filter(|name| !key.placeholders.contains(name)).map(|name| {
                        let fillings: [(&str, &dyn Display); 2] = [("key", &key.name), ("name", &name)];
                        said(place(texts, &key.name), "placeholder-unknown", &fillings)
                    }));
                }
            }
        }
    }
    for texts in all {
        for (key, phrase) in texts.all() {
            if let Phrase::Counted(forms) = phrase {
                check_forms(texts, &key, forms, problems);
            }
        }
    }
    let Some((first, others)) = all.split_first() else {
        return;
    };
    for other in others {
        // Each pair is compared once, from its first side.
        for (one, two, compares) in [(first, other, true), (other, first, false)] {
            // What it calls other languages is a language's own matter.
            let is_own =
                |key: &str| !key.starts_with("languages.") && !keys.iter().any(|known| known.name == *key);
            for (key, phrase) in one.all().filter(|(key, _)| is_own(key)) {
                match two.phrase(&key) {
                    None => problems.push(missing(two, &key)),
                    Some(same) if compares && same.placeholders() != phrase.placeholders() => {
                        let problem = said(place(two, &key), "placeholders-differ", &[("key", &key)]);
                        let elsewhere = WORDS.say("placeholders-elsewhere", &[]);
                        problems.push(problem.also(place(one, &key), elsewhere));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

/// Reports the forms of a counted text that its language has and the text lacks, and those that it has not.
fn check_forms(
    texts: &Texts,
    key: &str,
    forms: &BTreeMap<PluralCategory, Box<str>>,
    problems: &mut Vec<Diagnostic>,
) {
    let given: BTreeSet<PluralCategory> = forms.keys().copied().collect();
    let (needed, known) = (texts.plurals.needed(), texts.plurals.known());
    let wrong = needed.difference(&given).map(|lacking| ("form-missing", lacking));
    let wrong = wrong.chain(given.difference(&known).map(|foreign| ("form-unknown", foreign)));
    for (problem, category) in wrong {
        let known: Vec<&str> = known.iter().map(|category| plurals::word(*category)).collect();
        let fillings: [(&str, &dyn Display); 4] = [
            ("key", &key),
            ("form", &plurals::word(*category)),
            ("tag", &texts.language_tag()),
            ("known", &known.join(", ")),
        ];
        problems.push(said(place(texts, key), problem, &fillings));
    }
}

/// Where a text stands whose key is its own, or that of its group, a point and its own.
pub(super) fn place(texts: &Texts, key: &str) -> Place {
    Place::yaml(&texts.file, key.split('.').fold(Path::default(), Path::entry))
}

fn missing(texts: &Texts, key: &str) -> Diagnostic {
    said(Place::file(&texts.file), "text-missing", &[("key", &key)])
}

fn said(place: Place, problem: &str, fillings: &[(&str, &dyn Display)]) -> Diagnostic {
    WORDS.error(Code::ThemeText, place, problem, fillings)
}
