//! Turns an older site into one of today's format. Working out what changes and writing it are two steps, so
//! that the difference can be shown in between.

use super::{Outcome, Request};
use crate::diagnostic::Diagnostic;
use crate::migrate::{self, FileChange};
use crate::{desk, load};
use std::path::Path;

/// What changes in the sources of a site, which is nothing in one of today's format.
pub(crate) fn migration(request: &Request) -> Outcome<Vec<FileChange>> {
    Outcome::from(load::originals(&request.root, migrate::concerns)).then(|originals, problems| {
        let format = originals.format.filter(|_| problems.is_empty())?;
        let changes = migrate::changes(format, originals.files);
        changes.map_err(|found| problems.extend(found)).ok()
    })
}

/// Writes changes, each file whole or not at all.
///
/// # Errors
/// `output-failed` at the first file that cannot be written. Called again, it goes on with what is left.
pub(crate) fn migrate(root: &Path, changes: &[FileChange]) -> Result<(), Diagnostic> {
    changes
        .iter()
        .try_for_each(|change| desk::rewrite::rewrite(root, &change.file, &change.before, &change.after))
}
