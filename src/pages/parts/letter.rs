//! The letters under which glossary entries stand: the rows of the kana table by reading, Latin letters,
//! those of other scripts, and everything else.

use crate::pages::Scope;
use crate::site::LinkedTerm;
use unicode_normalization::UnicodeNormalization;

/// The rows of the kana table, by the characters that begin them, with their names in anchors.
const KANA: [(&str, char, &str); 10] = [
    ("ぁあぃいぅうぇえぉおゔ", 'あ', "a"),
    ("かがきぎくぐけげこごゕゖ", 'か', "ka"),
    ("さざしじすずせぜそぞ", 'さ', "sa"),
    ("ただちぢっつづてでとど", 'た', "ta"),
    ("なにぬねの", 'な', "na"),
    ("はばぱひびぴふぶぷへべぺほぼぽ", 'は', "ha"),
    ("まみむめも", 'ま', "ma"),
    ("ゃやゅゆょよ", 'や', "ya"),
    ("らりるれろ", 'ら', "ra"),
    ("ゎわゐゑをん", 'わ', "wa"),
];

/// Where an entry stands: kana rows first, then Latin letters, then those of other scripts, then everything
/// else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Letter {
    Kana(usize),
    Latin(char),
    /// A letter of any other script.
    Native(char),
    Other,
}

/// The letter of an entry: that of its reading on Japanese pages, of the term shown elsewhere.
pub(crate) fn letter(scope: &Scope, term: &LinkedTerm) -> Letter {
    let reading = scope.reading(term.reading.as_deref());
    beginning(reading.unwrap_or(&scope.text_of_term(term).term))
}

/// The letter with which a name begins.
pub(crate) fn beginning(name: &str) -> Letter {
    let Some(first) = name.chars().find(|character| character.is_alphanumeric()) else {
        return Letter::Other;
    };
    let first = match first {
        'ァ'..='ヶ' => char::from_u32(u32::from(first) - 0x60).unwrap_or(first),
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(first) - 0xfee0).unwrap_or(first),
        other => other,
    };
    match KANA.iter().position(|(row, _, _)| row.contains(first)) {
        Some(row) => Letter::Kana(row),
        None => match without_accent(first) {
            latin if latin.is_ascii_alphabetic() => Letter::Latin(latin.to_ascii_uppercase()),
            letter if letter.is_alphabetic() && !is_kanji(letter) => Letter::Native(letter),
            _ => Letter::Other,
        },
    }
}

/// É stands under E, as in the dictionaries of most languages with Latin letters.
fn without_accent(letter: char) -> char {
    letter.nfd().next().unwrap_or(letter)
}

/// Kanji are too many to be heads of a list.
fn is_kanji(letter: char) -> bool {
    matches!(letter, '々' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

impl Letter {
    pub(crate) fn is_latin(self) -> bool {
        matches!(self, Letter::Latin(_))
    }

    /// あ, か … or A, B …, or `#` for what begins with neither.
    pub(crate) fn head(self) -> String {
        match self {
            Letter::Kana(row) => KANA[row].1.to_string(),
            Letter::Latin(letter) | Letter::Native(letter) => letter.to_string(),
            Letter::Other => "#".to_owned(),
        }
    }

    /// Its anchor in the glossary: `_a`, `_ka`, `_latin-b`.
    pub(crate) fn id(self) -> String {
        match self {
            Letter::Kana(row) => format!("_{}", KANA[row].2),
            Letter::Latin(letter) => format!("_latin-{}", letter.to_ascii_lowercase()),
            Letter::Native(letter) => format!("_letter-{:x}", u32::from(letter)),
            Letter::Other => "_other".to_owned(),
        }
    }
}
