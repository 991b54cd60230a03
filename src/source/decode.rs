//! From the bytes of a file to the text that everything else reads. What can be mended without guessing is
//! (byte order mark, line ends, decomposed characters); the rest is reported with its place, and nothing is
//! dropped.

use super::character::{Unwanted, is_compatibility_ideograph, may_compose, unwanted};
use super::{encoding, said::WORDS, text::Source};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads a file's bytes as text.
///
/// # Errors
/// The reasons why the file cannot be read as UTF-8 text. Their spans count in `legible(bytes)`.
pub fn decode(path: &Arc<str>, mut bytes: Vec<u8>) -> Result<Source, Vec<Diagnostic>> {
    if let Some(name) = encoding::by_mark(&bytes) {
        return Err(vec![encoding::other_encoding(path, name)]);
    }
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| vec![not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to())])?;
    let survey = survey(&text);
    let text = normalise(text, &survey);
    if survey.unwanted {
        return Err(unwanted_characters(path, &text));
    }
    if text.trim_start().is_empty() {
        let message = Message::new("ファイルが空です", "the file is empty");
        let remedy = WORDS.say("decode", &[]);
        return Err(vec![
            Diagnostic::error(Code::FileEmpty, Place::file(path), message).remedy(remedy),
        ]);
    }
    Ok(Source {
        path: path.clone(),
        text,
    })
}

/// The text of any bytes, for showing them: the same text as `decode` gives where it succeeds,
/// with U+FFFD for every run of bytes that is not UTF-8.
pub fn legible(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes).into_owned();
    let survey = survey(&text);
    normalise(text, &survey)
}

/// What one pass over a text has seen. Almost every file has none of it.
#[derive(Default)]
struct Survey {
    carriage_returns: bool,
    decomposed: bool,
    unwanted: bool,
}

fn survey(text: &str) -> Survey {
    let bytes = text.as_bytes();
    let mut seen = Survey::default();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b' '..=b'~' | b'\n' | b'\t' => 1,
            b'\r' => {
                seen.carriage_returns = true;
                1
            }
            // Unified ideographs are never unwanted and never compose.
            0xE4..=0xE9 => 3,
            // Kana and Japanese punctuation, in which only the two combining sound marks need a closer look.
            0xE3 if bytes[at + 1] < 0xB8 && !matches!(bytes[at + 1..at + 3], [0x82, 0x99 | 0x9A]) => 3,
            _ => {
                let character = text[at..].chars().next();
                let character = character.expect("the offset moves by whole characters");
                seen.unwanted |= unwanted(character).is_some();
                seen.decomposed |= may_compose(character);
                character.len_utf8()
            }
        };
    }
    seen
}

fn normalise(mut text: String, survey: &Survey) -> String {
    if survey.carriage_returns {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    if survey.decomposed {
        text = compose(&text);
    }
    text
}

/// Composes what lies between compatibility ideographs; they themselves start a character, so nothing joins
/// across them.
fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_compatibility_ideograph) {
        let before = piece.strip_suffix(is_compatibility_ideograph).unwrap_or(piece);
        composed.extend(before.nfc());
        composed.push_str(&piece[before.len()..]);
    }
    composed
}

fn not_utf8(path: &Arc<str>, bytes: &[u8], sound: usize) -> Diagnostic {
    if let Some(name) = encoding::by_plausibility(bytes) {
        return encoding::other_encoding(path, name);
    }
    let byte = bytes[sound];
    let broken = bytes
        .utf8_chunks()
        .filter(|chunk| !chunk.invalid().is_empty())
        .count();
    let start = legible(&bytes[..sound]).len();
    let place = Place::span(path, start..start + '\u{fffd}'.len_utf8());
    let more = others(broken - 1, "か所", "in", "place");
    let message = Message::new(
        format!("UTF-8 として読めないバイト 0x{byte:02X} があります{}", more.ja),
        format!("byte 0x{byte:02X} is not valid UTF-8{}", more.en),
    );
    Diagnostic::error(Code::EncodingNotUtf8, place, message).remedy(WORDS.say("not-utf8.remedy", &[]))
}

/// One diagnostic for each different character, at its first place: a file can hold thousands of the same
/// one.
fn unwanted_characters(path: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    if let Some(name) = encoding::by_escapes(text) {
        return vec![encoding::other_encoding(path, name)];
    }
    let mut seen: Vec<(char, Unwanted, usize, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        if let Some(why) = unwanted(character) {
            match seen.iter_mut().find(|(other, ..)| *other == character) {
                Some((.., others)) => *others += 1,
                None => seen.push((character, why, at, 0)),
            }
        }
    }
    let told = seen.into_iter().map(|(character, why, at, others)| {
        let place = Place::span(path, at..at + character.len_utf8());
        let (code, message, remedy) = describe(character, why, others);
        Diagnostic::error(code, place, message).remedy(remedy)
    });
    told.collect()
}

/// The words for an unwanted character, wherever it stands: what is wrong, and the remedy.
pub(super) fn describe(character: char, why: Unwanted, count: usize) -> (Code, Message, Message) {
    let more = others(count, "か所", "in", "place");
    let number = format!("U+{:04X}", u32::from(character));
    let (code, ja, en, remedy) = match why {
        Unwanted::Control => (
            Code::EncodingControl,
            format!("使えない制御文字（{number}）があります"),
            format!("the control character {number} is not allowed"),
            WORDS.say("unseen.remedy", &[]),
        ),
        Unwanted::LineBreak => (
            Code::EncodingControl,
            format!("特殊な改行文字（{number}）があります"),
            format!("the special line break {number} is not allowed"),
            WORDS.say("line-end.remedy", &[]),
        ),
        Unwanted::Bidi => (
            Code::EncodingBidi,
            format!("文字の並ぶ向きを変える、見えない文字（{number}）があります"),
            format!("the invisible character {number} changes the direction of the text"),
            WORDS.say("not-as-stored.remedy", &[]),
        ),
        Unwanted::ByteOrderMark => (
            Code::EncodingControl,
            format!("ファイルの途中に BOM（{number}）があります"),
            format!("there is a byte order mark ({number}) inside the file"),
            WORDS.say("joined.remedy", &[]),
        ),
        Unwanted::Lost => (
            Code::EncodingNotUtf8,
            format!("文字化けした文字「{character}」（{number}）があります"),
            format!("a character was lost here and replaced by `{character}` ({number})"),
            WORDS.say("replaced.remedy", &[]),
        ),
    };
    (code, Message::new(ja + &more.ja, en + &more.en), remedy)
}

/// That there are others like what was told, in the words for the place of one; nothing where there are none.
pub(super) fn others(count: usize, unit: &str, preposition: &str, place: &str) -> Message {
    let plural = if count == 1 { "" } else { "s" };
    match count {
        0 => Message::new("", ""),
        _ => Message::new(
            format!("（ほかに {count} {unit}）"),
            format!(" (and {preposition} {count} other {place}{plural})"),
        ),
    }
}
