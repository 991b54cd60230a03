//! The list of glossary entries, by letter and by subject.

use crate::facts::Provenance;
use crate::html::{Link, Noted, Passage};
use crate::lexicon::fold;
use crate::pages::parts::letter;
use crate::pages::{About, Letter, Scope, jsonld};
use crate::site::{Node, SubjectIx, TermIx};
use serde::Serialize;
use std::collections::BTreeMap;

/// `glossary`.
#[derive(Debug, Serialize)]
pub(crate) struct Glossary<'a> {
    pub total: usize,
    /// What leads to the letters: 五十音 and A–Z on Japanese pages, elsewhere A–Z alone. None is empty.
    pub jumps: Vec<Jump<'a>>,
    /// On Japanese pages あ か さ た な は ま や ら わ by reading, elsewhere A–Z by the term. Only groups
    /// with entries.
    pub groups: Vec<TermGroup<'a>>,
    /// On Japanese pages every Latin name by its letter, since its entry stands under a reading. Elsewhere
    /// empty.
    pub latin: Vec<NameGroup<'a>>,
    /// The entries by subject; those of several subjects stand under each. Subjects without entries are left
    /// out. May be empty.
    pub subjects: Vec<SubjectGroup<'a>>,
}

/// A list of letters with what it is called.
#[derive(Debug, Serialize)]
pub(crate) struct Jump<'a> {
    pub label: &'a str,
    pub letters: Vec<Link<'a>>,
}

/// The entries of a subject.
#[derive(Debug, Serialize)]
pub(crate) struct SubjectGroup<'a> {
    /// Its anchor: `_subject-digital`.
    pub id: String,
    pub subject: Link<'a>,
    pub total: usize,
    /// Never empty.
    pub terms: Vec<Link<'a>>,
}

/// The entries under one letter.
#[derive(Debug, Serialize)]
pub(crate) struct TermGroup<'a> {
    /// あ, か … or A, B …, or `#` for what begins with neither.
    pub head: String,
    /// Its anchor, unique on the page: `_a`, `_ka`, `_latin-b`.
    pub id: String,
    /// How many entries it holds.
    pub total: usize,
    /// May be empty where there are other names.
    pub terms: Vec<TermRow<'a>>,
    /// Abbreviations under which an entry may be looked for although it stands elsewhere. May be empty.
    pub names: Vec<OtherName<'a>>,
}

/// The names under one Latin letter.
#[derive(Debug, Serialize)]
pub(crate) struct NameGroup<'a> {
    pub head: String,
    /// Its anchor: `_name-a`.
    pub id: String,
    /// Never empty.
    pub names: Vec<OtherName<'a>>,
}

/// A name that leads to an entry.
#[derive(Debug, Serialize)]
pub(crate) struct OtherName<'a> {
    pub href: String,
    pub name: &'a str,
    /// What the entry is called, where that is not the name itself.
    pub title: Option<Passage<'a>>,
}

/// An entry in a line.
#[derive(Debug, Serialize)]
pub(crate) struct TermRow<'a> {
    pub href: String,
    pub term: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub abbreviation: Option<&'a str>,
    /// The term in the other languages, each marked. May be empty.
    pub others: Vec<Passage<'a>>,
    pub summary: Passage<'a>,
}

/// The list of glossary entries.
pub(crate) fn glossary_page<'s>(scope: &Scope<'s>) -> (Glossary<'s>, About<'s>) {
    let site = scope.site;
    let groups = groups(scope);
    let latin = latin(scope);
    let letter = |id: &str, head: &str| Link {
        href: format!("#{id}"),
        title: Passage::native(head.to_owned()),
    };
    let own = if scope.language.is_japanese() {
        "glossary.by_kana"
    } else {
        "glossary.by_latin"
    };
    let jumps = [
        Jump {
            label: scope.word(own),
            letters: groups
                .iter()
                .map(|group| letter(&group.id, &group.head))
                .collect(),
        },
        Jump {
            label: scope.word("glossary.by_latin"),
            letters: latin.iter().map(|group| letter(&group.id, &group.head)).collect(),
        },
    ];
    let order = scope.facts.terms(scope.language);
    let subjects = SubjectIx::all(site)
        .zip(&site.subjects)
        .filter(|(_, subject)| !subject.terms.is_empty())
        .map(|(index, subject)| SubjectGroup {
            id: format!("_subject-{}", subject.record.id),
            subject: scope.link(Node::Subject(index)),
            total: subject.terms.len(),
            terms: scope.links(&order.sorted(&subject.terms), Node::Term),
        });
    let view = Glossary {
        total: site.terms.len(),
        jumps: jumps
            .into_iter()
            .filter(|jump| !jump.letters.is_empty())
            .collect(),
        subjects: subjects.collect(),
        groups,
        latin,
    };
    let mut texts = site.terms.iter().flat_map(|term| &term.texts);
    let own = texts.find(|text| text.prose.language == scope.language);
    let about = About {
        description: Some(scope.fill("summary.glossary", &[("n", &view.total)])),
        script: true,
        structured: jsonld::defined_term_set(scope),
        provenance: Provenance(own.and_then(|text| text.prose.translator)),
        ..About::new(scope.named("title.glossary"))
    };
    (view, about)
}

/// Every entry under its letter, in the order of the language.
pub(crate) fn by_letter(scope: &Scope) -> BTreeMap<Letter, Vec<TermIx>> {
    let mut letters: BTreeMap<Letter, Vec<TermIx>> = BTreeMap::new();
    for &index in scope.facts.terms(scope.language).all() {
        letters
            .entry(letter::letter(scope, &scope.site[index]))
            .or_default()
            .push(index);
    }
    letters
}

/// On Japanese pages every Latin name by its letter.
pub(crate) fn latin<'s>(scope: &Scope<'s>) -> Vec<NameGroup<'s>> {
    if !scope.language.is_japanese() {
        return Vec::new();
    }
    let mut letters: BTreeMap<String, Vec<(&str, TermIx)>> = BTreeMap::new();
    for &index in scope.facts.terms(scope.language).all() {
        let own = &*scope.text_of_term(&scope.site[index]).term;
        let names = std::iter::once(own).chain(abbreviation(scope, index));
        for name in names.filter(|name| letter::beginning(name).is_latin()) {
            letters
                .entry(letter::beginning(name).head())
                .or_default()
                .push((name, index));
        }
    }
    let group = |(head, names): (String, Vec<(&'s str, TermIx)>)| NameGroup {
        id: format!("_name-{}", head.to_lowercase()),
        head,
        names: other_names(scope, names),
    };
    letters.into_iter().map(group).collect()
}

/// What stands under a letter: entries, and abbreviations that lead to others.
#[derive(Default)]
struct Under<'s> {
    terms: Vec<TermIx>,
    names: Vec<(&'s str, TermIx)>,
}

fn groups<'s>(scope: &Scope<'s>) -> Vec<TermGroup<'s>> {
    let mut letters: BTreeMap<Letter, Under> = BTreeMap::new();
    for &index in scope.facts.terms(scope.language).all() {
        let own = letter::letter(scope, &scope.site[index]);
        letters.entry(own).or_default().terms.push(index);
        // On Japanese pages they have a list of their own.
        if let Some(name) = abbreviation(scope, index)
            .filter(|name| !scope.language.is_japanese() && letter::beginning(name) != own)
        {
            letters
                .entry(letter::beginning(name))
                .or_default()
                .names
                .push((name, index));
        }
    }
    let group = |(letter, Under { terms, names }): (Letter, Under<'s>)| TermGroup {
        head: letter.head(),
        id: letter.id(),
        total: terms.len(),
        terms: scope.each(&terms, row),
        names: other_names(scope, names),
    };
    letters.into_iter().map(group).collect()
}

/// The abbreviation of an entry, where it is not its name in the language of the page.
fn abbreviation<'s>(scope: &Scope<'s>, index: TermIx) -> Option<&'s str> {
    let term = &scope.site[index];
    let own = fold(&scope.text_of_term(term).term);
    term.abbreviation.as_deref().filter(|name| fold(name) != own)
}

fn other_names<'s>(scope: &Scope<'s>, mut names: Vec<(&'s str, TermIx)>) -> Vec<OtherName<'s>> {
    names.sort_by_key(|(name, index)| (name.to_lowercase(), *index));
    let name = |(name, index)| {
        let Link { href, title } = scope.link(Node::Term(index));
        let title = Some(title).filter(|title| title.text != name);
        OtherName { href, name, title }
    };
    names.into_iter().map(name).collect()
}

fn row<'s>(scope: &Scope<'s>, index: TermIx) -> TermRow<'s> {
    let term = &scope.site[index];
    let text = scope.text_of_term(term);
    let shown = text.prose.language;
    let others = term
        .texts
        .iter()
        .filter(|other| other.prose.language != shown && other.term != text.term);
    TermRow {
        href: scope.href_of(Node::Term(index)),
        term: scope.passage(shown, &*text.term),
        reading: scope.reading(term.reading.as_deref()),
        abbreviation: term.abbreviation.as_deref().filter(|name| **name != *text.term),
        others: others
            .map(|other| Passage {
                text: (&*other.term).into(),
                lang: Some(other.prose.language),
                noted: Noted::default(),
            })
            .collect(),
        summary: scope.told(&text.prose, &text.summary),
    }
}
