//! Why the library stopped, by what stands there. It looks at the sign and the line at fault, never at the
//! library's own words.

use super::lines::{line_above, line_end, line_start, pasted_line, trimmed};
use super::plain::{property, word};
use super::slip::{Slip, WordRole, is_name, wide_indentation, wide_space, wrong_colon};
use super::{finding::Finding, quoted};
use std::ops::Range;

/// Where and why reading stopped, and what was open there.
pub(super) struct Fault {
    pub at: usize,
    pub why: String,
    /// Set where we stopped by ourselves.
    pub finding: Option<(Range<usize>, Finding)>,
    /// Where the innermost open bracket stands.
    pub bracket: Option<usize>,
    /// How many collections were open.
    pub levels: usize,
    pub depth: usize,
    /// The column of the innermost keys or hyphens outside of brackets.
    pub column: Option<usize>,
    /// The scalar before it.
    pub last: Range<usize>,
    pub last_is_block: bool,
}

pub(super) enum FaultCause {
    /// It can only have been meant in one way, and reading goes on in that.
    Slip(Slip),
    /// Nothing behind it can be followed.
    End(Range<usize>, Finding),
}

pub(super) fn explain(text: &str, fault: &Fault) -> Option<FaultCause> {
    match why(text, fault)? {
        FaultCause::End(range, finding @ (Finding::Indentation | Finding::MissingColon)) => {
            let behind = match finding {
                Finding::MissingColon => (line_end(text, range.end) + 1).min(text.len()),
                _ => line_start(text, range.start),
            };
            let pasted = pasted_line(text, behind).map(|range| FaultCause::End(range, Finding::LineBreak));
            Some(pasted.unwrap_or(FaultCause::End(range, finding)))
        }
        cause => Some(cause),
    }
}

fn why(text: &str, fault: &Fault) -> Option<FaultCause> {
    let told = fault.finding.clone();
    if let Some((range, finding)) = told.or_else(|| too_deep(text, fault)) {
        return Some(FaultCause::End(range, finding));
    }
    let at = fault.at;
    let rest = &text[at..];
    let to_line_end = at..line_end(text, at);
    let line = line_start(text, at);
    let before = text[line..at].trim_end_matches(' ');
    let sign = rest.chars().next().unwrap_or('\n');
    let end = |range, finding| Some(FaultCause::End(range, finding));
    let reserved = || Slip::sign(at..at + 1, Finding::ReservedSign(sign), "・");
    if before.ends_with(['"', '\'']) && !matches!(sign, '\n' | '"' | '\'') {
        return Some(behind_quote(text, fault));
    }
    match sign {
        '"' | '\'' => {
            let (range, finding) = quoted::fault(text, at);
            end(range, finding)
        }
        ':' => Some(at_colon(text, fault)),
        '[' | '{' if fault.bracket.is_some() => end(at..at + 1, Finding::MissingComma),
        ']' | '}' if fault.bracket.is_none() => end(to_line_end, Finding::TextBehindBracket),
        '#' if before.ends_with([']', '}']) => end(to_line_end, Finding::TextBehindBracket),
        '%' if at == line => end(trimmed(text, to_line_end), Finding::Directive),
        '@' | '%' | '`' => Some(FaultCause::Slip(reserved())),
        '|' | '>' | '-' | '?' if fault.bracket.is_some() => Some(FaultCause::Slip(reserved())),
        '|' | '>' => end(at..at + 1, Finding::TextBehindBlock(sign)),
        '-' | '?' if before.ends_with(':') => end(at..at + 1, Finding::SignBehindKey(sign)),
        '*' => {
            let range = at..at + word(rest).len();
            Some(FaultCause::Slip(Slip {
                range,
                ..Slip::sign(at..at + 1, Finding::Alias, "・")
            }))
        }
        '&' | '!' => end(at..at + word(rest).len(), property(rest)?),
        _ if fault.bracket.is_some() => unclosed(text, fault),
        _ if before.ends_with([']', '}']) => end(to_line_end, Finding::TextBehindBracket),
        _ => in_block(text, fault),
    }
}

/// The bracket that nests too deep, where so many stand in a row that the library gave up on all of them.
fn too_deep(text: &str, fault: &Fault) -> Option<(Range<usize>, Finding)> {
    let mut levels = fault.levels;
    let start = fault.last.end.max(fault.bracket.map_or(0, |bracket| bracket + 1));
    for (at, sign) in text.get(start..fault.at)?.bytes().enumerate() {
        match sign {
            b'[' | b'{' => levels += 1,
            b']' | b'}' => levels = levels.saturating_sub(1),
            _ => {}
        }
        if levels > fault.depth {
            let at = start + at;
            return Some((at..line_end(text, at), Finding::Depth(fault.depth)));
        }
    }
    None
}

/// Text behind a quote that closes on a later line means that the opening one was never closed.
fn behind_quote(text: &str, fault: &Fault) -> FaultCause {
    let before = text[..fault.at].trim_end_matches(' ');
    let quote = if before.ends_with('"') { '"' } else { '\'' };
    let opening = text
        .get(fault.last.end..before.len())
        .and_then(|between| between.find(quote))
        .map(|at| fault.last.end + at);
    match opening.filter(|&opening| text[opening..fault.at].contains('\n')) {
        Some(opening) => FaultCause::End(opening..opening + 1, Finding::UnclosedQuote(quote)),
        None => FaultCause::End(fault.at..line_end(text, fault.at), Finding::TextBehindQuote),
    }
}

fn unclosed(text: &str, fault: &Fault) -> Option<FaultCause> {
    let start = fault.bracket?;
    let bracket = text[start..].chars().next()?;
    let finding = Finding::UnclosedBracket(bracket);
    Some(FaultCause::End(start..start + 1, finding))
}

/// A colon with a blank behind it where none can be.
fn at_colon(text: &str, fault: &Fault) -> FaultCause {
    let at = fault.at;
    let line = line_start(text, at);
    let first = line + text[line..at].len() - text[line..at].trim_start_matches(' ').len();
    let words = text[first..at].trim_end_matches(' ');
    let in_text = || FaultCause::Slip(Slip::sign(at..at + 1, Finding::ColonInValue, "："));
    if let Some(bracket) = fault.bracket {
        // A key at the margin shows that a bracket was forgotten above it.
        let key = bracket < line && !words.is_empty() && is_name(words);
        return match unclosed(text, fault) {
            Some(cause) if key => cause,
            _ => in_text(),
        };
    }
    if words.ends_with(':') {
        return FaultCause::End(at..at + 1, Finding::SignBehindKey(':'));
    }
    let start = fault.last.start;
    if start >= line {
        return in_text();
    }
    // The words go on from a line above, where they may have been meant as a key.
    let above = line_start(text, start);
    let lone = text[above..start].bytes().all(|byte| matches!(byte, b' ' | b'-'));
    if lone && start - above == first - line {
        let range = trimmed(text, start..line_end(text, start));
        return match wrong_colon(&text[range.clone()], start, WordRole::Key) {
            Some(slip) => FaultCause::Slip(slip),
            None => FaultCause::End(range, Finding::MissingColon),
        };
    }
    if is_name(words) {
        return FaultCause::End(first..at, Finding::Indentation);
    }
    in_text()
}

/// A line that fits nowhere, or one above it that is no key although it should be.
fn in_block(text: &str, fault: &Fault) -> Option<FaultCause> {
    let at = fault.at;
    let line = line_start(text, at);
    if at == line
        && let Some(above) = line_above(text, line)
        && let Some(cause) = missing_colon(text, above)
    {
        return Some(cause);
    }
    let words = text[line..line_end(text, at)].trim_start_matches(' ');
    let start = line_end(text, at) - words.len();
    if words.is_empty() {
        return None;
    }
    if let Some((range, finding)) = wide_indentation(text, start) {
        return Some(FaultCause::End(range, finding));
    }
    let inside = fault.column.is_some_and(|column| start - line > column);
    let above = line_above(text, line);
    let goes_on = above.is_some_and(|above| above.start <= fault.last.end);
    let finding = if fault.last_is_block && inside && goes_on {
        Finding::TextIndentation
    } else {
        Finding::Indentation
    };
    Some(FaultCause::End(start..line_end(text, at), finding))
}

/// What keeps a line from being a key with its value.
fn missing_colon(text: &str, range: Range<usize>) -> Option<FaultCause> {
    let words = &text[range.clone()];
    if let Some((range, finding)) = wide_indentation(text, range.start) {
        return Some(FaultCause::End(range, finding));
    }
    let slip = wide_space(words, range.start).or_else(|| wrong_colon(words, range.start, WordRole::Key));
    if let Some(slip) = slip {
        return Some(FaultCause::Slip(slip));
    }
    let sound = words.contains(": ") || words.ends_with(':') || words.starts_with("- ") || words == "-";
    (!sound).then_some(FaultCause::End(range, Finding::MissingColon))
}
