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
    pub fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    pub fn pop(&mut self) {
        self.0.pop();
    }

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
    pub fn key(&self) -> &str {
        match self {
            Step::Field(name) => name,
            Step::Entry(key) => key,
            Step::Item(_) => "",
        }
    }
}

/// A path that was put together as text. What it names may hold no point and no bracket, so keys that a
/// record makes itself take `entry`.
impl From<&str> for Path {
    fn from(text: &str) -> Self {
        let mut path = Path::default();
        for step in text.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
            match step.parse() {
                Ok(position) => path.push(Step::Item(position)),
                Err(_) => path.push(Step::Entry(step.into())),
            }
        }
        path
    }
}

impl From<String> for Path {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}
