//! A value that its own type refuses while a record is being read, before the file and line are known.

use super::{Code, Diagnostic, Message, Place};
use serde::de::Error;
use std::cell::Cell;

/// Why a value is not accepted, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which rule of values is broken, such as `value-date`.
    pub code: Code,
    /// What is wrong, with the text as it was written.
    pub message: Message,
    /// What to write instead; `None` until [`Refusal::remedy`] says it.
    pub remedy: Option<Message>,
}

thread_local! {
    /// The refusal of which an error is being made. serde hands errors nothing but text, so a type of errors
    /// that keeps more takes it from here.
    static RAISED: Cell<Option<Refusal>> = const { Cell::new(None) };
}

impl Refusal {
    /// Why a value is not accepted, without a remedy yet.
    pub fn new(code: Code, message: Message) -> Self {
        Self {
            code,
            message,
            remedy: None,
        }
    }

    /// The same with what the editor should write instead.
    pub fn remedy(mut self, remedy: Message) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// The refusal as a problem of a place.
    pub(crate) fn at(self, place: Place) -> Diagnostic {
        Diagnostic {
            remedy: self.remedy,
            ..Diagnostic::error(self.code, place, self.message)
        }
    }

    /// The refusal as an error of whatever is reading.
    pub fn raise<E: Error>(self) -> E {
        RAISED.set(Some(self));
        let error = E::custom("the value is refused");
        RAISED.take();
        error
    }

    /// For the making of an error: the refusal that is being raised, if it is one.
    pub(crate) fn raised() -> Option<Self> {
        RAISED.take()
    }
}
