//! What a terminal shows of diagnostics, to the last blank: editors read this text, and scripts may.

use koyaku::diagnostic::human::{EditorLanguage, Manner, TerminalStyle, render, summary};
use koyaku::diagnostic::order::Extent;
use koyaku::diagnostic::{Code, Diagnostic, Message, Place, Severity};
use std::sync::Arc;

const PLAN: &str = "\
title: 道路計画
sections:
  - id: s1
    heading: {ja: 歩道の整備　第１期, en: Footpaths}
    hedding: 公園
title: 橋
";

fn text_of(file: &str) -> Option<String> {
    (file == "seeds/shiomino/plan.yaml").then(|| PLAN.to_owned())
}

fn plan() -> Arc<str> {
    Arc::from("seeds/shiomino/plan.yaml")
}

/// The place of the first `words` in the plan.
fn at(words: &str) -> Place {
    let start = PLAN.find(words).expect("the plan has these words");
    Place::span(&plan(), start..start + words.len())
}

fn last_title() -> Place {
    let start = PLAN.rfind("title").expect("the plan has two titles");
    Place::span(&plan(), start..start + "title".len())
}

fn message(ja: &str, en: &str) -> Message {
    Message::new(ja, en)
}

fn unknown() -> Diagnostic {
    Diagnostic::error(
        Code::YamlUnknownKey,
        at("hedding"),
        message(
            "「hedding」という項目名はありません",
            "there is no key `hedding` here",
        ),
    )
    .remedy(message("「heading」ではありませんか", "did you mean `heading`?"))
}

fn manner(language: EditorLanguage, style: TerminalStyle) -> Manner {
    let extent = Extent::Folded;
    Manner {
        language,
        style,
        extent,
    }
}

#[track_caller]
fn shows(diagnostics: &[Diagnostic], language: EditorLanguage, expected: &str) {
    let shown = render(diagnostics, manner(language, TerminalStyle::Plain), &text_of);
    assert_eq!(format!("\n{shown}"), expected);
}

#[test]
fn an_error_shows_its_line_with_a_caret_and_the_remedy() {
    shows(
        &[unknown()],
        EditorLanguage::Ja,
        "
エラー[yaml-unknown-key]: 「hedding」という項目名はありません
 --> seeds/shiomino/plan.yaml:5:5
  |
5 |     hedding: 公園
  |     ^^^^^^^
  |
直し方: 「heading」ではありませんか

",
    );
}

#[test]
fn the_same_in_english() {
    shows(
        &[unknown()],
        EditorLanguage::En,
        "
error[yaml-unknown-key]: there is no key `hedding` here
 --> seeds/shiomino/plan.yaml:5:5
  |
5 |     hedding: 公園
  |     ^^^^^^^
  |
help: did you mean `heading`?

",
    );
}

#[test]
fn carets_stand_under_full_width_text_and_columns_count_characters() {
    let warning = Diagnostic::warning(
        Code::MarkdownEmphasis,
        at("第１期"),
        message("確かめてください", "check this"),
    );
    shows(
        &[warning],
        EditorLanguage::Ja,
        "
警告[markdown-emphasis]: 確かめてください
 --> seeds/shiomino/plan.yaml:4:25
  |
4 |     heading: {ja: 歩道の整備　第１期, en: Footpaths}
  |                               ^^^^^^

",
    );
}

#[test]
fn other_places_follow_with_their_own_words() {
    let twice = Diagnostic::error(
        Code::YamlDuplicateKey,
        last_title(),
        message("「title」が2回書かれています", "`title` is written twice"),
    )
    .also(at("title"), message("1回目はここです", "the first one is here"))
    .also(
        Place::file(&Arc::from("content/site.yaml")),
        message("ここにもあります", "and here"),
    )
    .remedy(message("どちらか一方を消してください", "delete one of them"));
    shows(
        &[twice],
        EditorLanguage::Ja,
        "
エラー[yaml-duplicate-key]: 「title」が2回書かれています
 --> seeds/shiomino/plan.yaml:6:1
  |
6 | title: 橋
  | ^^^^^
  |
関連: 1回目はここです
 --> seeds/shiomino/plan.yaml:1:1
  |
1 | title: 道路計画
  | ^^^^^
関連: ここにもあります
 --> content/site.yaml
直し方: どちらか一方を消してください

",
    );
}

#[test]
fn a_file_as_a_whole_and_a_file_without_text_show_their_name() {
    let file = Arc::from("content/roads.md");
    let empty = Diagnostic::error(
        Code::FileEmpty,
        Place::file(&file),
        message("ファイルが空です", "the file is empty"),
    );
    let lost = Diagnostic::error(
        Code::EncodingControl,
        Place::span(&file, 3..6),
        message("文字", "a character"),
    );
    shows(
        &[empty, lost],
        EditorLanguage::En,
        "
error[file-empty]: the file is empty
--> content/roads.md

error[encoding-control]: a character
--> content/roads.md

",
    );
}

#[test]
fn causes_come_first_then_other_errors_by_file_and_place_then_warnings() {
    let error = |file: &str, start: usize, code: Code| {
        Diagnostic::error(
            code,
            Place::span(&Arc::from(file), start..start),
            message("", "x"),
        )
    };
    let warning = Diagnostic::warning(
        Code::TextMissing,
        Place::file(&Arc::from("b.md")),
        message("", "x"),
    );
    let shown = render(
        &[
            error("b.md", 5, Code::LinkAnchor),
            warning,
            error("a.md", 9, Code::LinkScheme),
            unknown(),
            error("b.md", 40, Code::ValueId),
        ],
        manner(EditorLanguage::En, TerminalStyle::Plain),
        &text_of,
    );
    let codes: Vec<&str> = shown
        .lines()
        .filter_map(|line| line.split_once('[')?.1.split_once(']'))
        .map(|(code, _)| code)
        .collect();
    assert_eq!(
        codes,
        [
            "value-id",
            "yaml-unknown-key",
            "link-scheme",
            "link-anchor",
            "text-missing",
        ]
    );
}

#[test]
fn a_long_line_is_cut_around_the_caret_and_keeps_its_column() {
    let line = format!("text: {}ここ{}\n", "前".repeat(300), "後".repeat(300));
    let start = line.find("ここ").expect("it is there");
    let place = Place::span(&plan(), start..start + "ここ".len());
    let problem = Diagnostic::error(Code::LinkDangling, place, message("ありません", "nothing there"));
    let shown = render(
        &[problem],
        manner(EditorLanguage::Ja, TerminalStyle::Plain),
        &|_| Some(line.clone()),
    );
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[1], " --> seeds/shiomino/plan.yaml:1:307");
    assert!(
        lines[3].starts_with("1 | ...") && lines[3].ends_with("...") && lines[3].contains("前ここ後"),
        "{shown}"
    );
    assert!(
        lines[3].chars().count() < 60,
        "full-width characters take two columns: {shown}"
    );
    let width = |text: &str| {
        text.chars()
            .map(|character| if character.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    let column = width(lines[3].split_once("ここ").expect("it is shown").0);
    assert_eq!(lines[4], format!("  |{}^^^^", " ".repeat(column - 3)), "{shown}");
}

#[test]
fn a_line_of_megabytes_is_named_but_not_shown() {
    let line = format!("text: {}ここ", "前".repeat(100_000));
    let start = line.find("ここ").expect("it is there");
    let problem = Diagnostic::error(
        Code::LinkDangling,
        Place::span(&plan(), start..start + 3),
        message("ありません", "nothing there"),
    );
    let shown = render(
        &[problem],
        manner(EditorLanguage::En, TerminalStyle::Plain),
        &|_| Some(line.clone()),
    );
    assert_eq!(
        shown,
        "error[link-dangling]: nothing there\n--> seeds/shiomino/plan.yaml:1:100007\n\n"
    );
}

#[test]
fn a_place_of_many_lines_is_shown_by_its_first() {
    let problem = Diagnostic::error(
        Code::YamlMissingKey,
        Place::span(&plan(), 7..60),
        message("ありません", "missing"),
    );
    shows(
        &[problem],
        EditorLanguage::En,
        "
error[yaml-missing-key]: missing
 --> seeds/shiomino/plan.yaml:1:8
  |
1 | title: 道路計画
  |        ^^^^^^^^

",
    );
}

#[test]
fn a_place_at_or_behind_the_end_of_the_text_is_shown_at_its_end() {
    for span in [PLAN.len()..PLAN.len(), PLAN.len() + 50..PLAN.len() + 60] {
        let shown = render(
            &[Diagnostic::error(
                Code::YamlSyntax,
                Place::span(&plan(), span),
                message("終わり", "the end"),
            )],
            manner(EditorLanguage::En, TerminalStyle::Plain),
            &text_of,
        );
        assert_eq!(
            shown,
            "error[yaml-syntax]: the end\n --> seeds/shiomino/plan.yaml:7:1\n  |\n7 |\n  | ^\n\n"
        );
    }
}

/// Warnings and errors of one kind, each in the file of its name.
fn many(severity: Severity, files: &[(&str, usize)]) -> Vec<Diagnostic> {
    let one = |file: &str| Diagnostic {
        severity,
        ..Diagnostic::warning(
            Code::TranslationMissing,
            Place::file(&Arc::from(file)),
            message("ありません", "missing"),
        )
    };
    files
        .iter()
        .flat_map(|(file, count)| vec![one(file); *count])
        .collect()
}

#[test]
fn an_error_is_never_hidden_by_any_number_of_warnings() {
    let mut problems = many(Severity::Warning, &[("content/a.md", 500)]);
    problems.push(unknown());
    let shown = render(
        &problems,
        manner(EditorLanguage::En, TerminalStyle::Plain),
        &text_of,
    );
    assert!(shown.starts_with("error[yaml-unknown-key]"), "{shown}");
}

#[test]
fn problems_of_one_kind_in_one_file_are_folded_and_counted() {
    let shown = |problems: &[Diagnostic], language| {
        render(problems, manner(language, TerminalStyle::Plain), &text_of)
    };
    let warnings = many(Severity::Warning, &[("content/a.md", 40), ("content/b.md", 4)]);
    assert_eq!(
        shown(&warnings, EditorLanguage::Ja).matches("警告[").count(),
        3 + 4
    );
    assert!(
        shown(&warnings, EditorLanguage::Ja)
            .contains("… translation-missing: content/a.md に、同じものがほかに 37 件あります")
    );
    assert!(shown(&warnings, EditorLanguage::En).contains("37 more like this in content/a.md"));
    let errors = many(Severity::Error, &[("content/a.md", 40)]);
    assert_eq!(shown(&errors, EditorLanguage::En).matches("error[").count(), 10);
    assert!(
        shown(&errors, EditorLanguage::En)
            .ends_with("… translation-missing: 30 more like this in content/a.md (--all shows each)\n\n")
    );
}

#[test]
fn warnings_of_one_kind_in_many_files_are_folded_and_errors_are_not() {
    let names: Vec<String> = (0..30).map(|number| format!("content/{number:02}.md")).collect();
    let files: Vec<(&str, usize)> = names.iter().map(|name| (&**name, 2)).collect();
    let shown = |severity| {
        render(
            &many(severity, &files),
            manner(EditorLanguage::En, TerminalStyle::Plain),
            &text_of,
        )
    };
    assert_eq!(shown(Severity::Warning).matches("warning[").count(), 20);
    assert!(
        shown(Severity::Warning)
            .ends_with("… translation-missing: 40 more like this in 20 other files (--all shows each)\n\n")
    );
    assert_eq!(shown(Severity::Error).matches("error[").count(), 60);
}

#[test]
fn nothing_is_folded_where_all_is_asked_for() {
    let problems = many(Severity::Warning, &[("content/a.md", 1_000)]);
    let manner = Manner {
        extent: Extent::All,
        ..manner(EditorLanguage::En, TerminalStyle::Plain)
    };
    let shown = render(&problems, manner, &text_of);
    assert_eq!(shown.matches("warning[").count(), 1_000);
    assert!(!shown.contains("more like this"));
}

#[test]
fn a_cause_comes_before_what_follows_from_it() {
    let at = |code, file: &str| {
        Diagnostic::error(code, Place::file(&Arc::from(file)), message("誤り", "an error"))
    };
    let problems = [
        at(Code::ReferenceDangling, "content/a.md"),
        at(Code::IdDuplicate, "seeds/shiomino/plan.yaml"),
        at(Code::LinkDangling, "content/b.md"),
        at(Code::YamlSyntax, "seeds/shiomino/zoo.yaml"),
    ];
    let shown = render(
        &problems,
        manner(EditorLanguage::En, TerminalStyle::Plain),
        &text_of,
    );
    let codes: Vec<&str> = shown
        .split("error[")
        .skip(1)
        .filter_map(|rest| rest.split_once(']'))
        .map(|(code, _)| code)
        .collect();
    assert_eq!(
        codes,
        [
            "id-duplicate",
            "yaml-syntax",
            "reference-dangling",
            "link-dangling"
        ]
    );
}

#[test]
fn colours_are_added_and_nothing_else_changes() {
    let coloured = render(
        &[unknown()],
        manner(EditorLanguage::Ja, TerminalStyle::Coloured),
        &text_of,
    );
    assert!(coloured.contains("\u{1b}["));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        plain += before;
        rest = escape.split_once('m').expect("every escape is a colour").1;
    }
    assert_eq!(
        plain + rest,
        render(
            &[unknown()],
            manner(EditorLanguage::Ja, TerminalStyle::Plain),
            &text_of
        )
    );
}

#[test]
fn no_words_of_a_file_can_steer_the_terminal() {
    let steer = "\u{1b}[2J\u{7}";
    let problem = Diagnostic::error(
        Code::NameNotPortable,
        Place::file(&Arc::from(format!("content/{steer}.md"))),
        message(steer, steer),
    )
    .also(Place::file(&Arc::from(steer)), message(steer, steer))
    .remedy(message(steer, steer));
    let line = Diagnostic::error(
        Code::EncodingControl,
        Place::span(&plan(), 0..1),
        message("文字", "a character"),
    );
    let shown = render(
        &[problem, line],
        manner(EditorLanguage::Ja, TerminalStyle::Plain),
        &|_| Some(format!("{steer}\u{202e}道路\n")),
    );
    assert!(!shown.contains('\u{202e}'), "{shown:?}");
    assert!(
        !shown
            .chars()
            .any(|character| character.is_control() && character != '\n'),
        "{shown:?}"
    );
}

#[test]
fn nothing_wrong_shows_nothing() {
    assert_eq!(
        render(&[], manner(EditorLanguage::Ja, TerminalStyle::Plain), &text_of),
        ""
    );
}

#[test]
fn the_summary_counts_in_both_languages() {
    assert_eq!(summary(3, 1, EditorLanguage::Ja), "エラー 3 件、警告 1 件");
    assert_eq!(summary(3, 1, EditorLanguage::En), "3 errors, 1 warning");
    assert_eq!(summary(1, 0, EditorLanguage::En), "1 error, 0 warnings");
}
