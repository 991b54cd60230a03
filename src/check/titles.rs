//! A short title is ours and must not promise more than the text: where the text only considers, asks or
//! supports, so must the title. The rule reads Japanese, the language of the sources.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, path_to};
use crate::model::{Commitment, Strength};
use crate::site::{CommitmentIx, Site, place};

/// The words of a strength, a line each behind its name. A title needs one of them only where the text itself
/// has one: the strength is a judgement of the whole.
const MARKERS: &str = include_str!("markers.txt");

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    if !site.first_language().is_japanese() {
        return;
    }
    for index in CommitmentIx::all(site) {
        check_title(site, index, problems);
    }
}

fn check_title(site: &Site, index: CommitmentIx, problems: &mut Vec<Diagnostic>) {
    let commitment = &site[index];
    let first = site.first_language();
    let Some(words) = site.strength_of(index).and_then(words_of) else {
        return;
    };
    let Some(title) = commitment.record.title.get(first, first) else {
        return;
    };
    let actions = commitment.record.actions.iter().map(|action| &action.text);
    let texts = commitment.record.text.iter().chain(actions);
    let text: String = texts.filter_map(|text| text.get(first, first)).collect();
    // Titles shorten: one weakening word is as good as another of the same strength.
    let spoken = words.clone().find(|word| text.contains(word));
    let Some(word) = spoken.filter(|_| !words.clone().any(|word| title.contains(word))) else {
        return;
    };
    problems.push(WORDS.warning(
        Code::TitleClaims,
        place::commitment(site, commitment, path_to![Commitment::title]),
        "title-claims",
        &[("title", &title), ("word", &word)],
    ));
}

fn words_of(strength: Strength) -> Option<impl Iterator<Item = &'static str> + Clone> {
    let mut lines = MARKERS.lines().map(|line| line.split(' '));
    lines.find_map(|mut words| (words.next() == Some(strength.word())).then_some(words))
}
