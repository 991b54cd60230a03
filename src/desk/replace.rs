//! Puts a new text in the place of a file of the sources, whole or not at all, and only if the file still
//! holds what was read.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// Writes `text` beside the file and exchanges the two. `unchanged` judges what the file holds at that moment
/// (nothing where it is missing). Returns whether it was written.
///
/// # Errors
/// What the file system says. Then the file is as it was.
pub(crate) fn replace(path: &Path, text: &[u8], unchanged: impl Fn(&[u8]) -> bool) -> io::Result<bool> {
    let current = match fs::read(path) {
        Ok(current) => current,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    if !unchanged(&current) {
        return Ok(false);
    }
    let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push(".new");
    let beside = path.with_file_name(name);
    let mut stage = File::create(&beside)?;
    stage.write_all(text)?;
    stage.sync_all()?;
    drop(stage);
    fs::rename(&beside, path)?;
    Ok(true)
}

/// What is said of a file that could not be written.
pub(crate) fn not_written(file: &Arc<str>, error: &io::Error) -> Diagnostic {
    let message = Message::new(
        format!("ファイルに書けません（{error}）"),
        format!("the file cannot be written ({error})"),
    );
    Diagnostic::error(Code::OutputFailed, Place::file(file), message).remedy(Message::new(
        "書き込みの権限と空き容量を確かめてください",
        "check that you may write there, and the space that is left",
    ))
}
