//! What one call of koyaku answered.

use anstream::adapter::strip_str as plain;
use koyaku::cli::{self, Surroundings};
use koyaku::diagnostic::human::EditorLanguage;
use std::cell::RefCell;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The exit code and both streams of a call that has ended.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    call: String,
}

impl Run {
    /// A call within the test, as from a process that stands in `folder`, for a Japanese user whose streams
    /// lead into pipes. Such a process would name files as seen from there, so the way to the folder is left
    /// out.
    pub fn within(folder: &Path, arguments: &[&str]) -> Self {
        let (out, err) = (RefCell::new(String::new()), RefCell::new(String::new()));
        let around = Surroundings {
            folder: folder.to_owned(),
            language: EditorLanguage::Ja,
            coloured: false,
            watched: false,
            out: &|text| out.borrow_mut().push_str(text),
            err: &|text| err.borrow_mut().push_str(text),
        };
        let words = std::iter::once(&"koyaku").chain(arguments).map(OsString::from);
        let code = i32::from(cli::run(words, &around));
        let way = format!("{}/", folder.display());
        Self {
            code: Some(code),
            out: plain(&out.take()).to_string().replace(&way, ""),
            err: plain(&err.take()).to_string().replace(&way, ""),
            call: format!("koyaku {}", arguments.join(" ")),
        }
    }

    /// Waits for the end of a command that reads nothing.
    pub fn of(mut command: Command) -> Self {
        let output = command
            .stdin(Stdio::null())
            .output()
            .expect("the program can be started");
        Self::from_output(&command, output)
    }

    pub fn from_output(command: &Command, output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("koyaku writes UTF-8");
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
            call: format!("{command:?}"),
        }
    }

    pub fn succeeds(self) -> Self {
        self.exits(0)
    }

    pub fn exits(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "exit code of {}\n{}{}",
            self.call,
            self.out,
            self.err
        );
        self
    }

    pub fn says(self, words: &str) -> Self {
        assert!(
            self.out.contains(words),
            "standard output should hold `{words}`:\n{}",
            self.out
        );
        self
    }

    pub fn complains(self, words: &str) -> Self {
        assert!(
            self.err.contains(words),
            "standard error should hold `{words}`:\n{}",
            self.err
        );
        self
    }

    pub fn says_nothing(self) -> Self {
        assert_eq!(self.out, "", "standard output should be empty");
        self
    }

    pub fn complains_of_nothing(self) -> Self {
        assert_eq!(self.err, "", "standard error should be empty");
        self
    }
}
