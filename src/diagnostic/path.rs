//! Where in a record a value stands: the steps from its file down to it. A path is typed, so that no place is
//! put together from pieces of text; it becomes a span only for what is reported.

use std::fmt;

/// One step down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A key that the model names.
    Field(&'static str),
    /// A key that the record itself makes, such as the label of a deadline or a language.
    Entry(Box<str>),
    /// A position in a list, from 0.
    Item(usize),
}

/// The steps to a value, from the top of its file or front matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(Vec<Step>);

impl Path {
    /// Goes one step down. A walk keeps one path and moves it, so that most values cost no path of their
    /// own.
    pub fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// Goes back up by one step; at the top it stays there.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// The steps from the top of the file or front matter downwards; none for the top itself.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The path to a key of the value at this path.
    pub fn field(mut self, name: &'static str) -> Self {
        self.0.push(Step::Field(name));
        self
    }

    /// The path to an item of the list at this path.
    pub fn item(mut self, at: usize) -> Self {
        self.0.push(Step::Item(at));
        self
    }

    /// The path that goes on below the value at this path.
    pub(crate) fn then(mut self, below: Path) -> Self {
        self.0.extend(below.0);
        self
    }

    /// The path to what the record keeps under a key of its own at this path.
    pub fn entry(mut self, key: &str) -> Self {
        self.0.push(Step::Entry(key.into()));
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            let dot = if at == 0 { "" } else { "." };
            match step {
                Step::Field(name) => write!(f, "{dot}{name}")?,
                Step::Entry(key) => write!(f, "{dot}{key}")?,
                Step::Item(number) => write!(f, "[{number}]")?,
            }
        }
        Ok(())
    }
}

impl Step {
    /// The key that it follows, which an item of a list does not have.
    pub(crate) fn key(&self) -> &str {
        match self {
            Step::Field(name) => name,
            Step::Entry(key) => key,
            Step::Item(_) => "",
        }
    }
}

/// The name of a field, as the walk gives it.
impl From<&'static str> for Step {
    fn from(name: &'static str) -> Self {
        Step::Field(name)
    }
}

impl From<usize> for Step {
    fn from(position: usize) -> Self {
        Step::Item(position)
    }
}

impl<const N: usize> From<[Step; N]> for Path {
    fn from(steps: [Step; N]) -> Self {
        Self(steps.into())
    }
}

/// The path of fields and positions: `path_to![Document::tallies, 0, Tally::total]`.
macro_rules! path_to {
    ($($step:expr),+) => { $crate::diagnostic::Path::from([$($crate::diagnostic::Step::from($step)),+]) };
}

pub(crate) use path_to;
