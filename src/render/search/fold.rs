//! The form in which a query and a text are compared: NFKC, small letters, hiragana for katakana. Only
//! letters, digits and the long sound are kept. Spaces and ・ vanish, everything else is a break that no key
//! crosses. The script of the theme folds in the same way.

use unicode_normalization::UnicodeNormalization;

/// Stands between two stretches of folded text.
pub const BREAK: char = '\n';

/// The folded text, with `BREAK` where something was that a query cannot hold.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.nfkc().flat_map(char::to_lowercase) {
        match character {
            'ァ'..='ヶ' => out.extend(char::from_u32(u32::from(character) - 0x60)),
            'ー' => out.push(character),
            '・' => {}
            _ if character.is_alphanumeric() => out.push(character),
            _ if character.is_whitespace() => {}
            _ if out.ends_with(BREAK) => {}
            _ => out.push(BREAK),
        }
    }
    out
}

/// A key of the index: two characters, three Latin ones, or a kanji; the rest is filled with `NONE`.
pub type Key = [char; 3];

/// Stands where a key has no further character.
pub const NONE: char = '\0';

/// The keys of a text: every two characters that follow one another, every kanji by itself, and of Latin
/// letters and digits every three, since two of them stand in nearly every text. A word of two, such as AI,
/// is a key too.
pub fn keys(text: &str) -> Vec<Key> {
    let folded: Vec<char> = fold(text).chars().collect();
    let mut keys = Vec::with_capacity(2 * folded.len());
    for (at, &first) in folded.iter().enumerate().filter(|(_, first)| **first != BREAK) {
        if is_kanji(first) {
            keys.push([first, NONE, NONE]);
        }
        let Some(&second) = folded.get(at + 1).filter(|second| **second != BREAK) else {
            continue;
        };
        match folded.get(at + 2) {
            _ if !(first.is_ascii() && second.is_ascii()) => keys.push([first, second, NONE]),
            Some(&third) if third.is_ascii_alphanumeric() => keys.push([first, second, third]),
            _ => {}
        }
    }
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    keys.extend(
        plain
            .split(|character: char| !character.is_ascii_alphanumeric())
            .filter_map(|word| match word.as_bytes() {
                [first, second] => Some([char::from(*first), char::from(*second), NONE]),
                _ => None,
            }),
    );
    keys
}

/// One of them alone is a word that citizens look for: 水, 税.
fn is_kanji(character: char) -> bool {
    matches!(
        character,
        '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3134f}'
    )
}
