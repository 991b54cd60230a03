//! Links from running text to the glossary: each term once on a page, where it first stands in running text. The text itself is never
//! changed; only links are laid over it.

use super::escape::{escape, escape_in};
use super::scope::Scope;
use super::view::passage::Html;
use crate::markdown::{self, Mention, Place, Run};
use crate::model::bilingual::{Language, Text};
use crate::site::{Node, TermIx};
use std::ops::Range;

/// The terms of a text that the page has not linked yet, with the addresses of their entries. From here on they count as linked.
pub fn first_uses(scope: &Scope, text: &str, language: Language) -> Vec<(Range<usize>, String)> {
    uses_where(scope, (text, language), |_| true)
}

/// The terms in a Markdown body, where links may stand.
pub fn mentions(scope: &Scope, (body, runs): (&str, &[Run]), language: Language) -> Vec<Mention> {
    let mut all = Vec::new();
    for passage in markdown::passages(body, runs) {
        let place = |span: &Range<usize>| passage.place(span.clone(), runs).filter(|(_, place)| *place == Place::Text);
        let found = uses_where(scope, (&passage.text, language), |span| place(span).is_some());
        all.extend(found.into_iter().filter_map(|(span, href)| Some(Mention { span: place(&span)?.0, href })));
    }
    all
}

/// Running text of the record or of a report.
pub fn running(scope: &Scope, text: &Text) -> Html {
    let (language, text) = scope.site.text(text, scope.language);
    let mut html = String::with_capacity(text.len() + 64);
    let foreign = language != scope.language;
    if foreign {
        scope.mark_untranslated();
        html.push_str("<span lang=\"");
        html.push_str(language.as_str());
        html.push_str("\">");
    }
    write((text, language), &first_uses(scope, text, language), &mut html);
    if foreign {
        html.push_str("</span>");
    }
    Html(html)
}

/// Writes a text with links over the stretches that lead to the glossary.
fn write((text, language): (&str, Language), links: &[(Range<usize>, String)], out: &mut String) {
    let mut at = 0;
    for (span, href) in links {
        escape_in(&text[at..span.start], language, out);
        open(href, out);
        escape_in(&text[span.clone()], language, out);
        out.push_str("</a>");
        at = span.end;
    }
    escape_in(&text[at..], language, out);
}

/// Writes the beginning of a link to an entry.
pub fn open(href: &str, out: &mut String) {
    out.push_str("<a class=\"term\" href=\"");
    escape(href, out);
    out.push_str("\">");
}

fn uses_where(scope: &Scope, (text, language): (&str, Language), may_link: impl Fn(&Range<usize>) -> bool) -> Vec<(Range<usize>, String)> {
    let Some(lexicon) = scope.site.lexicon(language) else { return Vec::new() };
    let mut links = Vec::new();
    for found in lexicon.find(text) {
        let term = TermIx(found.term);
        if may_link(&found.span) && scope.links_first(term) {
            links.push((found.span, scope.href_of(Node::Term(term))));
        }
    }
    links
}
