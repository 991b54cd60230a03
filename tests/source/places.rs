//! Lines and columns, front matter, and the way from a YAML path to its place.

use crate::source::{in_words, source};
use koyaku::diagnostic::{At, Code, Diagnostic, Message, Path, Place};
use koyaku::source::front_matter::{FrontMatter, split};
use koyaku::source::yaml::locate;
use koyaku::source::{Position, Source, Sources, position};
use std::sync::Arc;

#[test]
fn columns_count_characters_and_both_start_at_one() {
    let text = "title: 道路\n𠮷野: x\n";
    let at = |needle: &str| position(text, text.find(needle).expect("it is there"));
    assert_eq!(at("title"), Position { line: 1, column: 1 });
    assert_eq!(at("路"), Position { line: 1, column: 9 });
    assert_eq!(at("野"), Position { line: 2, column: 2 });
    assert_eq!(position(text, text.len() + 10), Position { line: 3, column: 1 });
    assert_eq!(position(text, 8), position(text, 7), "inside 道");
}

fn page(text: &str) -> Source {
    Source {
        path: Arc::from("content/roads.md"),
        text: text.to_owned(),
    }
}

#[test]
fn front_matter_stands_between_two_lines_of_hyphens() {
    let page = page("---  \ntitle: 道路\n---\n本文\n---\n");
    let FrontMatter { yaml, body } = split(&page).expect("both lines are there");
    assert_eq!(
        (&page.text[yaml], &page.text[body]),
        ("title: 道路\n", "本文\n---\n")
    );
}

#[test]
fn front_matter_and_body_may_be_empty() {
    let page = page("---\n---");
    let FrontMatter { yaml, body } = split(&page).expect("both lines are there");
    assert_eq!((yaml.is_empty(), body.is_empty()), (true, true));
}

#[track_caller]
fn is_no_page(text: &str, told: &str) {
    let problem = split(&page(text)).expect_err("a line of hyphens is missing");
    assert_eq!(in_words(text, &problem), told);
}

#[test]
fn a_page_without_front_matter_is_told_how_to_begin() {
    is_no_page(
        "# 道路\n",
        "1:1 `# 道路` front-matter-missing: ページの先頭に項目の欄（フロントマター）がありません\n  the page does not begin with front matter\n  \
         → 1行目に半角のハイフン3つ「---」を書き、その下に項目（title: など）を、次にもう一度「---」を書いてください\n  \
         → start with a line `---`, then the fields (title: and so on), then another line `---`\n",
    );
    is_no_page(
        "\n\n---\ntitle: x\n---\n",
        "1:1 `` front-matter-missing: ページの先頭に項目の欄（フロントマター）がありません\n  the page does not begin with front matter\n  \
         → 「---」より前の空行を消してください\n  → delete the empty lines before `---`\n",
    );
    is_no_page(
        "———\ntitle: x\n———\n",
        "1:1 `———` front-matter-missing: ページの先頭に項目の欄（フロントマター）がありません\n  the page does not begin with front matter\n  \
         → 1行目を半角のハイフン3つ「---」にしてください\n  → make the first line three ASCII hyphens: ---\n",
    );
}

#[test]
fn front_matter_that_never_ends_is_reported_where_it_begins() {
    is_no_page(
        "---\ntitle: x\n本文\n",
        "1:1 `---` front-matter-unclosed: 項目の欄（フロントマター）を閉じる「---」がありません\n  the front matter is not closed by a line `---`\n  \
         → 最後の項目の次の行に、半角のハイフン3つ「---」だけを書いてください\n  \
         → write a line of just three ASCII hyphens `---` after the last field\n",
    );
    is_no_page(
        "---\ntitle: x\n－－－\n本文\n",
        "1:1 `---` front-matter-unclosed: 項目の欄（フロントマター）を閉じる「---」がありません\n  the front matter is not closed by a line `---`\n  \
         3:1 `－－－` この行は半角のハイフン3つではありません / this line is not three ASCII hyphens\n  \
         → 項目が終わる行を、半角のハイフン3つ「---」にしてください\n  → end the fields with three ASCII hyphens: ---\n",
    );
}

const RECORD: &str = "\
title: {ja: 道路, en: \"Roads\"}
deadlines:
  1.5年: {kind: ongoing}
sections:
- id: s1
- id: s2
  text: |
    一行目
    二行目
  commitments:
    - id: \"24\"
      empty:
";

#[track_caller]
fn stands_at(path: &str, text: &str, line: usize) {
    stands(&way(path), text, line);
}

/// The path that is written so, where no key holds a point or a bracket.
fn way(text: &str) -> Path {
    let steps = text.split(['.', '[', ']']).filter(|step| !step.is_empty());
    steps.fold(Path::default(), |path, step| match step.parse() {
        Ok(position) => path.item(position),
        Err(_) => path.entry(step),
    })
}

#[track_caller]
fn stands(path: &Path, text: &str, line: usize) {
    let place = locate(&source(RECORD), 0..RECORD.len(), &[], &[path]).remove(0);
    assert_eq!(
        (&RECORD[place.clone()], position(RECORD, place.start).line),
        (text, line),
        "{path}"
    );
}

#[test]
fn a_yaml_path_leads_to_its_value() {
    stands_at("title.ja", "道路", 1);
    stands_at("title.en", "\"Roads\"", 1);
    stands_at("sections[1].id", "s2", 6);
    stands_at("sections[1].text", "一行目\n    二行目", 8);
    stands_at("sections[1].commitments[0].id", "\"24\"", 11);
    stands_at("sections[0]", "id: s1", 5);
    stands_at("title", "{ja: 道路, en: \"Roads\"}", 1);
}

#[test]
fn keys_may_hold_the_signs_of_a_path() {
    let path = Path::default().field("deadlines").entry("1.5年").field("kind");
    stands(&path, "ongoing", 3);
}

#[test]
fn an_empty_value_stands_at_its_key() {
    stands_at("sections[1].commitments[0].empty", "empty", 12);
}

#[test]
fn a_path_that_leads_too_far_stops_at_what_exists() {
    stands_at(
        "sections[1].commitments[0].deadline",
        "id: \"24\"\n      empty",
        11,
    );
    stands_at("sections[7].id", "sections", 4);
    stands_at("nowhere", "", 1);
}

#[test]
fn a_place_in_front_matter_counts_from_the_start_of_the_page() {
    let page = page("---\ntitle: 道路\nreason:\n  text: 遅れ\n---\ntitle: 本文\n");
    let text = page.text.find("遅れ").expect("it is there");
    let mut sources = Sources::default();
    sources.keep(page.clone(), 4..41, Vec::new());
    let places = [
        Place::yaml(&page.path, way("reason.text")),
        Place::yaml(&page.path, way("title")),
        Place::span(&page.path, 3..5),
        Place::file(&page.path),
        Place::yaml(&Arc::from("content/gone.md"), way("title")),
    ];
    let problem = |place: &Place| Diagnostic::error(Code::ValueEmpty, place.clone(), Message::new("", ""));
    let mut problems = vec![places.iter().skip(1).fold(problem(&places[0]), |problem, place| {
        problem.also(place.clone(), Message::new("", ""))
    })];
    sources.resolve(&mut problems);
    let others = problems[0].related.iter().map(|(place, _)| place.at.clone());
    let found: Vec<At> = std::iter::once(problems[0].place.at.clone())
        .chain(others)
        .collect();
    assert_eq!(
        found,
        [
            At::Span(text..text + 6),
            At::Span(11..17),
            At::Span(3..5),
            At::File,
            At::File
        ]
    );
    assert_eq!(sources.text("content/roads.md"), Some(page.text.as_str()));
}

#[test]
fn a_path_into_text_that_is_no_yaml_leads_to_its_start() {
    let broken = source("title: \"道路\nother: x\n");
    let path = Path::default().field("other");
    let found = locate(&broken, 0..broken.text.len(), &[], &[&path]);
    assert_eq!(found.as_slice(), std::slice::from_ref(&(0..0)));
}

#[test]
fn items_that_were_left_out_are_counted_again_for_places() {
    let text = "\
sections:
  - wrong
  - commitments: [a, b]
  - commitments: [c, wrong, d]
  - wrong
  - e
";
    let left_out: Vec<Path> = ["sections[0]", "sections[2].commitments[1]", "sections[3]"]
        .into_iter()
        .map(way)
        .collect();
    let at = |path: &str| {
        let path = way(path);
        let place = locate(&source(text), 0..text.len(), &left_out, &[&path]).remove(0);
        &text[place]
    };
    assert_eq!(at("sections[0].commitments[1]"), "b");
    assert_eq!(at("sections[1].commitments[0]"), "c");
    assert_eq!(at("sections[1].commitments[1]"), "d");
    assert_eq!(at("sections[2]"), "e");
}

#[test]
fn a_path_reads_as_people_write_it() {
    let path = Path::default()
        .field("sections")
        .item(0)
        .field("commitments")
        .item(3);
    assert_eq!(
        path.field("deadline").to_string(),
        "sections[0].commitments[3].deadline"
    );
    let path = Path::default().field("deadlines").entry("1.5年").field("years");
    assert_eq!(path.to_string(), "deadlines.1.5年.years");
    assert_eq!(Path::default().item(2).to_string(), "[2]");
    assert_eq!(Path::default().to_string(), "");
}
