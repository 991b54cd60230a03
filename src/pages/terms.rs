//! Terms in running text: where they stand, as text that can be linked to the glossary. The text itself is
//! never changed; which mention of a page is linked is decided when its view is finished (`pages::made`).

use crate::html::escape::escape_in;
use crate::html::{Html, Passage, TermLink};
use crate::markdown;
use crate::markdown::{MarkdownPlace, TermMention, TextRun};
use crate::model::{Language, Text};
use crate::pages::Scope;
use crate::site::{Node, Spot, TermIx};
use std::ops::Range;

/// The terms of a text. A term is never linked on its own page.
pub(crate) fn uses(scope: &Scope, text: &str, language: Language) -> Vec<(TermIx, Range<usize>)> {
    let mut found = scope.site.terms_in(text, language);
    if let Spot::Node(Node::Term(own)) = scope.page.spot {
        found.retain(|(term, _)| *term != own);
    }
    found
}

/// The terms in a Markdown body, where links may stand: not in headings, and nowhere where a link or code
/// would be cut into.
pub(crate) fn mentions(scope: &Scope, body: &str, runs: &[TextRun], language: Language) -> Vec<TermMention> {
    let mut all = Vec::new();
    for passage in markdown::passages(body, runs) {
        for (term, span) in uses(scope, &passage.text, language) {
            if let Some((span, MarkdownPlace::Text)) = passage.place(span, runs) {
                let term = term.position();
                all.push(TermMention { span, term });
            }
        }
    }
    all
}

/// Running text of the record or of a report.
pub(crate) fn running(scope: &Scope, text: &Text) -> Html {
    let (language, text) = scope.site.text(text, scope.language);
    passage(scope, language, text)
}

/// The same, where there is any.
pub(crate) fn optional(scope: &Scope, text: &Option<Text>) -> Option<Html> {
    text.as_ref().map(|text| running(scope, text))
}

/// Running text in a language, which is marked where it is not the page's.
pub(crate) fn passage(scope: &Scope, language: Language, text: &str) -> Html {
    marked(scope, &scope.passage(language, text), language)
}

/// A passage of a language with its terms.
pub(crate) fn marked(scope: &Scope, passage: &Passage, language: Language) -> Html {
    let text = &*passage.text;
    let html = Html::marked(passage.lang, |html| {
        let mut at = 0;
        for (term, span) in uses(scope, text, language) {
            escape_in(&text[at..span.start], language, &mut html.text);
            let start = html.text.len();
            escape_in(&text[span.clone()], language, &mut html.text);
            let over = start..html.text.len();
            html.terms.push(TermLink { over, term });
            at = span.end;
        }
        escape_in(&text[at..], language, &mut html.text);
    });
    html.noting(passage.noted)
}
