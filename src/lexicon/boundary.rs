//! Where Latin words end. Japanese has no spaces between words, so only Latin letters and digits can continue a name into another word.

use std::ops::Range;

/// The place of a name, unless it is a part of a longer Latin word or number. A plural `s` behind it is taken in.
pub fn whole(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let first = text[span.clone()].chars().next()?;
    let last = text[span.clone()].chars().next_back()?;
    let before = text[..span.start].chars().next_back();
    if is_latin(first) && before.is_some_and(is_latin) {
        return None;
    }
    let mut after = text[span.end..].chars();
    let next = after.next();
    if !is_latin(last) || !next.is_some_and(is_latin) {
        return Some(span);
    }
    let plural = last.is_ascii_alphabetic() && next == Some('s') && !after.next().is_some_and(is_latin);
    plural.then(|| span.start..span.end + 1)
}

/// Letters of the Latin script with their accents, and digits: what makes up one word with its neighbour.
fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric() || (character.is_alphabetic() && ('\u{c0}'..='\u{24f}').contains(&character))
}
