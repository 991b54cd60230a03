//! The form in which names and text are compared: NFKC, so that ＰＰＰ is PPP and ﾃﾚﾜｰｸ is テレワーク, with
//! one kind of hyphen, apostrophe, wave dash and space, and without the selectors of a form (葛󠄀 is 葛). Case
//! is left to the search. Every byte of the folded text knows the place it comes from.

use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A text in folded form.
pub(crate) struct Folded<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    /// For each byte of the folded text the place of its character in the original, and at the end the length
    /// of that. Empty where nothing has changed.
    places: Vec<u32>,
}

impl<'a> Folded<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut folded = Self {
            original: text,
            text: Cow::Borrowed(text),
            places: Vec::new(),
        };
        let Some(first) = text.find(|character| !is_plain(character)) else {
            return folded;
        };
        folded.text = Cow::Owned(String::with_capacity(text.len()));
        folded.places.reserve(text.len() + 1);
        folded.push(&text[..first], 0, true);
        let rest = text[first..].char_indices();
        let mut rest = rest.map(|(at, character)| (first + at, character)).peekable();
        while let Some((at, character)) = rest.next() {
            let mut end = at + character.len_utf8();
            while let Some(&(next, mark)) = rest.peek().filter(|(_, mark)| joins(*mark)) {
                end = next + mark.len_utf8();
                rest.next();
            }
            let segment = &text[at..end];
            match character {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push("-", at, false),
                '\u{2018}' | '\u{2019}' => folded.push("'", at, false),
                WAVE_DASH => folded.push("~", at, false),
                _ if character.is_whitespace() => folded.push(" ", at, false),
                '\u{ff01}'..='\u{ff5e}' if segment.len() == 3 => {
                    let narrow = char::from_u32(u32::from(character) - 0xfee0)
                        .expect("full-width forms lie beside ASCII");
                    folded.push(narrow.encode_utf8(&mut [0; 4]), at, false);
                }
                _ if segment.len() == character.len_utf8() && is_plain(character) => {
                    folded.push(segment, at, false);
                }
                _ => {
                    let chosen = segment.chars().filter(|character| !selects_form(*character));
                    folded.push(&chosen.nfkc().collect::<String>(), at, false);
                }
            }
        }
        let length = u32::try_from(text.len()).expect("a text is shorter than 4 GiB");
        folded.places.push(length);
        folded
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The span of the original that a span of the folded text comes from.
    pub(crate) fn original(&self, span: Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return span;
        }
        // The end is where the next character begins; a character that folds into several ends with the last
        // of them.
        let place = |at: usize| self.places[at] as usize;
        let (start, last) = (place(span.start), place(span.end - 1));
        let end = (span.end..self.places.len()).map(place).find(|&next| next > last);
        start..end.unwrap_or(last)
    }

    /// The character of the original that stands before a place of the folded text. Where both come from one
    /// character, as in ㍿, it is the folded one. Marks are passed over.
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        if self.is_within_one(at) {
            return self.text[..at].chars().next_back();
        }
        let start = self.places.get(at).map_or(at, |place| *place as usize);
        self.original[..start]
            .chars()
            .rev()
            .find(|character| !joins(*character))
    }

    /// The character of the original that stands behind a place of the folded text, or the folded one as
    /// above.
    pub(crate) fn behind(&self, at: usize) -> Option<char> {
        if self.is_within_one(at) {
            return self.text[at..].chars().next();
        }
        let end = self.places.get(at).map_or(at, |place| *place as usize);
        self.original[end..].chars().next()
    }

    /// Whether what stands before a place of the folded text comes from the same character as what stands
    /// behind it.
    fn is_within_one(&self, at: usize) -> bool {
        let behind = self.places.get(at);
        at > 0 && behind.is_some_and(|place| *place == self.places[at - 1])
    }

    /// Appends a piece that comes from `at`: byte for byte, or all of it from there.
    fn push(&mut self, piece: &str, at: usize, same: bool) {
        let place = |offset: usize| {
            u32::try_from(at + if same { offset } else { 0 }).expect("a text is shorter than 4 GiB")
        };
        if same {
            for (start, character) in piece.char_indices() {
                let places = std::iter::repeat_n(place(start), character.len_utf8());
                self.places.extend(places);
            }
        } else {
            self.places.extend(std::iter::repeat_n(place(0), piece.len()));
        }
        self.text.to_mut().push_str(piece);
    }
}

/// A word in folded form.
pub(crate) fn fold(word: &str) -> String {
    Folded::new(word).text.into_owned()
}

/// Characters that fold into themselves whatever stands beside them, which is most of any text.
fn is_plain(character: char) -> bool {
    matches!(
        character,
        ' '..='~'
            | '\u{3001}'..='\u{301b}'
            | '\u{301d}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a0}'..='\u{30fe}'
            | '\u{4e00}'..='\u{9fff}'
    )
}

/// The wave dash as JIS has it, for which Windows types the full-width tilde.
const WAVE_DASH: char = '\u{301c}';

/// Marks that make one character with what stands before them: combining ones, the half-width ﾞ and ﾟ, and
/// those that select a form.
fn joins(character: char) -> bool {
    matches!(character, '\u{ff9e}' | '\u{ff9f}')
        || (!is_plain(character) && (selects_form(character) || canonical_combining_class(character) != 0))
}

/// Variation selectors, which say how a character is drawn and not which it is.
fn selects_form(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}
