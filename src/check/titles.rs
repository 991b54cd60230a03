//! A short title is ours and must not promise more than the text: where the text only considers, asks or
//! supports, so must the title. The rule reads Japanese, the language of the sources.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, path_to};
use crate::model::choice::Strength;
use crate::model::commitment::Commitment;
use crate::site::{CommitmentIx, Site, place};

/// The words of a strength. A title needs one of them only where the text itself has one: the strength is a
/// judgement of the whole.
const MARKERS: &[(Strength, &[&str])] = &[
    (
        Strength::Study,
        &[
            "検討",
            "研究",
            "調査",
            "考え",
            "考慮",
            "模索",
            "再考",
            "協議",
            "調整",
            "確認",
            "見直し",
            "洗い出し",
        ],
    ),
    (
        Strength::Request,
        &[
            "働きかけ",
            "働き掛け",
            "要望",
            "要請",
            "要求",
            "求め",
            "交渉",
            "提案",
            "促",
        ],
    ),
    (
        Strength::Support,
        &[
            "支援",
            "助成",
            "促進",
            "応援",
            "後押し",
            "補助",
            "推進",
            "支え",
            "誘致",
            "奨励",
            "協力",
            "育成",
            "促す",
        ],
    ),
];

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
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
    let said = site.strength_of(index);
    let Some((_, words)) = MARKERS.iter().find(|(strength, _)| said == Some(*strength)) else {
        return;
    };
    let Some(title) = commitment.record.title.get(first, first) else {
        return;
    };
    let texts = commitment
        .record
        .text
        .iter()
        .chain(commitment.record.actions.iter().map(|action| &action.text));
    let text: String = texts.filter_map(|text| text.get(first, first)).collect();
    let spoken: Vec<&str> = words.iter().copied().filter(|word| text.contains(word)).collect();
    // Titles shorten: one weakening word is as good as another of the same strength.
    if spoken.is_empty() || words.iter().any(|word| title.contains(word)) {
        return;
    }
    let word = spoken[0];
    problems.push(WORDS.warning(
        Code::TitleClaims,
        place::commitment(site, commitment, path_to![Commitment::title]),
        "title-claims",
        &[("title", &title), ("word", &word)],
    ));
}
