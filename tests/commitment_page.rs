//! What a commitment's page says of judgements, changes and deadlines, on the sample city.

use crate::support::{Site, Tree};
use std::sync::OnceLock;

fn sample() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| Site::of("tests/sites/sample/input").built(&["--no-minify"]))
}

fn page(path: &str) -> &'static str {
    sample().text(&format!("{path}/index.html"))
}

/// Each of several texts that a page must hold.
fn says(path: &str, texts: &[&str]) {
    for text in texts {
        assert!(page(path).contains(text), "{path} says {text}");
    }
}

fn never_says(path: &str, text: &str) {
    assert!(!page(path).contains(text), "{path} does not say {text}");
}

#[test]
fn the_sentence_quotes_the_assessor_and_not_the_scale() {
    says(
        "minatono/manifesto/4",
        &[
            "外部の委員会は「<span class=\"verbatim\">遅れ</span>」としています（この記録の区分では「遅\
             延」）。",
        ],
    );
    says(
        "en/minatono/manifesto/4",
        &[
            "as “Behind” (printed as <span class=\"verbatim\"><span lang=\"ja\">遅れ</span></span>; assessor: \
             an external committee).",
        ],
    );
    says(
        "minatono/manifesto/1",
        &[
            "所管課は「達成」としています。",
            "指標2件は、いずれも目標に達しました。",
        ],
    );
    never_says("minatono/manifesto/1", "すでに達成");
}

#[test]
fn what_is_listed_again_points_at_its_assessment_and_denies_none() {
    says(
        "minatono/plan/3-3",
        &[
            "外部の委員会は「<span class=\"verbatim\">Ａ</span>」",
            "評価は、再掲のもとの項目にあります。",
        ],
    );
    never_says("minatono/plan/3-3", "評価の記載");
    never_says("en/minatono/plan/3-3", "No assessment");
}

#[test]
fn a_deadline_says_why_it_has_no_date_or_which_date_follows() {
    says(
        "minatono/plan/2-2",
        &[
            "期限は「<span class=\"verbatim\">３年以内</span>」ですが、起算日が資料にないため、期日は計算して\
             いません。",
        ],
    );
    says(
        "minatono/manifesto/1",
        &["計算した期日は<time datetime=\"2027-04-29\">"],
    );
    says(
        "minatono/manifesto/4",
        &["令和6年度（2024年度）の節目は過ぎ、その後の評価（<a href=\"#FY2025\">"],
    );
    says(
        "minatono/manifesto/7",
        &["その後の評価（<a href=\"#2026-07-10\">"],
    );
}

#[test]
fn a_change_is_marked_by_words_with_their_units() {
    says(
        "minatono/plan/2-1",
        &[
            "<del>25.0%</del>",
            "<ins>26.0%</ins>",
            "目標には、下に示す変更があります。",
        ],
    );
    says(
        "minatono/manifesto/9",
        &["<del>港と丘野を結ぶ路線バスを、１日６往復から10往復に増やします。</del>"],
    );
    says(
        "en/minatono/manifesto/9",
        &["<del>The bus between the harbour and Okano will make ten round trips a day instead of six.</del>"],
    );
    never_says("minatono/plan/3-2", "期限の変更 <span class=\"title\">");
    never_says("minatono/manifesto/8", "変更があります");
}

#[test]
fn a_slip_in_copying_is_no_change_to_the_promise() {
    says(
        "minatono/manifesto/10",
        &[
            "記録の写し間違いを訂正した文です。約束は変わっていません。",
            "<h2>記録の訂正</h2>",
        ],
    );
    never_says("minatono/manifesto/10", "変更された後の文");
    let list = page("en/amendments");
    let slips = list
        .find("<h2>Corrections of this record</h2>")
        .expect("slips stand under a heading of their own");
    assert!(
        list[slips..].contains("Correction of our transcription")
            && !list[..slips].contains("Correction of our transcription")
    );
    let changes = list[..slips].matches("class=\"amendment\"").count();
    assert!(
        list.contains(&format!("<p class=\"counts\">{changes} changes</p>")),
        "only changes are counted"
    );
}

#[test]
fn a_corrected_report_says_so_under_its_heading() {
    says(
        "minatono/manifesto/7",
        &[
            "<a href=\"#2026-07-10\">この報告は令和8年（2026年）7月13日に訂正されました</a>",
            "<s>307</s> 日 <small>訂正後 288 日</small>",
        ],
    );
    let history = page("minatono/reform/1-1");
    let own = history
        .find("<li id=\"FY2025\">")
        .expect("the item's own report is there");
    let action = history
        .find("<li id=\"b.FY2025\">")
        .expect("the action's report is there");
    assert!(own < action, "of one day the item's own report comes first");
    assert!(history[action..].contains("<span class=\"title\">取組内容 b</span>"));
}

#[test]
fn evidence_says_what_it_opens_and_in_which_language() {
    says("minatono/manifesto/9", &["議事録</a>（PDF）"]);
    says(
        "en/minatono/manifesto/9",
        &[
            "hreflang=\"ja\">Minutes of the Local Transport Council, second meeting of FY2025</a> (PDF, in \
             Japanese)",
        ],
    );
}

/// Every commitment that prints a deadline is counted in one line of its document, and in no other.
#[test]
fn the_numbers_of_deadlines_add_up() {
    let accounts = page("en/deadlines")
        .split_once("<h2>By document</h2>")
        .expect("deadlines are accounted for by document")
        .1;
    let number = |text: &str| -> usize {
        text.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .expect("a number")
    };
    let mut documents = 0;
    for account in accounts.split("<h3>").skip(1) {
        let total = account
            .split_once("</h3>")
            .and_then(|(_, rest)| rest.split_once("Minatono City</li>"))
            .and_then(|(_, rest)| rest.split_once("<li>"))
            .map(|(_, rest)| number(rest))
            .expect("a total");
        let lines: usize = account.split("<span class=\"count\">").skip(1).map(number).sum();
        assert_eq!(lines, total, "{account}");
        let id = account
            .split_once("../minatono/")
            .and_then(|(_, rest)| rest.split_once('/'))
            .expect("a link to the document")
            .0;
        assert_eq!(total, with_deadline(id), "{id}");
        documents += 1;
    }
    assert_eq!(documents, 3);
}

/// How many commitments of a document print a deadline, by its record.
fn with_deadline(document: &str) -> usize {
    let record = std::fs::read_to_string(crate::support::here(&format!(
        "tests/sites/sample/input/seeds/minatono/{document}.yaml"
    )))
    .expect("the record is there");
    record
        .lines()
        .filter(|line| line.trim_start().starts_with("deadline: ") && line.starts_with("        "))
        .count()
}
