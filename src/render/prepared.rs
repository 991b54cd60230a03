//! What is made once and stands on many pages or in many files: the parts that all pages share, the index of
//! the search, the sizes of data files.

use crate::diagnostic::Diagnostic;
use crate::facts::data_files;
use crate::files::search::Index;
use crate::files::sitemap::{self, Listing};
use crate::files::{csv as data, search};
use crate::html::href::Base;
use crate::model::Language;
use crate::pages::{Basis, Scope, Sizes, shell};
use crate::site::{DataFile, Node, Site};
use crate::theme::Theme;
use rayon::prelude::*;
use std::sync::Arc;
use tera::Value;

/// Everything from which a page or a file is made.
pub struct Prepared {
    pub(super) basis: Basis,
    pub(super) sizes: Arc<Sizes>,
    /// For each language what can be found.
    indexes: Arc<Vec<Index>>,
    /// What the parts of the sitemap share.
    pub(super) listing: Arc<Listing>,
    shells: Shells,
}

/// The parts that pages share, by language and depth.
#[derive(Default)]
pub(crate) struct Shells {
    relative: Vec<Vec<Value>>,
    absolute: Vec<Value>,
    /// Why they could not be made. Compiling has tried them, so this is not expected.
    failure: Option<Diagnostic>,
}

/// Makes what pages share.
pub(crate) fn prepare(basis: Basis) -> Prepared {
    let languages = basis.facts.site.languages();
    let indexes: Vec<Index> = languages
        .par_iter()
        .map(|&language| search::index(&Scope::for_files(&basis, language)))
        .collect();
    let listed = data_files::files(&basis.facts.site).into_par_iter();
    let listed = listed.filter(|file| !matches!(file, DataFile::Of(Node::Indicator(..))));
    let sizes = Sizes {
        files: listed.map(|file| (file, data::measure(&basis, file))).collect(),
        versions: indexes
            .iter()
            .map(|index| index.version.as_str().into())
            .collect(),
    };
    Prepared {
        shells: make_shells(&basis),
        sizes: Arc::new(sizes),
        indexes: Arc::new(indexes),
        listing: Arc::new(sitemap::listing(&basis.facts)),
        basis,
    }
}

impl Prepared {
    pub fn site(&self) -> &Site {
        &self.basis.facts.site
    }

    /// The same with other templates, on which neither the index nor a data file depends.
    pub(super) fn with_theme(&self, theme: Arc<Theme>) -> Self {
        let basis = Basis {
            facts: self.basis.facts.clone(),
            theme,
        };
        Self {
            shells: make_shells(&basis),
            sizes: self.sizes.clone(),
            indexes: self.indexes.clone(),
            listing: self.listing.clone(),
            basis,
        }
    }

    /// What can be found in a language.
    pub(super) fn index(&self, language: Language) -> &Index {
        &self.indexes[self.basis.facts.place(language)]
    }

    /// The shared parts for a page of a language whose path has so many folders below the language's own.
    pub(super) fn shell(&self, language: Language, base: &Base, depth: usize) -> Result<&Value, Diagnostic> {
        if let Some(failure) = &self.shells.failure {
            return Err(failure.clone());
        }
        let place = self.basis.facts.place(language);
        Ok(match base {
            Base::Root(_) => &self.shells.absolute[place],
            Base::Folder(_) => &self.shells.relative[place][depth],
        })
    }
}

fn make_shells(basis: &Basis) -> Shells {
    let mut shells = Shells::default();
    let depth = deepest(&basis.facts.site);
    for &language in basis.facts.site.languages() {
        let made = (0..=depth)
            .map(|depth| shell::render(basis, language, Some(depth)))
            .collect();
        match (made, shell::render(basis, language, None)) {
            (Ok(relative), Ok(absolute)) => {
                shells.relative.push(relative);
                shells.absolute.push(absolute);
            }
            (Err(failure), _) | (_, Err(failure)) => shells.failure = Some(failure),
        }
    }
    shells
}

/// The largest number of folders that a page stands in. `city/document/section/page-2/` are four; a plain
/// page may have more.
fn deepest(site: &Site) -> usize {
    let folders = site.pages.iter().map(|page| page.address.split('/').count());
    folders.max().unwrap_or(0).max(4)
}
