//! Reads one glossary entry with its translations.

use super::content::Bundle;
use super::gathered::Gathered;
use super::page::{original, translations};
use crate::model::id::Id;
use crate::site::TermFile;

pub fn load(id: &str, bundle: &Bundle, gathered: &mut Gathered) -> Option<TermFile> {
    let original = original(bundle, gathered);
    let translations = translations(bundle, gathered);
    // The name has been parsed when the file was sorted, so a failure here could only be a mistake of ours.
    Some(TermFile {
        id: Id::parse(id).ok()?,
        original: original?,
        translations,
    })
}
