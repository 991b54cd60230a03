//! The form in which a query and a text are compared: NFKC, small letters, hiragana for katakana. Only letters, digits and the long sound
//! are kept. Spaces and ・ vanish, everything else is a break that no key crosses. The script of the theme folds in the same way.

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

/// The keys of a folded text: every two characters that follow one another, and every kanji by itself.
pub fn keys(folded: &str) -> impl Iterator<Item = (char, Option<char>)> + '_ {
    let mut characters = folded.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let first = characters.next()?;
            if first == BREAK {
                continue;
            }
            let second = characters.peek().copied().filter(|second| *second != BREAK);
            return Some((first, second));
        }
    })
    .flat_map(|(first, second)| {
        let pair = second.map(|second| (first, Some(second)));
        let single = is_kanji(first).then_some((first, None));
        pair.into_iter().chain(single)
    })
}

/// One of them alone is a word that citizens look for: 水, 税.
fn is_kanji(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}
