//! The two ways into the types give one value: whatever serde_yaml may read by itself, the reader with places
//! reads in the same way, and what one refuses the other refuses.

use crate::source::{Record, Text, source};
use koyaku::source::yaml::{self, LISTED, Limits, ParsedYaml};
use proptest::prelude::*;

fn both(text: &str) -> (ParsedYaml<Record>, ParsedYaml<Record>) {
    let source = source(text);
    let whole = 0..text.len();
    (
        yaml::parse(&source, whole.clone(), Limits::RECORD),
        yaml::parse_with_places(&source, whole, Limits::RECORD),
    )
}

/// Fails unless both ways agree about a text.
fn agree(text: &str) -> Result<(), TestCaseError> {
    let (one, two) = both(text);
    prop_assert_eq!(one.problems, two.problems, "{}", text);
    prop_assert_eq!(one.value, two.value, "{}", text);
    Ok(())
}

/// Words as they are typed in Japanese and in English, with the signs that YAML and input methods care about.
fn words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "道路",
        "を整備する",
        "、",
        "。",
        "：",
        "　",
        "「計画」",
        "“図”",
        "’s",
        "（1）",
        "・",
        "10:30",
        "a",
        "Road",
        " ",
        ", ",
        ":",
        ": ",
        " #",
        "  # ",
        "#",
        "\"",
        "'",
        "''",
        "\\n",
        "\\\"",
        "\\x41",
        "[",
        "]",
        "{",
        "}",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "|",
        ">",
        "-",
        "- ",
        "?",
        "? ",
        "~",
        "null",
        "true",
        "True",
        "yes",
        "1",
        "１２",
        "+3",
        "-0",
        "0x1F",
        "007",
        "1.50",
        "1e3",
        ".inf",
        "2026-04-01",
        "<<",
        "é",
        "é",
    ]);
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => words(),
        1 => words().prop_map(|words| format!("\"{words}\"")),
        1 => words().prop_map(|words| format!("'{words}'")),
        1 => (words(), words()).prop_map(|(one, two)| format!("|\n      {one}\n      {two}")),
        1 => (words(), words()).prop_map(|(one, two)| format!(">-\n      {one}\n\n      {two}")),
        1 => (words(), words()).prop_map(|(one, two)| format!("{one}\n      {two}")),
        1 => (words(), words()).prop_map(|(ja, en)| format!("{{ja: {ja}, en: {en}}}")),
        1 => (words(), words()).prop_map(|(one, two)| format!("[{one}, {two}]")),
        1 => (words(), words()).prop_map(|(ja, en)| format!("\n      ja: {ja}\n      en: {en}")),
    ]
}

fn line() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "title",
        "kind",
        "official",
        "order",
        "share",
        "tags",
        "deadlines",
        "sections",
        "titel",
        "題",
    ]);
    let colon =
        prop_oneof![12 => Just(": "), 1 => Just(":"), 1 => Just("："), 1 => Just(":　"), 1 => Just(" ")];
    let indent = prop_oneof![12 => Just(""), 1 => Just(" "), 1 => Just("  "), 1 => Just("　")];
    prop_oneof![
        6 => (indent, key, colon, scalar()).prop_map(|(indent, key, colon, value)| {
            format!("{indent}{key}{colon}{value}\n")
        }),
        2 => (words(), scalar()).prop_map(|(id, heading)| {
            format!("sections:\n  - id: {id}\n    heading: {heading}\n  - {{id: s2, heading: x}}\n")
        }),
        1 => (words(), words()).prop_map(|(key, value)| format!("deadlines:\n  {key}: {{kind: {value}}}\n")),
        1 => Just("# 注\n".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("---\n".to_owned()),
    ]
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn record() -> impl Strategy<Value = String> {
    (scalar(), scalar(), prop::collection::vec(words(), 0..4)).prop_map(|(title, heading, tags)| {
        let tags: String = tags.iter().map(|tag| format!("  - {tag}\n")).collect();
        format!("title: {title}\ntags:\n{tags}sections:\n  - id: s1\n    heading: {heading}\n")
    })
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn both_doors_give_one_value(lines in prop::collection::vec(line(), 1..6)) {
        agree(&lines.concat())?;
    }

    #[test]
    fn both_doors_read_a_sound_record_alike(record in record()) {
        agree(&record)?;
    }
}

mod exhaustive {
    use super::*;

    proptest! {
        #![proptest_config(config(400_000))]

        #[test]
        #[ignore = "takes minutes: tests/run --exhaustive"]
        fn both_doors_give_one_value(lines in prop::collection::vec(line(), 1..6)) {
            agree(&lines.concat())?;
        }

        #[test]
        #[ignore = "takes minutes: tests/run --exhaustive"]
        fn both_doors_read_a_sound_record_alike(record in record()) {
            agree(&record)?;
        }
    }
}

#[test]
fn what_is_listed_is_never_read_in_silence() {
    // Each of these serde_yaml would read without a word, and as something else than was meant.
    for text in [
        "title: x\t\n",
        "title: &a x\n",
        "title: !!str x\n",
        "title: 国道 #12\n",
        "title: {<<: x}\n",
        "title: {ja: -, en: x}\n",
        "tags: [-]\n",
        "title: >-\n     \n\n    #\n",
        "title: |1#\n",
        "title: {ja: x, ?\\n, en: y}\n",
        "title: x\ntags:\n  - -　\n",
        "title:\n  ja：道路\n",
        "title:\n  ja:道路\n",
        "? title\n: x\n",
        "%YAML 1.2\n---\ntitle: x\n",
        "title: \"\\u202e\"\n",
        "title: {ja: a, ja: b}\n",
        "title: x\ndeadlines: {常に: {kind: ongoing}, 常に: {kind: ongoing}}\n",
    ] {
        assert_ne!(both(text).0.problems, [], "{text}");
    }
    assert_eq!(
        both("title: +3\n").0.value.map(|record| record.title),
        Some(Text::One("+3".to_owned()))
    );
}

#[test]
fn the_list_is_printed_where_the_choice_is_explained() {
    let page = include_str!("../../docs/decisions/0013-two-doors.md");
    for listed in LISTED {
        assert!(page.contains(&format!("- {listed}\n")), "{listed}");
    }
}
