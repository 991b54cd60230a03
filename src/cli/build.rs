//! `koyaku build`: writes the site and says in a few lines what it has written.

use super::report::{self, Watch};
use super::{FAILED, Surroundings, arguments::Run};
use crate::diagnostic::human::EditorLanguage;
use crate::pipeline::{self, Built, RunStep};
use std::time::Duration;

pub(crate) fn run(run: &Run, around: &Surroundings) -> u8 {
    let watch = Watch::new(run, around.watched);
    let request = report::request(run);
    let outcome = pipeline::build(&request, &run.out, &watch.progress());
    let code = report::problems(run, &outcome, around);
    let Some(built) = outcome.made else { return FAILED };
    let timings = watch.timings();
    let all = timings.iter().map(|(_, time)| *time).sum();
    (around.out)(&summary(run, built, all));
    if run.timings {
        (around.out)(&table(&timings));
    }
    code
}

fn summary(run: &Run, built: Built, time: Duration) -> String {
    let Built {
        pages,
        files,
        bytes,
        commitments,
        documents,
        municipalities,
    } = built;
    let (out, seconds, megabytes) = (run.out.display(), time.as_secs_f64(), bytes as f64 / 1e6);
    match run.language {
        EditorLanguage::Ja => format!(
            "{municipalities} 市町村、{documents} 文書、{commitments} 項目 → {pages} \
             ページ（{files} ファイル、{megabytes:.1} MB）を {seconds:.2} 秒で書き出しました\n  {out}\n"
        ),
        EditorLanguage::En => {
            let counted = |count: usize, one: &str, other: &str| {
                format!("{count} {}", if count == 1 { one } else { other })
            };
            let cities = counted(municipalities, "municipality", "municipalities");
            let documents = counted(documents, "document", "documents");
            let commitments = counted(commitments, "commitment", "commitments");
            format!(
                "{cities}, {documents}, {commitments} → {pages} pages ({files} files, {megabytes:.1} \
                 MB) in {seconds:.2} s\n  {out}\n"
            )
        }
    }
}

fn table(timings: &[(RunStep, Duration)]) -> String {
    let row = |(step, time): &(RunStep, Duration)| {
        let step = format!("{step:?}").to_lowercase();
        format!("  {step:<8} {:>9.3} s\n", time.as_secs_f64())
    };
    timings.iter().map(row).collect()
}
