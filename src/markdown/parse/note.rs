//! Footnotes: which definition each mark means, and the numbers in the order in which a reader meets them.

use super::super::node::{MarkdownNode, Note, ParsedBody};
use super::super::problem::{MarkdownFault, NoteProblem};
use super::BodyReader;
use pulldown_cmark::RefDefs;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A mark in the text that means a note.
pub(super) struct NoteReference {
    pub(super) label: String,
    /// Its place among the nodes.
    pub(super) node: usize,
    /// The note in which it stands, or the body.
    pub(super) within: Option<usize>,
}

/// Numbers the notes. One that nothing refers to comes last and is reported, so that its words are not lost.
pub(super) fn number(parsed: &mut ParsedBody<'_>, references: &[NoteReference]) {
    if parsed.notes.is_empty() && references.is_empty() {
        return;
    }
    let mut labels = HashMap::new();
    let mut twice = HashSet::new();
    for (number, note) in parsed.notes.iter().enumerate() {
        match labels.entry(folded(&note.label)) {
            Entry::Vacant(entry) => _ = entry.insert(number),
            Entry::Occupied(_) => {
                twice.insert(number);
                parsed.problems.push(fault(NoteProblem::Twice, note));
            }
        }
    }
    let mut within = vec![Vec::new(); parsed.notes.len()];
    let mut in_body = Vec::new();
    for reference in references {
        reference
            .within
            .map_or(&mut in_body, |note| &mut within[note])
            .push(reference);
    }
    meet(parsed, &labels, &in_body);
    let mut shown = 0;
    for note in 0..=parsed.notes.len() {
        // What stands in a note is met when the note is shown.
        while let Some(&next) = parsed.order.get(shown) {
            meet(parsed, &labels, &within[next]);
            shown += 1;
        }
        if parsed.notes.get(note).is_some_and(|note| note.number == 0) {
            enlist(parsed, note);
            if !twice.contains(&note) {
                let unused = fault(NoteProblem::Unused, &parsed.notes[note]);
                parsed.problems.push(unused);
            }
        }
    }
}

fn fault(problem: NoteProblem, note: &Note) -> (MarkdownFault, Range<usize>) {
    (
        MarkdownFault::Note(problem, note.label.clone()),
        note.span.clone(),
    )
}

fn meet(parsed: &mut ParsedBody<'_>, labels: &HashMap<String, usize>, references: &[&NoteReference]) {
    for reference in references {
        // The parser makes a mark only of a label that is defined. The definition may be missing here all the
        // same, because it nests too deep or because the parser folds its letters in another way: then the
        // mark is text.
        let Some(&note) = labels.get(&folded(&reference.label)) else {
            parsed.nodes[reference.node].0 = MarkdownNode::Text(format!("[^{}]", reference.label).into());
            continue;
        };
        if parsed.notes[note].number == 0 {
            enlist(parsed, note);
        }
        parsed.notes[note].references += 1;
        parsed.nodes[reference.node].0 = MarkdownNode::Reference {
            note,
            nth: parsed.notes[note].references,
        };
    }
}

fn enlist(parsed: &mut ParsedBody<'_>, note: usize) {
    parsed.order.push(note);
    parsed.notes[note].number = parsed.order.len();
}

/// Labels are the same when they differ in case only.
pub(super) fn folded(label: &str) -> String {
    label
        .chars()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}

impl BodyReader<'_> {
    /// Reports definitions `[label]: address` that no link uses. They show nothing, and without spaces in
    /// Japanese `[注]: 本計画は令和5年度に策定した。` is such a definition.
    pub(super) fn report_unused(&mut self, definitions: &RefDefs<'_>) {
        let used: HashSet<usize> = self
            .used_labels
            .iter()
            .filter_map(|label| Some(definitions.get(label)?.span.start))
            .collect();
        for (label, definition) in definitions.iter() {
            if !used.contains(&definition.span.start) {
                let label = self.marked.clean(label.into()).into_string();
                let span = self.marked.original(definition.span.clone());
                self.report(MarkdownFault::ReferenceUnused(label), &span);
            }
        }
    }
}
