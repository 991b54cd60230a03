//! Texts that were made to stop a reader. Each ends with a problem, after work in proportion to its length;
//! a reader that recursed or looked back over everything would not come to the end of this file.

use crate::source::{Record, parse, source};
use koyaku::diagnostic::{Code, Path};
use koyaku::source::yaml::{self, Limits, locate};
use std::collections::BTreeMap;

#[track_caller]
fn is_refused(text: &str, code: Code) {
    let parsed = parse::<Record>(text);
    let codes: Vec<Code> = parsed.problems.iter().map(|problem| problem.code).collect();
    assert!(codes.contains(&code), "{codes:?}");
    assert!(codes.len() <= 100);
    // Showing a place in the same text is as safe as reading it.
    let path = Path::default().field("title").item(0).field("ja");
    locate(&source(text), 0..text.len(), &[], &[&path]);
}

#[test]
fn a_hundred_thousand_brackets_are_nested_too_deep() {
    is_refused(&"[".repeat(100_000), Code::YamlDepth);
    is_refused(
        &format!("title: {}{}", "[".repeat(50_000), "]".repeat(50_000)),
        Code::YamlDepth,
    );
    is_refused(&"{a: ".repeat(50_000), Code::YamlDepth);
    is_refused(
        &format!("title:\n  - {}", "{ja: [".repeat(50_000)),
        Code::YamlDepth,
    );
}

#[test]
fn hyphens_and_indentation_nest_too() {
    is_refused(&"- ".repeat(100_000), Code::YamlDepth);
    let stairs: String = (0..1000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    is_refused(&stairs, Code::YamlDepth);
    let stairs: String = (0..1000)
        .map(|depth| format!("{}- a:\n", "    ".repeat(depth)))
        .collect();
    is_refused(&stairs, Code::YamlDepth);
}

#[test]
fn sixteen_levels_are_read_and_seventeen_are_not() {
    let nested = |levels: usize| format!("{}x{}\n", "[".repeat(levels), "]".repeat(levels));
    let codes = |text: &str| {
        parse::<serde::de::IgnoredAny>(text)
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&nested(16)), []);
    assert_eq!(codes(&nested(17)), [Code::YamlDepth]);
}

#[test]
fn an_alias_bomb_is_refused_at_its_first_anchor() {
    let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, of) in ('b'..='z').zip('a'..) {
        text += &format!("{name}: &{name} [*{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}]\n");
    }
    is_refused(&text, Code::YamlFeature);
}

#[test]
fn a_text_over_its_limit_is_not_looked_at() {
    let text = "title: \"".to_owned() + &"あ".repeat(30_000);
    let parsed = yaml::parse::<Record>(&source(&text), 0..text.len(), Limits::FRONT_MATTER);
    assert_eq!(parsed.problems.len(), 1);
    assert_eq!(parsed.problems[0].code, Code::FileTooLarge);
    assert_eq!(parsed.problems[0].message.ja, "大きすぎます（上限 64 KiB）");
    assert_eq!(
        parsed.problems[0].remedy.as_ref().map(|remedy| &*remedy.ja),
        Some("内容をいくつかのファイルに分けてください")
    );
    assert!(parsed.value.is_none());
}

#[test]
fn endless_repetition_of_one_mistake_ends() {
    is_refused(&format!("title: {}", "x: ".repeat(300_000)), Code::YamlSyntax);
    is_refused(&"title: x #\n".repeat(100_000), Code::YamlSyntax);
    is_refused(&"\ta\n".repeat(100_000), Code::YamlTab);
    is_refused(&"　a\n".repeat(100_000), Code::YamlFullWidth);
    is_refused(&"あ：い\n".repeat(100_000), Code::YamlSyntax);
    is_refused(
        &format!("title: \"{}\"", "\\x01".repeat(100_000)),
        Code::EncodingControl,
    );
    is_refused(&"&a ".repeat(100_000), Code::YamlFeature);
    is_refused(
        &format!("title: \"x{}", "\n  y".repeat(100_000)),
        Code::YamlSyntax,
    );
    is_refused(&format!("title: {}", "[a".repeat(10)), Code::YamlSyntax);
}

#[test]
fn a_list_or_map_with_a_mistake_in_every_item_ends() {
    is_refused(
        &format!(
            "title: x\nsections:\n{}",
            "  - {id: あ, heading: x}\n".repeat(4_000)
        ),
        Code::ValueId,
    );
    is_refused(&"title: x\n".repeat(10_000), Code::YamlDuplicateKey);
    let map: String = (0..10_000).map(|number| format!("k{number}: 一\n")).collect();
    let parsed = parse::<BTreeMap<String, u32>>(&map);
    assert_eq!(parsed.problems.len(), 100);
    assert_eq!(parsed.problems[0].code, Code::ValueNumber);
}

/// A small generator with a fixed seed: the same texts on every machine.
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state % 1_000_003).expect("the remainder is small")
}

#[test]
fn no_heap_of_signs_makes_the_reader_panic_or_leave_the_text() {
    const SIGNS: [&str; 44] = [
        "a", "title", "ja", "道路", "：", "　", ":", ": ", "- ", "-", "\n", "\n  ", "\n    ", "\n- ", " ",
        "\"", "'", "{", "}", "[", "]", ",", "#", " #", "|\n", ">-\n  ", "? ", "&a", "*a", "!t", "%", "@",
        "\\", "\\x41", "1", "+3", "~", "true", "\n---\n", "\n...\n", "<<: ", "k: v\n", "\t", "é",
    ];
    let mut state = 20_261_121;
    for _ in 0..5_000 {
        let length = 1 + next(&mut state) % 14;
        let text: String = (0..length)
            .map(|_| SIGNS[next(&mut state) % SIGNS.len()])
            .collect();
        let parsed = parse::<Record>(&text);
        crate::source::said(&text, &parsed.problems);
        assert!(
            parsed.value.is_some() || !parsed.problems.is_empty(),
            "{text:?} is refused without a word"
        );
        let path = Path::default().field("title").field("ja").item(0);
        locate(&source(&text), 0..text.len(), &[], &[&path]);
    }
}
