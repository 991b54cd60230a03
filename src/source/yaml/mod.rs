//! YAML: the only room that knows the YAML libraries. Sound text goes straight into the caller's types;
//! anything else is looked at again with places, so that every problem is reported where it stands.
//!
//! What a key means, and which values are allowed, is the business of the types that are read.

mod builder;
mod comma;
mod doors;
mod failure;
mod fault;
mod finding;
mod kind;
mod letters;
mod lines;
mod locate;
mod nearest;
mod number;
mod plain;
mod quoted;
mod read;
mod reading;
mod repair;
mod round;
mod slip;
mod stand_in;
mod syntax;
mod tree;
mod words;

pub use doors::LISTED;
pub(crate) use locate::find_keys;
pub use locate::locate;
pub use words::MessageWords;

use super::Source;
use crate::diagnostic::{Code, Diagnostic, Message, Path, Place};
use serde::de::{DeserializeOwned, IgnoredAny};
use std::borrow::Cow;
use std::ops::Range;
use tree::{YamlNode, drop_duplicates};

/// How much YAML is read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest text in bytes. A longer one is `file-too-large`.
    pub bytes: usize,
    /// Lists and groups within one another.
    pub depth: usize,
}

/// What could be read. With problems, `value` is what remains when the wrong parts are left out, or nothing.
#[derive(Debug)]
pub struct ParsedYaml<T> {
    /// What the type took; `None` where nothing of the text could be read.
    pub value: Option<T>,
    /// At most a hundred, in the order of the text.
    pub problems: Vec<Diagnostic>,
    /// The `id:` values of items that were left out, so that references to them are not reported as dangling.
    pub dropped: Vec<String>,
    /// The list items that were left out, by their positions in the text: those behind them have moved up in
    /// `value`, which `locate` makes up for.
    pub left_out: Vec<Path>,
}

/// The most problems reported for one text.
const MOST_PROBLEMS: usize = 100;

impl Limits {
    /// For whole files: records, settings and texts of a theme. 8 MiB.
    pub const RECORD: Limits = Limits {
        bytes: 8 << 20,
        depth: 16,
    };
    /// For the front matter of a Markdown file. 64 KiB.
    pub const FRONT_MATTER: Limits = Limits {
        bytes: 64 << 10,
        depth: 16,
    };
}

/// Reads the YAML at `range` of a source's text. Text without anything listed goes straight into the types,
/// as long as they take it.
pub fn parse<T: DeserializeOwned>(source: &Source, range: Range<usize>, limits: Limits) -> ParsedYaml<T> {
    let text = terminated(&source.text[range.clone()]);
    if doors::is_plain(&text, limits)
        && let Ok(value) = serde_yaml::from_str(&text)
    {
        return ParsedYaml {
            value: Some(value),
            ..nothing(Vec::new())
        };
    }
    parse_with_places(source, range, limits)
}

/// Reads the YAML at `range` with the places of everything, whatever it holds.
pub fn parse_with_places<T: DeserializeOwned>(
    source: &Source,
    range: Range<usize>,
    limits: Limits,
) -> ParsedYaml<T> {
    let text = terminated(&source.text[range.clone()]);
    let absolute = |local: Range<usize>| range.start + local.start..range.end.min(range.start + local.end);
    let reading = reading::read(&text, limits);
    let findings = reading.findings.into_iter();
    let mut problems: Vec<Diagnostic> = findings
        .map(|(local, finding)| finding.describe(source, absolute(local)))
        .collect();
    if let Some((offset, why)) = &reading.refused
        && problems.is_empty()
    {
        problems.push(syntax::unreadable(source, range.start + offset, why));
    }
    if reading.broken || reading.refused.is_some() {
        return nothing(problems);
    }
    let mut root = reading.root.unwrap_or_else(|| YamlNode::nothing(0));
    root.move_by(range.start, range.end);
    let mut repeated = Vec::new();
    drop_duplicates(&mut root, &mut repeated);
    let repeated = repeated.into_iter().take(MOST_PROBLEMS);
    problems.extend(repeated.map(|(first, later)| duplicate(source, first, later)));
    let mut parsed = repair::read(source, &mut root, MOST_PROBLEMS);
    let known = |wrong: &Diagnostic| {
        problems
            .iter()
            .any(|problem| syntax::explains(source, problem, wrong))
    };
    parsed.problems.retain(|wrong| !known(wrong));
    problems.append(&mut parsed.problems);
    if problems.is_empty()
        && let Err(error) = serde_yaml::from_str::<IgnoredAny>(&text)
    {
        // Both libraries must take the text for YAML, or its meaning would depend on the one that reads it.
        let offset = range.start + syntax::offset_of(&text, error.location());
        return nothing(vec![syntax::unreadable(source, offset, &error.to_string())]);
    }
    ParsedYaml {
        problems: in_order(problems),
        ..parsed
    }
}

fn nothing<T>(problems: Vec<Diagnostic>) -> ParsedYaml<T> {
    ParsedYaml {
        value: None,
        problems: in_order(problems),
        dropped: Vec::new(),
        left_out: Vec::new(),
    }
}

/// A text that ends with its last line's end: without it, libraries disagree about the end of a `|` text.
fn terminated(text: &str) -> Cow<'_, str> {
    if text.is_empty() || text.ends_with('\n') {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("{text}\n"))
    }
}

fn in_order(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    problems.sort_by_key(|problem| problem.place.start());
    problems.truncate(MOST_PROBLEMS);
    problems
}

fn duplicate(source: &Source, first: Range<usize>, later: Range<usize>) -> Diagnostic {
    let name = source.text[later.clone()].trim_matches(['"', '\'']);
    let message = Message::new(
        format!("「{name}」が2回書かれています"),
        format!("`{name}` is written twice"),
    );
    let earlier = Message::new("1回目はここです", "the first one is here");
    Diagnostic::error(Code::YamlDuplicateKey, Place::span(&source.path, later), message)
        .also(Place::span(&source.path, first), earlier)
        .remedy(Message::new("どちらか一方を消してください", "delete one of them"))
}
