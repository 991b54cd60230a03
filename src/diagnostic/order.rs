//! In which order problems are told, and which stand for others like them: errors before warnings, causes
//! before what may follow from them, then by file and line. Nothing is dropped: what is folded is counted.

use super::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

/// How much of a list is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The first few of one kind in one file, and how many more there are.
    Folded,
    /// Each.
    All,
}

/// One thing to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ToldProblem<'d> {
    Problem(&'d Diagnostic),
    /// So many more of one kind in the file of the problem that was told last of them.
    MoreInFile(&'d Diagnostic, usize),
    /// So many warnings of one kind, in so many files of which none is told.
    MoreFiles(&'d Diagnostic, usize, usize),
}

/// How many errors of one kind are told of one file. Each may need a look of its own.
const ERRORS: usize = 10;

/// How many warnings of one kind are told of one file.
const WARNINGS: usize = 3;

/// In how many files warnings of one kind are told: a new language makes one for each file of a site.
const FILES: usize = 10;

/// What to tell, in order.
pub(crate) fn told(diagnostics: &[Diagnostic], extent: Extent) -> Vec<ToldProblem<'_>> {
    let sorted = in_order(diagnostics).into_iter();
    let sorted: Vec<&Diagnostic> = sorted.map(|at| &diagnostics[at]).collect();
    if extent == Extent::All {
        return sorted.into_iter().map(ToldProblem::Problem).collect();
    }
    let mut kinds: BTreeMap<(Severity, Code), Vec<ProblemGroup<'_>>> = BTreeMap::new();
    for (at, problem) in sorted.iter().enumerate() {
        let groups = kinds.entry((problem.severity, problem.code)).or_default();
        let mut known = groups.iter_mut();
        match known.rfind(|group| group.file == &*problem.place.file) {
            Some(group) => group.members.push(at),
            None => groups.push(ProblemGroup {
                file: &problem.place.file,
                members: vec![at],
            }),
        }
    }
    let mut told: Vec<(usize, ToldProblem<'_>)> = Vec::new();
    for ((severity, _), groups) in kinds {
        let (most, files) = match severity {
            Severity::Error => (ERRORS, usize::MAX),
            Severity::Warning => (WARNINGS, FILES),
        };
        let mut last = 0;
        for group in groups.iter().take(files) {
            let shown = shown(group.members.len(), most);
            let members = group.members[..shown].iter();
            told.extend(members.map(|&at| (at, ToldProblem::Problem(sorted[at]))));
            last = group.members[shown - 1];
            if let more @ 1.. = group.members.len() - shown {
                told.push((last, ToldProblem::MoreInFile(sorted[last], more)));
            }
        }
        let rest = groups.get(files..).unwrap_or_default();
        if !rest.is_empty() {
            let more = rest.iter().map(|group| group.members.len()).sum();
            told.push((last, ToldProblem::MoreFiles(sorted[last], more, rest.len())));
        }
    }
    // What is said of the others follows the problem after which it was put, because sorting is stable.
    told.sort_by_key(|(at, _)| *at);
    told.into_iter().map(|(_, told)| told).collect()
}

/// The positions of all problems, in the order in which they are told.
pub(crate) fn in_order(diagnostics: &[Diagnostic]) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..diagnostics.len()).collect();
    sorted.sort_by_key(|&at| {
        let problem = &diagnostics[at];
        let follows = !problem.code.is_cause();
        (
            problem.severity,
            follows,
            &problem.place.file,
            problem.place.start(),
        )
    });
    sorted
}

/// The problems of one kind in one file, as positions in the sorted list.
struct ProblemGroup<'d> {
    file: &'d str,
    members: Vec<usize>,
}

/// A line that stands for one problem would be as long as the problem's own.
fn shown(count: usize, most: usize) -> usize {
    if count <= most + 1 { count } else { most }
}
