//! From a path such as `sections[0].commitments[3].deadline` to its place in the text. It is asked for only
//! where a place is shown, so it may build a tree.

use super::tree::{NodeContent, YamlNode};
use super::{Limits, parse_with_places, reading, terminated};
use crate::diagnostic::{Diagnostic, Path, Step};
use crate::source::Source;
use serde::de::IgnoredAny;
use std::ops::Range;

/// The byte ranges of what the paths name in the YAML at `range`. Positions in lists count the items that
/// were read, without those `left_out`. Where the text has only the beginning of a path, the deepest part
/// that exists is meant; where it cannot be read at all, its start.
pub fn locate(source: &Source, range: Range<usize>, left_out: &[Path], paths: &[&Path]) -> Vec<Range<usize>> {
    let mut root = tree(source, range);
    for path in left_out {
        leave_out(&mut root, path.steps());
    }
    paths.iter().map(|path| place_of(&root, path.steps())).collect()
}

/// Every key called `name` in the YAML at `range`, with its path and its place.
///
/// # Errors
/// Why the YAML cannot be read.
pub(crate) fn find_keys(
    source: &Source,
    range: Range<usize>,
    name: &str,
) -> Result<Vec<(Path, Range<usize>)>, Vec<Diagnostic>> {
    let problems = parse_with_places::<IgnoredAny>(source, range.clone(), Limits::RECORD).problems;
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut found = Vec::new();
    collect_keys(&tree(source, range), name, &Path::default(), &mut found);
    Ok(found)
}

/// As much of the YAML as can be read, with its places in the source.
fn tree(source: &Source, range: Range<usize>) -> YamlNode {
    let text = terminated(&source.text[range.clone()]);
    let root = reading::read(&text, Limits::RECORD).root;
    let mut root = root.unwrap_or_else(|| YamlNode::nothing(0));
    root.move_by(range.start, range.end);
    root
}

fn collect_keys(node: &YamlNode, name: &str, path: &Path, found: &mut Vec<(Path, Range<usize>)>) {
    for (at, item) in node.items().iter().enumerate() {
        collect_keys(item, name, &path.clone().item(at), found);
    }
    for entry in node.entries() {
        let key = entry.key.text().unwrap_or_default();
        let path = path.clone().entry(key);
        collect_keys(&entry.value, name, &path, found);
        if key == name {
            found.push((path, entry.key.span.clone()));
        }
    }
}

fn leave_out(node: &mut YamlNode, path: &[Step]) {
    let Some((step, rest)) = path.split_first() else {
        node.dropped = true;
        return;
    };
    let child = match (&mut node.content, step) {
        (NodeContent::List(items), Step::Item(at)) => items.get_mut(*at),
        (NodeContent::Group(entries), step) => entries
            .iter_mut()
            .find(|entry| entry.key.text() == Some(step.key()))
            .map(|entry| &mut entry.value),
        _ => None,
    };
    if let Some(child) = child {
        leave_out(child, rest);
    }
}

fn place_of(root: &YamlNode, path: &[Step]) -> Range<usize> {
    let mut node = root;
    let mut place = match path {
        [] => node.span.clone(),
        // The part that exists is the text as a whole, which its first line stands for.
        _ => node.span.start..node.span.start,
    };
    for (at, step) in path.iter().enumerate() {
        let Some((key, value)) = child(node, step) else {
            break;
        };
        let last = at + 1 == path.len();
        node = value;
        place = match key {
            Some(key) if !last => key.span.clone(),
            _ => node.span.clone(),
        };
    }
    place
}

/// What a step leads to, and the key that it follows, if it has one.
fn child<'n>(node: &'n YamlNode, step: &Step) -> Option<(Option<&'n YamlNode>, &'n YamlNode)> {
    if let Step::Item(at) = step {
        let mut kept = node.items().iter().filter(|item| !item.dropped);
        return Some((None, kept.nth(*at)?));
    }
    let mut entries = node.entries().iter();
    let entry = entries.find(|entry| entry.key.text() == Some(step.key()))?;
    Some((Some(&entry.key), &entry.value))
}
