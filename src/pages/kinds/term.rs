//! The page of a glossary entry, which shows every language.

use crate::facts::{Provenance, use_groups};
use crate::html::{Html, Link, Passage};
use crate::lexicon::fold;
use crate::model::Language;
use crate::pages::parts::used_in;
use crate::pages::{About, BodyView, Scope, UsedIn, body, frame, jsonld, terms};
use crate::site;
use crate::site::{Freshness, Node, Spot, TermIx, TermText};
use serde::Serialize;

/// `term`.
#[derive(Debug, Serialize)]
pub(crate) struct TermView<'a> {
    pub term: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    /// What it is called in the other languages, where that is another name. May be empty.
    pub elsewhere: Vec<NameElsewhere<'a>>,
    pub abbreviation: Option<&'a str>,
    pub expansion: Option<Passage<'a>>,
    /// May be empty.
    pub aliases: Vec<Passage<'a>>,
    /// The definition in one line.
    pub summary: Html,
    /// The longer text.
    pub body: Option<BodyView<'a>>,
    /// The entry in the other languages. May be empty.
    pub others: Vec<OtherTerm<'a>>,
    /// May be empty.
    pub related: Vec<Link<'a>>,
    /// Where a document defines it.
    pub source: Option<TermSourceView<'a>>,
    /// The subjects that it belongs to. May be empty.
    pub subjects: Vec<Link<'a>>,
    pub used_in: UsedIn<'a>,
}

/// The name of the entry in another language than the page's.
#[derive(Debug, Serialize)]
pub(crate) struct NameElsewhere<'a> {
    /// For the `lang` attribute of its container; the texts below are plain.
    pub lang: &'a str,
    pub term: &'a str,
    /// Kana, beside a Japanese name.
    pub reading: Option<&'a str>,
}

/// The entry in another language than the page's.
#[derive(Debug, Serialize)]
pub(crate) struct OtherTerm<'a> {
    /// For the `lang` attribute of its container; the texts below are plain.
    pub lang: &'a str,
    /// The language's name in that language.
    pub language: &'a str,
    pub term: &'a str,
    pub expansion: Option<&'a str>,
    /// May be empty.
    pub aliases: Vec<&'a str>,
    pub summary: &'a str,
    /// Whether the original has changed since it was translated.
    pub is_stale: bool,
}

/// Where a term is defined.
#[derive(Debug, Serialize)]
pub(crate) struct TermSourceView<'a> {
    pub link: Link<'a>,
    /// The place in it, such as 脚注5.
    pub note: Option<Passage<'a>>,
}

/// The page of a glossary entry.
pub(crate) fn term_page<'s>(scope: &Scope<'s>, index: TermIx) -> (TermView<'s>, About<'s>) {
    let site = scope.site;
    let term = &site[index];
    let text = scope.text_of_term(term);
    let shown = text.prose.language;
    let passage = |text: &'s str| scope.passage(shown, text);
    let view = TermView {
        term: scope.told(&text.prose, &text.term),
        reading: scope.reading(term.reading.as_deref()),
        elsewhere: elsewhere(scope, index, text),
        abbreviation: term.abbreviation.as_deref(),
        expansion: expansion(text).map(passage),
        aliases: shown_aliases(term, text).into_iter().map(passage).collect(),
        summary: terms::passage(scope, shown, &text.summary),
        body: body::body(scope, &text.prose, &body::BodyPlace::below_title()),
        others: others(scope, index, shown),
        related: scope.links(&term.related, Node::Term),
        source: term.source.as_ref().map(|(node, note)| TermSourceView {
            link: scope.link(*node),
            note: note.as_deref().map(|note| scope.printed(note)),
        }),
        subjects: scope.links(&term.subjects, Node::Subject),
        used_in: used_in::used_in(scope, index),
    };
    let (previous, next) = scope.facts.terms(scope.language).neighbours(index);
    let about = About {
        description: Some((&*text.summary).into()),
        trail: vec![frame::crumb_to(scope, Spot::Glossary, "title.glossary")],
        previous: previous.map(|term| scope.link(Node::Term(term))),
        next: next.map(|term| scope.link(Node::Term(term))),
        provenance: Provenance(text.prose.translator),
        pages: use_groups::pages(scope.site, index),
        structured: jsonld::defined_term(scope, index),
        ..About::new(view.term.clone())
    };
    (view, about)
}

/// What an abbreviated name stands for, where that is another name.
fn expansion(text: &TermText) -> Option<&str> {
    let expansion = text.expansion.as_deref();
    expansion.filter(|expansion| !same(expansion, &text.term))
}

/// Whether two names differ in capitals, spaces and hyphens at most.
fn same(one: &str, other: &str) -> bool {
    let letters = |name: &str| {
        fold(name)
            .to_lowercase()
            .replace(|character: char| !character.is_alphanumeric(), "")
    };
    letters(one) == letters(other)
}

/// The aliases that are names of their own beside what the entry is called before all else.
fn shown_aliases<'s>(term: &'s site::LinkedTerm, text: &'s TermText) -> Vec<&'s str> {
    let mut shown: Vec<&str> = std::iter::once(&*text.term)
        .chain(text.expansion.as_deref())
        .chain(term.abbreviation.as_deref())
        .collect();
    let known = shown.len();
    for alias in &text.aliases {
        if !shown.iter().any(|name| same(name, alias)) {
            shown.push(alias);
        }
    }
    shown.split_off(known)
}

/// The names in the other languages that do not stand at the head of the page anyway.
fn elsewhere<'s>(scope: &Scope<'s>, index: TermIx, shown: &'s TermText) -> Vec<NameElsewhere<'s>> {
    let term = &scope.site[index];
    let head = [
        Some(&shown.term),
        shown.expansion.as_ref(),
        term.abbreviation.as_ref(),
    ];
    let texts = term.texts.iter();
    let others = texts.filter(|text| text.prose.language != shown.prose.language);
    let new = others.filter(|text| !head.into_iter().flatten().any(|name| same(name, &text.term)));
    let reading = term.reading.as_deref();
    new.map(|text| NameElsewhere {
        lang: scope.texts_of(text.prose.language).language_tag(),
        term: &text.term,
        reading: reading.filter(|_| text.prose.language.is_japanese()),
    })
    .collect()
}

fn others<'s>(scope: &Scope<'s>, index: TermIx, shown: Language) -> Vec<OtherTerm<'s>> {
    let others = scope.site[index]
        .texts
        .iter()
        .filter(|text| text.prose.language != shown);
    others
        .map(|text| {
            let texts = scope.texts_of(text.prose.language);
            OtherTerm {
                lang: texts.language_tag(),
                language: texts.word("language_name"),
                term: &text.term,
                expansion: expansion(text),
                aliases: shown_aliases(&scope.site[index], text),
                summary: &text.summary,
                is_stale: text.prose.freshness == Freshness::Stale,
            }
        })
        .collect()
}
