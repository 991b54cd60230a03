//! Makes `**` and `~~` work beside Japanese punctuation.
//!
//! CommonMark decides from the two neighbours of a run of asterisks whether it may open or close emphasis,
//! and expects a space outside the punctuation, so `**「重点」**の` stays literal. Where Japanese is involved
//! this pass puts an invisible mark between the run and the punctuation, which makes the run open or close as
//! its writer meant.
//!
//! The mark is a Unicode noncharacter that the body does not contain. It is therefore safe to put one
//! wherever a run stands, even in code, addresses or comments: nothing but a run's neighbours changes for the
//! parser, and every mark is taken out again before anybody sees the text. Underscores are left alone; they
//! never work inside a word.

use super::japanese::{closes, is_japanese, is_letter, opens};
use pulldown_cmark::CowStr;
use std::borrow::Cow;
use std::ops::Range;

/// Noncharacters that Unicode keeps for use inside programs.
const MARKS: std::ops::RangeInclusive<char> = '\u{fdd0}'..='\u{fdef}';
/// The length of each of them, in bytes.
const MARK: usize = 3;

/// A body with marks, and the way back to its own offsets.
pub(super) struct Marked<'a> {
    pub(super) body: &'a str,
    text: Cow<'a, str>,
    mark: char,
    /// Where the marks stand in `text`, ascending.
    at: Vec<usize>,
}

impl<'a> Marked<'a> {
    pub(super) fn new(body: &'a str) -> Self {
        let mut marked = Self {
            body,
            text: Cow::Borrowed(body),
            mark: *MARKS.start(),
            at: Vec::new(),
        };
        let places = places(body);
        if places.is_empty() {
            return marked;
        }
        // A body that holds all of them is no text, and is parsed as it is.
        let Some(mark) = MARKS.into_iter().find(|mark| !body.contains(*mark)) else {
            return marked;
        };
        let mut text = String::with_capacity(body.len() + places.len() * MARK);
        let mut copied = 0;
        for place in places {
            text.push_str(&body[copied..place]);
            marked.at.push(text.len());
            text.push(mark);
            copied = place;
        }
        text.push_str(&body[copied..]);
        marked.text = Cow::Owned(text);
        marked.mark = mark;
        marked
    }

    /// What the parser reads.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Turns offsets in the marked text into offsets in the body.
    pub(super) fn original(&self, span: Range<usize>) -> Range<usize> {
        if self.at.is_empty() {
            return span;
        }
        let back = |offset: usize| offset - MARK * self.at.partition_point(|mark| *mark < offset);
        back(span.start)..back(span.end)
    }

    /// Takes the marks out of something that the parser has made from the marked text.
    pub(super) fn clean<'t>(&self, text: CowStr<'t>) -> CowStr<'t> {
        if self.at.is_empty() || !text.contains(self.mark) {
            return text;
        }
        text.replace(self.mark, "").into()
    }
}

/// Where marks belong, ascending.
fn places(body: &str) -> Vec<usize> {
    let mut places = Vec::new();
    places_beside('*', body, &mut places);
    let asterisks = places.len();
    places_beside('~', body, &mut places);
    if asterisks > 0 && places.len() > asterisks {
        places.sort_unstable();
    }
    places
}

fn places_beside(delimiter: char, body: &str, places: &mut Vec<usize>) {
    let mut at = 0;
    while let Some(found) = body[at..].find(delimiter) {
        let found = at + found;
        let rest = &body[found..];
        let end = found + rest.len() - rest.trim_start_matches(delimiter).len();
        // What follows a backslash is no delimiter, and a mark between the two would undo the escape.
        let backslashes = body[at..found]
            .bytes()
            .rev()
            .take_while(|byte| *byte == b'\\')
            .count();
        let run = found + backslashes % 2..end;
        at = end;
        if delimiter == '*' && !run.is_empty() || run.len() == 2 {
            places.extend(place(body, run));
        }
    }
}

/// Where a mark helps the run at `run`: behind it to let it open, before it to let it close. Brackets say
/// which of the two is meant, so a run never closes right after `「` nor opens right before `」`.
fn place(body: &str, run: Range<usize>) -> Option<usize> {
    let before = body[..run.start].chars().next_back()?;
    let after = body[run.end..].chars().next()?;
    if !is_japanese(before) && !is_japanese(after) {
        return None;
    }
    if is_letter(before) {
        let tilde = body.as_bytes()[run.start] == b'~';
        let shut = is_letter(after) || after.is_whitespace() || closes(after) || after == '|' || tilde;
        return (!shut).then_some(run.end);
    }
    let shut = !is_letter(after) || before.is_whitespace() || opens(before) || before == '|';
    (!shut && !begins_line(body, run.start)).then_some(run.start)
}

/// Whether only quotation marks stand before `at` on its line. There the parser sees no neighbour at all.
fn begins_line(body: &str, at: usize) -> bool {
    let prefix = body[..at].trim_end_matches(['>', ' ', '\t']);
    prefix.is_empty() || prefix.ends_with('\n')
}
