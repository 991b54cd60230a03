//! Links from running text to the glossary: each term once on a page, where it first stands in running text.
//! The text itself is never changed; only links are laid over it. Which mention is the first is seen on the
//! finished page, since only its template decides in which order texts stand: until then every mention that
//! can be linked is.

use super::escape::escape_in;
use super::view::passage;
use super::{Html, Passage, Scope, escape};
use crate::markdown::{self, MarkdownPlace, TermMention, TextRun};
use crate::model::{Language, Text};
use std::collections::HashSet;
use std::ops::Range;

/// The terms of a text with the addresses of their entries.
pub fn uses(scope: &Scope, text: &str, language: Language) -> Vec<(Range<usize>, String)> {
    let terms = scope.site.terms_in(text, language).into_iter();
    terms
        .filter_map(|(term, span)| Some((span, scope.href_of_term(term)?)))
        .collect()
}

/// The terms in a Markdown body, where links may stand: not in headings, and nowhere where a link or code
/// would be cut into.
pub fn mentions(scope: &Scope, body: &str, runs: &[TextRun], language: Language) -> Vec<TermMention> {
    let mut all = Vec::new();
    for passage in markdown::passages(body, runs) {
        for (term, span) in scope.site.terms_in(&passage.text, language) {
            if let Some((span, MarkdownPlace::Text)) = passage.place(span, runs) {
                all.extend(scope.href_of_term(term).map(|href| TermMention { span, href }));
            }
        }
    }
    all
}

/// Running text of the record or of a report.
pub fn running(scope: &Scope, text: &Text) -> Html {
    let (language, text) = scope.site.text(text, scope.language);
    passage(scope, language, text)
}

/// The same, where there is any.
pub fn optional(scope: &Scope, text: &Option<Text>) -> Option<Html> {
    text.as_ref().map(|text| running(scope, text))
}

/// Running text in a language, which is marked where it is not the page's.
pub fn passage(scope: &Scope, language: Language, text: &str) -> Html {
    let Passage { lang, .. } = scope.passage(language, text);
    marked(scope, text, language, lang)
}

/// Text of a language with its links. `lang` is the mark that it needs.
pub fn marked(scope: &Scope, text: &str, language: Language, lang: Option<Language>) -> Html {
    let mut html = String::with_capacity(text.len() + 64);
    passage::marked(lang, &mut html, |html| {
        write(text, language, &uses(scope, text, language), html);
    });
    Html(html)
}

/// Takes off a finished page all links to a term but the first. Texts of the site cannot be taken for such
/// links: none of them puts a `<` into a page.
pub fn first_uses(page: &mut Vec<u8>, start: usize) {
    let Ok(text) = std::str::from_utf8(&page[start..]) else {
        return;
    };
    let mut seen = HashSet::new();
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(OPEN) {
        let (before, link) = rest.split_at(at);
        kept.push_str(before);
        let parts = link[OPEN.len()..]
            .split_once("\">")
            .and_then(|(href, behind)| Some((href, behind.split_once(CLOSE)?)));
        let Some((href, (words, behind))) = parts else {
            rest = link;
            break;
        };
        if seen.insert(href) {
            kept.push_str(&link[..link.len() - behind.len()]);
        } else {
            kept.push_str(words);
        }
        rest = behind;
    }
    kept.push_str(rest);
    page.truncate(start);
    page.extend_from_slice(kept.as_bytes());
}

/// How a link to an entry begins and ends.
const OPEN: &str = "<a class=\"term\" href=\"";
const CLOSE: &str = "</a>";

/// Writes a text with links over the stretches that lead to the glossary.
fn write(text: &str, language: Language, links: &[(Range<usize>, String)], out: &mut String) {
    let mut at = 0;
    for (span, href) in links {
        escape_in(&text[at..span.start], language, out);
        open(href, out);
        escape_in(&text[span.clone()], language, out);
        out.push_str(CLOSE);
        at = span.end;
    }
    escape_in(&text[at..], language, out);
}

/// Writes the beginning of a link to an entry.
pub fn open(href: &str, out: &mut String) {
    out.push_str(OPEN);
    escape(href, out);
    out.push_str("\">");
}
