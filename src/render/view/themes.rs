//! The list of subjects.

use super::card::{self, GroupCard};
use super::frame::About;
use super::passage::Passage;
use crate::render::scope::Scope;
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
        themes: (0..site.themes.len())
            .map(|at| card::theme(scope, ThemeIx::at(at)))
            .collect(),
    };
    let about = About {
        description: Some(scope.fill("summary.themes", &[("n", &site.themes.len())]).into()),
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        ..About::new("themes", scope.named("title.themes"))
    };
    (view, about)
}
