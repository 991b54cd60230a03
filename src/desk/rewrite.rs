//! Puts a file of the sources into other words.

use super::replace::{not_written, replace};
use crate::diagnostic::Diagnostic;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Writes `after` in the place of a file that still holds `before`.
///
/// # Errors
/// `output-failed` when the file has changed meanwhile or cannot be written; then it is as it was.
pub(crate) fn rewrite(root: &Path, file: &Arc<str>, before: &str, after: &str) -> Result<(), Diagnostic> {
    match replace(&root.join(&**file), after.as_bytes(), |current| {
        current == before.as_bytes()
    }) {
        Ok(true) => Ok(()),
        Ok(false) => Err(not_written(file, &io::Error::other("changed meanwhile"))),
        Err(error) => Err(not_written(file, &error)),
    }
}
