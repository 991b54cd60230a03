//! The form in which a query and a text are compared: NFKC, small letters, hiragana for katakana. Only
//! letters, digits and the long sound are kept. Spaces and ・ vanish, everything else is a break that no key
//! crosses. The script of the theme folds in the same way.

use unicode_normalization::UnicodeNormalization;

/// Stands between two stretches of folded text.
const BREAK: char = '\n';

/// NFKC in small letters. What most texts are made of is that already, so that only the rest is looked up.
fn small(text: &str) -> String {
    let is_plain = |character: char| {
        matches!(
            character,
            ' '..='~' | '、' | '。' | '「' | '」' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='\u{9fff}'
        )
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(odd) = rest.find(|character| !is_plain(character)) {
        // A mark may be written onto the character before it.
        let from = rest[..odd].char_indices().next_back().map_or(0, |(at, _)| at);
        let to = rest[odd..].find(is_plain).map_or(rest.len(), |plain| odd + plain);
        out.extend(rest[..from].chars().map(|plain| plain.to_ascii_lowercase()));
        out.extend(rest[from..to].nfkc().flat_map(char::to_lowercase));
        rest = &rest[to..];
    }
    out.extend(rest.chars().map(|plain| plain.to_ascii_lowercase()));
    out
}

/// The folded form of a small text, with `BREAK` where something was that a query cannot hold.
fn folded(small: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(small.len() / 2);
    for character in small.chars() {
        match character {
            'ァ'..='ヶ' => out.extend(char::from_u32(u32::from(character) - 0x60)),
            'ー' => out.push(character),
            '・' => {}
            _ if character.is_alphanumeric() => out.push(character),
            _ if character.is_whitespace() => {}
            _ if out.last() == Some(&BREAK) => {}
            _ => out.push(BREAK),
        }
    }
    out
}

/// A key of the index: two characters, three Latin ones, or a kanji. Keys have the order of their characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u64);

/// How many bits a character takes.
const BITS: u32 = 21;

impl Key {
    fn new(characters: &[char]) -> Self {
        let code = |at: usize| characters.get(at).map_or(0, |character| u64::from(*character));
        Self(code(0) << (2 * BITS) | code(1) << BITS | code(2))
    }

    /// The codes of its characters; 0 where there is none.
    pub(crate) fn codes(self) -> [u32; 3] {
        [2 * BITS, BITS, 0].map(|shift| (self.0 >> shift) as u32 & ((1 << BITS) - 1))
    }

    /// What it is made of.
    pub(crate) fn characters(self) -> impl Iterator<Item = char> {
        let codes = self.codes().into_iter().filter(|code| *code > 0);
        codes.filter_map(char::from_u32)
    }
}

/// Appends the keys of a text: every two characters that follow one another, every kanji by itself, and of
/// Latin letters and digits every three, since two of them stand in nearly every text. A word of two, such as
/// AI, is a key too.
pub(crate) fn add_keys(text: &str, keys: &mut Vec<Key>) {
    let small = small(text);
    let folded = folded(&small);
    for (at, &first) in folded.iter().enumerate().filter(|(_, first)| **first != BREAK) {
        if is_kanji(first) {
            keys.push(Key::new(&[first]));
        }
        let Some(&second) = folded.get(at + 1).filter(|second| **second != BREAK) else {
            continue;
        };
        match folded.get(at + 2) {
            _ if !(first.is_ascii() && second.is_ascii()) => keys.push(Key::new(&[first, second])),
            Some(&third) if third.is_ascii_alphanumeric() => keys.push(Key::new(&[first, second, third])),
            _ => {}
        }
    }
    let words = small.split(|character: char| !character.is_ascii_alphanumeric());
    keys.extend(words.filter_map(|word| match word.as_bytes() {
        [first, second] => Some(Key::new(&[char::from(*first), char::from(*second)])),
        _ => None,
    }));
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
