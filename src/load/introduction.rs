//! Reads the lasting text of a node, `index.md` in its folder, with its translations.

use super::content::Bundle;
use super::page::{original, translations};
use crate::diagnostic::Diagnostic;
use crate::site::IntroductionFile;

pub fn load(node: Box<str>, bundle: &Bundle, problems: &mut Vec<Diagnostic>) -> Option<IntroductionFile> {
    let mut texts: Vec<_> = original(bundle, problems).into_iter().collect();
    texts.extend(translations(bundle, problems));
    (!texts.is_empty()).then_some(IntroductionFile { node, texts })
}
