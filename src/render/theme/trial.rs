//! Tries a theme on a few pages of every kind, so that a template that cannot be rendered is found once and
//! early, with its line, and not on ten thousand pages.

use super::Theme;
use crate::diagnostic::Diagnostic;
use crate::render::plan::pages;
use crate::render::prepared::{Prepared, prepare};
use crate::render::{href, page_at, render};
use crate::site::{Artifact, Commitment, Output, Site};
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

/// What the templates have against being rendered; each problem once.
pub fn problems(site: &Site, theme: &Theme) -> Vec<Diagnostic> {
    let prepared = prepare(site, theme);
    let mut found: Vec<Diagnostic> = Vec::new();
    for artifact in samples(site) {
        if let Err(problem) = try_one(&prepared, &artifact)
            && !found.contains(&problem)
        {
            found.push(problem);
        }
    }
    found
}

/// The page as it is rendered.
///
/// # Errors
/// A template that cannot be rendered.
pub fn try_one(prepared: &Prepared, artifact: &Artifact) -> Result<Vec<u8>, Diagnostic> {
    let mut page = Vec::new();
    render(prepared, artifact, &mut page)?;
    Ok(page)
}

/// Parts of a commitment that not every one has, and that have parts of a template to themselves.
const FEATURES: [fn(&Commitment) -> bool; 8] = [
    |one| !one.record.actions.is_empty(),
    |one| !one.record.indicators.is_empty(),
    |one| !one.record.budget.is_empty(),
    |one| !one.record.milestones.is_empty(),
    |one| !one.reports.is_empty(),
    |one| !one.departments.is_empty(),
    |one| one.introduction.is_some(),
    |one| !one.links.is_empty(),
];

/// The first and the last page of every kind and language, and commitments that have what others lack.
pub fn samples(site: &Site) -> Vec<Artifact> {
    let pages = pages(site);
    let mut last: HashMap<(Discriminant<Output>, &str), usize> = HashMap::new();
    let mut chosen = Vec::new();
    let mut features: Vec<Vec<bool>> = vec![vec![false; FEATURES.len()]; site.languages().len()];
    for (at, page) in pages.iter().enumerate() {
        let Some((_, language)) = page_at(*page) else {
            continue;
        };
        let place = site
            .languages()
            .iter()
            .position(|known| *known == language)
            .unwrap_or(0);
        let kind = (discriminant(page), site.languages()[place].as_str());
        if last.insert(kind, at).is_none() {
            chosen.push(at);
        }
        if let Output::Commitment(index, _) = page {
            for (seen, has) in features[place].iter_mut().zip(FEATURES) {
                if !*seen && has(&site[*index]) {
                    *seen = true;
                    chosen.push(at);
                }
            }
        }
    }
    chosen.extend(last.into_values());
    chosen.sort_unstable();
    chosen.dedup();
    chosen.into_iter().map(|at| artifact(site, pages[at])).collect()
}

fn artifact(site: &Site, output: Output) -> Artifact {
    let path = page_at(output)
        .map(|(page, language)| href::file(&href::path(site, page, language)))
        .unwrap_or_default();
    Artifact {
        path: path.into(),
        output,
    }
}
