//! Looks at what stayed text for marks that were meant to be something else: `**`, `[^label]`, links, the
//! lines of a table. Marks in full width and pasted cells are the matter of `typed`.

use super::super::node::{Element, MarkdownNode, ParsedBody};
use super::super::problem::{BoldProblem, FoundFaults, MarkdownFault, NoteProblem, TableProblem};
use super::{note::folded, typed};
use std::collections::HashSet;
use std::ops::Range;

/// The longest passage that a remedy writes out again, in bytes.
const LONGEST: usize = 150;

/// Adds what it finds to the problems of a parsed body. Writing HTML can do without.
pub(in super::super) fn review(body: &str, parsed: &mut ParsedBody<'_>) {
    let labels: HashSet<String> = parsed.notes.iter().map(|note| folded(&note.label)).collect();
    let mut found = Vec::new();
    let mut bold = None;
    let mut in_code = false;
    for (node, span) in &parsed.nodes {
        match node {
            MarkdownNode::Open(element) | MarkdownNode::Close(element) if !element.is_inline() => {
                let alone = bold.take();
                found.extend(alone.map(|run| (MarkdownFault::Bold(BoldProblem::Alone), run)));
                in_code = matches!(node, MarkdownNode::Open(Element::CodeBlock | Element::RawBlock));
            }
            MarkdownNode::Text(text)
                if !in_code && is_suspect(text) && body.get(span.clone()) == Some(&**text) =>
            {
                for run in bolds(body, span) {
                    match bold.take() {
                        None => bold = Some(run),
                        Some(first) => pair(body, first, run, &mut found),
                    }
                }
                notes(body, span, &labels, &mut found);
                links(body, span, &mut found);
                if is_rule_of_table(text) {
                    found.push((MarkdownFault::Table(TableProblem::NotMade), span.clone()));
                }
            }
            _ => {}
        }
    }
    typed::look(body, parsed, &mut found);
    parsed.problems.append(&mut found);
}

fn is_suspect(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'*' | b'[' | b']' | b'|'))
}

/// The runs of two or three asterisks in a text that touch a word. Longer ones hide digits or draw lines.
fn bolds(body: &str, span: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = span.start;
    let span = span.clone();
    std::iter::from_fn(move || {
        let start = at + body[at..span.end].find("**")?;
        let rest = &body[start..span.end];
        at = start + rest.len() - rest.trim_start_matches('*').len();
        Some(start + usize::from(is_escaped(body, start, &span))..at)
    })
    .filter(|run| (2..=3).contains(&run.len()))
    .filter(|run| {
        let spaced = |character: Option<char>| character.is_none_or(char::is_whitespace);
        !spaced(body[..run.start].chars().next_back()) || !spaced(body[run.end..].chars().next())
    })
}

/// An escaped character begins a text of its own, right behind its backslash.
fn is_escaped(body: &str, at: usize, span: &Range<usize>) -> bool {
    at == span.start && body[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

fn pair(body: &str, first: Range<usize>, second: Range<usize>, found: &mut FoundFaults) {
    let inner = &body[first.end..second.start];
    let words = inner.trim();
    if words.is_empty() || inner.contains('\n') || inner.len() > LONGEST {
        found.push((MarkdownFault::Bold(BoldProblem::Alone), first));
        found.push((MarkdownFault::Bold(BoldProblem::Alone), second));
        return;
    }
    let written = format!("**{words}**");
    let stuck = words.len() == inner.len();
    let kind = MarkdownFault::Bold(if stuck {
        BoldProblem::Stuck(written)
    } else {
        BoldProblem::Spaced(written)
    });
    found.push((kind, first.start..second.end));
}

/// Marks of notes that stayed text: none is defined, or they stand in a link.
fn notes(body: &str, span: &Range<usize>, labels: &HashSet<String>, found: &mut FoundFaults) {
    for (at, opening) in body[span.clone()].match_indices("[^") {
        let start = span.start + at;
        let inner = start + opening.len();
        let Some(length) = body[inner..span.end].find([']', '[']) else {
            continue;
        };
        let label = &body[inner..inner + length];
        let end = inner + length + 1;
        if !body[..end].ends_with(']') || label.trim().is_empty() || is_escaped(body, start, span) {
            continue;
        }
        let begins_line = start == 0 || body[..start].ends_with('\n');
        let problem = match labels.contains(&folded(label)) {
            true => NoteProblem::InLink,
            false if begins_line && body[end..].starts_with('：') => NoteProblem::Colon,
            false => NoteProblem::Undefined,
        };
        found.push((MarkdownFault::Note(problem, label.to_owned()), start..end));
    }
}

/// Links that stayed text: their address holds a space, or their brackets are full-width ones.
fn links(body: &str, span: &Range<usize>, found: &mut FoundFaults) {
    let mut opening = None;
    for (at, bracket) in body[span.clone()].match_indices(['[', ']']) {
        let at = span.start + at;
        if bracket == "[" {
            opening = Some(at);
            continue;
        }
        let rest = &body[at + 1..span.end];
        let is_meant = rest.starts_with('(') || rest.starts_with("（http");
        let start = opening.take().unwrap_or(at);
        if is_meant && !is_escaped(body, start, span) {
            found.push((MarkdownFault::LinkNotMade, start..at + 1));
        }
    }
}

/// `|---|---|` that stayed text: the row above it has another number of columns.
fn is_rule_of_table(text: &str) -> bool {
    text.contains('|')
        && text.contains("--")
        && text.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}
