//! Turns what the template engine says into diagnostics of our own, with the file and the place. Its drawings
//! of the source are dropped: they miscount full-width characters, and koyaku draws the line itself.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::theme::WORDS;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;
use tera::{Error, ErrorKind, ReportError};

/// Where templates come from: their files and texts by name.
pub type TemplateSources = BTreeMap<String, (Arc<str>, String)>;

/// Every problem that an error of the template engine tells of; at least one.
pub fn diagnose(error: &Error, sources: &TemplateSources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![reported(report, sources)],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![said(file(tpl, sources), "template-circular", &[])]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![said(
                file(current, sources),
                "template-parent",
                &[("name", parent)],
            )]
        }
        ErrorKind::Msg(text) => several(text, sources),
        other => vec![plain(&other.to_string(), nowhere(sources))],
    }
}

fn reported(report: &ReportError, sources: &TemplateSources) -> Diagnostic {
    let place = match sources.get(report.filename()) {
        Some((file, _)) => Place::span(file, report.span().range.clone()),
        None => nowhere(sources),
    };
    plain(report.message(), place)
}

/// Errors that concern several templates come as one text: `error: <what>` and
/// ` --> <template>:<line>:<column>` for each.
fn several(text: &str, sources: &TemplateSources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(what) = line.strip_prefix("error: ") else {
            continue;
        };
        let place = lines
            .peek()
            .and_then(|next| next.trim_start().strip_prefix("--> "))
            .and_then(|place| placed(place, sources));
        found.push(plain(what, place.unwrap_or_else(|| nowhere(sources))));
    }
    if found.is_empty() {
        found.push(plain(text.lines().next().unwrap_or_default(), nowhere(sources)));
    }
    found
}

/// `home.html:3:12`, where the column counts characters from 1.
fn placed(text: &str, sources: &TemplateSources) -> Option<Place> {
    let mut parts = text.trim_matches(['[', ']']).rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let (file, source) = sources.get(parts.next()?)?;
    let start: usize = source
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let text = source[start..].lines().next()?;
    let at = text
        .char_indices()
        .nth(column.checked_sub(1)?)
        .map_or(text.len(), |(at, _)| at);
    let name = text[at..].trim_start_matches(['<', '"', '\'', '`']);
    let length = name
        .find(|character: char| !character.is_alphanumeric() && !matches!(character, '_' | '.' | '-' | '/'))
        .unwrap_or(name.len());
    let at = start + text.len() - name.len();
    Some(Place::span(file, at..at + length))
}

/// The engine's sentences that theme authors meet most, by how they begin, and ours in their place.
const WORDED: [(&str, &str); 8] = [
    ("Unknown filter", "unknown-filter"),
    ("Unknown test", "unknown-test"),
    ("Unknown function", "unknown-function"),
    ("Unknown component", "unknown-component"),
    ("Unknown template", "unknown-template"),
    ("Field `", "unknown-field"),
    ("Variable `", "unknown-variable"),
    ("Argument `", "argument-missing"),
];

/// A sentence of the engine in our words, or quoted.
fn plain(what: &str, place: Place) -> Diagnostic {
    let name = what.split('`').nth(1).unwrap_or_default();
    match WORDED.iter().find(|(begins, _)| what.starts_with(begins)) {
        Some((_, key)) => said(place, key, &[("name", &name)]),
        None => said(place, "template-unreadable", &[("what", &what)]),
    }
}

fn said(place: Place, key: &str, fillings: &[(&str, &dyn Display)]) -> Diagnostic {
    WORDS.error(Code::ThemeTemplate, place, key, fillings)
}

fn file(template: &str, sources: &TemplateSources) -> Place {
    sources
        .get(template)
        .map_or_else(|| nowhere(sources), |(file, _)| Place::file(file))
}

/// For the few errors that name no template.
fn nowhere(sources: &TemplateSources) -> Place {
    let file = sources
        .values()
        .next()
        .map_or_else(|| Arc::from("themes/default/templates"), |(file, _)| file.clone());
    Place { file, at: At::File }
}
