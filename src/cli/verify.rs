//! `koyaku verify`: whether the ledgers continue those of a site published before.

use super::{FAILED, Surroundings, arguments::Run, report};
use crate::diagnostic::human::EditorLanguage;
use crate::pipeline;
use std::path::Path;

pub(crate) fn run(run: &Run, previous: &Path, around: &Surroundings) -> u8 {
    let outcome = pipeline::verify(&report::request(run), previous);
    let code = report::problems(run, &outcome, around);
    let Some(compared) = outcome.made else {
        return FAILED;
    };
    let folder = previous.display();
    let line = match (run.language, compared) {
        (EditorLanguage::Ja, 0) => format!("{folder} に公開済みの台帳はありません"),
        (EditorLanguage::En, 0) => format!("{folder} holds no published ledgers"),
        (EditorLanguage::Ja, _) => format!("台帳 {compared} 件は、いずれも {folder} の続きです"),
        (EditorLanguage::En, _) => format!("all {compared} ledgers continue those of {folder}"),
    };
    (around.out)(&format!("{line}\n"));
    // Nothing compared is nothing proved: a mistyped folder must not pass.
    if compared == 0 { FAILED } else { code }
}
