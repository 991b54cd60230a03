//! The list of subjects.

use super::card::{self, GroupCard};
use super::frame::About;
use super::passage::Passage;
use crate::render::scope::Scope;
use crate::render::theme::Filling;
use crate::site::SubjectIx;
use serde::Serialize;

/// `subjects`.
#[derive(Debug, Serialize)]
pub struct Subjects<'a> {
    /// In the site's order. Never empty, since the page exists only with an entry.
    pub subjects: Vec<GroupCard<'a>>,
}

/// The list of subjects.
pub fn of<'s>(scope: &Scope<'s>) -> (Subjects<'s>, About<'s>) {
    let site = scope.site;
    let view = Subjects {
        subjects: SubjectIx::all(site)
            .map(|index| card::subject(scope, index))
            .collect(),
    };
    let about = About {
        description: Some(
            scope
                .voice
                .texts
                .fill(
                    "summary.subjects",
                    &[("n", Filling::Number(site.subjects.len() as u64))],
                )
                .into(),
        ),
        unofficial: scope.prepared.is_unofficial,
        provenance: scope.prepared.provenance,
        ..About::new("subjects", Passage::native(scope.word("title.subjects")))
    };
    (view, about)
}
