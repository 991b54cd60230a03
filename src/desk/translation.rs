//! Notes in a translation what it was made from. Nothing else of the file changes, not even its line ends.

use super::{replace::not_written, rewrite::rewrite};
use crate::diagnostic::Diagnostic;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Sets `translates` in the front matter of a file. Returns whether that was needed.
///
/// # Errors
/// `output-failed` when the file cannot be read or written, or its front matter cannot be found; then it is
/// as it was.
pub(crate) fn note(root: &Path, file: &Arc<str>, fingerprint: &str) -> Result<bool, Diagnostic> {
    let failed = |error: io::Error| not_written(file, &error);
    let before = fs::read_to_string(root.join(&**file)).map_err(failed)?;
    let after = with_note(&before, fingerprint).ok_or_else(|| failed(io::Error::other("---")))?;
    if after == before {
        return Ok(false);
    }
    rewrite(root, file, &before, &after)?;
    Ok(true)
}

/// The text with the line set; `None` where it has no front matter.
fn with_note(text: &str, fingerprint: &str) -> Option<String> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_start_matches('\u{feff}').trim_end() != "---" {
        return None;
    }
    let end_of_line = if first.ends_with("\r\n") { "\r\n" } else { "\n" };
    let line = format!("translates: {fingerprint}{end_of_line}");
    let mut out = String::with_capacity(text.len() + line.len());
    out.push_str(first);
    let (mut set, mut closed) = (false, false);
    for old in lines {
        let closes = !closed && matches!(old.trim_end(), "---" | "...");
        closed |= closes;
        let notes = !closed && old.starts_with("translates:");
        if (closes || notes) && !set {
            out.push_str(&line);
            set = true;
        }
        if !notes {
            out.push_str(old);
        }
    }
    closed.then_some(out)
}
