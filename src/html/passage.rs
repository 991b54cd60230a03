//! Text that knows its language. Templates print it as it is, by `{{ value }}`.

use crate::html::escape;
use crate::html::noted::Noted;
use crate::model::{Language, Text};
use crate::site::Site;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use tera::Value;

/// Text of the record or of an editor. Printed in the page's language it is plain text, which the template
/// engine escapes; in any other language it is printed as `<span lang="…">…</span>`, so that no page can
/// forget the mark.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Passage<'a> {
    pub text: Cow<'a, str>,
    /// The language of the text when it is not the page's.
    pub lang: Option<Language>,
    /// What the page has to say of it.
    pub noted: Noted,
}

impl<'a> Passage<'a> {
    /// Text in the language of the page.
    pub(crate) fn native(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Text in a language, with its mark where that is not the language of the page.
    pub(crate) fn marked(text: impl Into<Cow<'a, str>>, found: Language, page: Language) -> Self {
        Self {
            text: text.into(),
            lang: (found != page).then_some(found),
            noted: Noted::default(),
        }
    }

    /// A text of the site in the language of a page, or in the one in which there is one.
    pub(crate) fn of_text(site: &Site, text: &'a Text, page: Language) -> Self {
        let (found, text) = site.text(text, page);
        Self::marked(text, found, page)
    }

    /// Appends the passage as HTML, for values that are put together from several parts.
    pub(crate) fn write_html(&self, out: &mut String) {
        marked(self.lang, out, |out| escape(&self.text, out));
    }
}

/// What marks an element as one in another language than what stands around it, with a space before it. Words
/// from left to right need no direction: the style sheet keeps them apart where lines run the other way.
pub(crate) fn attributes(lang: Language) -> String {
    let tag = lang.as_str();
    match lang.direction() {
        "rtl" => format!(" lang=\"{tag}\" dir=\"rtl\""),
        _ => format!(" lang=\"{tag}\""),
    }
}

/// Writes something inside the mark of its language, where it needs one.
pub(crate) fn marked(lang: Option<Language>, out: &mut String, write: impl FnOnce(&mut String)) {
    let Some(lang) = lang else { return write(out) };
    out.push_str(&format!("<span{}>", attributes(lang)));
    write(out);
    out.push_str("</span>");
}

impl Serialize for Passage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.lang.is_none() {
            return self.noted.wrap(&*self.text, serializer);
        }
        let mut html = String::with_capacity(self.text.len() + 32);
        self.write_html(&mut html);
        self.noted.wrap(&Value::safe_string(&html), serializer)
    }
}
