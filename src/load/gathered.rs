//! What reading files brings besides their values: the problems found, and the texts kept for showing them.

use crate::diagnostic::Diagnostic;
use crate::source::Sources;

#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub problems: Vec<Diagnostic>,
    pub sources: Sources,
}

impl Gathered {
    pub(crate) fn push(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    pub(crate) fn extend(&mut self, problems: impl IntoIterator<Item = Diagnostic>) {
        self.problems.extend(problems);
    }

    /// Takes in what was gathered elsewhere.
    pub(crate) fn join(&mut self, other: Gathered) {
        self.problems.extend(other.problems);
        self.sources.extend(other.sources);
    }
}
