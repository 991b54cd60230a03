//! Reads the lasting text of a node, `index.md` in its folder, with its translations.

use super::content::Bundle;
use super::gathered::Gathered;
use super::page::{original, translations};
use crate::site::IntroductionFile;

pub fn load(node: Box<str>, bundle: &Bundle, gathered: &mut Gathered) -> Option<IntroductionFile> {
    let original = original(bundle, gathered);
    let translations = translations(bundle, gathered);
    let mut texts = vec![original?];
    texts.extend(translations);
    Some(IntroductionFile { node, texts })
}
