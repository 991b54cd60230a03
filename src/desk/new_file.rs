//! Writes a file of the sources that is not there yet, with the folders above it. One that is there stays.

use super::replace::not_written;
use crate::diagnostic::Diagnostic;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// Writes `text` into a file that must be new.
///
/// # Errors
/// `output-failed` when the file is there already or cannot be written.
pub(crate) fn write(root: &Path, file: &Arc<str>, text: &str) -> Result<(), Diagnostic> {
    create(&root.join(&**file), text).map_err(|error| not_written(file, &error))
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
