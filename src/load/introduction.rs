//! Reads the lasting text of a node, `index.md` in its folder, with its translations.

use super::content::Bundle;
use super::page::{original, translations};
use crate::diagnostic::Diagnostic;
use crate::site::IntroductionFile;

pub fn load(node: Box<str>, bundle: &Bundle, problems: &mut Vec<Diagnostic>) -> Option<IntroductionFile> {
    let original = original(bundle, problems);
    let translations = translations(bundle, problems);
    let mut texts = vec![original?];
    texts.extend(translations);
    Some(IntroductionFile { node, texts })
}
