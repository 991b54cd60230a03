//! Bytes that are text, bytes that nearly are, and what is said of the others.

use koyaku::diagnostic::At;
use koyaku::source::{decode, legible, position};
use std::sync::Arc;

/// The text, or what is wrong with it: place, code, message in both languages.
fn read(bytes: &[u8]) -> Result<String, String> {
    let shown = legible(bytes);
    let told = |problem: koyaku::diagnostic::Diagnostic| {
        let place = match &problem.place.at {
            At::Span(span) => {
                let start = position(&shown, span.start);
                format!("{}:{} ", start.line, start.column)
            }
            _ => String::new(),
        };
        format!(
            "{place}{}: {} / {}",
            problem.code.name(),
            problem.message.ja,
            problem.message.en
        )
    };
    match decode(&Arc::from("content/roads.md"), bytes.to_vec()) {
        Ok(source) => {
            assert_eq!(source.text, shown, "what is read is what is shown");
            Ok(source.text)
        }
        Err(problems) => Err(problems.into_iter().map(told).collect::<Vec<_>>().join("\n")),
    }
}

#[track_caller]
fn accepts(bytes: &[u8], text: &str) {
    assert_eq!(read(bytes).as_deref(), Ok(text));
}

#[track_caller]
fn refuses(bytes: &[u8], told: &str) {
    assert_eq!(read(bytes).as_ref().map_err(String::as_str), Err(told));
}

#[test]
fn utf_8_is_read_as_it_is() {
    accepts("道路と公園🏞\n\tabc\n".as_bytes(), "道路と公園🏞\n\tabc\n");
}

#[test]
fn a_byte_order_mark_is_taken_off() {
    accepts("\u{feff}title: 道路\n".as_bytes(), "title: 道路\n");
}

#[test]
fn line_ends_of_windows_and_of_old_macs_become_those_of_unix() {
    accepts(b"a\r\nb\rc\r\r\nd\n", "a\nb\nc\n\nd\n");
}

#[test]
fn decomposed_kana_and_letters_are_composed() {
    accepts(
        "カ\u{3099}ート\u{3099}ハ\u{309a}イフ\u{309a} e\u{301}\n".as_bytes(),
        "ガードパイプ é\n",
    );
}

#[test]
fn an_ideograph_with_an_official_variant_stays_what_it_is_even_beside_decomposed_kana() {
    accepts(
        "神\u{fa19}か\u{3099}\u{fa19}\n".as_bytes(),
        "神\u{fa19}が\u{fa19}\n",
    );
}

#[test]
fn shift_jis_is_named() {
    // 道路 ﾄﾞｳﾛ
    refuses(
        b"title: \x93\xB9\x98H \xC4\xDE\xB3\xDB\r\n",
        "encoding-not-utf8: 文字コードが UTF-8 ではなく Shift_JIS です / the file is encoded in Shift_JIS, \
         not in UTF-8",
    );
}

#[test]
fn the_windows_characters_of_cp932_are_known() {
    // ①㈱髙
    refuses(
        b"\x87\x40\x87\x8A\xFB\xFC\n",
        "encoding-not-utf8: 文字コードが UTF-8 ではなく Shift_JIS（CP932） です / the file is encoded in \
         Shift_JIS (CP932), not in UTF-8",
    );
}

#[test]
fn other_japanese_encodings_are_named_too() {
    // 道路の in EUC-JP, and in ISO-2022-JP
    let name = |bytes: &[u8]| read(bytes).expect_err("it is not UTF-8");
    assert!(name(b"\xC6\xBB\xCF\xA9\xA4\xCE\n").ends_with("encoded in EUC-JP, not in UTF-8"));
    assert!(name(b"\x1B$BF;O)\x1B(B\n").ends_with("encoded in ISO-2022-JP, not in UTF-8"));
}

#[test]
fn utf_16_is_named_with_or_without_its_mark() {
    let utf_16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let told = "encoding-not-utf8: 文字コードが UTF-8 ではなく UTF-16 です / the file is encoded in UTF-16, \
         not in UTF-8";
    refuses(&utf_16("\u{feff}title: 道路\n"), told);
    refuses(&utf_16("title: 道路\n"), told);
    refuses(b"\xFE\xFF\x90\x53\x8D\xEF", told);
}

#[test]
fn a_broken_byte_in_utf_8_is_reported_at_its_place() {
    refuses(
        "﻿一行目\r\n道路\u{0}"
            .as_bytes()
            .iter()
            .chain(b"\xFF abc \xFF\n")
            .copied()
            .collect::<Vec<_>>()
            .as_slice(),
        "2:4 encoding-not-utf8: UTF-8 として読めないバイト 0xFF があります（ほかに 1 か所） / byte 0xFF is \
         not valid UTF-8 (and in 1 other place)",
    );
}

#[test]
fn nul_and_other_controls_are_reported_once_each() {
    refuses(
        "a\u{0}b\n\u{0}道路\u{b}\u{0}\n".as_bytes(),
        "1:2 encoding-control: 使えない制御文字（U+0000）があります（ほかに 2 か所） / the control \
         character U+0000 is not allowed (and in 2 other places)\n2:4 encoding-control: 使えない制御文字\
         （U+000B）があります / the control character U+000B is not allowed",
    );
}

#[test]
fn line_breaks_that_only_some_programs_see_are_refused() {
    refuses(
        "道路\u{85}橋\u{2028}川\u{2029}\n".as_bytes(),
        "1:3 encoding-control: 特殊な改行文字（U+0085）があります / the special line break U+0085 is not \
         allowed\n1:5 encoding-control: 特殊な改行文字（U+2028）があります / the special line break U+2028 \
         is not allowed\n1:7 encoding-control: 特殊な改行文字（U+2029）があります / the special line break \
         U+2029 is not allowed",
    );
}

#[test]
fn characters_that_turn_the_direction_of_text_are_refused() {
    refuses(
        "必ず\u{202e}す施実\u{2066}\n".as_bytes(),
        "1:3 encoding-bidi: 文字の並ぶ向きを変える、見えない文字（U+202E）があります / the invisible \
         character U+202E changes the direction of the text\n1:7 encoding-bidi: 文字の並ぶ向きを変える、見え\
         ない文字（U+2066）があります / the invisible character U+2066 changes the direction of the text",
    );
}

#[test]
fn a_mark_inside_the_file_and_a_lost_character_are_refused() {
    refuses(
        "道\u{feff}路\u{fffd}\n".as_bytes(),
        "1:2 encoding-control: ファイルの途中に BOM（U+FEFF）があります / there is a byte order mark \
         (U+FEFF) inside the file\n1:4 encoding-not-utf8: 文字化けした文字「\u{fffd}」（U+FFFD）があります \
         / a character was lost here and replaced by `\u{fffd}` (U+FFFD)",
    );
}

#[test]
fn a_file_of_nothing_but_blanks_is_empty() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t\n", "　\n".as_bytes()] {
        refuses(bytes, "file-empty: ファイルが空です / the file is empty");
    }
}
