//! The list of glossary entries.

use super::frame::About;
use super::link::Link;
use super::passage::Passage;
use crate::model::bilingual::Language;
use crate::render::href::{PageAt, Spot};
use crate::render::jsonld;
use crate::render::prepared::Provenance;
use crate::render::scope::Scope;
use crate::render::theme::Filling;
use crate::site::{Node, Term, TermIx, ThemeIx};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// `glossary`.
#[derive(Debug, Serialize)]
pub struct Glossary<'a> {
    pub total: usize,
    /// On Japanese pages あ か さ た な は ま や ら わ by reading and A–Z with Latin names, elsewhere A–Z by the term. Only groups with entries.
    pub groups: Vec<TermGroup<'a>>,
    /// The entries by subject; those of several subjects stand under each. Subjects without entries are left out. May be empty.
    pub themes: Vec<ThemeGroup<'a>>,
}

/// The entries of a subject.
#[derive(Debug, Serialize)]
pub struct ThemeGroup<'a> {
    pub theme: Link<'a>,
    pub total: usize,
    /// Never empty.
    pub terms: Vec<Link<'a>>,
}

/// The entries under one letter.
#[derive(Debug, Serialize)]
pub struct TermGroup<'a> {
    /// あ, か … or A, B …, or `#` for what begins with neither.
    pub head: String,
    /// Its anchor, unique on the page: `_a`, `_ka`, `_latin-b`.
    pub id: String,
    /// How many entries and other names it holds.
    pub total: usize,
    /// May be empty where there are other names.
    pub terms: Vec<TermRow<'a>>,
    /// Latin names under which an entry may be looked for although it stands elsewhere: PFI, SDGs. May be empty.
    pub names: Vec<OtherName<'a>>,
}

/// A name that leads to an entry under another letter.
#[derive(Debug, Serialize)]
pub struct OtherName<'a> {
    pub name: &'a str,
    pub link: Link<'a>,
}

/// An entry in a line.
#[derive(Debug, Serialize)]
pub struct TermRow<'a> {
    pub href: String,
    pub term: Passage<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    pub abbreviation: Option<&'a str>,
    /// The term in the other languages, each marked. May be empty.
    pub others: Vec<Passage<'a>>,
    pub summary: Passage<'a>,
}

/// The rows of the kana table, by the characters that begin them, with their names in anchors.
const KANA: [(&str, char, &str); 10] = [
    ("ぁあぃいぅうぇえぉおゔ", 'あ', "a"),
    ("かがきぎくぐけげこごゕゖ", 'か', "ka"),
    ("さざしじすずせぜそぞ", 'さ', "sa"),
    ("ただちぢっつづてでとど", 'た', "ta"),
    ("なにぬねの", 'な', "na"),
    ("はばぱひびぴふぶぷへべぺほぼぽ", 'は', "ha"),
    ("まみむめも", 'ま', "ma"),
    ("ゃやゅゆょよ", 'や', "ya"),
    ("らりるれろ", 'ら', "ra"),
    ("ゎわゐゑをん", 'わ', "wa"),
];

/// Where an entry stands: kana rows first, then Latin letters, then everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    Kana(usize),
    Latin(char),
    Other,
}

/// The list of glossary entries.
pub fn of<'s>(scope: &Scope<'s>) -> (Glossary<'s>, About<'s>) {
    let site = scope.site;
    let mut groups: BTreeMap<Letter, Group> = BTreeMap::new();
    for at in 0..site.terms.len() {
        let index = TermIx::at(at);
        let (own, key) = sorted(scope, &site[index]);
        groups.entry(own).or_default().terms.push((key, index));
        for name in latin_names(scope, &site[index]) {
            let other = letter(name);
            if other != own {
                groups.entry(other).or_default().names.push((name, index));
            }
        }
    }
    let groups = groups.into_iter().map(|(letter, Group { mut terms, mut names })| {
        // The site's order is that of the readings. Only other languages need one of their own.
        if !scope.language.is_japanese() {
            terms.sort();
        }
        names.sort_by_key(|(name, index)| (name.to_lowercase(), *index));
        TermGroup {
            head: letter.head(),
            id: letter.id(),
            total: terms.len() + names.len(),
            terms: terms.into_iter().map(|(_, index)| row(scope, index)).collect(),
            names: names.into_iter().map(|(name, index)| OtherName { name, link: scope.link(Node::Term(index)) }).collect(),
        }
    });
    let themes = site.themes.iter().enumerate().filter(|(_, theme)| !theme.terms.is_empty()).map(|(at, theme)| ThemeGroup {
        theme: scope.link(Node::Theme(ThemeIx::at(at))),
        total: theme.terms.len(),
        terms: theme.terms.iter().map(|&term| scope.link(Node::Term(term))).collect(),
    });
    let view = Glossary { total: site.terms.len(), groups: groups.collect(), themes: themes.collect() };
    let translators = site.terms.iter().filter_map(|term| term.texts.iter().find(|text| text.prose.language == scope.language));
    let about = About {
        description: Some(scope.voice.texts.fill("summary.glossary", &[("n", Filling::Number(view.total as u64))]).into()),
        script: true,
        structured: jsonld::defined_term_set(scope),
        provenance: Provenance(translators.map(|text| text.prose.translator).next().flatten()),
        ..About::new("glossary", Passage::native(scope.word("title.glossary")))
    };
    (view, about)
}

/// Links to the letters under which there are entries.
pub fn letters<'s>(scope: &Scope<'s>) -> Vec<Link<'s>> {
    let index = scope.href(PageAt::first(Spot::Glossary));
    let letters: BTreeSet<Letter> = scope.site.terms.iter().map(|term| sorted(scope, term).0).collect();
    letters.into_iter().map(|letter| Link { href: format!("{index}#{}", letter.id()), title: Passage::native(letter.head()) }).collect()
}

/// The entries and other names under one letter, while they are gathered.
#[derive(Default)]
struct Group<'s> {
    terms: Vec<(String, TermIx)>,
    names: Vec<(&'s str, TermIx)>,
}

/// The Latin names of an entry in the language of the page.
fn latin_names<'s>(scope: &Scope<'s>, term: &'s Term) -> Vec<&'s str> {
    let text = scope.choose(&term.texts, |text| &text.prose).expect("a term has a text in at least one language");
    let own = scope.language.is_japanese().then_some(&*text.term);
    let names = own.into_iter().chain(term.abbreviation.as_deref());
    let mut names: Vec<&str> = names.filter(|name| matches!(letter(name), Letter::Latin(_))).collect();
    names.dedup();
    names
}

/// The letter of an entry, and the text by which it is sorted on pages that are not Japanese.
fn sorted(scope: &Scope, term: &Term) -> (Letter, String) {
    let text = scope.choose(&term.texts, |text| &text.prose).expect("a term has a text in at least one language");
    if scope.language.is_japanese() {
        let reading = term.reading.as_deref().unwrap_or(&text.term);
        return (letter(reading), String::new());
    }
    (letter(&text.term), text.term.to_lowercase())
}

fn letter(text: &str) -> Letter {
    let Some(first) = text.chars().find(|character| character.is_alphanumeric()) else { return Letter::Other };
    let first = match first {
        'ァ'..='ヶ' => char::from_u32(u32::from(first) - 0x60).unwrap_or(first),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(first) - 0xfee0).unwrap_or(first),
        other => other,
    };
    match KANA.iter().position(|(row, _, _)| row.contains(first)) {
        Some(row) => Letter::Kana(row),
        None if first.is_ascii_alphabetic() => Letter::Latin(first.to_ascii_uppercase()),
        None => Letter::Other,
    }
}

impl Letter {
    fn head(self) -> String {
        match self {
            Letter::Kana(row) => KANA[row].1.to_string(),
            Letter::Latin(letter) => letter.to_string(),
            Letter::Other => "#".to_owned(),
        }
    }

    fn id(self) -> String {
        match self {
            Letter::Kana(row) => format!("_{}", KANA[row].2),
            Letter::Latin(letter) => format!("_latin-{}", letter.to_ascii_lowercase()),
            Letter::Other => "_other".to_owned(),
        }
    }
}

fn row<'s>(scope: &Scope<'s>, index: TermIx) -> TermRow<'s> {
    let term = &scope.site[index];
    let text = scope.choose(&term.texts, |text| &text.prose).expect("a term has a text in at least one language");
    let shown: Language = text.prose.language;
    scope.note_freshness(&text.prose);
    let others = term.texts.iter().filter(|other| other.prose.language != shown && other.term != text.term);
    TermRow {
        href: scope.href_of(Node::Term(index)),
        term: scope.passage(shown, &*text.term),
        reading: scope.reading(term.reading.as_deref()),
        abbreviation: term.abbreviation.as_deref(),
        others: others.map(|other| Passage { text: (&*other.term).into(), lang: Some(other.prose.language) }).collect(),
        summary: scope.passage(shown, &*text.summary),
    }
}
