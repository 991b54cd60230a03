//! Which characters a source may not hold, and which show that its text needs composing.
//! It judges single characters; `decode` looks for them in files and the YAML scan in escapes.

use unicode_normalization::{IsNormalized, char::canonical_combining_class, is_nfc_quick};

/// Why a character is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unwanted {
    /// Controls, noncharacters and NUL: no reader sees them, and YAML libraries refuse them one by one.
    Control,
    /// U+0085, U+2028 and U+2029 end a line for some programs and not for others.
    LineBreak,
    /// Embeddings, overrides and isolates can make a promise read differently from what is stored.
    Bidi,
    /// A byte order mark after the start of the file: two files were joined.
    ByteOrderMark,
    /// U+FFFD stands where an earlier conversion has lost a character.
    Lost,
}

/// Says why `character` may not stand in a source, if so. Tab and line feed may.
pub(super) fn unwanted(character: char) -> Option<Unwanted> {
    match character {
        '\t' | '\n' => None,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Unwanted::LineBreak),
        '\0'..' ' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => Some(Unwanted::Control),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Unwanted::Bidi),
        '\u{feff}' => Some(Unwanted::ByteOrderMark),
        '\u{fffd}' => Some(Unwanted::Lost),
        _ => None,
    }
}

/// Whether a character takes part in composing, as the two parts of a decomposed が do.
pub(super) fn may_compose(character: char) -> bool {
    character >= '\u{300}'
        && !is_compatibility_ideograph(character)
        && (canonical_combining_class(character) != 0
            || is_nfc_quick(std::iter::once(character)) != IsNormalized::Yes)
}

/// Ideographs that composing would replace by others. 神 (U+FA19) may be exactly what a document prints,
/// so these stay as they are although Unicode calls them equivalent.
pub(super) fn is_compatibility_ideograph(character: char) -> bool {
    matches!(character, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}
