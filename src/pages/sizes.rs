//! What pages tell of the files beside them, which are made before the pages.

use crate::facts::data_files::FileSize;
use crate::site::DataFile;
use std::collections::HashMap;

/// What pages tell of the files beside them.
#[derive(Default)]
pub(crate) struct Sizes {
    /// How long the files are that the page of data lists. The many files of indicators are named on their
    /// own pages, so that this one stays short.
    pub files: HashMap<DataFile, FileSize>,
    /// For each language what the index of its search is called.
    pub versions: Vec<Box<str>>,
}
