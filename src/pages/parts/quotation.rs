//! Official wording: the original, its unofficial translation, and notes on misprints.

use crate::html::{Html, Passage, TermLink, Untranslated, escape};
use crate::model;
use crate::model::{Certainty, Language, Text};
use crate::pages::{Scope, phrase, terms};
use crate::site::{SectionIx, TermIx};
use serde::Serialize;
use std::ops::Range;

/// Wording of the record, word for word. On a page of another language the translation stands first and the
/// original under it; on a page of the first language there is only the original.
#[derive(Debug, Serialize)]
pub(crate) struct Quotation<'a> {
    /// The unofficial translation into the page's language; absent on pages of the first language, and where
    /// none exists.
    pub translation: Option<Wording<'a>>,
    /// The authentic text. Never empty.
    pub original: Wording<'a>,
    /// Whether the page's language lacks a translation, which deserves a visible word beside the original.
    pub untranslated: Untranslated,
    /// Misprints and doubtful readings in the original. May be empty.
    pub sic: Vec<SicView<'a>>,
}

/// Text in one language.
#[derive(Debug, Serialize)]
pub(crate) struct Wording<'a> {
    /// Always given, for the `lang` attribute of the block.
    pub lang: &'a str,
    /// One entry a paragraph; at least one. In the original, misprints are wrapped in `<span class="sic">`.
    pub paragraphs: Vec<Html>,
}

/// A misprint that stays in the text as printed.
#[derive(Debug, Serialize)]
pub(crate) struct SicView<'a> {
    pub printed: Passage<'a>,
    pub read_as: Passage<'a>,
    /// Whether the reading is certain.
    pub sure: bool,
}

/// A statement: official wording that promises nothing by itself.
#[derive(Debug, Serialize)]
pub(crate) struct StatementView<'a> {
    /// Its anchor.
    pub id: &'a str,
    pub quotation: Quotation<'a>,
}

/// A heading as printed.
#[derive(Debug, Default, Serialize)]
pub(crate) struct HeadingView<'a> {
    /// The number before it, as printed.
    pub number: Option<&'a str>,
    /// What the document calls such a section: 政策, 重点目標.
    pub called: Option<Passage<'a>>,
    /// The heading in the page's language if it is translated, with places where it may break.
    pub text: Html,
    /// The original, on pages of another language where `text` is a translation.
    pub original: Option<Html>,
    /// Doubtful readings in the heading. May be empty.
    pub sic: Vec<SicView<'a>>,
    /// The heading as the editors read it, on pages of the first language where it is misprinted.
    pub reading: Option<String>,
    /// The same heading as printed elsewhere in the document. May be empty.
    pub variants: Vec<VariantView<'a>>,
}

/// Official wording of one line: a cell of a table, the name of an indicator.
#[derive(Debug, Default, Serialize)]
pub(crate) struct LineView {
    /// In the page's language if it is translated. Empty where nothing is printed.
    pub text: Html,
    /// The original, on pages of another language where `text` is a translation that differs from it.
    pub original: Option<Html>,
}

/// Another printed form of a heading.
#[derive(Debug, Serialize)]
pub(crate) struct VariantView<'a> {
    pub text: Passage<'a>,
    /// Where in the document it stands.
    pub place: Passage<'a>,
}

/// Wording of the record with its notes.
pub(crate) fn quotation<'s>(scope: &Scope<'s>, text: &'s Text, sic: &'s [model::Sic]) -> Quotation<'s> {
    let (found, original) = scope.site.text(text, scope.first);
    let translation = text
        .get(scope.language, scope.first)
        .filter(|_| !scope.is_first());
    let untranslated = Untranslated(translation.is_none() && scope.passage(found, original).lang.is_some());
    let language = if found == scope.first {
        scope.first_tag()
    } else {
        tag(scope, found)
    };
    Quotation {
        translation: translation.map(|text| Wording {
            lang: scope.voice.texts.language_tag(),
            paragraphs: paragraphs(scope, text, scope.language, &[]),
        }),
        original: Wording {
            lang: language,
            paragraphs: paragraphs(scope, original, found, sic),
        },
        untranslated,
        sic: readings(scope, sic),
    }
}

fn readings<'s>(scope: &Scope<'s>, sic: &'s [model::Sic]) -> Vec<SicView<'s>> {
    let reading = |sic: &'s model::Sic| SicView {
        printed: scope.printed(&sic.printed),
        read_as: scope.printed(&sic.read_as),
        sure: sic.sure == Certainty::Yes,
    };
    sic.iter().map(reading).collect()
}

/// The statements of a section.
pub(crate) fn statements<'s>(scope: &Scope<'s>, section: SectionIx) -> Vec<StatementView<'s>> {
    let statements = scope.site[section].record.statements.iter();
    let views = statements.map(|statement| StatementView {
        id: statement.id.as_str(),
        quotation: quotation(scope, &statement.text, &statement.sic),
    });
    views.collect()
}

/// One line of official wording that is a name or a heading, in which no terms are linked. A figure that is
/// the same in both languages is not said twice.
pub(crate) fn line(scope: &Scope, text: &Text) -> LineView {
    line_with(scope, text, |passage, _| Html::from(passage))
}

/// One line of official wording that is read as text, with its terms.
pub(crate) fn running(scope: &Scope, text: &Text) -> LineView {
    line_with(scope, text, |passage, language| {
        terms::marked(scope, passage, language)
    })
}

/// The same, where there is any.
pub(crate) fn optional(scope: &Scope, text: &Option<Text>) -> Option<LineView> {
    text.as_ref().map(|text| running(scope, text))
}

fn line_with(scope: &Scope, text: &Text, html: impl Fn(&Passage, Language) -> Html) -> LineView {
    let (language, shown) = scope.site.text(text, scope.language);
    let original = text
        .get(scope.first, scope.first)
        .filter(|original| language != scope.first && *original != shown);
    LineView {
        text: html(&scope.passage(language, shown), language),
        original: original.map(|original| html(&scope.printed(original), scope.first)),
    }
}

/// The heading of a section.
pub(crate) fn heading<'s>(scope: &Scope<'s>, section: SectionIx) -> HeadingView<'s> {
    let record = &scope.site[section].record;
    let variants = record.variants.iter().map(|variant| VariantView {
        text: scope.text(&variant.text),
        place: scope.text(&variant.place),
    });
    HeadingView {
        number: record.number.as_deref(),
        called: scope.optional(record.called.as_ref()),
        text: phrase::heading(scope, &scope.text(&record.heading)),
        original: scope
            .original(&record.heading)
            .map(|original| phrase::heading(scope, &original)),
        sic: readings(scope, &record.sic),
        reading: (scope.is_first() && !record.sic.is_empty())
            .then(|| as_read(&scope.text(&record.heading).text, &record.sic)),
        variants: variants.collect(),
    }
}

/// A text with its misprints read as they were meant.
fn as_read(text: &str, sic: &[model::Sic]) -> String {
    sic.iter().fold(text.to_owned(), |text, sic| {
        text.replacen(&*sic.printed, &sic.read_as, 1)
    })
}

/// The tag of a language in which a text was found, which is one of the site's.
fn tag<'s>(scope: &Scope<'s>, language: Language) -> &'s str {
    let mut languages = scope.site.languages().iter();
    let known = languages.find(|known| **known == language);
    known.map_or("und", Language::as_str)
}

fn paragraphs(scope: &Scope, text: &str, language: Language, sic: &[model::Sic]) -> Vec<Html> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let marked = |line: &str| mark(line, &misprints(line, sic), &terms::uses(scope, line, language));
    lines.map(marked).collect()
}

/// Where misprints stand: the earliest first, and of two at one place the longer.
fn misprints(line: &str, sic: &[model::Sic]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let next = sic
            .iter()
            .filter(|sic| !sic.printed.is_empty())
            .filter_map(|sic| Some((at + line[at..].find(&*sic.printed)?, sic.printed.len())));
        let Some((start, length)) = next.min_by_key(|(start, length)| (*start, usize::MAX - length)) else {
            return found;
        };
        found.push(start..start + length);
        at = start + length;
    }
}

/// A line with its misprints and the links to terms, the one inside the other where they meet. A link that
/// would cross the edge of a misprint is left out.
fn mark(line: &str, sic: &[Range<usize>], terms: &[(TermIx, Range<usize>)]) -> Html {
    let crosses = |one: &Range<usize>, other: &Range<usize>| {
        one.start < other.end
            && other.start < one.end
            && !(one.start <= other.start && other.end <= one.end)
            && !(other.start <= one.start && one.end <= other.end)
    };
    let terms = terms
        .iter()
        .filter(|(_, span)| !sic.iter().any(|misprint| crosses(span, misprint)));
    // The wider of two that begin together is written around the other.
    let mut marks: Vec<(&Range<usize>, Option<TermIx>)> = sic
        .iter()
        .map(|span| (span, None))
        .chain(terms.map(|(term, span)| (span, Some(*term))))
        .collect();
    marks.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
    let mut html = Html::default();
    let mut open: Vec<OpenMark> = Vec::new();
    let mut at = 0;
    for (span, term) in marks {
        close_until(line, span.start, &mut at, &mut open, &mut html);
        escape(&line[at..span.start], &mut html.text);
        at = span.start;
        if term.is_none() {
            html.text.push_str("<span class=\"sic\">");
        }
        open.push(OpenMark {
            end: span.end,
            start: html.text.len(),
            term,
        });
    }
    close_until(line, line.len(), &mut at, &mut open, &mut html);
    escape(&line[at..], &mut html.text);
    html
}

/// A mark of which the beginning has been written.
struct OpenMark {
    /// Where it ends in the line.
    end: usize,
    /// Where what it holds begins in the HTML.
    start: usize,
    /// The term that it names; none for a misprint.
    term: Option<TermIx>,
}

/// Writes the line up to a place, and ends the marks that end there or before.
fn close_until(line: &str, place: usize, at: &mut usize, open: &mut Vec<OpenMark>, html: &mut Html) {
    while let Some(OpenMark { end, start, term }) = open.pop_if(|mark| mark.end <= place) {
        escape(&line[*at..end], &mut html.text);
        *at = end;
        match term {
            Some(term) => {
                let over = start..html.text.len();
                html.terms.push(TermLink { over, term });
            }
            None => html.text.push_str("</span>"),
        }
    }
}
