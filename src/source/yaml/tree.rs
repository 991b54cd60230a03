//! A YAML text as a tree of values with their places. It is built only when something is wrong or a place is
//! asked for, by the one library that gives places; it knows no types.

use super::patched::Patched;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::ops::Range;

pub(super) struct Node<'t> {
    /// Where it stands in the source. An empty value stands at its key.
    pub span: Range<usize>,
    pub content: Content<'t>,
    /// Whether it was found wrong and is to be passed over.
    pub dropped: bool,
    /// Whether it has already been read without error.
    pub sound: Cell<bool>,
}

pub(super) enum Content<'t> {
    Scalar { text: Cow<'t, str>, plain: bool },
    List(Vec<Node<'t>>),
    Group(Vec<Entry<'t>>),
}

pub(super) struct Entry<'t> {
    pub key: Node<'t>,
    pub value: Node<'t>,
    /// The known key that the editor most likely meant by an unknown one.
    pub meant: Option<&'static str>,
}

pub(super) struct Tree<'t> {
    /// As much as could be read.
    pub root: Option<Node<'t>>,
    /// Where reading ended, and the library's words for why.
    pub error: Option<(usize, String)>,
}

/// Builds the tree of a text that nests at most `depth` levels.
pub(super) fn tree<'t>(patched: &'t Patched<'_>, depth: usize) -> Tree<'t> {
    let mut builder = Builder {
        patched,
        ruler: Ruler {
            text: &patched.text,
            character: 0,
            byte: 0,
        },
        open: Vec::new(),
        root: None,
        depth,
    };
    let mut error = None;
    for event in Parser::new_from_str(&patched.text) {
        let result = match event {
            Ok((event, span)) => builder
                .take(event, span)
                .map_err(|why| (span.start.index(), why.to_owned())),
            Err(error) => Err((error.marker().index(), error.info().to_owned())),
        };
        if let Err((character, why)) = result {
            error = Some((builder.offset(character), why));
            break;
        }
    }
    while builder
        .open
        .pop()
        .is_some_and(|collection| builder.attach(collection.finished()).is_ok())
    {}
    Tree {
        root: builder.root,
        error,
    }
}

impl<'t> Node<'t> {
    fn new(span: Range<usize>, content: Content<'t>) -> Self {
        Self {
            span,
            content,
            dropped: false,
            sound: Cell::new(false),
        }
    }

    /// What an empty text holds.
    pub fn nothing(offset: usize) -> Self {
        Self::new(
            offset..offset,
            Content::Scalar {
                text: Cow::Borrowed(""),
                plain: true,
            },
        )
    }

    /// The words of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing, or a word for nothing, is written here.
    pub fn is_null(&self) -> bool {
        let Content::Scalar { text, plain: true } = &self.content else {
            return false;
        };
        matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
    }

    pub fn entries(&self) -> &[Entry<'t>] {
        match &self.content {
            Content::Group(entries) => entries,
            _ => &[],
        }
    }
}

/// Finds every key that a group already has. Returns the places of the first and of the later one, and drops
/// the later.
pub(super) fn drop_duplicates(node: &mut Node<'_>, found: &mut Vec<(Range<usize>, Range<usize>)>) {
    match &mut node.content {
        Content::Scalar { .. } => {}
        Content::List(items) => items.iter_mut().for_each(|item| drop_duplicates(item, found)),
        Content::Group(entries) => {
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

struct Builder<'t, 'p> {
    patched: &'t Patched<'p>,
    ruler: Ruler<'t>,
    open: Vec<Collection<'t>>,
    root: Option<Node<'t>>,
    depth: usize,
}

struct Collection<'t> {
    node: Node<'t>,
    key: Option<Node<'t>>,
}

impl<'t> Collection<'t> {
    /// The collection, with a key that has not got its value.
    fn finished(mut self) -> Node<'t> {
        if let (Some(key), Content::Group(entries)) = (self.key.take(), &mut self.node.content) {
            let mut value = Node::nothing(0);
            value.span = key.span.clone();
            entries.push(Entry {
                key,
                value,
                meant: None,
            });
        }
        self.node
    }
}

impl<'t> Builder<'t, '_> {
    fn take(&mut self, event: Event<'t>, span: Span) -> Result<(), &'static str> {
        let mut place = self.offset(span.start.index())..self.offset(span.end.index());
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
                    place.end = self.offset_of_last_word(span).max(place.start);
                }
                self.attach(Node::new(place, Content::Scalar { text, plain }))
            }
            // The scan refuses aliases; this keeps the tree whole where it is built for showing places only.
            Event::Alias(_) => self.attach(Node::new(
                place,
                Content::Scalar {
                    text: Cow::Borrowed("*"),
                    plain: false,
                },
            )),
            Event::SequenceStart(..) => self.open(Node::new(place, Content::List(Vec::new()))),
            Event::MappingStart(..) => self.open(Node::new(place, Content::Group(Vec::new()))),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(mut collection) = self.open.pop() else {
                    return Ok(());
                };
                if !span.is_empty() {
                    collection.node.span.end = place.end;
                }
                self.attach(collection.finished())
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn open(&mut self, node: Node<'t>) -> Result<(), &'static str> {
        if self.open.len() >= self.depth {
            return Err("nested too deep");
        }
        self.open.push(Collection { node, key: None });
        Ok(())
    }

    fn attach(&mut self, mut node: Node<'t>) -> Result<(), &'static str> {
        let Some(Collection { node: parent, key }) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return Ok(());
        };
        match (&mut parent.content, key.take()) {
            (Content::Group(entries), Some(name)) => {
                if node.text() == Some("") && node.is_null() {
                    node.span = name.span.clone();
                }
                parent.span.end = parent.span.end.max(node.span.end);
                entries.push(Entry {
                    key: name,
                    value: node,
                    meant: None,
                });
            }
            (Content::Group(_), None) if node.text().is_none() => return Err("a key in brackets"),
            (Content::Group(_), None) => *key = Some(node),
            (Content::List(items), _) => {
                parent.span.end = parent.span.end.max(node.span.end);
                items.push(node);
            }
            (Content::Scalar { .. }, _) => {}
        }
        Ok(())
    }

    /// The end of a block of text without the line ends and indentation that the library counts to it.
    fn offset_of_last_word(&mut self, span: Span) -> usize {
        let end = self.ruler.byte(span.end.index());
        self.patched
            .source_offset(self.patched.text[..end].trim_end().len())
    }

    fn offset(&mut self, character: usize) -> usize {
        self.patched.source_offset(self.ruler.byte(character))
    }
}

/// Turns the library's counts of characters into bytes. Events come nearly in order, so each step is short.
struct Ruler<'t> {
    text: &'t str,
    character: usize,
    byte: usize,
}

impl Ruler<'_> {
    fn byte(&mut self, character: usize) -> usize {
        while self.character < character && self.byte < self.text.len() {
            self.byte = self.text.ceil_char_boundary(self.byte + 1);
            self.character += 1;
        }
        while self.character > character {
            self.byte = self.text.floor_char_boundary(self.byte - 1);
            self.character -= 1;
        }
        self.byte
    }
}
