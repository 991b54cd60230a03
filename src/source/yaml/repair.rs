//! Reads a value although parts of its text are wrong: each error is noted, its place is passed over, and the
//! rest is read again, until it reads or nothing is left to read. One run so reports all errors of a file.

mod explain;

use self::explain::explain;
use super::failure::{Cause, Failure, NodeStep};
use super::read::{NodeReader, Pass};
use super::tree::{GroupEntry, NodeContent, YamlNode};
use super::{ParsedYaml, comma, nearest::likely_key};
use crate::diagnostic::Path;
use crate::source::Source;
use serde::de::DeserializeOwned;
use std::cell::Cell;
use std::ops::Range;

/// Reads `root`, reporting at most `limit` problems.
pub(super) fn read<T: DeserializeOwned>(source: &Source, root: &mut YamlNode, limit: usize) -> ParsedYaml<T> {
    let mut problems = Vec::new();
    let mut dropped = Vec::new();
    let mut left_out = Vec::new();
    let value = loop {
        let Failure { mut path, cause } = match attempt(root, Pass::Search) {
            Ok(value) if problems.is_empty() => break Some(value),
            Ok(_) => break attempt(root, Pass::Whole).ok(),
            Err(failure) => failure,
        };
        path.reverse();
        if matches!(path.last(), Some(NodeStep::Item(_))) {
            left_out.push(path_of(root, &path));
        }
        let went_on = if let Some(pieces) = cut_off(source, root, &path, &cause) {
            let entries = follow(root, &path).entries();
            problems.push(comma::describe(source, entries, &pieces));
            leave_out(root, &path, pieces)
        } else {
            let causes = match *cause {
                Cause::MissingKey(name) => missing_keys::<T>(root, &path, name),
                cause => vec![cause],
            };
            let mut told: Vec<&Cause> = causes.iter().collect();
            told.retain(|cause| !follows_from_earlier(root, &path, cause));
            if !stand_for(root, &path, &told) {
                problems.extend(told.into_iter().map(|cause| explain(source, root, &path, cause)));
            }
            pass_over(root, &path, &causes[0], &mut dropped)
        };
        if problems.len() >= limit || !went_on {
            break None;
        }
    };
    dropped.sort();
    dropped.dedup();
    ParsedYaml {
        value,
        problems,
        dropped,
        left_out,
    }
}

fn attempt<T: DeserializeOwned>(node: &YamlNode, pass: Pass) -> Result<T, Failure> {
    T::deserialize(NodeReader { node, pass })
}

/// All keys that a group lacks, of which `first` is the first. Each gets a stand-in, with which the next
/// reading finds the next one, until it gets past the group.
fn missing_keys<T: DeserializeOwned>(
    root: &mut YamlNode,
    path: &[NodeStep],
    first: &'static str,
) -> Vec<Cause> {
    let mut names = vec![first];
    let mut next = Some(first);
    while let Some(name) = next.take() {
        put_stand_in(root, path, name);
        if let Err(Failure { path: within, cause }) = attempt::<T>(root, Pass::Search)
            && within.iter().rev().eq(path)
            && let Cause::MissingKey(another) = *cause
            && !names.contains(&another)
        {
            names.push(another);
            next = Some(another);
        }
    }
    // What was read with stand-ins is to be read again without the group.
    for length in 0..path.len() {
        follow(root, &path[..length]).sound.set(false);
    }
    names.into_iter().map(Cause::MissingKey).collect()
}

/// Gives a group a key that it lacks; one that holds nothing is as good as missing.
fn put_stand_in(root: &mut YamlNode, path: &[NodeStep], name: &'static str) {
    let Some(node) = follow_mut(root, path) else {
        return;
    };
    let span = node.span.clone();
    if let NodeContent::Scalar { .. } = node.content {
        // Where nothing is written, a group without entries was read.
        node.content = NodeContent::Group(Vec::new());
    }
    let content = NodeContent::StandIn(Cell::default());
    let NodeContent::Group(entries) = &mut node.content else {
        return;
    };
    let empty = |entry: &&mut GroupEntry| !entry.value.dropped && entry.key.text() == Some(name);
    match entries.iter_mut().find(empty) {
        Some(entry) => entry.value.content = content,
        None => {
            let key = YamlNode::word(span.clone(), name);
            entries.push(GroupEntry::new(key, YamlNode::new(span, content)));
        }
    }
}

/// The entries that are pieces of the value before them, where they made a key be refused, unless it is most
/// likely a known one.
fn cut_off(source: &Source, root: &YamlNode, path: &[NodeStep], cause: &Cause) -> Option<Range<usize>> {
    match cause {
        Cause::UnknownKey { name, known } if likely_key(name, known).is_none() => {}
        Cause::Refused(_) => {}
        _ => return None,
    }
    let first = key_at_fault(root, path, cause)?;
    let count = comma::pieces(&source.text, follow(root, path).entries(), first);
    (count > 0).then_some(first..first + count)
}

fn leave_out(root: &mut YamlNode, path: &[NodeStep], pieces: Range<usize>) -> bool {
    let Some(NodeContent::Group(entries)) = follow_mut(root, path).map(|node| &mut node.content) else {
        return false;
    };
    entries.drain(pieces);
    true
}

/// The way to an item in the words of the text.
fn path_of(root: &YamlNode, steps: &[NodeStep]) -> Path {
    let mut path = Path::default();
    for (at, step) in steps.iter().enumerate() {
        path = match step {
            NodeStep::Item(index) => path.item(*index),
            NodeStep::Value(index) => {
                let key = &follow(root, &steps[..at]).entries()[*index].key;
                path.entry(key.text().unwrap_or_default())
            }
            NodeStep::Key(_) => path,
        };
    }
    path
}

/// The node that a path leads to; for a key, the group that holds it.
fn follow<'n>(root: &'n YamlNode, path: &[NodeStep]) -> &'n YamlNode {
    let child = |node: &'n YamlNode, step: &NodeStep| match step {
        NodeStep::Item(index) => node.items().get(*index),
        NodeStep::Value(index) => node.entries().get(*index).map(|entry| &entry.value),
        NodeStep::Key(_) => None,
    };
    path.iter()
        .fold(root, |node, step| child(node, step).unwrap_or(node))
}

fn follow_mut<'n>(root: &'n mut YamlNode, path: &[NodeStep]) -> Option<&'n mut YamlNode> {
    path.iter()
        .filter(|step| !matches!(step, NodeStep::Key(_)))
        .try_fold(root, |node, step| match (&mut node.content, step) {
            (NodeContent::List(items), NodeStep::Item(index)) => items.get_mut(*index),
            (NodeContent::Group(entries), NodeStep::Value(index)) => {
                entries.get_mut(*index).map(|entry| &mut entry.value)
            }
            _ => None,
        })
}

/// Whether there is a key in Japanese for each that is missing, which it may stand for.
fn stand_for(root: &YamlNode, path: &[NodeStep], missing: &[&Cause]) -> bool {
    let japanese = |entry: &&GroupEntry| {
        let key = entry.key.text().unwrap_or_default();
        entry.value.dropped && entry.meant.is_none() && key.starts_with(|first: char| !first.is_ascii())
    };
    let keys = follow(root, path).entries().iter().filter(japanese).count();
    let all = missing.iter().all(|cause| matches!(cause, Cause::MissingKey(_)));
    all && missing.len() <= keys
}

/// Whether a key is missing, or a list too short, only because a wrong entry was passed over.
fn follows_from_earlier(root: &YamlNode, path: &[NodeStep], cause: &Cause) -> bool {
    let node = follow(root, path);
    match cause {
        Cause::MissingKey(name) => node.entries().iter().any(|entry| {
            entry.value.dropped && (entry.key.text() == Some(*name) || entry.meant == Some(*name))
        }),
        Cause::WrongLength => node.items().iter().any(|item| item.dropped),
        _ => false,
    }
}

/// Drops the entry or item in which an error lies. False when nothing but the root is left to drop.
fn pass_over(root: &mut YamlNode, path: &[NodeStep], cause: &Cause, ids: &mut Vec<String>) -> bool {
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
fn entry_at_fault<'n>(
    root: &'n mut YamlNode,
    path: &[NodeStep],
    cause: &Cause,
) -> Option<&'n mut GroupEntry> {
    let index = key_at_fault(root, path, cause)?;
    match &mut follow_mut(root, path)?.content {
        NodeContent::Group(entries) => entries.get_mut(index),
        _ => None,
    }
}

/// Where in its group a wrong key stands. A type that judges its keys when it has them all names only the
/// key.
fn key_at_fault(root: &YamlNode, path: &[NodeStep], cause: &Cause) -> Option<usize> {
    match (path.last(), cause) {
        (Some(NodeStep::Key(index)), _) => Some(*index),
        (_, Cause::UnknownKey { name, .. }) => {
            let entries = follow(root, path).entries();
            entries
                .iter()
                .position(|entry| !entry.value.dropped && entry.key.text() == Some(name.as_str()))
        }
        _ => None,
    }
}

fn collect_ids(node: &YamlNode, ids: &mut Vec<String>) {
    node.items().iter().for_each(|item| collect_ids(item, ids));
    for GroupEntry { key, value, .. } in node.entries() {
        match value.text() {
            Some(id) if key.text() == Some("id") => ids.push(id.to_owned()),
            _ => collect_ids(value, ids),
        }
    }
}
