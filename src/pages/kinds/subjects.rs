//! The list of subjects.

use crate::pages::parts::card;
use crate::pages::{About, GroupCard, Scope};
use crate::site::SubjectIx;
use serde::Serialize;

/// `subjects`.
#[derive(Debug, Serialize)]
pub(crate) struct Subjects<'a> {
    /// In the site's order. Never empty, since the page exists only with an entry.
    pub subjects: Vec<GroupCard<'a>>,
}

/// The list of subjects.
pub(crate) fn subjects_page<'s>(scope: &Scope<'s>) -> (Subjects<'s>, About<'s>) {
    let view = Subjects {
        subjects: SubjectIx::all(scope.site)
            .map(|subject| card::subject(scope, subject))
            .collect(),
    };
    let about = About {
        description: Some(scope.fill("summary.subjects", &[("n", &view.subjects.len())])),
        ..About::of_site(scope, scope.named("title.subjects"))
    };
    (view, about)
}
