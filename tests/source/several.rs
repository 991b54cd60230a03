//! One run tells everything, leaves out only what is wrong, and says what it has left out.

use crate::source::{Record, Text, parse, said, told};
use koyaku::model::{
    self, Address, AreaCode, Cell, Count, Date, Deadline, DocumentKind, Figure, Fingerprint, FiscalYear,
    Kana, Language, LocalTime, Moment, Period, StatusWord, TallyPart, Url, UtcOffset,
};
use serde::Deserialize;
use std::collections::BTreeMap;

const SEVERAL: &str = "\
title：道路計画
oder: 1
tags: [a, b: c, d]
sections:
  - id: s1
    heading: 良い
  - id: 悪い
    heading: x
    sections:
      - {id: inner, heading: x}
  - id: s2
    heading: 国道 #12
  - id: s3
    haeding: y
  - id: s4
    heading: 良い
    sections:
      - {id: s5, heading: {ja: x, ja: y}}
      - {id: s6}
";

#[test]
fn every_problem_of_a_file_is_told_in_the_order_of_its_lines() {
    let places: Vec<String> = told(SEVERAL)
        .lines()
        .filter(|line| !line.starts_with(' '))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        places,
        [
            "1:6 `：` yaml-full-width: 全角のコロン「：」が区切りに使われています",
            "2:1 `oder` yaml-unknown-key: 「oder」という項目名はありません",
            "3:12 `:` yaml-syntax: 値の途中に「: 」があります",
            "7:9 `悪い` value-id: id「悪い」は使えません",
            "12:17 `#12` yaml-syntax: 「 #」から後ろは注釈とみなされ、文が途中で切れます",
            "14:5 `haeding` yaml-unknown-key: 「haeding」という項目名はありません",
            "18:35 `ja` yaml-duplicate-key: 「ja」が2回書かれています",
            "19:9 `{id: s6}` yaml-missing-key: 「s6」に「heading」がありません",
        ]
    );
}

#[test]
fn what_is_right_is_read_although_something_else_is_wrong() {
    let value = parse::<Record>(SEVERAL)
        .value
        .expect("the record itself is sound");
    assert_eq!(value.title, Text::One("道路計画".to_owned()));
    let ids: Vec<&str> = value
        .sections
        .iter()
        .map(|section| section.id.0.as_str())
        .collect();
    assert_eq!(ids, ["s1", "s2", "s4"]);
    assert_eq!(value.sections[2].sections.len(), 1);
}

#[test]
fn the_ids_of_what_is_left_out_are_known_with_those_inside_it() {
    let parsed = parse::<Record>(SEVERAL);
    assert_eq!(parsed.dropped, ["inner", "s3", "s6", "悪い"]);
    let left_out: Vec<String> = parsed.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        left_out,
        ["sections[1]", "sections[3]", "sections[4].sections[1]"]
    );
}

#[test]
fn a_slip_in_a_required_key_is_told_once() {
    let text = "titel: x\norder: y\n";
    let parsed = parse::<Record>(text);
    assert_eq!(
        said(text, &parsed.problems).matches("yaml-").count(),
        1,
        "no missing title besides"
    );
    assert!(parsed.value.is_none(), "a record without its title is none");
    assert_eq!(parsed.problems.len(), 2);
}

#[test]
fn a_value_in_doubt_is_not_judged_a_second_time() {
    assert_eq!(
        parse::<Record>("title: x\ndeadlines: 常に: いつも\n")
            .problems
            .len(),
        1
    );
}

#[test]
fn no_text_has_more_than_a_hundred_problems() {
    let unknown: String = (0..300).map(|number| format!("k{number}: x\n")).collect();
    let tags: String = (0..300).map(|number| format!("  - 国道 #{number}\n")).collect();
    for text in [format!("title: x\n{unknown}"), format!("title: x\ntags:\n{tags}")] {
        assert_eq!(parse::<Record>(&text).problems.len(), 100);
    }
}

#[test]
fn the_last_problem_of_a_long_list_is_found_behind_a_thousand_sound_items() {
    let sound: String = (0..1000)
        .map(|number| format!("  - {{id: s{number}, heading: x}}\n"))
        .collect();
    let text = format!(
        "title: x\nsections:\n  - {{id: あ, heading: x}}\n{sound}  - {{id: い, heading: \
         x}}\n"
    );
    let parsed = parse::<Record>(&text);
    assert_eq!(parsed.problems.len(), 2);
    let value = parsed.value.expect("the rest is sound");
    assert_eq!((value.sections.len(), &*value.sections[999].id.0), (1000, "s999"));
}

#[test]
fn all_missing_keys_of_a_map_are_told_at_once() {
    let text = "\
deadlines: {4年以内: {kind: within_years}}
sections:
  - {sections: [{}]}
  - {id: s2, haeding: x, sections: [{id: s3}]}
";
    let told = told(text);
    let places: Vec<&str> = told.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        places,
        [
            "1:1 `deadlines: {4年以内: {kind: within_years}}` yaml-missing-key: 「title」がありません",
            "1:19 `{kind: within_years}` yaml-missing-key: ここに「years」がありません",
            "3:5 `{sections: [{}]}` yaml-missing-key: ここに「id」がありません",
            "3:5 `{sections: [{}]}` yaml-missing-key: ここに「heading」がありません",
            "3:17 `{}` yaml-missing-key: ここに「id」がありません",
            "3:17 `{}` yaml-missing-key: ここに「heading」がありません",
            "4:14 `haeding` yaml-unknown-key: 「haeding」という項目名はありません",
            "4:37 `{id: s3}` yaml-missing-key: 「s3」に「heading」がありません",
        ]
    );
}

/// Types that take few texts, and kinds of values, all of them required.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the missing of its fields is told")]
struct Required {
    field: model::AmendedField,
    language: Language,
    date: Date,
    year: FiscalYear,
    moment: Moment,
    period: Period,
    fingerprint: Fingerprint,
    address: Address,
    id: model::Id,
    time: LocalTime,
    code: AreaCode,
    count: Count,
    figure: Figure,
    kana: Kana,
    offset: UtcOffset,
    url: Url,
    text: model::Text,
    cell: Cell,
    word: StatusWord,
    words: Box<str>,
    part: TallyPart,
    deadline: Deadline,
    list: Vec<TallyPart>,
    pair: (u8, f64),
    map: BTreeMap<String, TallyPart>,
    official: bool,
    kind: DocumentKind,
}

#[test]
fn a_missing_key_of_any_type_hides_no_other() {
    let named: Vec<String> = parse::<Required>("{}\n")
        .problems
        .iter()
        .map(|problem| problem.message.en.clone())
        .collect();
    let expected = [
        "field",
        "language",
        "date",
        "year",
        "moment",
        "period",
        "fingerprint",
        "address",
        "id",
        "time",
        "code",
        "count",
        "figure",
        "kana",
        "offset",
        "url",
        "text",
        "cell",
        "word",
        "words",
        "part",
        "deadline",
        "list",
        "pair",
        "map",
        "official",
        "kind",
    ];
    assert_eq!(named, expected.map(|name| format!("`{name}` is missing")));
}

#[test]
fn a_value_made_up_for_a_missing_key_is_never_read() {
    let parsed = parse::<Record>(
        "title: x\nsections:\n  - {id: s1}\n  - {heading: x}\n  - \
         {id: s3, heading: y}\n",
    );
    let sections = parsed.value.expect("the record is sound").sections;
    assert_eq!(sections.len(), 1);
    assert_eq!(sections[0].id.0, "s3");
}
