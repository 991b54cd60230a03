//! `koyaku check`: everything that `build` does before it writes. People are told on standard error, with one
//! line on what would be made; a program reads one document from standard output.

use super::arguments::{Messages, Run};
use super::{DONE, Surroundings, report};
use crate::diagnostic::human::{self, EditorLanguage};
use crate::diagnostic::summary::{ProblemCount, Summary};
use crate::diagnostic::{github, json, sarif};
use crate::load;
use crate::pipeline::{self, Outcome, Ready};
use std::path::{Component, Path};

pub(crate) fn run(run: &Run, messages: Messages, around: &Surroundings) -> u8 {
    let outcome = pipeline::check(&report::request(run), report::QUIET);
    if messages == Messages::Human {
        return tell(run, &outcome, around);
    }
    let Outcome { problems, whose, .. } = &outcome;
    let counted = Summary::count(problems, whose);
    let text_of = |file: &str| load::show(&run.root, file);
    let root = seen_from(&around.folder, &run.root);
    let written = match messages {
        Messages::Json => json::render(problems, whose, &text_of),
        Messages::Github => github::render(problems, run.language, &root, &text_of),
        Messages::Sarif => sarif::render(problems, run.language, &root, &text_of),
        Messages::Human | Messages::Summary => {
            let ProblemCount { errors, warnings } = counted.all;
            let tables = (!problems.is_empty()).then(|| counted.tables(run.language));
            let line = human::summary(errors, warnings, run.language);
            format!("{}{line}\n", tables.unwrap_or_default())
        }
    };
    (around.out)(&written);
    report::verdict(run, counted.all)
}

fn tell(run: &Run, outcome: &Outcome<Ready>, around: &Surroundings) -> u8 {
    let code = report::problems(run, outcome, around);
    if let (DONE, Some(ready)) = (code, &outcome.made) {
        let (commitments, files) = (ready.site().commitments.len(), ready.plan.len());
        let line = match run.language {
            EditorLanguage::Ja => {
                format!("誤りはありません（{commitments} 項目、{files} ファイルになります）")
            }
            EditorLanguage::En => format!("no errors ({commitments} commitments, which make {files} files)"),
        };
        (around.out)(&format!("{line}\n"));
    }
    code
}

/// What to put before a file of the site to name it from the folder where koyaku was called. A site that lies
/// elsewhere is named as it is.
fn seen_from(folder: &Path, root: &Path) -> String {
    let root = root.strip_prefix(folder).unwrap_or(root);
    let parts = root.components().filter(|part| *part != Component::CurDir);
    let parts: Vec<String> = parts
        .map(|part| part.as_os_str().to_string_lossy().replace('\\', "/"))
        .collect();
    match &parts[..] {
        [] => String::new(),
        parts => format!("{}/", parts.join("/").replace("//", "/")),
    }
}
