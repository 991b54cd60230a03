//! Proves that a site's own templates make pages, and that minifying takes nothing from readers. That the
//! built-in ones do is proved once, by the tests of koyaku, and not in every build.

mod trial;

use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::pages::Basis;
use crate::render::Prepared;
use crate::render::prepared::prepare;
use crate::site::ThemeFiles;
use crate::theme::{self, Theme, markup, minified};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A theme ready for use: what pages are made from, and what pages share where the proof has made it already.
pub struct Proved {
    /// The facts of the site with the theme that pages are made with.
    pub basis: Basis,
    /// What pages share, where trying a site's own templates has made it already; `None` for the built-in
    /// theme.
    pub prepared: Option<Prepared>,
}

impl Proved {
    /// What pages share, made now where the proof has not made it.
    pub fn prepared(self) -> Prepared {
        self.prepared.unwrap_or_else(|| prepare(self.basis))
    }
}

/// Compiles a theme for a site. `None` when it is not whole, or its own templates cannot be rendered.
pub fn prove(files: &ThemeFiles, facts: &Arc<Facts>, problems: &mut Vec<Diagnostic>) -> Option<Proved> {
    let site = &facts.site;
    let written = theme::compile(files, site, problems)?;
    let wanted = site.options.minify.then(|| minified(&written.sources));
    let small = wanted.unwrap_or_default();
    let with = |theme: Theme| Basis {
        facts: facts.clone(),
        theme: Arc::new(theme),
    };
    if !written.has_own_templates {
        return Some(Proved {
            basis: with(written.finished(site, &small)),
            prepared: None,
        });
    }
    let prepared = prepare(with(written));
    let found = trial::problems(&prepared);
    if !found.is_empty() {
        problems.extend(found);
        return None;
    }
    let small = same(&prepared, small, problems);
    let basis = with(prepared.basis.theme.finished(site, &small));
    Some(Proved {
        prepared: Some(prepared.with_theme(basis.theme.clone())),
        basis,
    })
}

/// Those of the minified templates with which readers see the same. A template that differs stays as it was;
/// where a page differs, all do.
fn same(
    prepared: &Prepared,
    mut small: BTreeMap<String, String>,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let Basis { facts, theme } = &prepared.basis;
    for (name, (file, source)) in theme.sources.iter() {
        if let Some(place) = small
            .get(name)
            .and_then(|small| markup::difference(source, small))
        {
            small.remove(name);
            problems.push(theme::kept(file, &place));
        }
    }
    let differs = match theme.with_templates(&facts.site, &small) {
        Some(small) => first_difference(prepared, &prepared.with_theme(Arc::new(small))),
        None => Some(Default::default()),
    };
    let Some((page, place)) = differs else {
        return small;
    };
    problems.push(theme::all_kept(&page, &place));
    BTreeMap::new()
}

/// The first page on which a reader could see a difference.
fn first_difference(full: &Prepared, small: &Prepared) -> Option<(String, String)> {
    trial::samples(&full.basis.facts)
        .into_iter()
        .find_map(|artifact| {
            let (Ok(one), Ok(other)) = (trial::try_one(full, &artifact), trial::try_one(small, &artifact))
            else {
                return Some((artifact.path.into(), String::new()));
            };
            let place = markup::difference(&String::from_utf8_lossy(&one), &String::from_utf8_lossy(&other))?;
            Some((artifact.path.into(), place))
        })
}
