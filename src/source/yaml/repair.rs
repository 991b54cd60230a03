//! Reads a value although parts of its text are wrong: each error is noted, its place is passed over, and the
//! rest is read again, until it reads or nothing is left to read. One run so reports all errors of a file.

use super::comma;
use super::explain::explain;
use super::failure::{Cause, Failure, Step};
use super::nearest::likely_key;
use super::read::{Pass, Reader};
use super::tree::{Content, Entry, Node};
use crate::diagnostic::{Diagnostic, Path};
use crate::source::Source;
use serde::de::DeserializeOwned;

/// What could be read of a tree.
pub(super) struct Repaired<T> {
    pub value: Option<T>,
    pub problems: Vec<Diagnostic>,
    /// The `id:` values of what was passed over.
    pub dropped: Vec<String>,
    /// The paths of the items that were passed over.
    pub left_out: Vec<Path>,
}

/// Reads `root`, reporting at most `limit` problems.
pub(super) fn read<T: DeserializeOwned>(source: &Source, root: &mut Node, limit: usize) -> Repaired<T> {
    let mut problems = Vec::new();
    let mut dropped = Vec::new();
    let mut left_out = Vec::new();
    let value = loop {
        let failure = match T::deserialize(Reader {
            node: root,
            pass: Pass::Search,
        }) {
            Ok(value) if problems.is_empty() => break Some(value),
            Ok(_) => {
                break T::deserialize(Reader {
                    node: root,
                    pass: Pass::Whole,
                })
                .ok();
            }
            Err(failure) => failure,
        };
        let Failure { mut path, cause } = failure;
        path.reverse();
        let cut = cut_off(source, root, &path, &cause);
        if let Some(Cut { first, count }) = cut {
            problems.push(comma::describe(
                source,
                follow(root, &path).entries(),
                first,
                count,
            ));
        } else if !follows_from_earlier(root, &path, &cause) {
            problems.push(explain(source, root, &path, &cause));
        }
        if matches!(path.last(), Some(Step::Item(_))) {
            left_out.push(path_of(root, &path));
        }
        let went_on = match cut {
            Some(cut) => leave_out(root, &path, cut),
            None => pass_over(root, &path, &cause, &mut dropped),
        };
        if problems.len() >= limit || !went_on {
            break None;
        }
    };
    dropped.sort();
    dropped.dedup();
    Repaired {
        value,
        problems,
        dropped,
        left_out,
    }
}

/// Entries of a group that are pieces of the value before them.
#[derive(Clone, Copy)]
struct Cut {
    first: usize,
    count: usize,
}

/// The pieces that made a key be refused, unless it is most likely a known one.
fn cut_off(source: &Source, root: &Node, path: &[Step], cause: &Cause) -> Option<Cut> {
    match cause {
        Cause::UnknownKey { name, known } if likely_key(name, known).is_none() => {}
        Cause::Refused(_) => {}
        _ => return None,
    }
    let first = key_at_fault(root, path, cause)?;
    let count = comma::pieces(&source.text, follow(root, path).entries(), first);
    (count > 0).then_some(Cut { first, count })
}

fn leave_out(root: &mut Node, path: &[Step], Cut { first, count }: Cut) -> bool {
    let Some(Content::Group(entries)) = follow_mut(root, path).map(|node| &mut node.content) else {
        return false;
    };
    entries.drain(first..first + count);
    true
}

/// The way to an item in the words of the text.
fn path_of(root: &Node, steps: &[Step]) -> Path {
    let mut node = root;
    let mut path = Path::default();
    for step in steps {
        match (&node.content, step) {
            (Content::List(items), Step::Item(index)) => {
                path = path.item(*index);
                node = &items[*index];
            }
            (Content::Group(entries), Step::Value(index)) => {
                path = path.entry(entries[*index].key.text().unwrap_or_default());
                node = &entries[*index].value;
            }
            _ => {}
        }
    }
    path
}

/// The node that a path leads to; for a key, the group that holds it.
pub(super) fn follow<'n>(root: &'n Node, path: &[Step]) -> &'n Node {
    let child = |node: &'n Node, step: &Step| match (&node.content, step) {
        (Content::List(items), Step::Item(index)) => items.get(*index),
        (Content::Group(entries), Step::Value(index)) => entries.get(*index).map(|entry| &entry.value),
        _ => None,
    };
    path.iter()
        .fold(root, |node, step| child(node, step).unwrap_or(node))
}

fn follow_mut<'n>(root: &'n mut Node, path: &[Step]) -> Option<&'n mut Node> {
    path.iter()
        .filter(|step| !matches!(step, Step::Key(_)))
        .try_fold(root, |node, step| match (&mut node.content, step) {
            (Content::List(items), Step::Item(index)) => items.get_mut(*index),
            (Content::Group(entries), Step::Value(index)) => {
                entries.get_mut(*index).map(|entry| &mut entry.value)
            }
            _ => None,
        })
}

/// Whether a key is missing, or a list too short, only because a wrong entry was passed over. A key in Japanese
/// may stand for any that is missing.
fn follows_from_earlier(root: &Node, path: &[Step], cause: &Cause) -> bool {
    let node = follow(root, path);
    match (cause, &node.content) {
        (Cause::MissingKey(name), Content::Group(entries)) => entries.iter().any(|entry| {
            let key = entry.key.text().unwrap_or_default();
            let japanese = entry.meant.is_none() && key.starts_with(|first: char| !first.is_ascii());
            entry.value.dropped && (key == *name || entry.meant == Some(*name) || japanese)
        }),
        (Cause::WrongLength, Content::List(items)) => items.iter().any(|item| item.dropped),
        _ => false,
    }
}

/// Drops the entry or item in which an error lies. False when nothing but the root is left to drop.
fn pass_over(root: &mut Node, path: &[Step], cause: &Cause, ids: &mut Vec<String>) -> bool {
    if let Some(entry) = entry_at_fault(root, path, cause) {
        if let Cause::UnknownKey { name, known } = cause {
            entry.meant = likely_key(name, known);
        }
        entry.value.dropped = true;
        collect_ids(&entry.value, ids);
        return true;
    }
    let Some(node) = follow_mut(root, path) else {
        return false;
    };
    collect_ids(node, ids);
    node.dropped = true;
    !path.is_empty()
}

/// The entry whose key is wrong, if it is a key.
fn entry_at_fault<'n>(root: &'n mut Node, path: &[Step], cause: &Cause) -> Option<&'n mut Entry> {
    let index = key_at_fault(root, path, cause)?;
    match &mut follow_mut(root, path)?.content {
        Content::Group(entries) => entries.get_mut(index),
        _ => None,
    }
}

/// Where in its group a wrong key stands. A type that judges its keys when it has them all names only the key.
pub(super) fn key_at_fault(root: &Node, path: &[Step], cause: &Cause) -> Option<usize> {
    match (path.last(), cause) {
        (Some(Step::Key(index)), _) => Some(*index),
        (_, Cause::UnknownKey { name, .. }) => {
            let entries = follow(root, path).entries();
            entries
                .iter()
                .position(|entry| !entry.value.dropped && entry.key.text() == Some(name.as_str()))
        }
        _ => None,
    }
}

fn collect_ids(node: &Node, ids: &mut Vec<String>) {
    match &node.content {
        Content::Scalar { .. } => {}
        Content::List(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        Content::Group(entries) => {
            for Entry { key, value, .. } in entries {
                match value.text() {
                    Some(id) if key.text() == Some("id") => ids.push(id.to_owned()),
                    _ => collect_ids(value, ids),
                }
            }
        }
    }
}
