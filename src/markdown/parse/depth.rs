//! Finds lines that nest so deep that the parser would need time in proportion to depth times lines.
//! It runs before the parser; what the parser accepts is cut at 32 levels as it is read.

use crate::source::lines;
use std::ops::Range;

/// How many containers the beginning of one line may open or continue. Nobody writes that many by hand.
const MOST: usize = 128;

/// The beginning of the first line that goes beyond `MOST`.
///
/// Every container that is open on a line is either opened by a marker there or continued by a `>` or at
/// least two columns of indentation, so what is counted here is never less than the depth.
pub(super) fn abyss(body: &str) -> Option<Range<usize>> {
    lines(body)
        // A tab, which counts for two, is the most that one byte can add.
        .filter(|(_, line)| line.len() > MOST / 2)
        .map(|(start, line)| start..start + prefix(line.as_bytes()))
        .find(|markers| !markers.is_empty())
}

/// The length of the markers that begin `line`, if they are too many.
fn prefix(line: &[u8]) -> usize {
    let (mut at, mut columns, mut markers) = (0, 0, 0);
    loop {
        match line[at..] {
            [blank @ (b' ' | b'\t'), ..] => {
                columns += if blank == b' ' { 1 } else { 4 };
                at += 1;
            }
            _ => match marker(&line[at..]) {
                0 => break,
                length => {
                    markers += 1;
                    at += length;
                }
            },
        }
    }
    if markers > 0 && markers + columns / 2 > MOST {
        at
    } else {
        0
    }
}

/// The length of the marker of a quotation, a list or a note, or 0.
fn marker(rest: &[u8]) -> usize {
    let ends = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    match rest {
        [b'>', ..] => 1,
        [b'-' | b'+' | b'*', ..] if ends(1) => 1,
        [b'[', b'^', label @ ..] => match label.iter().position(|byte| *byte == b']') {
            Some(end) if label.get(end + 1) == Some(&b':') => end + "[^]:".len(),
            _ => 0,
        },
        _ => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let closes = matches!(rest.get(digits), Some(b'.' | b')'));
            if (1..=9).contains(&digits) && closes && ends(digits + 1) {
                digits + 1
            } else {
                0
            }
        }
    }
}
