//! Appends to a ledger.

use super::replace::{not_written, replace};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use std::path::Path;
use std::sync::Arc;

/// Writes `known` with `added` behind it in the place of a ledger that still holds `known`. The new file is
/// written whole beside the old one and takes its place at once.
///
/// # Errors
/// `output-failed` when the ledger has changed meanwhile or cannot be written; then it is as it was.
pub(crate) fn append(root: &Path, file: &Arc<str>, known: &str, added: &str) -> Result<(), Diagnostic> {
    let path = root.join(&**file);
    let whole = [known.as_bytes(), added.as_bytes()].concat();
    let unchanged = |current: &[u8]| String::from_utf8_lossy(current).replace("\r\n", "\n") == known;
    match replace(&path, &whole, unchanged) {
        Ok(true) => Ok(()),
        Ok(false) => {
            let message = Message::new(
                "台帳が実行中に書き換えられました",
                "the ledger was changed while koyaku was running",
            );
            let remedy = Message::new("もう一度実行してください", "run the command again");
            Err(Diagnostic::error(Code::OutputFailed, Place::file(file), message).remedy(remedy))
        }
        Err(error) => Err(Diagnostic {
            message: Message::new(
                format!("台帳に書けません（{error}）"),
                format!("the ledger cannot be written ({error})"),
            ),
            ..not_written(file, &error)
        }),
    }
}
