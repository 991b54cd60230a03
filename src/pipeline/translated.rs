//! Notes in translations that they have been compared with their originals. It needs no site without errors,
//! only those files.

use super::{Outcome, Request, pool};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::Fingerprint;
use crate::model::walk::Walk;
use crate::site::{Content, MarkdownFile};
use crate::{desk, load};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    pub file: Arc<str>,
    /// Whether it said something else before.
    pub changed: bool,
}

/// Sets in each of the files the fingerprint of the original that it translates. Files are named as seen from
/// `folder`, the working directory where it is empty, or from the site's folder, and must lie below its
/// `content/`. Nothing is written unless all of them are translations.
pub fn translated(request: &Request, files: &[String], folder: &Path) -> Outcome<Vec<Translated>> {
    pool(request).install(|| {
        let load::Loaded {
            content,
            problems: found,
            skipped,
            sources,
        } = load::load(&request.root);
        let known = content.as_ref().map(fingerprints).unwrap_or_default();
        let mut problems = Vec::new();
        let mut wanted = Vec::with_capacity(files.len());
        for file in files {
            let place = desk::named::below_content(&request.root, file, folder);
            match place.as_deref().and_then(|place| known.get_key_value(place)) {
                Some((path, fingerprint)) => wanted.push((path.clone(), *fingerprint)),
                None => {
                    let own: Vec<Diagnostic> = found
                        .iter()
                        .filter(|problem| place.as_deref() == Some(&*problem.place.file))
                        .cloned()
                        .collect();
                    if own.is_empty() {
                        problems.push(no_translation(file));
                    } else {
                        problems.extend(own);
                    }
                }
            }
        }
        let made = if content.is_none() {
            problems.extend(found);
            None
        } else if problems.is_empty() {
            let noted: Result<Vec<Translated>, Diagnostic> = wanted
                .into_iter()
                .map(|(file, fingerprint)| note(&request.root, file, fingerprint))
                .collect();
            noted.map_err(|problem| problems.push(problem)).ok()
        } else {
            None
        };
        sources.resolve(&mut problems);
        Outcome {
            made,
            problems,
            skipped,
            sources,
            whose: Vec::new(),
        }
    })
}

fn note(root: &Path, file: Arc<str>, fingerprint: Fingerprint) -> Result<Translated, Diagnostic> {
    let changed = desk::translation::note(root, &file, &fingerprint.to_string())?;
    Ok(Translated { file, changed })
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
        let first = content.settings.languages[0];
        let (originals, translations): (Vec<_>, Vec<_>) =
            introduction.texts.iter().partition(|text| text.language == first);
        if let Some(original) = originals.first() {
            let fingerprint = Fingerprint::from_words(&original.head, &original.body);
            all.extend(
                translations
                    .into_iter()
                    .map(|text| (text.file.clone(), fingerprint)),
            );
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
