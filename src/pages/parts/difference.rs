//! Two wordings with their difference marked, as a reader sees it: by words, numbers with their unit, and
//! runs of kanji, never letter by letter. Where more than half differs, whole clauses are marked, since what
//! little they share would only confuse.

use crate::html::{Html, escaped};
use similar::{ChangeTag, DiffOp, TextDiff};

/// The old text with what was taken out in `<del>`, and the new one with what was put in in `<ins>`. Of
/// nothing there is nothing to show.
pub(crate) fn marked(before: &str, after: &str) -> (Option<Html>, Option<Html>) {
    let (old, new) = (words(before), words(after));
    let marked = if shared(&old, &new) {
        mark(&old, &new)
    } else {
        mark(&clauses(before), &clauses(after))
    };
    let shown = |html: String| Some(Html::new(html)).filter(|html| !html.is_empty());
    (shown(marked.0), shown(marked.1))
}

/// What a character belongs to. Neighbours of one kind are one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CharacterKind {
    Digit,
    Kanji,
    Hiragana,
    Katakana,
    Letter,
    Other,
}

fn kind(character: char) -> CharacterKind {
    match character {
        '0'..='9' | '０'..='９' => CharacterKind::Digit,
        '々' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            CharacterKind::Kanji
        }
        'ぁ'..='ゖ' => CharacterKind::Hiragana,
        'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ' => CharacterKind::Katakana,
        character if character.is_alphabetic() => CharacterKind::Letter,
        _ => CharacterKind::Other,
    }
}

/// Words, each number with the sign before it and the unit behind it. Marks and spaces stand alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, tail) = rest.split_at(first_word(rest));
        words.push(word);
        rest = tail;
    }
    words
}

/// How long the first word is, in bytes. The text is not empty.
fn first_word(text: &str) -> usize {
    let number = number(text);
    if number > 0 {
        return number + unit(&text[number..]);
    }
    let Some(first) = text.chars().next() else {
        return 0;
    };
    match kind(first) {
        CharacterKind::Other => first.len_utf8(),
        known => run(text, |character| kind(character) == known),
    }
}

/// The length of a number at the beginning: its sign, digits, separators.
fn number(text: &str) -> usize {
    let signed = text
        .strip_prefix(['+', '-', '−', '－', '＋', '▲', '約'])
        .unwrap_or(text);
    let digits = run(signed, |character| {
        kind(character) == CharacterKind::Digit || matches!(character, '.' | ',' | '．' | '，')
    });
    let begins = signed
        .chars()
        .next()
        .is_some_and(|first| kind(first) == CharacterKind::Digit);
    if !begins {
        return 0;
    }
    // A mark that ends a sentence is no part of its last number.
    let digits = signed[..digits].trim_end_matches(['.', ',', '．', '，']).len();
    text.len() - signed.len() + digits
}

/// The length of a unit directly behind a number.
fn unit(text: &str) -> usize {
    let sign = run(text, |character| {
        matches!(character, '%' | '％' | '‰' | '°' | '℃')
    });
    if sign > 0 {
        return sign;
    }
    let Some(first) = text.chars().next().map(kind) else {
        return 0;
    };
    if matches!(
        first,
        CharacterKind::Kanji | CharacterKind::Katakana | CharacterKind::Letter
    ) {
        run(text, |character| kind(character) == first)
    } else {
        0
    }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}

/// Clauses with the mark that ends each.
fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut rest = text;
    loop {
        let marks = rest.char_indices().filter(|(at, mark)| match mark {
            '、' | '。' | '，' | '；' | '\n' => true,
            // A full stop inside a number ends nothing.
            ',' | '.' | ';' => rest[at + 1..].starts_with(' '),
            _ => false,
        });
        let end = marks
            .map(|(at, mark)| at + mark.len_utf8())
            .find(|end| *end < rest.len());
        let Some(end) = end else { break };
        let (clause, tail) = rest.split_at(end);
        clauses.push(clause);
        rest = tail;
    }
    clauses.push(rest);
    clauses
}

/// Whether at least half of the longer text stands in the other one too.
fn shared(old: &[&str], new: &[&str]) -> bool {
    let length = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let ops = TextDiff::from_slices(old, new);
    let same: usize = ops
        .ops()
        .iter()
        .filter(|op| matches!(op, DiffOp::Equal { .. }))
        .map(|op| length(&old[op.old_range()]))
        .sum();
    2 * same >= length(old).max(length(new))
}

fn mark(old: &[&str], new: &[&str]) -> (String, String) {
    let difference = TextDiff::from_slices(old, new);
    // One side, with what the other lacks in an element.
    let side = |own: ChangeTag, element: &str| {
        let mut out = String::new();
        let changes = difference.iter_all_changes();
        let shown: Vec<_> = changes
            .filter(|change| change.tag() == own || change.tag() == ChangeTag::Equal)
            .collect();
        for run in shown.chunk_by(|one, other| one.tag() == other.tag()) {
            let words: String = run.iter().map(|change| escaped(change.value())).collect();
            out.push_str(&match run[0].tag() {
                ChangeTag::Equal => words,
                _ => format!("<{element}>{words}</{element}>"),
            });
        }
        out
    };
    (side(ChangeTag::Delete, "del"), side(ChangeTag::Insert, "ins"))
}
