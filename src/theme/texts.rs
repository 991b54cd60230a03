//! The words of a theme in one language: `text/<language>.yaml`, flat or in one level of groups.

use crate::html::{Html, Writing, escape, format};
use crate::model::Language;
use crate::theme::plurals::{self, PluralCategory, Plurals};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::Value;

const CHECKED: &str = "compile has checked every key of keys.txt";

/// All texts of a language.
#[derive(Debug)]
pub struct Texts {
    /// The language in which they are.
    pub language: Language,
    /// The file that is named where one of them is wrong.
    pub file: Arc<str>,
    pub(super) entries: TextEntries,
    /// Which form of a counted text a number takes.
    pub plurals: Plurals,
    /// How the language writes dates, numbers and lists.
    pub writing: Writing,
}

/// By key.
pub(crate) type TextEntries = BTreeMap<Box<str>, TextEntry>;

/// A text, or a group of texts.
#[derive(Debug, Clone)]
pub(crate) enum TextEntry {
    Text(Phrase),
    Group(BTreeMap<Box<str>, Phrase>),
}

/// A sentence with `{placeholders}`; where it counts something, in the forms that its language has.
#[derive(Debug, Clone)]
pub(crate) enum Phrase {
    Plain(Box<str>),
    Counted(BTreeMap<PluralCategory, Box<str>>),
}

/// A value for a placeholder: a text, or a number that may choose the form of a counted text.
pub trait Filling {
    fn number(&self) -> Option<u64> {
        None
    }

    fn write(&self, writing: &Writing, out: &mut String);
}

impl Filling for &str {
    fn write(&self, _: &Writing, out: &mut String) {
        out.push_str(self);
    }
}

impl Filling for String {
    fn write(&self, _: &Writing, out: &mut String) {
        out.push_str(self);
    }
}

impl Filling for Cow<'_, str> {
    fn write(&self, _: &Writing, out: &mut String) {
        out.push_str(self);
    }
}

impl Filling for u32 {
    fn number(&self) -> Option<u64> {
        Some((*self).into())
    }

    fn write(&self, writing: &Writing, out: &mut String) {
        out.push_str(&format::count((*self).into(), writing));
    }
}

impl Filling for usize {
    fn number(&self) -> Option<u64> {
        Some(*self as u64)
    }

    fn write(&self, writing: &Writing, out: &mut String) {
        out.push_str(&format::count(*self as u64, writing));
    }
}

impl Texts {
    /// Texts whose manner of writing is still to be read from them.
    pub(super) fn new(language: Language, file: Arc<str>, entries: TextEntries) -> Self {
        Self {
            language,
            file,
            entries,
            plurals: Plurals::new(language),
            writing: Writing::default(),
        }
    }

    /// The tag of the language, as long as the texts live.
    pub(crate) fn language_tag(&self) -> &str {
        self.language.as_str()
    }

    /// The text under `key`, or under `group.key`.
    pub(crate) fn phrase(&self, key: &str) -> Option<&Phrase> {
        match (key.split_once('.'), self.entries.get(key)) {
            (Some((group, key)), _) => self.in_group(group, key),
            (None, Some(TextEntry::Text(phrase))) => Some(phrase),
            (None, _) => None,
        }
    }

    /// The text under a path, if it counts nothing.
    pub(crate) fn plain(&self, path: &str) -> Option<&str> {
        self.phrase(path).and_then(Phrase::plain)
    }

    /// Whether a template may ask for `t.<path>`: a text, or a group as a whole.
    pub(crate) fn holds(&self, path: &str) -> bool {
        self.phrase(path).is_some() || matches!(self.entries.get(path), Some(TextEntry::Group(_)))
    }

    /// A word that render itself asks for. `compile` refuses a theme in which one is missing.
    pub fn word(&self, key: &str) -> &str {
        self.phrase(key).and_then(Phrase::plain).expect(CHECKED)
    }

    /// A word of a group by the name of a choice, such as `carry-out`.
    pub(crate) fn choice(&self, group: &str, choice: &str) -> &str {
        let phrase = self.in_group(group, choice);
        phrase.and_then(Phrase::plain).expect(CHECKED)
    }

    /// What the language calls another one, where it has a word for it.
    pub(crate) fn name_of(&self, language: Language) -> Option<&str> {
        match self.entries.get("languages")? {
            TextEntry::Group(names) => names.get(language.as_str())?.plain(),
            TextEntry::Text(_) => None,
        }
    }

    /// A sentence that render itself asks for, with its placeholders filled.
    pub fn fill(&self, key: &str, fillings: &[(&str, &dyn Filling)]) -> String {
        let phrase = self.phrase(key).expect(CHECKED);
        let value = |name: &str| fillings.iter().find(|(known, _)| *known == name);
        let n = value("n").and_then(|(_, n)| n.number());
        let mut out = String::new();
        for piece in pieces(phrase.for_count(n, &self.plurals)) {
            match piece {
                SentencePiece::Text(text) => out.push_str(text),
                SentencePiece::Placeholder(name) => match value(name) {
                    Some((_, filling)) => filling.write(&self.writing, &mut out),
                    None => out.push_str(&format!("{{{name}}}")),
                },
            }
        }
        out
    }

    /// The same for a sentence whose parts are marked: the fillings are HTML, and the words around them are
    /// escaped. `n` chooses the form.
    pub(crate) fn fill_html(&self, key: &str, n: Option<u64>, fillings: &[(&str, &Html)]) -> Html {
        let phrase = self.phrase(key).expect(CHECKED);
        let mut out = Html::default();
        for piece in pieces(phrase.for_count(n, &self.plurals)) {
            match piece {
                SentencePiece::Text(text) => escape(text, &mut out.text),
                SentencePiece::Placeholder(name) => {
                    match (fillings.iter().find(|(known, _)| *known == name), n) {
                        (Some((_, html)), _) => out.push(html),
                        (None, Some(n)) if name == "n" => out.text.push_str(&format::count(n, &self.writing)),
                        (None, _) => {}
                    }
                }
            }
        }
        out
    }

    /// The texts as templates take them, under `t`.
    pub(crate) fn value(&self) -> Value {
        let group = |texts: &BTreeMap<Box<str>, Phrase>| {
            let values = texts
                .iter()
                .map(|(key, phrase)| (key.to_string(), phrase.value()));
            Value::from(values.collect::<BTreeMap<_, _>>())
        };
        let entries = self.entries.iter().map(|(key, entry)| match entry {
            TextEntry::Text(phrase) => (key.to_string(), phrase.value()),
            TextEntry::Group(texts) => (key.to_string(), group(texts)),
        });
        Value::from(entries.collect::<BTreeMap<_, _>>())
    }

    /// Every key with its text.
    pub(crate) fn all(&self) -> impl Iterator<Item = (String, &Phrase)> {
        self.entries.iter().flat_map(|(key, entry)| {
            let own = match entry {
                TextEntry::Text(phrase) => vec![(key.to_string(), phrase)],
                TextEntry::Group(group) => group
                    .iter()
                    .map(|(name, phrase)| (format!("{key}.{name}"), phrase))
                    .collect(),
            };
            own.into_iter()
        })
    }

    fn in_group(&self, group: &str, key: &str) -> Option<&Phrase> {
        match self.entries.get(group)? {
            TextEntry::Group(texts) if key.contains('-') => texts.get(key.replace('-', "_").as_str()),
            TextEntry::Group(texts) => texts.get(key),
            TextEntry::Text(_) => None,
        }
    }
}

impl Phrase {
    /// The form for `n` things. Without a number, or a form for it, the general one.
    pub(crate) fn for_count(&self, n: Option<u64>, plurals: &Plurals) -> &str {
        match self {
            Phrase::Plain(text) => text,
            Phrase::Counted(forms) => {
                let own = n.and_then(|n| forms.get(&plurals.category(n)));
                own.or_else(|| forms.get(&PluralCategory::Other))
                    .map_or("", |form| form)
            }
        }
    }

    /// The names of all placeholders, sorted.
    pub(crate) fn placeholders(&self) -> Vec<&str> {
        let texts: Vec<&str> = match self {
            Phrase::Plain(text) => vec![text],
            Phrase::Counted(forms) => forms.values().map(|form| &**form).collect(),
        };
        let mut names: Vec<&str> = texts
            .into_iter()
            .flat_map(pieces)
            .filter_map(|piece| match piece {
                SentencePiece::Placeholder(name) => Some(name),
                SentencePiece::Text(_) => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Every form by its name.
    pub(crate) fn forms(&self) -> BTreeMap<&'static str, &str> {
        match self {
            Phrase::Plain(text) => BTreeMap::from([(plurals::word(PluralCategory::Other), &**text)]),
            Phrase::Counted(forms) => {
                let forms = forms.iter();
                forms
                    .map(|(category, form)| (plurals::word(*category), &**form))
                    .collect()
            }
        }
    }

    fn value(&self) -> Value {
        match self {
            Phrase::Plain(text) => Value::normal_string(text),
            Phrase::Counted(_) => {
                let forms = self.forms().into_iter();
                let forms = forms.map(|(name, form)| (name, Value::normal_string(form)));
                Value::from(forms.collect::<BTreeMap<_, _>>())
            }
        }
    }

    fn plain(&self) -> Option<&str> {
        match self {
            Phrase::Plain(text) => Some(text),
            Phrase::Counted(_) => None,
        }
    }
}

/// A part of a sentence.
pub(crate) enum SentencePiece<'a> {
    Text(&'a str),
    Placeholder(&'a str),
}

/// Splits a sentence at its `{placeholders}`. A brace that opens no name is text.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = SentencePiece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let found = rest
            .char_indices()
            .filter(|(_, character)| *character == '{')
            .find_map(|(open, _)| {
                let close = open + rest[open..].find('}')?;
                let name = &rest[open + 1..close];
                let is_name =
                    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                is_name.then_some((open, close, name))
            });
        if let Some((0, close, name)) = found {
            rest = &rest[close + 1..];
            return Some(SentencePiece::Placeholder(name));
        }
        let (text, tail) = rest.split_at(found.map_or(rest.len(), |(open, ..)| open));
        rest = tail;
        Some(SentencePiece::Text(text))
    })
}
