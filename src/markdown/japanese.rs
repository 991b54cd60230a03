//! Which characters belong to Japanese writing, and on which side of a word its punctuation stands.
//! It knows single characters only; what follows from them is decided where they are met.

/// Kana, kanji, full-width forms and Japanese punctuation: writing that puts no spaces between words.
/// Hangul is left out, because Korean does put them.
pub(super) fn is_japanese(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{312f}'
        | '\u{3190}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe1f}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff9f}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1aff0}'..='\u{1b16f}'
        | '\u{1f200}'..='\u{1f2ff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// A text in stretches, each with whether it is in Japanese letters: kana and kanji with what stands between
/// them. Marks and full-width forms alone are no language.
pub(crate) fn japanese_runs(text: &str) -> Vec<(&str, bool)> {
    let letter = |character: char| {
        is_kanji(character) || matches!(character, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}')
    };
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(letter) {
        let mut end = start;
        for (at, character) in rest[start..].char_indices() {
            if letter(character) {
                end = start + at + character.len_utf8();
            } else if !is_japanese(character) {
                break;
            }
        }
        runs.extend((start > 0).then(|| (&rest[..start], false)));
        runs.push((&rest[start..end], true));
        rest = &rest[end..];
    }
    runs.extend((!rest.is_empty()).then_some((rest, false)));
    runs
}

/// Kanji, with the mark that repeats one and the small ヶ that is read like one.
pub(super) fn is_kanji(character: char) -> bool {
    matches!(
        character,
        '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3134f}'
            | '々'
            | '〆'
            | 'ヶ'
    )
}

/// Kana, with the long sound and what may stand between two readings.
pub(super) fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fc}' | ' ' | '　')
}

/// Letters and digits of any script. Circled Latin letters are symbols that Unicode also calls alphabetic.
pub(super) fn is_letter(character: char) -> bool {
    character.is_alphanumeric() && !matches!(character, 'Ⓐ'..='ⓩ' | '\u{1f130}'..='\u{1f189}')
}

/// Brackets and quotation marks that stand before the words they belong to.
pub(super) fn opens(character: char) -> bool {
    "([{<「『（【〈《〔〖〘〚［｛｟｢“‘〝«＜≪".contains(character)
}

/// Brackets, quotation marks and stops that stand after the words they belong to.
pub(super) fn closes(character: char) -> bool {
    ")]}>」』）】〉》〕〗〙〛］｝｠｣”’〟»＞≫、。，．､｡,.".contains(character)
}
