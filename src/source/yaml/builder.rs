//! Builds a tree from the events of the library that gives places, and notes what it would take without a
//! word: comments that cut a text short, anchors, keys that are none. What stopped it is the matter of
//! `fault`.

use super::lines::{line_end, line_start, pasted_line, trimmed};
use super::plain::{property, word};
use super::slip::{Slip, wide_indentation};
use super::tree::{GroupEntry, NodeContent, YamlNode};
use super::{MOST_PROBLEMS, fault::Fault, finding::Finding, letters::Letters, plain, quoted};
use crate::source::lines;
use saphyr_parser::{Event, ScalarStyle, Span};
use std::ops::Range;

pub(super) type Stop = (Range<usize>, Finding);

pub(super) struct Builder<'a> {
    text: &'a str,
    letters: &'a Letters,
    depth: usize,
    open: Vec<Collection>,
    pub root: Option<YamlNode>,
    pub findings: Vec<(Range<usize>, Finding)>,
    pub slips: Vec<Slip>,
    documents: usize,
    document_end: usize,
    last: Range<usize>,
    last_is_block: bool,
    /// Where the line of the event begins: looking back from each would be slow on a long line.
    line: usize,
    passed: usize,
}

struct Collection {
    node: YamlNode,
    key: Option<YamlNode>,
    in_brackets: bool,
    /// `a: b` in a list in brackets, which nobody means as a group.
    bare: bool,
}

impl Collection {
    /// The collection, with a key that has not got its value.
    fn finished(mut self) -> YamlNode {
        if let (Some(key), NodeContent::Group(entries)) = (self.key.take(), &mut self.node.content) {
            let value = YamlNode::word(key.span.clone(), "");
            entries.push(GroupEntry::new(key, value));
        }
        self.node
    }
}

impl<'a> Builder<'a> {
    /// For `letters`, which are those of `text`, to a depth of `depth` levels.
    pub(crate) fn new(text: &'a str, letters: &'a Letters, depth: usize) -> Self {
        Self {
            text,
            letters,
            depth,
            open: Vec::new(),
            root: None,
            findings: Vec::new(),
            slips: Vec::new(),
            documents: 0,
            document_end: 0,
            last: 0..0,
            last_is_block: false,
            line: 0,
            passed: 0,
        }
    }

    pub(crate) fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let mut place = self.letters.offset(span.start.index())..self.letters.offset(span.end.index());
        self.move_to(place.start);
        match event {
            Event::Scalar(words, style, anchor, tag) => {
                self.note_property(anchor != 0 || tag.is_some(), place.start);
                self.last_is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                if self.last_is_block {
                    // The library counts the line ends and the indentation behind it too.
                    place.end = place.start.max(self.text[..place.end].trim_end().len());
                }
                self.last = place.clone();
                let plain = style == ScalarStyle::Plain;
                if plain {
                    self.look_at_plain(&words, &place)?;
                } else if style == ScalarStyle::DoubleQuoted {
                    let unwanted = quoted::unwanted_escapes(self.text, place.clone(), &words);
                    self.findings.extend(unwanted);
                }
                let text = words.into_owned();
                self.attach(YamlNode::new(place, NodeContent::Scalar { text, plain }))
            }
            Event::Alias(_) => {
                self.findings.push((place.clone(), Finding::Alias));
                self.last = place.clone();
                let (text, plain) = ("*".to_owned(), false);
                self.attach(YamlNode::new(place, NodeContent::Scalar { text, plain }))
            }
            Event::SequenceStart(anchor, tag) => {
                self.note_property(anchor != 0 || tag.is_some(), place.start);
                self.open(YamlNode::new(place, NodeContent::List(Vec::new())))
            }
            Event::MappingStart(anchor, tag) => {
                self.note_property(anchor != 0 || tag.is_some(), place.start);
                self.open(YamlNode::new(place, NodeContent::Group(Vec::new())))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(mut collection) = self.open.pop() else {
                    return Ok(());
                };
                if !span.is_empty() {
                    collection.node.span.end = place.end;
                }
                self.attach(collection.finished())
            }
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(self.second_document());
                }
                Ok(())
            }
            Event::DocumentEnd => {
                self.document_end = place.start;
                Ok(())
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd => Ok(()),
        }
    }

    fn move_to(&mut self, at: usize) {
        match self.text.get(self.passed..at) {
            Some(passed) => {
                if let Some(newline) = passed.rfind('\n') {
                    self.line = self.passed + newline + 1;
                }
                self.passed = at;
            }
            None if at < self.line => self.line = line_start(self.text, at),
            None => {}
        }
    }

    fn open(&mut self, node: YamlNode) -> Result<(), Stop> {
        let start = node.span.start;
        if self.open.len() >= self.depth {
            return Err((start..line_end(self.text, start), Finding::Depth(self.depth)));
        }
        let outer = self.open.last().is_some_and(|outer| outer.in_brackets);
        let bracket = match node.content {
            NodeContent::List(_) => self.text[start..].starts_with('['),
            // `{a: b}: x` begins two groups at one place, of which the inner has the bracket.
            _ => self.text[start..].starts_with('{'),
        };
        self.open.push(Collection {
            node,
            key: None,
            in_brackets: bracket || outer,
            bare: outer && !bracket,
        });
        Ok(())
    }

    fn attach(&mut self, mut node: YamlNode) -> Result<(), Stop> {
        let Some(Collection {
            node: parent,
            key,
            bare,
            ..
        }) = self.open.last_mut()
        else {
            self.root.get_or_insert(node);
            return Ok(());
        };
        match (&mut parent.content, key.take()) {
            (NodeContent::Group(entries), Some(name)) => {
                if node.text() == Some("") && node.is_null() {
                    node.span = name.span.clone();
                }
                parent.span.end = parent.span.end.max(node.span.end);
                entries.push(GroupEntry::new(name, node));
            }
            (NodeContent::Group(_), None) => {
                let span = node.span.clone();
                let (bare, scalar) = (*bare, node.text().is_some());
                *key = Some(node);
                self.look_at_key(span, bare, scalar)?;
            }
            (NodeContent::List(items), _) => {
                parent.span.end = parent.span.end.max(node.span.end);
                items.push(node);
            }
            (NodeContent::Scalar { .. } | NodeContent::StandIn(_), _) => {}
        }
        Ok(())
    }

    /// Whether what comes next is a key.
    fn awaits_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| matches!(open.node.content, NodeContent::Group(_)) && open.key.is_none())
    }

    fn in_brackets(&self) -> bool {
        self.open.last().is_some_and(|open| open.in_brackets)
    }

    fn look_at_key(&mut self, span: Range<usize>, bare: bool, scalar: bool) -> Result<(), Stop> {
        let before = self.text[..span.start].trim_end_matches(' ');
        if !scalar {
            return Err((span, Finding::ComplexKey));
        }
        if before.ends_with('?') {
            self.findings
                .push((before.len() - 1..before.len(), Finding::ComplexKey));
        }
        if &self.text[span.clone()] == "<<" {
            self.findings.push((span.clone(), Finding::MergeKey));
        }
        if bare && let Some(behind) = self.text[span.end..].find(':') {
            let colon = span.end + behind..span.end + behind + 1;
            self.slips.push(Slip::sign(colon, Finding::ColonInValue, "："));
        }
        Ok(())
    }

    /// Looks at words without quotes, which stand at `place`.
    fn look_at_plain(&mut self, words: &str, place: &Range<usize>) -> Result<(), Stop> {
        let text = self.text;
        let before = &text[self.line..place.start];
        if let Some(comment) = plain::comment(text, words, before, place) {
            self.findings
                .push((comment..line_end(text, comment), Finding::Comment));
        }
        let own_line = before.trim_start_matches(' ').is_empty();
        if own_line
            && !self.in_brackets()
            && let Some(found) = wide_indentation(text, place.start)
        {
            return Err(found);
        }
        let first_line = place.start..line_end(text, place.start).min(place.end);
        match plain::slip(text, before, place, self.awaits_key(), self.in_brackets()) {
            Some(slip) => self.slips.push(slip),
            // Outside of everything, a line at the margin is the next key, not more text.
            None if first_line.end < place.end && self.open.is_empty() => {
                let behind = (first_line.end + 1).min(text.len());
                let finding = match pasted_line(text, behind) {
                    Some(_) => Finding::LineBreak,
                    None => Finding::MissingColon,
                };
                self.findings.push((trimmed(text, first_line), finding));
            }
            None => {}
        }
        Ok(())
    }

    /// Notes the anchors and tags at `at`, where there are some.
    fn note_property(&mut self, some: bool, mut at: usize) {
        while some
            && self.findings.len() < MOST_PROBLEMS
            && let Some(finding) = property(&self.text[at..])
        {
            let end = at + word(&self.text[at..]).len();
            self.findings.push((at..end, finding));
            at = end + self.text[end..].len() - self.text[end..].trim_start_matches(' ').len();
        }
    }

    /// The line `---` or `...` behind the first document.
    fn second_document(&self) -> Stop {
        let from = line_start(self.text, self.document_end);
        let marked = |(_, line): &(usize, &str)| line.starts_with("---") || line.starts_with("...");
        let place = match lines(&self.text[from..]).find(marked) {
            Some((start, _)) => from + start..from + start + 3,
            None => self.document_end..self.document_end,
        };
        (place, Finding::SeveralDocuments)
    }

    /// Ends whatever is open where reading stopped.
    pub(crate) fn close(&mut self) {
        while let Some(collection) = self.open.pop() {
            if self.attach(collection.finished()).is_err() {
                break;
            }
        }
    }

    /// Why reading stopped at `at`, with what stands open.
    pub(crate) fn fault(&self, at: usize, why: String, finding: Option<Stop>) -> Fault {
        let bracket = self.open.iter().rfind(|open| open.in_brackets && !open.bare);
        let outside = self.open.iter().rfind(|open| !open.in_brackets);
        Fault {
            at,
            why,
            finding,
            levels: self.open.len(),
            depth: self.depth,
            bracket: bracket.map(|open| open.node.span.start),
            column: outside.map(|open| {
                let start = open.node.span.start;
                start - line_start(self.text, start)
            }),
            last: self.last.clone(),
            last_is_block: self.last_is_block,
        }
    }
}
