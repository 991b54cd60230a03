//! The stages in order: load, link, check, plan, render, publish. Nothing else knows the order.
//! It prints nothing and reads no clock; what it is doing goes to `Progress`.

mod difference;
mod ledgers;
mod migration;
mod theme_text;
mod translated;
mod whose;

pub(crate) use crate::migrate::FileChange;
pub(crate) use difference::compare;
pub(crate) use ledgers::{Sealed, seal, verify};
pub(crate) use migration::{migrate, migration};
pub(crate) use theme_text::theme_text;
pub(crate) use translated::{Translated, translated};

use crate::diagnostic::{Code, Diagnostic, Severity, summary::Whose};
use crate::facts;
use crate::load::{self, Loaded};
use crate::model::{Date, Url};
use crate::publish;
use crate::render;
use crate::render::{Prepared, Proved};
use crate::site::{Artifact, Content, Options, Output, Site, ThemeFiles};
use crate::source::{self, Sources};
use crate::{check, link, theme};
use jiff::Timestamp;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// What a run was asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder of the site.
    pub root: PathBuf,
    /// Overrides `base_url` of the settings.
    pub base_url: Option<String>,
    /// Overrides `as_of` of the settings.
    pub as_of: Option<Date>,
    /// Links name `index.html`, so that the output can be read from a folder without a server.
    pub portable: bool,
    /// Whether templates lose the white space that no reader sees. Without the feature that minifies
    /// nothing changes.
    pub minify: bool,
    /// Warnings stand against publishing too.
    pub strict: bool,
    /// How many threads work; 0 for one per core.
    pub threads: usize,
    /// The time of the run, which decides what "today" is when nothing else does.
    pub now: Timestamp,
}

/// A stage of a run, for whoever shows progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunStep {
    /// Files are read, and each value judged by itself.
    Load,
    /// Names are followed to what they name.
    Link,
    /// The rules of facts are asked: totals, dates, statuses, the seal.
    Check,
    /// The theme is compiled, a site's own one tried, and every output file named.
    Plan,
    /// Output files are made and written beside the old site. Only this step counts what is done.
    Write,
    /// The new folder takes the place of the old one.
    Publish,
    /// Told once at the end, also of a run that has failed.
    Done,
}

/// Is told which step a run is in, and how much of it is done out of how much.
pub(crate) type Progress<'a> = dyn Fn(RunStep, usize, usize) + Sync + 'a;

/// A site that may be published, with its theme and plan.
pub struct Ready {
    /// The theme, which has been found to make pages, with the facts of the site.
    pub proved: Proved,
    /// Every output file, in the order in which they are told.
    pub plan: Vec<Artifact>,
}

impl Ready {
    /// The site of which the files are made.
    pub fn site(&self) -> &Site {
        &self.proved.basis.facts.site
    }

    /// The plan with what its files are made from, which is made now where the proof of the theme has not.
    pub(crate) fn prepared(self) -> (Vec<Artifact>, Prepared) {
        (self.plan, self.proved.prepared())
    }
}

/// The outcome of a run: what was made, if nothing stood against it, and every problem, with its place as a
/// span.
pub struct Outcome<Made> {
    /// What was asked for; `None` where an error stands against it, or a warning in a strict run.
    pub made: Option<Made>,
    /// Errors and warnings of all stages that were reached.
    pub problems: Vec<Diagnostic>,
    /// Files that were left out on purpose, such as `Thumbs.db`, by their paths.
    pub skipped: Vec<Arc<str>>,
    /// The texts that were read, for showing where the problems are.
    pub sources: Sources,
    /// For each of the first problems, whose it is.
    pub whose: Vec<Whose>,
}

impl<Made> Outcome<Made> {
    /// What is made of it in turn, which may find problems of its own. Every place is a span then.
    fn then<Next>(mut self, make: impl FnOnce(Made, &mut Vec<Diagnostic>) -> Option<Next>) -> Outcome<Next> {
        let made = self.made.take();
        let made = made.and_then(|made| make(made, &mut self.problems));
        self.sources.resolve(&mut self.problems);
        self.with(made)
    }

    /// The same, of which something else was made.
    fn with<Next>(self, made: Option<Next>) -> Outcome<Next> {
        Outcome {
            made,
            problems: self.problems,
            skipped: self.skipped,
            sources: self.sources,
            whose: self.whose,
        }
    }
}

impl<Read> From<Loaded<Read>> for Outcome<Read> {
    fn from(loaded: Loaded<Read>) -> Self {
        Self {
            made: loaded.content,
            problems: loaded.problems,
            skipped: loaded.skipped,
            sources: loaded.sources,
            whose: Vec::new(),
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Built {
    /// Files that end in `.html`: pages in every language, redirects among them.
    pub pages: usize,
    /// All files of the plan, the pages among them.
    pub files: usize,
    /// The bytes of what was rendered. Attachments are copied, and not counted.
    pub bytes: u64,
    /// Commitments of the record, each counted once for all languages, those listed again (再掲) too.
    pub commitments: usize,
    /// Documents of the record.
    pub documents: usize,
    /// Cities of the site.
    pub municipalities: usize,
}

/// Everything but writing: load, link, check and plan.
pub fn check(request: &Request, progress: &Progress) -> Outcome<Ready> {
    pool(request).install(|| {
        let outcome = prepare(request, progress).then(|ready, _| Some(ready));
        progress(RunStep::Done, 0, 0);
        outcome
    })
}

/// Builds the site into the folder `out`, which is exchanged only when all of it has been written.
pub fn build(request: &Request, out: &Path, progress: &Progress) -> Outcome<Built> {
    pool(request).install(|| {
        let outcome = prepare(request, progress).then(|ready, problems| {
            let written = write(ready, &request.root, out, progress);
            let (built, warnings) = written.map_err(|found| problems.extend(found)).ok()?;
            problems.extend(warnings);
            Some(built)
        });
        progress(RunStep::Done, 0, 0);
        outcome
    })
}

/// The stack of a working thread. Minifying and Markdown recurse to a bounded depth that the default would
/// not hold.
const STACK: usize = 16 << 20;

fn pool(request: &Request) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new()
        .num_threads(request.threads)
        .stack_size(STACK)
        .build()
        .expect("a machine that runs a program can start its threads")
}

fn prepare(request: &Request, progress: &Progress) -> Outcome<Ready> {
    progress(RunStep::Load, 0, 0);
    let mut outcome = Outcome::from(load::load(&request.root));
    let Some(content) = outcome.made.take() else {
        return outcome.with(None);
    };
    let problems = &mut outcome.problems;
    let options = options(request, &content, problems);
    let files = load::theme::load(&request.root, content.settings.theme.as_ref(), problems);
    keep_texts(&files, &mut outcome.sources);
    progress(RunStep::Link, 0, 0);
    let (site, found) = link::link(content, options);
    problems.extend(found);
    progress(RunStep::Check, 0, 0);
    problems.extend(check::check(&site));
    silence_consequences(problems);
    progress(RunStep::Plan, 0, 0);
    let facts = Arc::new(facts::facts(site));
    let mut planned = None;
    let can_be_used = theme::format::check(&files, problems);
    let proved = can_be_used.then(|| render::prove(&files, &facts, problems));
    if let Some(proved) = proved.flatten() {
        let doubled =
            |problem: &Diagnostic| matches!(problem.code, Code::IdDuplicate | Code::AddressDuplicate);
        match render::plan(&facts, &proved.basis.theme) {
            Ok(plan) => planned = Some((proved, plan)),
            // Two things at one address have two files at one path, which would only say the same again.
            Err(_) if problems.iter().any(doubled) => {}
            Err(found) => problems.extend(found),
        }
    }
    let stands_against = |problem: &Diagnostic| problem.severity == Severity::Error || request.strict;
    let planned = planned.filter(|_| !problems.iter().any(stands_against));
    outcome.whose = whose::whose(&facts.site, problems);
    outcome.with(planned.map(|(proved, plan)| Ready { proved, plan }))
}

/// Of two things with one id, one has lost its own: what was sealed of it seems gone, and is not.
fn silence_consequences(problems: &mut Vec<Diagnostic>) {
    let files: HashSet<Arc<str>> = problems
        .iter()
        .filter(|problem| problem.code == Code::IdDuplicate)
        .map(|problem| problem.place.file.clone())
        .collect();
    problems.retain(|problem| {
        let sealed = matches!(
            problem.code,
            Code::SealGone | Code::SealChanged | Code::SealMissing
        );
        !(sealed && files.contains(&problem.place.file))
    });
}

/// Keeps the texts of a site's own theme beside those of its content.
fn keep_texts(files: &ThemeFiles, sources: &mut Sources) {
    for file in files.files.values().filter(|file| file.file.ends_with(".yaml")) {
        if let Cow::Owned(bytes) = &file.content
            && let Ok(source) = source::decode(&file.file, bytes.clone())
        {
            let whole = 0..source.text.len();
            sources.keep(source, whole, Vec::new());
        }
    }
}

/// Puts the command line before the settings, and the settings before the clock.
fn options(request: &Request, content: &Content, problems: &mut Vec<Diagnostic>) -> Options {
    let settings = &content.settings;
    let base_url = request.base_url.as_deref();
    let base_url = base_url.or(settings.base_url.as_ref().map(Url::as_str));
    let base_url = base_url.map(|url| url.trim_end_matches('/').to_owned());
    let now = settings.time_zone.0.to_datetime(request.now);
    let as_of = request.as_of.or(settings.as_of);
    let as_of = as_of.map_or_else(|| now.date(), Date::last_day);
    // One that cannot be read is there, and has been told of.
    let unread = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error && problem.place.file == content.settings_file);
    if base_url.is_none() && !unread {
        problems.push(render::no_base_url(&content.settings_file));
    }
    Options {
        now,
        as_of,
        base_url,
        portable: request.portable,
        minify: request.minify,
    }
}

/// Renders and writes every artifact. Each thread holds one artifact at a time, so output in flight does not
/// grow with the site.
fn write(
    ready: Ready,
    root: &Path,
    out: &Path,
    progress: &Progress,
) -> Result<(Built, Vec<Diagnostic>), Vec<Diagnostic>> {
    let site = ready.site();
    let stage = publish::open(out, root).map_err(|problem| vec![problem])?;
    // What was published once is never replaced by a site whose ledgers tell another story.
    let replaced = ledgers::compare_with_output(site, out);
    if !replaced.is_empty() {
        return Err(replaced);
    }
    let (plan, prepared) = ready.prepared();
    let site = prepared.site();
    let (done, bytes) = (AtomicUsize::new(0), AtomicU64::new(0));
    let problems: Vec<Diagnostic> = plan
        .par_iter()
        .map_init(Vec::new, |buffer, artifact| {
            buffer.clear();
            let written = match artifact.output {
                Output::Attachment(index) => stage.copy(&artifact.path, &site[index].source),
                _ => render::render(&prepared, artifact, buffer)
                    .and_then(|()| stage.write(&artifact.path, buffer)),
            };
            bytes.fetch_add(buffer.len() as u64, Ordering::Relaxed);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            progress(RunStep::Write, done, plan.len());
            written.err()
        })
        .flatten()
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    progress(RunStep::Publish, 0, 0);
    let committed = stage.commit().map_err(|problem| vec![problem])?;
    let built = Built {
        pages: plan
            .iter()
            .filter(|artifact| artifact.path.ends_with(".html"))
            .count(),
        files: plan.len(),
        bytes: bytes.into_inner(),
        commitments: site.commitments.len(),
        documents: site.documents.len(),
        municipalities: site.municipalities.len(),
    };
    Ok((built, committed.warnings))
}
