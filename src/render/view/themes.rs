//! The list of subjects.

use super::card::{self, GroupCard};
use super::frame::About;
use super::passage::Passage;
use crate::render::scope::Scope;
use crate::render::theme::Filling;
use crate::site::ThemeIx;
use serde::Serialize;

/// `themes`.
#[derive(Debug, Serialize)]
pub struct Themes<'a> {
    /// In the site's order. Never empty, since the page exists only with an entry.
    pub themes: Vec<GroupCard<'a>>,
}

/// The list of subjects.
pub fn of<'s>(scope: &Scope<'s>) -> (Themes<'s>, About<'s>) {
    let site = scope.site;
    let view = Themes {
        themes: ThemeIx::all(site)
            .map(|index| card::theme(scope, index))
            .collect(),
    };
    let about = About {
        description: Some(
            scope
                .voice
                .texts
                .fill(
                    "summary.themes",
                    &[("n", Filling::Number(site.themes.len() as u64))],
                )
                .into(),
        ),
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        ..About::new("themes", Passage::native(scope.word("title.themes")))
    };
    (view, about)
}
