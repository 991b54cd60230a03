//! The page for editors that counts what is missing in a language or has grown old.

use crate::pages::{About, Scope};
use crate::site::{Gap, Lack};
use serde::Serialize;

/// `translations`.
#[derive(Debug, Serialize)]
pub(crate) struct Translations<'a> {
    /// Every language of the site but the first.
    pub languages: Vec<LanguageState<'a>>,
}

/// How a language stands.
#[derive(Debug, Serialize)]
pub(crate) struct LanguageState<'a> {
    pub lang: &'a str,
    /// The language's name in that language.
    pub name: &'a str,
    /// How many Markdown texts there are to translate.
    pub files: usize,
    /// Of these: as their originals are now.
    pub current: usize,
    pub stale: usize,
    pub unstated: usize,
    pub missing: usize,
    /// Texts of records and settings without a translation.
    pub texts_missing: usize,
    /// What is to be done: stale ones first, then missing ones, then those that say nothing of their
    /// original. At most a hundred.
    pub gaps: Vec<GapRow<'a>>,
    /// How many more there are.
    pub more: usize,
}

/// A text that is to be looked at.
#[derive(Debug, Serialize)]
pub(crate) struct GapRow<'a> {
    pub kind: &'a str,
    /// The file in the sources of the site; for a missing translation its original.
    pub file: String,
}

/// More than this nobody works through from a list on a page; `koyaku check` shows them all.
const LONGEST: usize = 100;

/// The page for editors.
pub(crate) fn translations_page<'s>(scope: &Scope<'s>) -> (Translations<'s>, About<'s>) {
    let gaps = &scope.facts.gaps;
    let voices = scope
        .theme
        .voices
        .iter()
        .filter(|voice| voice.language != scope.first);
    let languages = voices.map(|voice| {
        let own: Vec<&Gap> = gaps.iter().filter(|gap| gap.language == voice.language).collect();
        let files = |lack: Lack| {
            own.iter()
                .filter(|gap| gap.owner.is_none() && gap.lack == lack)
                .count()
        };
        let (stale, unstated, missing) = (files(Lack::Stale), files(Lack::Unstated), files(Lack::Missing));
        let total = scope.site.bundles();
        LanguageState {
            lang: voice.texts.language_tag(),
            name: voice.texts.word("language_name"),
            files: total,
            current: total - stale - unstated - missing,
            stale,
            unstated,
            missing,
            texts_missing: own.iter().filter(|gap| gap.owner.is_some()).count(),
            gaps: rows(scope, &own),
            more: own.len().saturating_sub(LONGEST),
        }
    });
    let view = Translations {
        languages: languages.collect(),
    };
    let about = About {
        noindex: true,
        provenance: scope.facts.provenance,
        description: Some(scope.word("summary.translations").into()),
        ..About::new(scope.named("title.translations"))
    };
    (view, about)
}

fn rows<'s>(scope: &Scope<'s>, gaps: &[&Gap]) -> Vec<GapRow<'s>> {
    let kinds = [
        (Lack::Stale, "stale"),
        (Lack::Missing, "missing"),
        (Lack::Unstated, "unstated"),
    ];
    let rows = kinds.into_iter().flat_map(|(lack, kind)| {
        let those = gaps.iter().filter(move |gap| gap.lack == lack);
        those.map(move |gap| GapRow {
            kind: scope.choice("lack", kind),
            file: gap.place.file.to_string(),
        })
    });
    rows.take(LONGEST).collect()
}
