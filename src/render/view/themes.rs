//! The list of subjects.

use super::card::{self, GroupCard};
use super::frame::About;
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
    let view = Themes {
        themes: ThemeIx::all(scope.site)
            .map(|theme| card::theme(scope, theme))
            .collect(),
    };
    let about = About {
        description: Some(scope.fill("summary.themes", &[("n", &view.themes.len())])),
        ..About::of_site(scope, "themes", scope.named("title.themes"))
    };
    (view, about)
}
