//! Reads one glossary entry with its translations.

use super::content::Bundle;
use super::page::{original, translations};
use crate::diagnostic::Diagnostic;
use crate::model::id::Id;
use crate::site::TermFile;

pub fn load(id: &str, bundle: &Bundle, problems: &mut Vec<Diagnostic>) -> Option<TermFile> {
    let original = original(bundle, problems);
    let translations = translations(bundle, problems);
    // The name has been parsed when the file was sorted, so a failure here could only be a mistake of ours.
    Some(TermFile {
        id: Id::parse(id).ok()?,
        original: original?,
        translations,
    })
}
