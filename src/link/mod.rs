//! Turns names into indices: `Content` becomes `Site`, in which nothing points nowhere. What points nowhere
//! is reported with its place and left out. Linking reads no file and judges no fact.

mod addresses;
mod indices;
mod mentions;
mod prose;
mod readings;
mod records;
mod references;
mod reports;
mod status;
mod texts;
mod uses;

use crate::diagnostic::Diagnostic;
use crate::site::{Content, Options, Site};
use crate::source::MessageWords;
use std::sync::LazyLock;

/// What is said about names that lead nowhere.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// Links everything. The problems come in the order of the sources within each kind of reference.
pub fn link(content: Content, options: Options) -> (Site, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut incomplete = content.incomplete;
    let mut site = records::lay_out(
        content.settings,
        content.settings_file,
        content.ledger,
        options,
        content.municipalities,
    );
    let mut pending = texts::lay_out(&mut site, content.pages, content.terms);
    site.attachments = content.attachments;
    addresses::register(&mut site, &mut incomplete, &mut problems);
    let mut names = references::Names {
        incomplete: &incomplete,
        problems: &mut problems,
    };
    texts::attach_introductions(&mut site, content.introductions, &mut names);
    references::resolve(&mut site, &mut names);
    texts::resolve_terms(&mut site, &mut pending, &mut names);
    reports::attach(&mut site, content.reports, &mut names);
    mentions::collect(&mut site, &mut names);
    indices::fill(&mut site);
    uses::collect(&mut site);
    readings::collect(&mut site, content.readings);
    addresses::check_former(&site, &mut problems);
    (site, problems)
}
