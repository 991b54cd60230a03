//! What a call finds around it: the folder that its paths start from, the language of its user, and where it
//! speaks. The program takes it from its process; a test gives its own.

use super::language;
use crate::diagnostic::human::EditorLanguage;
use anstream::ColorChoice;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// The place that a call is made from.
pub struct Surroundings<'a> {
    /// Where relative paths start; empty for the folder that the process stands in.
    pub folder: PathBuf,
    /// What is spoken where the call does not say it.
    pub language: EditorLanguage,
    /// Whether problems are shown in colour.
    pub coloured: bool,
    /// Whether somebody watches, for whom a long build draws a bar.
    pub watched: bool,
    /// Takes what was asked for.
    pub out: &'a dyn Fn(&str),
    /// Takes what is to be complained of.
    pub err: &'a dyn Fn(&str),
}

impl Surroundings<'static> {
    /// Those of the process, with its two streams. A stream that is closed leaves the exit code as the answer
    /// and undoes nothing.
    pub fn of_process() -> Self {
        let stderr = std::io::stderr();
        Self {
            folder: PathBuf::new(),
            language: language::of_environment(),
            coloured: anstream::AutoStream::choice(&stderr) != ColorChoice::Never,
            watched: stderr.is_terminal(),
            out: &|text| {
                let _closed = write!(anstream::stdout(), "{text}");
            },
            err: &|text| {
                let _closed = write!(anstream::stderr(), "{text}");
            },
        }
    }
}
