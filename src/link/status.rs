//! Which status of a scale an editor means, who may have copied the word that the city prints: `A 順調`.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::lexicon;
use crate::link::WORDS;
use crate::model::{FiscalYear, Language, Period, Settings, Status};
use crate::site::StatusIx;
use std::fmt::Display;

/// The one status among `known` that is called `word`: by its id, by its label in any language, or by both. A
/// word that names two of them names none.
pub(crate) fn named(settings: &Settings, word: &str, known: &[(StatusIx, &Status)]) -> Option<StatusIx> {
    let by_id = known.iter().find(|(_, status)| status.id.as_str() == word);
    let folded = folded(word);
    let mut meant = known
        .iter()
        .filter(|(_, status)| names_of(settings, status).contains(&folded));
    let found = by_id.or_else(|| meant.next().filter(|_| meant.next().is_none()));
    found.map(|(index, _)| *index)
}

/// That a word names no status of the scale, or none that may be said of the time that the report is about.
pub(crate) fn unknown(
    settings: &Settings,
    word: &str,
    period: Period,
    scale: &[(StatusIx, &Status)],
    known: &[(StatusIx, &Status)],
    place: Place,
) -> Diagnostic {
    let outside = named(settings, word, scale);
    let message = match scale.iter().find(|(index, _)| Some(*index) == outside) {
        Some((_, Status { id, from, to, .. })) => {
            let (years, period) = (FiscalYear::span(*from, *to), period.key());
            let fillings: [(&str, &dyn Display); 4] = [
                ("id", id),
                ("ja", &years.ja),
                ("en", &years.en),
                ("period", &period),
            ];
            WORDS.say("outside", &fillings)
        }
        None => WORDS.say("unknown", &[("word", &word)]),
    };
    let label = |status: &Status, language| {
        let label = status.label.best(language, settings.first_language());
        label.map_or_else(String::new, |(_, label)| label.to_owned())
    };
    let known = || known.iter().map(|(_, status)| *status);
    let ja: Vec<String> = known()
        .map(|status| format!("{}（{}）", status.id, label(status, Language::JAPANESE)))
        .collect();
    let en: Vec<String> = known()
        .map(|status| format!("{} ({})", status.id, label(status, Language::ENGLISH)))
        .collect();
    Diagnostic::error(Code::StatusUnknown, place, message).remedy(WORDS.say(
        "unknown.remedy",
        &[("ja", &ja.join("、")), ("en", &en.join(", "))],
    ))
}

/// Everything that a status is called, folded.
fn names_of(settings: &Settings, status: &Status) -> Vec<String> {
    let id = folded(status.id.as_str());
    let labels = settings.languages.iter().filter_map(|language| {
        let label = status.label.get(*language, settings.first_language())?;
        Some(folded(label))
    });
    let both = labels.flat_map(|label| [format!("{id}{label}"), label]);
    let mut names: Vec<String> = both.collect();
    names.push(id);
    names
}

/// Without the differences that nobody means: width and case, blanks, and quotes that a word processor made.
fn folded(word: &str) -> String {
    lexicon::fold(word)
        .chars()
        .filter(|sign| {
            !sign.is_whitespace() && !matches!(sign, '‘' | '’' | '“' | '”' | '\'' | '"' | '「' | '」')
        })
        .collect()
}
