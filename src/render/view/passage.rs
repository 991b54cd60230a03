//! Inline values that templates print as they are: text that knows its language, and ready HTML.
//! Both are printed by `{{ value }}`; neither ever needs the `safe` filter.

use crate::model::{Language, Text};
use crate::render::escape::{escape, escaped};
use crate::site::Site;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use tera::Value;

/// Text of the record or of an editor. Printed in the page's language it is plain text, which the template
/// engine escapes; in any other language it is printed as `<span lang="…">…</span>`, so that no page can
/// forget the mark.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    pub text: Cow<'a, str>,
    /// The language of the text when it is not the page's.
    pub lang: Option<Language>,
}

/// HTML that render made itself from escaped parts. Empty when there is nothing to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(pub String);

impl<'a> Passage<'a> {
    /// Text in the language of the page.
    pub fn native(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            lang: None,
        }
    }

    /// Text in a language, with its mark where that is not the language of the page.
    pub fn marked(text: impl Into<Cow<'a, str>>, found: Language, page: Language) -> Self {
        Self {
            text: text.into(),
            lang: (found != page).then_some(found),
        }
    }

    /// A text of the site in the language of a page, or in the one in which there is one.
    pub fn of_text(site: &Site, text: &'a Text, page: Language) -> Self {
        let (found, text) = site.text(text, page);
        Self::marked(text, found, page)
    }

    /// The passage as words of the record, in the letters that stand for them.
    pub fn verbatim(&self) -> Html {
        Html(format!("<span class=\"verbatim\">{}</span>", Html::from(self).0))
    }

    /// Appends the passage as HTML, for values that are put together from several parts.
    pub fn write_html(&self, out: &mut String) {
        marked(self.lang, out, |out| escape(&self.text, out));
    }
}

/// Writes something inside the mark of its language, where it needs one.
pub fn marked(lang: Option<Language>, out: &mut String, write: impl FnOnce(&mut String)) {
    let Some(lang) = lang else { return write(out) };
    out.push_str(&format!("<span lang=\"{}\">", lang.as_str()));
    write(out);
    out.push_str("</span>");
}

impl Html {
    /// Plain text in the language of the page.
    pub fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    /// A link around a text.
    pub fn link(href: &str, text: &Html) -> Self {
        Self(format!("<a href=\"{}\">{}</a>", escaped(href), text.0))
    }
}

impl From<&Passage<'_>> for Html {
    fn from(passage: &Passage) -> Self {
        let mut html = String::new();
        passage.write_html(&mut html);
        Self(html)
    }
}

impl Serialize for Passage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.lang.is_none() {
            return serializer.serialize_str(&self.text);
        }
        let mut html = String::with_capacity(self.text.len() + 32);
        self.write_html(&mut html);
        Value::safe_string(&html).serialize(serializer)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}
