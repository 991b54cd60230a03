//! What ordinary editors do wrong, each told once and with the words that say what to do: the mistakes that a
//! test with three newcomers found silent or misleading. The fixtures in `checks/` hold the exact messages;
//! here stands that nothing else is said of the same kind, so that a cause is not buried under its
//! consequences.

use crate::support::{Site, at_once};

const BASE: &str = "tests/checks/base";

/// What the editor did, the fixture in which it is done, the severity, and words of the remedy.
type Mistake = (&'static str, &'static str, &'static str, &'static str);

/// Those of which nothing was said.
const SILENT: [Mistake; 13] = [
    (
        "a report was copied",
        "report-twice/assessment",
        "警告",
        "period を直すか、このファイルを消してください",
    ),
    (
        "a budget has a year twice",
        "period-twice/budget",
        "エラー",
        "どちらか一方の行を消してください",
    ),
    (
        "a value is 1,000 times its target",
        "value-magnitude/thousand-times-the-target",
        "警告",
        "69 ではありませんか",
    ),
    (
        "a department is named outside its years",
        "department-years/lead",
        "警告",
        "引き継いだ部署",
    ),
    (
        "a report follows a withdrawal",
        "report-after-end/withdrawn",
        "警告",
        "時期が正しいか",
    ),
    (
        "a report follows a split",
        "report-after-end/split",
        "警告",
        "移った先の項目",
    ),
    (
        "published: 2062",
        "date-far/published",
        "警告",
        "年を確かめてください",
    ),
    (
        "bullets are typed as ・",
        "markdown-full-width/bullets",
        "警告",
        "→ - 駅前の通り",
    ),
    (
        "bold is typed as ＊＊",
        "markdown-full-width/bold",
        "警告",
        "→ **三年で**",
    ),
    (
        "a table is pasted from Excel",
        "markdown-pasted/table",
        "警告",
        "→ | 年度 | 整備した長さ（m） | 計画に |",
    ),
    (
        "a number has smart quotes",
        "value-quotes/printed-number",
        "エラー",
        "→ 1-1",
    ),
    ("an id has smart quotes", "value-quotes/id", "エラー", "→ a"),
    (
        "a reading is in half-width kana",
        "value-reading/half-width",
        "エラー",
        "→ シオミノシ",
    ),
];

/// Those that were told in other words than their cause, or more than once.
const MISLEADING: [Mistake; 9] = [
    (
        "value: 1,200 in braces",
        "value-number/comma-in-braces",
        "エラー",
        "→ 1200",
    ),
    (
        "decided_by: 庁議, 市長 in braces",
        "yaml-syntax/comma-in-braces",
        "エラー",
        "→ \"庁議, 市長\"",
    ),
    (
        "a comma in a language of a text",
        "yaml-syntax/comma-in-a-language",
        "エラー",
        "→ \"事業を終えるため, 予算がないため\"",
    ),
    (
        "an id is used twice",
        "id-duplicate/with-consequences",
        "エラー",
        "どちらかの id",
    ),
    (
        "a status before its years",
        "status-unknown/before-its-years",
        "エラー",
        "a（A 順調）",
    ),
    (
        "a status behind its years",
        "status-unknown/after-its-years",
        "エラー",
        "c（C 遅れ）",
    ),
    ("a key in Japanese", "yaml-unknown-key/japanese", "エラー", "kind"),
    (
        "a base_url that is none",
        "value-url/settings",
        "エラー",
        "https://",
    ),
    (
        "a line break was pasted",
        "yaml-syntax/pasted-line-break",
        "エラー",
        "上の行につなげて1行にする",
    ),
];

#[test]
fn each_mistake_is_told_once_with_what_to_do() {
    let mistakes: Vec<Mistake> = SILENT.into_iter().chain(MISLEADING).collect();
    let faults = at_once(&mistakes, |(done, case, severity, remedy)| {
        let site = Site::of(BASE).over(&format!("tests/checks/{case}"));
        let shown = site.koyaku(&["check", "--all", "--lang", "ja"]).err;
        let code = case.split('/').next().unwrap_or_default();
        let told = shown
            .lines()
            .filter(|line| line.starts_with(&format!("{severity}[")));
        let told: Vec<&str> = told.collect();
        let right = matches!(told[..], [only] if only.starts_with(&format!("{severity}[{code}]")));
        (!right || !shown.contains(remedy)).then(|| format!("{done}: {told:?} in\n{shown}"))
    });
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn full_width_headings_are_told_one_by_one() {
    let site = Site::of(BASE).over("tests/checks/markdown-full-width/heading");
    let shown = site.koyaku(&["check", "--lang", "ja"]).err;
    assert!(
        shown.contains("→ ## 歩道の整備") && shown.contains("→ ## 進み方"),
        "{shown}"
    );
    assert_eq!(shown.matches("警告[").count(), 2, "{shown}");
}
