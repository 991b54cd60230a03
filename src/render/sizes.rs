//! What pages tell of the files beside them, which are made before the pages.

use super::Scope;
use super::data::Measure;
use crate::site::DataFile;
use std::collections::HashMap;

/// What pages tell of the files beside them.
pub struct Sizes {
    /// How long the files are that the page of data lists. The many files of indicators are named on their
    /// own pages, so that this one stays short.
    pub measures: HashMap<DataFile, Measure>,
    /// For each language what the index of its search is called.
    pub versions: Vec<Box<str>>,
}

impl Sizes {
    /// What the index of the language of a page is called.
    pub fn version(&self, scope: &Scope) -> &str {
        &self.versions[scope.facts.place(scope.language)]
    }
}
