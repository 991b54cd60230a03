//! `koyaku translated`: notes that translations have been compared with their originals.

use super::{DONE, FAILED, Surroundings, arguments::Run, report};
use crate::diagnostic::human::EditorLanguage;
use crate::pipeline::{self, Translated};

pub(crate) fn run(run: &Run, files: &[String], around: &Surroundings) -> u8 {
    let outcome = pipeline::translated(&report::request(run), files, &around.folder);
    // What was written is told, and problems of other files are the business of `check`.
    let _code = report::problems(run, &outcome, around);
    let Some(noted) = outcome.made else { return FAILED };
    for Translated { file, changed } in &noted {
        let line = match (run.language, changed) {
            (EditorLanguage::Ja, true) => format!("{file}: いまの原文の訳として記録しました"),
            (EditorLanguage::En, true) => {
                format!("{file}: noted as a translation of the original as it is now")
            }
            (EditorLanguage::Ja, false) => format!("{file}: すでに記録されています"),
            (EditorLanguage::En, false) => format!("{file}: was noted already"),
        };
        (around.out)(&format!("{line}\n"));
    }
    DONE
}
