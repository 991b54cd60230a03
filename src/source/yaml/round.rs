//! One reading of a text with the library that gives places, to its end or to what stopped it.

use super::{
    MOST_PROBLEMS, builder::Builder, fault::Fault, finding::Finding, letters::Letters, slip::Slip,
    tree::YamlNode,
};
use crate::source::lines;
use saphyr_parser::Parser;
use std::ops::Range;

/// One reading from start to end, or to what stopped it.
pub(super) struct Round {
    pub root: Option<YamlNode>,
    pub findings: Vec<(Range<usize>, Finding)>,
    pub slips: Vec<Slip>,
    /// Whether the findings leave it unclear what belongs to what.
    pub broken: bool,
    pub fault: Option<Fault>,
}

/// Reads `letters`, which are those of `text`, to a depth of `depth` levels.
pub(super) fn round(text: &str, letters: &Letters, depth: usize) -> Round {
    let mut builder = Builder::new(text, letters, depth);
    builder.findings = directives(text);
    let mut broken = !builder.findings.is_empty();
    let mut fault = None;
    for event in Parser::new_from_iter(letters.iter()) {
        let stopped = match event {
            Ok((event, span)) => builder
                .take(event, span)
                .map_err(|stop| (letters.offset(span.start.index()), String::new(), Some(stop))),
            Err(error) => {
                let at = letters.offset(error.marker().index());
                Err((at, error.info().to_owned(), None))
            }
        };
        // No text shows more problems than this; what follows is mostly the consequence of the first ones.
        if builder.findings.len().max(builder.slips.len()) >= MOST_PROBLEMS {
            broken = true;
            break;
        }
        if let Err((at, why, finding)) = stopped {
            fault = Some(builder.fault(at, why, finding));
            break;
        }
    }
    builder.close();
    broken |= builder
        .findings
        .iter()
        .any(|(_, finding)| !matches!(finding, Finding::Comment));
    Round {
        root: builder.root,
        findings: builder.findings,
        slips: builder.slips,
        broken,
        fault,
    }
}

/// Lines `%…` before everything else.
fn directives(text: &str) -> Vec<(Range<usize>, Finding)> {
    let mut found = Vec::new();
    for (start, line) in lines(text) {
        let words = line.trim_end();
        if words.starts_with('%') {
            found.push((start..start + words.len(), Finding::Directive));
        } else if !words.is_empty() && !words.trim_start().starts_with('#') {
            break;
        }
    }
    found
}
