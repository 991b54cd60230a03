//! From a YAML path such as `sections[0].commitments[3].deadline` to its place in the text.
//! It is asked for only where a place is shown, so it may build a tree.

use super::Limits;
use super::patched::Patched;
use super::scan::scan;
use super::tree::{Content, Node, Tree, tree};
use crate::diagnostic::{At, Place};
use crate::source::{Source, front_matter};
use std::ops::Range;

/// Which part of an entry is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Key,
    Value,
}

/// The byte range of what `path` names in the YAML at `range`. Where the text has only the beginning of the
/// path, the deepest part that exists; where it cannot be read at all, its start.
pub fn locate(source: &Source, range: Range<usize>, path: &str, what: What) -> Range<usize> {
    with_tree(source, range.clone(), |root| find(root, path, what, range.start))
}

/// Turns a YAML path into a byte range, in the front matter of a `.md` file and in the whole of any other.
/// Places that are no YAML paths stay as they are.
pub fn resolve(source: &Source, place: &Place) -> Place {
    resolve_all(source, std::slice::from_ref(place)).swap_remove(0)
}

/// `resolve` for many places of one source, which is read only once.
pub fn resolve_all(source: &Source, places: &[Place]) -> Vec<Place> {
    let range = match front_matter::split(source) {
        Ok(parts) if source.path.ends_with(".md") => parts.yaml,
        _ => 0..source.text.len(),
    };
    let resolve_in = |root: Option<&Node<'_>>| {
        let one = |place: &Place| {
            let (path, what) = match &place.at {
                At::Yaml(path) => (path, What::Value),
                At::YamlKey(path) => (path, What::Key),
                At::File | At::Span(_) => return place.clone(),
            };
            Place::span(&place.file, find(root, path, what, range.start))
        };
        places.iter().map(one).collect()
    };
    if places
        .iter()
        .any(|place| matches!(place.at, At::Yaml(_) | At::YamlKey(_)))
    {
        with_tree(source, range.clone(), resolve_in)
    } else {
        places.to_vec()
    }
}

fn with_tree<R>(source: &Source, range: Range<usize>, use_root: impl FnOnce(Option<&Node<'_>>) -> R) -> R {
    let text = &source.text[range.clone()];
    let limits = Limits::RECORD;
    let scan = scan(text, limits);
    if scan.broken {
        return use_root(None);
    }
    let patched = Patched::new(text, range.clone(), scan.patches);
    let Tree { root, .. } = tree(&patched, limits.depth);
    use_root(root.as_ref())
}

fn find(root: Option<&Node<'_>>, path: &str, what: What, start: usize) -> Range<usize> {
    let Some(mut node) = root else { return start..start };
    let mut place = match path {
        "" => node.span.clone(),
        // The part that exists is the text as a whole, which its first line stands for.
        _ => node.span.start..node.span.start,
    };
    let mut rest = path;
    while let Some((next, key, behind)) = step(node, rest) {
        rest = behind;
        node = next;
        place = match (key, what, rest.is_empty()) {
            (Some(key), What::Key, _) | (Some(key), What::Value, false) => key.span.clone(),
            _ => node.span.clone(),
        };
    }
    place
}

/// One step along a path: the node it leads to, its key if it has one, and the rest of the path.
fn step<'n, 't, 'p>(
    node: &'n Node<'t>,
    path: &'p str,
) -> Option<(&'n Node<'t>, Option<&'n Node<'t>>, &'p str)> {
    match &node.content {
        Content::Scalar { .. } => None,
        Content::List(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            let item = items.get(index.parse::<usize>().ok()?)?;
            Some((item, None, rest))
        }
        Content::Group(entries) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            // Keys such as `１．５年` may hold the signs that divide a path, so the longest key that fits is
            // the one.
            let fits = |name: &str| {
                let rest = path.strip_prefix(name)?;
                (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
            };
            entries
                .iter()
                .filter_map(|entry| Some((entry, fits(entry.key.text()?)?)))
                .min_by_key(|(_, rest)| rest.len())
                .map(|(entry, rest)| (&entry.value, Some(&entry.key), rest))
        }
    }
}
