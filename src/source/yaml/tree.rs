//! A YAML text as a tree of values with their places. It knows neither where it comes from nor what it means.

use super::stand_in::Choices;
use std::cell::Cell;
use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::ops::Range;

pub(super) struct YamlNode {
    /// Where it stands in the source. An empty value stands at its key.
    pub span: Range<usize>,
    pub content: NodeContent,
    /// Whether it was found wrong and is to be passed over.
    pub dropped: bool,
    /// Whether it has already been read without error.
    pub sound: Cell<bool>,
}

pub(super) enum NodeContent {
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<YamlNode>),
    Group(Vec<GroupEntry>),
    /// What a missing key is given, so that reading finds the next one.
    StandIn(Choices),
}

pub(super) struct GroupEntry {
    pub key: YamlNode,
    pub value: YamlNode,
    /// The known key that the editor most likely meant by an unknown one.
    pub meant: Option<&'static str>,
}

impl GroupEntry {
    pub(crate) fn new(key: YamlNode, value: YamlNode) -> Self {
        Self {
            key,
            value,
            meant: None,
        }
    }
}

impl YamlNode {
    pub(crate) fn new(span: Range<usize>, content: NodeContent) -> Self {
        Self {
            span,
            content,
            dropped: false,
            sound: Cell::new(false),
        }
    }

    /// What an empty text holds.
    pub(crate) fn nothing(offset: usize) -> Self {
        Self::word(offset..offset, "")
    }

    /// A scalar without quotes.
    pub(crate) fn word(span: Range<usize>, word: &str) -> Self {
        let text = word.to_owned();
        Self::new(span, NodeContent::Scalar { text, plain: true })
    }

    /// Counts its places from the start of a source, in which its text begins at `start` and ends at `end`.
    pub(crate) fn move_by(&mut self, start: usize, end: usize) {
        self.span = (start + self.span.start).min(end)..(start + self.span.end).min(end);
        match &mut self.content {
            NodeContent::Scalar { .. } | NodeContent::StandIn(_) => {}
            NodeContent::List(items) => items.iter_mut().for_each(|item| item.move_by(start, end)),
            NodeContent::Group(entries) => {
                for entry in entries {
                    entry.key.move_by(start, end);
                    entry.value.move_by(start, end);
                }
            }
        }
    }

    /// The words of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            NodeContent::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing, or a word for nothing, is written here.
    pub(crate) fn is_null(&self) -> bool {
        let NodeContent::Scalar { text, plain: true } = &self.content else {
            return false;
        };
        matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
    }

    pub(crate) fn items(&self) -> &[YamlNode] {
        match &self.content {
            NodeContent::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn entries(&self) -> &[GroupEntry] {
        match &self.content {
            NodeContent::Group(entries) => entries,
            _ => &[],
        }
    }
}

/// Finds every key that a group already has. Returns the places of the first and of the later one, and drops
/// the later.
pub(super) fn drop_duplicates(node: &mut YamlNode, found: &mut Vec<(Range<usize>, Range<usize>)>) {
    match &mut node.content {
        NodeContent::Scalar { .. } | NodeContent::StandIn(_) => {}
        NodeContent::List(items) => items.iter_mut().for_each(|item| drop_duplicates(item, found)),
        NodeContent::Group(entries) => {
            let mut firsts = HashMap::with_capacity(entries.len());
            let mut repeated = Vec::new();
            for (index, entry) in entries.iter().enumerate() {
                match firsts.entry(entry.key.text()) {
                    Vacant(name) => _ = name.insert(index),
                    Occupied(first) => repeated.push((*first.get(), index)),
                }
            }
            for (first, index) in repeated {
                found.push((entries[first].key.span.clone(), entries[index].key.span.clone()));
                entries[index].value.dropped = true;
            }
            entries
                .iter_mut()
                .for_each(|entry| drop_duplicates(&mut entry.value, found));
        }
    }
}
