//! Reads one report with its translations.

use super::content::Bundle;
use super::gathered::Gathered;
use super::name;
use super::page::{original, translations};
use crate::site::ReportFile;

/// The report `name` on the node with the address `node`.
pub fn load(node: Box<str>, name: Box<str>, bundle: &Bundle, gathered: &mut Gathered) -> Option<ReportFile> {
    let original = original(bundle, gathered);
    let translations = translations(bundle, gathered);
    // Only names that begin with a time have been sorted here.
    let when = name::when(&name)?;
    Some(ReportFile {
        node,
        name,
        when,
        original: original?,
        translations,
    })
}
