//! Makes text safe inside HTML. Everything that render writes without the template engine goes through here.

use crate::markdown::japanese_runs;
use crate::model::Language;

/// Appends text for the content of an element, or for an attribute value in double quotes.
pub(crate) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The text as it stands inside HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(text, &mut out);
    out
}

/// Appends text of a language, with Japanese words in the text of another one marked.
pub(crate) fn escape_in(text: &str, language: Language, out: &mut String) {
    if language.is_japanese() || text.is_ascii() {
        return escape(text, out);
    }
    for (run, japanese) in japanese_runs(text) {
        if japanese {
            out.push_str("<span lang=\"ja\">");
        }
        escape(run, out);
        if japanese {
            out.push_str("</span>");
        }
    }
}
