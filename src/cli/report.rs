//! Shows problems, progress and what was done. Colour and bars appear on a terminal only.

use super::{DONE, FAILED, Surroundings, arguments::Run};
use crate::diagnostic::human::{self, EditorLanguage, Manner, TerminalStyle};
use crate::diagnostic::summary::{ProblemCount, Summary};
use crate::load;
use crate::pipeline::{Outcome, Progress, Request, RunStep};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How many files a build must have before a bar is worth its flicker.
const LONG: usize = 2_000;

/// The request that a run makes of the pipeline, with the time of now.
pub(crate) fn request(run: &Run) -> Request {
    Request {
        root: run.root.clone(),
        base_url: run.base_url.clone(),
        as_of: run.as_of,
        portable: run.portable,
        minify: run.minify,
        strict: run.strict,
        threads: run.threads,
        now: Timestamp::now(),
    }
}

/// Complains of every problem, and returns the exit code that they mean.
pub(crate) fn problems<Made>(run: &Run, outcome: &Outcome<Made>, around: &Surroundings) -> u8 {
    let counted = Summary::count(&outcome.problems, &outcome.whose);
    let manner = Manner {
        language: run.language,
        style: if around.coloured {
            TerminalStyle::Coloured
        } else {
            TerminalStyle::Plain
        },
        extent: run.extent,
    };
    if !outcome.problems.is_empty() {
        let text_of = |file: &str| {
            let read = outcome.sources.text(file).map(str::to_owned);
            read.or_else(|| load::show(&run.root, file))
        };
        let text = human::render(&outcome.problems, manner, &text_of);
        let tables = counted.is_long().then(|| counted.tables(run.language));
        let tables = tables.unwrap_or_default();
        let ProblemCount { errors, warnings } = counted.all;
        let line = human::summary(errors, warnings, run.language);
        (around.err)(&format!("{text}{tables}{line}\n"));
    }
    if !outcome.skipped.is_empty() {
        let list: Vec<&str> = outcome.skipped.iter().map(|path| &**path).collect();
        let list = list.join(", ");
        (around.err)(&match run.language {
            EditorLanguage::Ja => format!("読まなかったファイル: {list}\n"),
            EditorLanguage::En => format!("files left out: {list}\n"),
        });
    }
    verdict(run, counted.all)
}

/// The exit code that so many problems mean.
pub(crate) fn verdict(run: &Run, ProblemCount { errors, warnings }: ProblemCount) -> u8 {
    if errors > 0 || (run.strict && warnings > 0) {
        FAILED
    } else {
        DONE
    }
}

/// Shows the steps of a run while it goes on, and measures them.
pub(crate) struct Watch {
    bar: Mutex<Option<ProgressBar>>,
    steps: Mutex<Vec<(RunStep, Instant)>>,
    watched: bool,
    language: EditorLanguage,
}

impl Watch {
    pub(crate) fn new(run: &Run, watched: bool) -> Self {
        Self {
            bar: Mutex::new(None),
            steps: Mutex::new(Vec::new()),
            watched,
            language: run.language,
        }
    }

    /// The function to hand to the pipeline.
    pub(crate) fn progress(&self) -> impl Fn(RunStep, usize, usize) + Sync + '_ {
        move |step, done, total| self.note(step, done, total)
    }

    /// How long each step took, in order.
    pub(crate) fn timings(&self) -> Vec<(RunStep, Duration)> {
        let steps = self.steps.lock().expect("no thread panics while it notes a step");
        steps
            .windows(2)
            .map(|pair| (pair[0].0, pair[1].1 - pair[0].1))
            .collect()
    }

    fn note(&self, step: RunStep, done: usize, total: usize) {
        // Every file of a build comes by here, so all but the first and every 64th pass without a lock.
        if step == RunStep::Write && done > 1 {
            if self.watched
                && done.is_multiple_of(64)
                && let Some(bar) = &*self.bar.lock().expect("no thread panics while it holds the bar")
            {
                bar.set_position(done as u64);
            }
            return;
        }
        self.steps
            .lock()
            .expect("no thread panics while it notes a step")
            .push((step, Instant::now()));
        let mut bar = self.bar.lock().expect("no thread panics while it holds the bar");
        if let Some(old) = bar.take() {
            old.finish_and_clear();
        }
        if step == RunStep::Write && self.watched && total >= LONG {
            *bar = Some(self.new_bar(total));
        }
    }

    fn new_bar(&self, total: usize) -> ProgressBar {
        let template = match self.language {
            EditorLanguage::Ja => "書き出し {bar:32} {pos}/{len}（残り {eta}）",
            EditorLanguage::En => "writing {bar:32} {pos}/{len} ({eta} left)",
        };
        let style = ProgressStyle::with_template(template).expect("the template of the bar is well formed");
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
        bar.set_style(style);
        bar
    }
}

/// A progress function for runs that nobody waits for.
pub(crate) const QUIET: &Progress<'static> = &|_, _, _| {};
