//! Text that is HTML already. Words that lead to the glossary are kept beside the text and not written into
//! it: on a page each term is linked once, and which mention is the first is known only when the whole view
//! is made into what templates take (`pages::made`).

use crate::html::noted::Noted;
use crate::html::{Passage, escaped, passage};
use crate::model::Language;
use crate::site::TermIx;
use serde::ser::SerializeTupleStruct;
use serde::{Serialize, Serializer};
use std::ops::Range;
use tera::Value;

/// HTML that was made from escaped parts. Empty when there is nothing to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Html {
    pub text: String,
    /// Which stretches of the text name a term, in their order and without overlaps.
    pub terms: Vec<TermLink>,
    pub noted: Noted,
}

/// A stretch of HTML that names a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermLink {
    pub over: Range<usize>,
    pub term: TermIx,
}

/// What HTML with terms is called while it is made into what templates take: its pieces in order, between
/// terms, and of each term its number and its words.
pub(crate) const LINKED: &str = "koyaku linked";

impl Html {
    /// Finished HTML without terms.
    pub(crate) fn new(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// Plain text in the language of the page.
    pub(crate) fn text(text: &str) -> Self {
        Self::new(escaped(text))
    }

    /// A link around a text, in which no terms can be linked.
    pub(crate) fn link(href: &str, text: &Html) -> Self {
        Self {
            text: format!("<a href=\"{}\">{}</a>", escaped(href), text.text),
            terms: Vec::new(),
            noted: text.noted,
        }
    }

    /// A passage as words of the record, in the letters that stand for them.
    pub(crate) fn verbatim(passage: &Passage) -> Self {
        let Self { text, noted, .. } = Self::from(passage);
        Self::new(format!("<span class=\"verbatim\">{text}</span>")).noting(noted)
    }

    /// What is written inside the mark of its language, where it needs one.
    pub(crate) fn marked(lang: Option<Language>, write: impl FnOnce(&mut Self)) -> Self {
        let mut html = Self::default();
        let Some(lang) = lang else {
            write(&mut html);
            return html;
        };
        html.text = format!("<span{}>", passage::attributes(lang));
        write(&mut html);
        html.text.push_str("</span>");
        html
    }

    /// The same with what else is to be noticed of it.
    pub(crate) fn noting(self, noted: Noted) -> Self {
        Self {
            noted: self.noted.and(noted),
            ..self
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends finished HTML with its terms.
    pub(crate) fn push(&mut self, other: &Html) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.terms.iter().map(|link| TermLink {
            over: start + link.over.start..start + link.over.end,
            term: link.term,
        });
        self.terms.extend(moved);
        self.noted = self.noted.and(other.noted);
    }
}

impl From<&Passage<'_>> for Html {
    fn from(passage: &Passage) -> Self {
        let mut html = Self::default();
        passage.write_html(&mut html.text);
        html.noting(passage.noted)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.terms.is_empty() {
            return self.noted.wrap(&Value::safe_string(&self.text), serializer);
        }
        self.noted.wrap(&Linked(self), serializer)
    }
}

/// HTML in pieces, between the terms that it names.
struct Linked<'a>(&'a Html);

impl Serialize for Linked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Html { text, terms, .. } = self.0;
        let mut pieces = serializer.serialize_tuple_struct(LINKED, terms.len() * 3 + 1)?;
        let mut at = 0;
        for TermLink { over, term } in terms {
            pieces.serialize_field(&text[at..over.start])?;
            pieces.serialize_field(&term.position())?;
            pieces.serialize_field(&text[over.clone()])?;
            at = over.end;
        }
        pieces.serialize_field(&text[at..])?;
        pieces.end()
    }
}
