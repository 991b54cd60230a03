//! What is missing in a language, and what was translated from words that have changed since. Records keep
//! both languages in one place and are sealed, so a translation there can only be missing; Markdown files are
//! translated whole and can grow old.

use super::linked::Site;
use super::prose::{Freshness, Prose};
use super::texts::{Owner, ToldText, each_text};
use crate::diagnostic::Place;
use crate::model::Language;
use std::sync::Arc;

/// A text that does not say in a language what its original says.
#[derive(Debug, Clone)]
pub struct Gap {
    pub language: Language,
    pub lack: Lack,
    /// Where it is to be mended.
    pub place: Place,
    /// What the text stands in; `None` for a Markdown file.
    pub owner: Option<Owner>,
}

/// Why a text has to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// There is no translation.
    Missing,
    /// The original has changed since.
    Stale,
    /// The translation does not say what it was made from.
    Unstated,
}

/// Every gap: first those of the records, then those of the Markdown files, in the order of the site.
pub fn gaps(site: &Site) -> Vec<Gap> {
    let first = site.first_language();
    let mut gaps = Vec::new();
    let mut visit = |owner: Owner, ToldText { text, .. }: ToldText, place: &dyn Fn() -> Place| {
        for &language in site.languages() {
            if text.get(language, first).is_none()
                && !text
                    .get(first, first)
                    .is_some_and(|text| is_of_no_language(text, first))
            {
                gaps.push(Gap {
                    language,
                    lack: Lack::Missing,
                    place: place(),
                    owner: Some(owner),
                });
            }
        }
    };
    each_text(site, &mut visit);
    for texts in bundles(site) {
        for &language in site.languages() {
            let Some(prose) = texts.iter().find(|prose| prose.language == language) else {
                gaps.push(Gap {
                    language,
                    lack: Lack::Missing,
                    place: Place::file(&texts[0].file),
                    owner: None,
                });
                continue;
            };
            let lack = match prose.freshness {
                Freshness::Original | Freshness::Current => continue,
                Freshness::Stale => Lack::Stale,
                Freshness::Unstated => Lack::Unstated,
            };
            gaps.push(Gap {
                language,
                lack,
                place: Place::file(&prose.file),
                owner: None,
            });
        }
    }
    gaps
}

impl Site {
    /// How many Markdown texts there are, each in one or several languages.
    pub(crate) fn bundles(&self) -> usize {
        bundles(self).count()
    }
}

/// Every Markdown text in its languages.
fn bundles(site: &Site) -> impl Iterator<Item = Vec<&Prose>> {
    let pages = site
        .pages
        .iter()
        .map(|page| page.texts.iter().map(|text| &text.prose).collect::<Vec<_>>());
    let terms = site
        .terms
        .iter()
        .map(|term| term.texts.iter().map(|text| &text.prose).collect());
    let reports = site
        .reports
        .iter()
        .map(|report| report.texts.iter().map(|text| &text.prose).collect());
    let introductions = site
        .introductions
        .values()
        .map(|introduction| introduction.texts.iter().map(|(_, prose)| prose).collect());
    pages.chain(terms).chain(reports).chain(introductions)
}

/// Whether a text is the same in every language: numbers and signs are, and so are Latin letters in a
/// Japanese text: `m`, `%`, `ISO 14001`.
pub(crate) fn is_of_no_language(text: &str, found: Language) -> bool {
    let foreign =
        |character: char| character.is_alphabetic() && !(character.is_ascii() && found.is_japanese());
    !text.contains(foreign)
}

/// The file that is to be written for a translation that is missing.
pub(crate) fn file_in(original: &Arc<str>, language: Language) -> String {
    let stem = original.strip_suffix(".md").unwrap_or(original);
    format!("{stem}.{language:?}.md")
}
