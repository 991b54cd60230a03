//! Recognises the encodings that Japanese offices save files in when they do not save UTF-8, and says how to
//! save UTF-8. It converts nothing: a conversion that guesses wrong would change a promise without anybody
//! seeing it.

use super::said::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place};
use std::sync::Arc;

const SHIFT_JIS: &str = "Shift_JIS";
const CP932: &str = "Shift_JIS（CP932）";
const EUC_JP: &str = "EUC-JP";
const UTF_16: &str = "UTF-16";
const ISO_2022_JP: &str = "ISO-2022-JP";

/// An encoding that the first bytes name, or that the NUL in every second byte gives away.
pub(super) fn by_mark(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(64)];
    let zeros = |from: usize| {
        let every_second = head.iter().skip(from).step_by(2);
        every_second.filter(|&&byte| byte == 0).count()
    };
    let marked = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let alternating = zeros(0).max(zeros(1)) * 4 >= head.len().max(16);
    (marked || alternating).then_some(UTF_16)
}

/// An encoding of seven-bit text that switches to Japanese by escape sequences.
pub(super) fn by_escapes(text: &str) -> Option<&'static str> {
    (text.contains("\u{1b}$B") || text.contains("\u{1b}$@")).then_some(ISO_2022_JP)
}

/// An encoding in which every byte pair is a Japanese character. Bytes that are mostly sound UTF-8 are
/// UTF-8 with a few broken characters, whatever else they might be read as.
pub(super) fn by_plausibility(bytes: &[u8]) -> Option<&'static str> {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        let characters = chunk.valid().chars();
        sound += characters.filter(|character| !character.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    if sound > broken {
        return None;
    }
    match (read_shift_jis(bytes), read_euc(bytes)) {
        (Some(shift_jis), Some(euc_hiragana)) if euc_hiragana > shift_jis.hiragana => Some(EUC_JP),
        (Some(shift_jis), _) => Some(if shift_jis.extended { CP932 } else { SHIFT_JIS }),
        (None, Some(_)) => Some(EUC_JP),
        (None, None) => None,
    }
}

/// The words for a file in another encoding.
pub(super) fn other_encoding(path: &Arc<str>, name: &str) -> Diagnostic {
    let name_en = name.replace('（', " (").replace('）', ")");
    let message = WORDS.say("other-encoding", &[("name", &name), ("name_en", &name_en)]);
    Diagnostic::error(Code::EncodingNotUtf8, Place::file(path), message)
        .remedy(WORDS.say("other-encoding.remedy", &[]))
}

#[derive(Default)]
struct ShiftJis {
    hiragana: usize,
    /// Characters of two bytes, and those of them whose second byte is no ASCII either.
    pairs: usize,
    sure_pairs: usize,
    /// Whether it holds characters such as ① ㈱ 髙 that only the Windows extension has.
    extended: bool,
}

/// `None` unless all of `bytes` reads as Shift_JIS with the rows that Windows has added. One broken byte
/// before an ASCII letter looks like a pair too, so a single such pair is not believed.
fn read_shift_jis(bytes: &[u8]) -> Option<ShiftJis> {
    let mut read = ShiftJis::default();
    let mut rest = bytes.iter();
    while let Some(&lead) = rest.next() {
        match lead {
            b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xA1..=0xDF => {}
            0x81..=0x9F | 0xE0..=0xFC => {
                let &trail = rest.next()?;
                if !matches!(trail, 0x40..=0x7E | 0x80..=0xFC) {
                    return None;
                }
                read.pairs += 1;
                read.sure_pairs += usize::from(trail >= 0x80);
                read.hiragana += usize::from(lead == 0x82 && (0x9F..=0xF1).contains(&trail));
                read.extended |= matches!(lead, 0x87 | 0xED | 0xEE | 0xFA..=0xFC);
            }
            _ => return None,
        }
    }
    (read.sure_pairs > 0 || read.pairs > 1).then_some(read)
}

/// The number of hiragana, or `None` unless all of `bytes` reads as EUC-JP.
fn read_euc(bytes: &[u8]) -> Option<usize> {
    let mut hiragana = 0;
    let mut rest = bytes.iter();
    while let Some(&lead) = rest.next() {
        let trails = match lead {
            b'\t' | b'\n' | b'\r' | b' '..=b'~' => 0,
            0x8F => 2,
            0x8E | 0xA1..=0xFE => 1,
            _ => return None,
        };
        for _ in 0..trails {
            let &trail = rest.next()?;
            if !matches!(trail, 0xA1..=0xFE) {
                return None;
            }
            hiragana += usize::from(lead == 0xA4);
        }
    }
    Some(hiragana)
}
