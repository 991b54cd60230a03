//! `koyaku check`: everything that `build` does before it writes, and one line on what was found.

use super::arguments::Run;
use super::{DONE, Surroundings, report};
use crate::diagnostic::human::Language;
use crate::pipeline;

pub fn run(run: &Run, around: &Surroundings) -> u8 {
    let outcome = pipeline::check(&report::request(run), report::QUIET);
    let code = report::problems(run, &outcome, around);
    if let (DONE, Some(ready)) = (code, &outcome.made) {
        let (commitments, files) = (ready.site.commitments.len(), ready.plan.len());
        let line = match run.language {
            Language::Ja => format!("誤りはありません（{commitments} 項目、{files} ファイルになります）"),
            Language::En => format!("no errors ({commitments} commitments, which make {files} files)"),
        };
        (around.out)(&format!("{line}\n"));
    }
    code
}
