//! YAML: the only room that knows the YAML libraries. Sound text goes straight into the caller's types;
//! anything else is looked at again with places, so that every problem is reported where it stands.
//!
//! What a key means, and which values are allowed, is the business of the types that are read.

mod access;
mod explain;
mod failure;
mod kind;
mod left_out;
mod locate;
mod nearest;
mod number;
mod patched;
mod read;
mod repair;
mod scan;
mod syntax;
mod tree;

pub use left_out::source_path;
pub use locate::{What, locate, resolve, resolve_all};

use super::Source;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use patched::Patched;
use repair::Repaired;
use scan::{Scan, scan};
use serde::de::{DeserializeOwned, IgnoredAny};
use std::borrow::Cow;
use std::ops::Range;
use tree::{Node, Tree, drop_duplicates, tree};

/// How much YAML is read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub bytes: usize,
    /// Lists and groups within one another.
    pub depth: usize,
}

/// What could be read. With problems, `value` is what remains when the wrong parts are left out, or nothing.
#[derive(Debug)]
pub struct Parsed<T> {
    pub value: Option<T>,
    /// At most a hundred, in the order of the text.
    pub problems: Vec<Diagnostic>,
    /// The `id:` values of items that were left out, so that references to them are not reported as dangling.
    pub dropped: Vec<String>,
    /// The YAML paths of list items that were left out: the items behind them have moved up in `value`.
    /// `source_path` turns the path of a value back into the path of its text.
    pub left_out: Vec<String>,
}

/// The most problems reported for one text.
const MOST_PROBLEMS: usize = 100;

impl Limits {
    pub const RECORD: Limits = Limits {
        bytes: 8 << 20,
        depth: 16,
    };
    pub const FRONT_MATTER: Limits = Limits {
        bytes: 64 << 10,
        depth: 16,
    };
}

/// Reads the YAML at `range` of a source's text.
pub fn parse<T: DeserializeOwned>(source: &Source, range: Range<usize>, limits: Limits) -> Parsed<T> {
    let text = terminated(&source.text[range.clone()]);
    let scan = scan(&text, limits);
    if scan.findings.is_empty()
        && !scan.second_look
        && let Ok(value) = serde_yaml::from_str(&text)
    {
        return Parsed {
            value: Some(value),
            problems: Vec::new(),
            dropped: Vec::new(),
            left_out: Vec::new(),
        };
    }
    look_again(source, range, scan, limits)
}

/// Reads text in which something is wrong, or may be, with the places of everything.
fn look_again<T: DeserializeOwned>(
    source: &Source,
    range: Range<usize>,
    scan: Scan,
    limits: Limits,
) -> Parsed<T> {
    let text = terminated(&source.text[range.clone()]);
    let text = &*text;
    let absolute = |local: Range<usize>| range.start + local.start..range.end.min(range.start + local.end);
    let mut problems: Vec<Diagnostic> = scan
        .findings
        .into_iter()
        .map(|(local, finding)| finding.describe(source, absolute(local)))
        .collect();
    if scan.broken {
        return nothing(problems);
    }
    let patched = Patched::new(text, range.clone(), scan.patches);
    let Tree { root, error } = tree(&patched, limits.depth);
    if let Some((offset, why)) = error {
        // After a finding, a library that stumbles near it has nothing new to say.
        if problems.is_empty() {
            problems.push(syntax::unreadable(source, offset, &why));
        }
        return nothing(problems);
    }
    let mut root = root.unwrap_or_else(|| Node::nothing(range.start));
    let mut repeated = Vec::new();
    drop_duplicates(&mut root, &mut repeated);
    problems.extend(
        repeated
            .into_iter()
            .take(MOST_PROBLEMS)
            .map(|(first, later)| duplicate(source, first, later)),
    );
    let Repaired {
        value,
        problems: wrong,
        dropped,
        left_out,
    } = repair::read(source, &mut root, MOST_PROBLEMS);
    let known = |wrong: &Diagnostic| {
        problems
            .iter()
            .any(|problem| syntax::explains(source, problem, wrong))
    };
    let wrong: Vec<Diagnostic> = wrong.into_iter().filter(|wrong| !known(wrong)).collect();
    problems.extend(wrong);
    if problems.is_empty()
        && let Err(error) = serde_yaml::from_str::<IgnoredAny>(text)
    {
        // Both libraries must take the text for YAML, or its meaning would depend on the one that reads it.
        let offset = syntax::offset_of(text, error.location());
        problems.push(syntax::unreadable(
            source,
            range.start + offset,
            &error.to_string(),
        ));
        return nothing(problems);
    }
    Parsed {
        value,
        problems: in_order(problems),
        dropped,
        left_out,
    }
}

fn nothing<T>(problems: Vec<Diagnostic>) -> Parsed<T> {
    Parsed {
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
    problems.sort_by_key(|problem| syntax::start(&problem.place));
    problems.truncate(MOST_PROBLEMS);
    problems
}

fn duplicate(source: &Source, first: Range<usize>, later: Range<usize>) -> Diagnostic {
    let name = source.text[later.clone()].trim_matches(['"', '\'']);
    Diagnostic::error(
        Code::YamlDuplicateKey,
        Place::span(&source.path, later),
        Message::new(
            format!("「{name}」が2回書かれています"),
            format!("`{name}` is written twice"),
        ),
    )
    .also(
        Place::span(&source.path, first),
        Message::new("1回目はここです", "the first one is here"),
    )
    .remedy(Message::new("どちらか一方を消してください", "delete one of them"))
}
