//! Where Latin words end. Japanese has no spaces between words, so only Latin letters and digits can continue
//! a name into another word. What stands beside a name is judged as it was written: the ① of ①AI is a mark
//! and no digit, although its folded form is one.

use super::fold::Folded;
use std::ops::Range;

/// The place in the original of a name found in the folded text, unless it is a part of a longer Latin word
/// or number. A plural `s` behind it is taken in.
pub(crate) fn whole(text: &Folded, span: Range<usize>) -> Option<Range<usize>> {
    let name = &text.text()[span.clone()];
    let (first, last) = (name.chars().next()?, name.chars().next_back()?);
    if continues(first) && text.before(span.start).is_some_and(continues) {
        return None;
    }
    let next = text.behind(span.end).filter(|next| continues(*next));
    if next.is_none() || !continues(last) {
        return Some(text.original(span));
    }
    let plural = last.is_ascii_alphabetic()
        && text.text()[span.end..].starts_with('s')
        && !text.behind(span.end + 1).is_some_and(continues);
    plural.then(|| text.original(span.start..span.end + 1))
}

/// Letters of the Latin script with their accents, and digits, both also in full width: what makes up one
/// word with its neighbour. Circled digits, Roman numerals in one character, raised digits and units are
/// none.
fn continues(character: char) -> bool {
    match character {
        '\u{ff10}'..='\u{ff19}'
        | '\u{ff21}'..='\u{ff3a}'
        | '\u{ff41}'..='\u{ff5a}'
        | '\u{fb00}'..='\u{fb06}' => true,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => character.is_alphabetic(),
        _ => character.is_ascii_alphanumeric(),
    }
}
