//! Turns what the template engine says into diagnostics of our own, with the file and the place. Its drawings
//! of the source are dropped: they miscount full-width characters, and koyaku draws the line itself.

use crate::diagnostic::{At, Code, Diagnostic, Message, Place};
use crate::theme::sources::TemplateSources;
use crate::theme::{WORDS, offered};
use std::fmt::Display;
use std::sync::Arc;
use tera::{Error, ErrorKind, ReportError};

/// Every problem that an error of the template engine tells of; at least one.
pub(crate) fn diagnose(error: &Error, sources: &TemplateSources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![reported(report, sources)],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![said(file(tpl, sources), "template-circular", &[])]
        }
        ErrorKind::MissingParent { current, parent } => {
            let problem = said(file(current, sources), "template-parent", &[("name", parent)]);
            vec![with_names(
                problem,
                offered::remedy(parent, offered::parents(sources), false),
            )]
        }
        ErrorKind::Msg(text) => several(text, sources),
        other => vec![plain(&other.to_string(), nowhere(sources), "", sources)],
    }
}

fn reported(report: &ReportError, sources: &TemplateSources) -> Diagnostic {
    let place = match sources.get(report.filename()) {
        Some((file, _)) => Place::span(file, report.span().range.clone()),
        None => nowhere(sources),
    };
    plain(report.message(), place, report.filename(), sources)
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
            .map(|place| place.trim_matches(['[', ']']));
        let template = place.and_then(|place| place.rsplitn(3, ':').nth(2));
        let place = place.and_then(|place| placed(place, sources));
        let place = place.unwrap_or_else(|| nowhere(sources));
        found.push(plain(what, place, template.unwrap_or_default(), sources));
    }
    if found.is_empty() {
        let what = text.lines().next().unwrap_or_default();
        found.push(plain(what, nowhere(sources), "", sources));
    }
    found
}

/// `home.html:3:12`, where the column counts characters from 1.
fn placed(text: &str, sources: &TemplateSources) -> Option<Place> {
    let mut parts = text.rsplitn(3, ':');
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
const WORDED: [(&str, &str); 9] = [
    ("Unknown filter", "unknown-filter"),
    ("Unknown test", "unknown-test"),
    ("Unknown function", "unknown-function"),
    ("Unknown component", "unknown-component"),
    ("Unknown template", "unknown-template"),
    ("Block `", "unknown-block"),
    ("Field `", "unknown-field"),
    ("Variable `", "unknown-variable"),
    ("Argument `", "argument-missing"),
];

/// A sentence of the engine in our words, or quoted, with the names that there are.
fn plain(what: &str, place: Place, template: &str, sources: &TemplateSources) -> Diagnostic {
    let name = what.split('`').nth(1).unwrap_or_default();
    let Some((_, key)) = WORDED.iter().find(|(begins, _)| what.starts_with(begins)) else {
        return said(place, "template-unreadable", &[("what", &what)]);
    };
    let names = match *key {
        "unknown-component" => offered::remedy(name, offered::components(sources), false),
        "unknown-template" => offered::remedy(name, sources.keys().map(String::as_str), false),
        "unknown-block" => offered::remedy(name, offered::blocks_above(template, sources), false),
        // The engine tells those of a value behind its sentence.
        _ => what
            .split_once(". Available ")
            .and_then(|(_, list)| list.split_once(": "))
            .and_then(|(_, list)| offered::remedy(name, list.split(", "), true)),
    };
    with_names(said(place, key, &[("name", &name)]), names)
}

fn with_names(problem: Diagnostic, names: Option<Message>) -> Diagnostic {
    match names {
        Some(names) => problem.remedy(names),
        None => problem,
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
