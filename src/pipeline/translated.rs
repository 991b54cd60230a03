//! Notes in translations that they have been compared with their originals. It needs no site without errors,
//! only those files.

use super::{Outcome, Request, pool};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::{Fingerprint, walk::Walk};
use crate::site::{Content, MarkdownFile};
use crate::{desk, load};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Translated {
    pub file: Arc<str>,
    /// Whether it said something else before.
    pub changed: bool,
}

/// Sets in each of the files the fingerprint of the original that it translates. Files are named as seen from
/// `folder`, the working directory where it is empty, or from the site's folder, and must lie below its
/// `content/`. Nothing is written unless all of them are translations.
pub(crate) fn translated(request: &Request, files: &[String], folder: &Path) -> Outcome<Vec<Translated>> {
    pool(request).install(|| {
        let mut outcome = Outcome::from(load::load(&request.root));
        let found = std::mem::take(&mut outcome.problems);
        let known = outcome.made.as_ref().map(fingerprints).unwrap_or_default();
        let mut wanted = Vec::with_capacity(files.len());
        for file in files {
            let place = desk::named::below_content(&request.root, file, folder);
            match place.as_deref().and_then(|place| known.get_key_value(place)) {
                Some((path, fingerprint)) => wanted.push((path.clone(), *fingerprint)),
                None => {
                    let is_own = |problem: &&Diagnostic| place.as_deref() == Some(&*problem.place.file);
                    let told = outcome.problems.len();
                    outcome.problems.extend(found.iter().filter(is_own).cloned());
                    if outcome.problems.len() == told {
                        outcome.problems.push(no_translation(file));
                    }
                }
            }
        }
        if outcome.made.is_none() {
            outcome.problems.extend(found);
        }
        outcome.then(|_, problems| {
            if !problems.is_empty() {
                return None;
            }
            let noted = wanted.into_iter().map(|(file, fingerprint)| {
                let changed = desk::translation::note(&request.root, &file, &fingerprint.to_string())?;
                Ok(Translated { file, changed })
            });
            let noted: Result<Vec<Translated>, Diagnostic> = noted.collect();
            noted.map_err(|problem| problems.push(problem)).ok()
        })
    })
}

/// For each translation the fingerprint of its original.
fn fingerprints(content: &Content) -> HashMap<Arc<str>, Fingerprint> {
    let mut all = HashMap::new();
    for page in &content.pages {
        add(&page.original, &page.translations, &mut all);
    }
    for report in &content.reports {
        add(&report.original, &report.translations, &mut all);
    }
    for term in &content.terms {
        add(&term.original, &term.translations, &mut all);
    }
    for introduction in &content.introductions {
        if let [original, translations @ ..] = &introduction.texts[..] {
            add(original, translations, &mut all);
        }
    }
    all
}

fn add<Head: Walk, Other>(
    original: &MarkdownFile<Head>,
    translations: &[MarkdownFile<Other>],
    all: &mut HashMap<Arc<str>, Fingerprint>,
) {
    let fingerprint = Fingerprint::from_words(&original.head, &original.body);
    all.extend(translations.iter().map(|text| (text.file.clone(), fingerprint)));
}

fn no_translation(file: &str) -> Diagnostic {
    let message = Message::new(
        "このサイトの翻訳ファイルではありません",
        "this is no translation of this site",
    );
    Diagnostic::error(Code::TranslationOrphan, Place::file(&Arc::from(file)), message).remedy(Message::new(
        "content/ の下にある .en.md などのファイルを指定してください。サイトのフォルダーは --root で示せます",
        "name a file below content/ such as about.en.md; --root says where the site is",
    ))
}
