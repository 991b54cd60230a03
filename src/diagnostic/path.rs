//! The way from the top of a YAML text to one of its values, step by step. It knows neither the text nor where
//! the value stands in it; `source::yaml` finds that, and only for what is reported.

use std::fmt::{Display, Formatter, Result};

/// One step down into a group or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A key that the model names.
    Field(&'static str),
    /// A key that the record itself makes: the words of a deadline, a language.
    Entry(Box<str>),
    /// A position in a list.
    Item(usize),
}

/// No steps lead to the text as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

    pub fn field(mut self, name: &'static str) -> Self {
        self.push(Step::Field(name));
        self
    }

    pub fn item(mut self, position: usize) -> Self {
        self.push(Step::Item(position));
        self
    }

    pub fn entry(mut self, key: &str) -> Self {
        self.push(Step::Entry(key.into()));
        self
    }
}

/// As people write it: `sections[0].commitments[3].deadline`.
impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Item(position) => write!(f, "[{position}]")?,
                _ if at > 0 => write!(f, ".{}", step.key())?,
                _ => f.write_str(step.key())?,
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

/// A path that was put together as text. What it names may hold no point and no bracket, so keys that a record
/// makes itself take `entry`.
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
