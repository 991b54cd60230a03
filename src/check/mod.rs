//! Judges a linked site: what its facts must satisfy before it may be published. One file for each family of
//! rules. A rule has a code, a fixture in tests/checks and a line in docs/checks.md. Nothing is changed here.

mod amendments;
mod commitments;
mod deadlines;
mod departments;
mod documents;
mod figures;
mod history;
mod magnitude;
mod privacy;
mod reports;
mod schedules;
mod seal;
mod settings;
mod terms;
mod titles;
mod translations;

use crate::diagnostic::Diagnostic;
use crate::site::ReadSite;
use crate::source::MessageWords;
use std::sync::LazyLock;

/// What is said about facts.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// Every problem of the site's facts, in the order of the rules.
pub fn check(site: &ReadSite) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    commitments::check(site, &mut problems);
    departments::check(site, &mut problems);
    settings::check(site, &mut problems);
    amendments::check(site, &mut problems);
    seal::check(site, &mut problems);
    titles::check(site, &mut problems);
    documents::check(site, &mut problems);
    schedules::check(site, &mut problems);
    figures::check(site, &mut problems);
    magnitude::check(site, &mut problems);
    deadlines::check(site, &mut problems);
    privacy::check(site, &mut problems);
    reports::check(site, &mut problems);
    history::check(site, &mut problems);
    terms::check(site, &mut problems);
    translations::check(site, &mut problems);
    problems
}
