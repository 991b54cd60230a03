//! Where values stand in the text after some were left out of their lists. A reader counts the items it was
//! given; the text counts all of them.

use super::failure::Step;
use super::tree::{Content, Node};

/// The path in the text of what has `path` among the values that were read, given the paths of the items left
/// out.
pub fn source_path(path: &str, left_out: &[String]) -> String {
    let mut before = String::with_capacity(path.len());
    let mut rest = path;
    while !left_out.is_empty()
        && let Some((list, index, behind)) = split_at_index(rest)
    {
        before.push_str(list);
        let mut gaps: Vec<usize> = left_out.iter().filter_map(|gap| index_in(&before, gap)).collect();
        gaps.sort_unstable();
        let index = gaps
            .into_iter()
            .fold(index, |index, gap| if gap <= index { index + 1 } else { index });
        before.push_str(&format!("[{index}]"));
        rest = behind;
    }
    before + rest
}

/// `a[3].b` is the list `a`, its item 3 and `.b`.
fn split_at_index(path: &str) -> Option<(&str, usize, &str)> {
    path.match_indices('[').find_map(|(open, _)| {
        let (index, behind) = path[open + 1..].split_once(']')?;
        Some((&path[..open], index.parse().ok()?, behind))
    })
}

/// The index of an item that is left out of exactly this list.
fn index_in(list: &str, gap: &str) -> Option<usize> {
    gap.strip_prefix(list)?
        .strip_prefix('[')?
        .strip_suffix(']')?
        .parse()
        .ok()
}

/// The YAML path of an item, for a way of steps through the tree.
pub(super) fn path_of(root: &Node<'_>, steps: &[Step]) -> String {
    let mut node = root;
    let mut path = String::new();
    for step in steps {
        match (&node.content, step) {
            (Content::List(items), Step::Item(index)) => {
                path.push_str(&format!("[{index}]"));
                node = &items[*index];
            }
            (Content::Group(entries), Step::Value(index)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(entries[*index].key.text().unwrap_or_default());
                node = &entries[*index].value;
            }
            _ => {}
        }
    }
    path
}
