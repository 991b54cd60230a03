//! `koyaku seal`: records the wording, and says of each record how much of it was new.

use super::{FAILED, Surroundings, arguments::Run, report};
use crate::diagnostic::human::EditorLanguage;
use crate::model::Date;
use crate::pipeline::{self, Sealed};

pub(crate) fn run(run: &Run, date: Option<Date>, around: &Surroundings) -> u8 {
    let outcome = pipeline::seal(&report::request(run), date);
    let code = report::problems(run, &outcome, around);
    let Some(records) = outcome.made else {
        return FAILED;
    };
    for record in &records {
        (around.out)(&line(run.language, record));
    }
    code
}

fn line(language: EditorLanguage, sealed: &Sealed) -> String {
    let Sealed {
        name,
        added,
        known,
        unsure,
    } = sealed;
    let mut out = match language {
        EditorLanguage::Ja => format!("{name}: 新たに {added} 件を封印しました（これまで {known} 件）\n"),
        EditorLanguage::En => format!("{name}: sealed {added} entries ({known} before)\n"),
    };
    if !unsure.is_empty() {
        let list = unsure.join(", ");
        out.push_str(&match language {
            EditorLanguage::Ja => format!("  読みが確かでないため封印しないもの: {list}\n"),
            EditorLanguage::En => format!("  not sealed, because they cannot be read surely: {list}\n"),
        });
    }
    out
}
