//! Compiles the templates of a theme: once as they are written, so that errors name true lines, for every
//! language.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::html::{Writing, escape, format};
use crate::model::Language;
use crate::site::PAGE_KINDS;
use crate::theme::plurals::{self, PluralCategory};
use crate::theme::sources::{TemplateSources, tags};
use crate::theme::{SentencePiece, Texts, WORDS, failure, pieces};
use std::fmt::Display;
use std::ops::Range;
use std::sync::Arc;
use tera::{ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The templates without which a theme is not whole: one for each page kind, and the three parts that pages
/// share.
fn needed() -> impl Iterator<Item = String> {
    let kinds = PAGE_KINDS.iter().map(|(name, _)| *name);
    let all = kinds.chain(["head", "header", "footer"]);
    all.map(|name| format!("{name}.html"))
}

/// Compiles all templates, without anything of a language. `None` with problems when one of them cannot be
/// read.
pub(crate) fn compile(sources: &TemplateSources, problems: &mut Vec<Diagnostic>) -> Option<Tera> {
    let missing: Vec<String> = needed().filter(|name| !sources.contains_key(name)).collect();
    if !missing.is_empty() {
        problems.extend(missing.iter().map(|name| not_there(name)));
        return None;
    }
    let unreadable = sources
        .iter()
        .filter_map(|(name, (_, source))| syntax_problem(name, source));
    let unreadable: Vec<Diagnostic> = unreadable
        .flat_map(|error| failure::diagnose(&error, sources))
        .collect();
    if !unreadable.is_empty() {
        problems.extend(unreadable);
        return None;
    }
    match add(sources
        .iter()
        .map(|(name, (_, source))| (name.as_str(), source.as_str())))
    {
        Ok(tera) => Some(tera),
        Err(error) => {
            problems.extend(failure::diagnose(&error, sources));
            None
        }
    }
}

/// An engine that holds the templates, and koyaku's one filter by its name: what it does is a matter of each
/// language.
///
/// # Errors
/// What the template engine has to say about the templates.
pub(crate) fn add<'a>(templates: impl Iterator<Item = (&'a str, &'a str)>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    for name in ["dir", "with"] {
        tera.register_filter(
            name,
            move |_: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
                Err(tera::Error::message(format!("`{name}` speaks no language yet")))
            },
        );
    }
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// Reports every `t.…` of a template that the texts lack, and every text with placeholders that is shown as
/// it is.
pub(crate) fn check_texts(sources: &TemplateSources, texts: &[Texts], problems: &mut Vec<Diagnostic>) {
    for (file, source) in sources.values() {
        for (path, span) in asked_texts(source) {
            if let Some(lacking) = texts.iter().find(|texts| !texts.holds(path)) {
                problems.push(said(
                    Place::span(file, span),
                    "text-asked",
                    &[("key", &path), ("file", &lacking.file)],
                ));
            } else if is_shown_as_it_is(source, &span)
                && let Some(names) = texts.iter().find_map(|texts| placeholders(texts, path))
            {
                problems.push(unfilled(Place::span(file, span), path, &names));
            }
        }
    }
}

/// Whether a tag holds nothing but the text at `span`: `{{ t.… }}`.
fn is_shown_as_it_is(source: &str, span: &Range<usize>) -> bool {
    source[..span.start].trim_end().ends_with("{{") && source[span.end..].trim_start().starts_with("}}")
}

/// The names that a text wants values for; `None` where it wants none. A counted text wants at least its
/// number.
fn placeholders<'a>(texts: &'a Texts, path: &str) -> Option<Vec<&'a str>> {
    let phrase = texts.phrase(path)?;
    let mut names = phrase.placeholders();
    if texts.plain(path).is_none() && !names.contains(&"n") {
        names.push("n");
    }
    (!names.is_empty()).then_some(names)
}

fn unfilled(place: Place, path: &str, names: &[&str]) -> Diagnostic {
    let shown: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    let given: Vec<String> = names.iter().map(|name| format!("{name}=…")).collect();
    said(
        place,
        "text-unfilled",
        &[
            ("key", &path),
            ("names", &shown.join(" ")),
            ("quoted", &shown.join("`, `")),
            ("given", &given.join(", ")),
        ],
    )
}

fn said(place: Place, key: &str, fillings: &[(&str, &dyn Display)]) -> Diagnostic {
    WORDS.error(Code::ThemeText, place, key, fillings)
}

/// A template with the texts of a language in place of every plain `{{ t.… }}`. Looking each of them up again
/// for every page would take a tenth of the time of a page.
pub(crate) fn with_texts(source: &str, texts: &Texts) -> String {
    if source.contains("raw %}") {
        return source.to_owned();
    }
    let mut out = Vec::with_capacity(source.len() + source.len() / 4);
    let mut at = 0;
    for tag in tags(source) {
        let path = source[tag.clone()]
            .trim()
            .strip_prefix("t.")
            .filter(|path| path.bytes().all(is_name));
        let text = path
            .and_then(|path| texts.plain(path))
            .filter(|text| !text.contains(['{', '}']));
        if let Some(text) = text.filter(|_| source[..tag.start].ends_with("{{")) {
            out.extend_from_slice(&source.as_bytes()[at..tag.start - 2]);
            // What the engine itself would write, so that nothing changes but the time it takes.
            tera::escape_html(text, &mut out).expect("writing into memory cannot fail");
            at = tag.end + 2;
        }
    }
    out.extend_from_slice(&source.as_bytes()[at..]);
    String::from_utf8(out).expect("pieces of text that are cut at tags are text")
}

/// A template on its own: names that it takes from others do not matter here, only whether it can be read.
fn syntax_problem(name: &str, source: &str) -> Option<tera::Error> {
    Tera::new()
        .add_raw_template(name, source)
        .err()
        .filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_)))
}

/// The paths behind `t.` inside `{{ }}` and `{% %}`, with their places.
fn asked_texts(source: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    for tag in tags(source) {
        let mut at = tag.start;
        let mut quote = None;
        while at < tag.end {
            let byte = source.as_bytes()[at];
            match quote {
                Some(open) if byte == open => quote = None,
                Some(_) => {}
                None if matches!(byte, b'"' | b'\'' | b'`') => quote = Some(byte),
                None if source[at..tag.end].starts_with("t.") && !is_name(source.as_bytes()[at - 1]) => {
                    let rest = &source[at + 2..tag.end];
                    let length = rest.bytes().take_while(|byte| is_name(*byte)).count();
                    let path = rest[..length].trim_end_matches('.');
                    found.push((path, at..at + 2 + path.len()));
                    at += 2 + length;
                    continue;
                }
                None => {}
            }
            at += 1;
        }
    }
    found
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.')
}

/// Teaches an engine the manner of a language: the filter chooses plural forms and writes numbers by it.
pub(crate) fn speak(tera: &mut Tera, texts: &Arc<Texts>) {
    let texts = texts.clone();
    tera.register_filter("dir", |tag: &Value, _: Kwargs, _: &State| dir(tag));
    tera.register_filter("with", move |text: &Value, values: Kwargs, _: &State| {
        with(text, &values, &texts)
    });
}

/// `<p lang="{{ side.lang }}" dir="{{ side.lang | dir }}">`: which way the lines of a language run.
fn dir(tag: &Value) -> TeraResult<Value> {
    let language = tag.as_str().and_then(|tag| Language::parse(tag).ok());
    let language = language.ok_or_else(|| tera::Error::message("`dir` needs the tag of a language"))?;
    Ok(Value::normal_string(language.direction()))
}

/// `{{ t.items | with(n=3) }}`: chooses the form of a counted text by `n` and fills its placeholders.
/// The text is escaped here; values that are already HTML stay HTML.
fn with(text: &Value, values: &Kwargs, texts: &Texts) -> TeraResult<Value> {
    let n: Option<&Value> = values.get("n")?;
    let text = match (text.as_str(), text.as_map()) {
        (Some(text), _) => text,
        (None, Some(forms)) => {
            let n = n.and_then(Value::as_i128).and_then(|n| u64::try_from(n).ok());
            let category = n.map_or(PluralCategory::Other, |n| texts.plurals.category(n));
            let form = |category| forms.get(&plurals::word(category).into());
            form(category)
                .or_else(|| form(PluralCategory::Other))
                .and_then(Value::as_str)
                .ok_or_else(|| tera::Error::message("`with` needs a text, not a group of texts"))?
        }
        (None, None) => return Err(tera::Error::message("`with` needs a text")),
    };
    let mut out = String::with_capacity(text.len() + 32);
    for piece in pieces(text) {
        match piece {
            SentencePiece::Text(text) => escape(text, &mut out),
            SentencePiece::Placeholder(name) => {
                let value: Option<&Value> = values.get(name)?;
                let value = value
                    .ok_or_else(|| tera::Error::message(format!("`with` needs a value for `{{{name}}}`")))?;
                fill(value, &texts.writing, &mut out);
            }
        }
    }
    Ok(Value::safe_string(&out))
}

fn fill(value: &Value, writing: &Writing, out: &mut String) {
    match (value.as_str(), value.as_i128()) {
        (Some(html), _) if value.is_safe() => out.push_str(html),
        (Some(text), _) => escape(text, out),
        (None, Some(number)) if number >= 0 => {
            out.push_str(&format::count(u64::try_from(number).unwrap_or(u64::MAX), writing));
        }
        _ => escape(&value.to_string(), out),
    }
}

fn not_there(name: &str) -> Diagnostic {
    let place = Place::file(&format!("themes/default/templates/{name}").into());
    WORDS.error(Code::ThemeTemplate, place, "template-missing", &[("name", &name)])
}
