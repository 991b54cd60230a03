//! Tries a theme on a few pages of every kind, so that a template that cannot be rendered is found once and
//! early, with its line, and not on ten thousand pages.

use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::pages::list::pages;
use crate::render::plan::artifact;
use crate::render::{Prepared, render};
use crate::site::{Artifact, CommitmentIx, Node, Site, Spot};
use std::collections::{HashMap, HashSet};
use std::mem::discriminant;

/// What the templates have against being rendered; each problem once.
pub(crate) fn problems(prepared: &Prepared) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for artifact in samples(&prepared.basis.facts) {
        if let Err(problem) = try_one(prepared, &artifact)
            && !found.iter().any(|known| is_same(known, &problem))
        {
            found.push(problem);
        }
    }
    found
}

/// Pages of two kinds that share a template offer it different names, and its fault is one.
fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    (&one.place, &one.message) == (&other.place, &other.message)
}

/// The page as it is rendered.
///
/// # Errors
/// A template that cannot be rendered.
pub(crate) fn try_one(prepared: &Prepared, artifact: &Artifact) -> Result<Vec<u8>, Diagnostic> {
    let mut page = Vec::new();
    render(prepared, artifact, &mut page)?;
    Ok(page)
}

/// Parts of a commitment that not every one has, and that have parts of a template to themselves.
const FEATURES: [fn(&Site, CommitmentIx) -> bool; 8] = [
    |site, one| !site[one].record.actions.is_empty(),
    |site, one| !site[one].record.indicators.is_empty(),
    |site, one| !site[one].record.budget.is_empty(),
    |site, one| !site[one].record.milestones.is_empty(),
    |site, one| !site.reports_on(Node::Commitment(one)).is_empty(),
    |site, one| !site[one].departments.is_empty(),
    |site, one| site.introduction(Node::Commitment(one)).is_some(),
    |site, one| !site[one].links.is_empty(),
];

/// The first and the last page of every kind and language, and of every template that a page names, and
/// commitments that have what others lack.
pub(crate) fn samples(facts: &Facts) -> Vec<Artifact> {
    let site = &facts.site;
    let pages = pages(facts);
    let mut last = HashMap::new();
    let mut chosen = Vec::new();
    let mut features = HashSet::new();
    for (at, (page, language)) in pages.iter().enumerate() {
        let node = match page.spot {
            Spot::Node(node) => Some(node),
            _ => None,
        };
        let template = match node {
            Some(Node::Page(index)) => site[index].template.as_ref(),
            _ => None,
        };
        let kind = (
            discriminant(&page.spot),
            node.as_ref().map(discriminant),
            template,
        );
        if last.insert((kind, language.as_str()), at).is_none() {
            chosen.push(at);
        }
        if let Some(Node::Commitment(index)) = node {
            for (feature, has) in FEATURES.iter().enumerate() {
                if has(site, index) && features.insert((feature, language.as_str())) {
                    chosen.push(at);
                }
            }
        }
    }
    chosen.extend(last.into_values());
    chosen.sort_unstable();
    chosen.dedup();
    let chosen = chosen.into_iter().map(|at| pages[at]);
    chosen
        .map(|(page, language)| artifact(site, page, language))
        .collect()
}
