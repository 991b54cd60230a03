//! Whose judgement heads a page, and by which scale it is made.

use crate::support::{Site, selector};
use scraper::Html;

const BASE: &str = "tests/checks/base";
const REPORTS: &str = "content/shiomino/manifesto/1";

fn assessment(assessor: &str, status: &str) -> String {
    let reason = "reason: {text: {ja: 用地の取得, en: Land}}\nnext: {ja: 交渉, en: Talks}";
    format!(
        "---\nkind: assessment\nperiod: FY2025\npublished: 2026-05-25\nassessor: {assessor}\nstatus: \
         {status}\n{reason}\nevidence: [{{title: {{ja: 記録, en: Record}}}}]\n---\n評価しました。\n"
    )
}

fn sentence(site: &Site) -> String {
    let tree = site.built(&["--no-minify"]);
    let page = tree.text("shiomino/manifesto/1/index.html");
    page.lines()
        .find(|line| line.contains("class=\"sentence\""))
        .expect("a commitment's page has its sentence")
        .to_owned()
}

#[test]
fn the_site_decides_whose_judgement_heads_a_page() {
    let site = || {
        Site::of(BASE)
            .file(
                &format!("{REPORTS}/2026-04-30.md"),
                assessment("external-committee", "behind"),
            )
            .file(
                &format!("{REPORTS}/2026-05-01.md"),
                assessment("department", "achieved"),
            )
    };
    assert!(
        sentence(&site()).contains("達成"),
        "without an order the newest holds"
    );
    let ordered = site().replace(
        "content/site.yaml",
        (
            "municipalities: [shiomino]",
            "municipalities: [shiomino]\nassessor_order: [external-committee, department]",
        ),
    );
    assert!(
        sentence(&ordered).contains("遅延"),
        "the committee comes before the department"
    );
}

#[test]
fn a_document_may_judge_by_a_scale_of_its_own_that_changes() {
    let scale = "scale:\n  - {id: good, label: {ja: 良好, en: Good}, family: on-track, to: FY2024}\n  - \
         {id: a, label: {ja: Ａ, en: A}, family: on-track, from: FY2025}\n";
    let site = |status: &str| {
        Site::of(BASE)
            .replace(
                "seeds/shiomino/manifesto.yaml",
                ("deadlines:", &format!("{scale}deadlines:")),
            )
            .replace(
                &format!("{REPORTS}/2026-03-31.md"),
                ("status: on-track", &format!("status: {status}")),
            )
    };
    assert!(sentence(&site("a")).contains("Ａ"));
    for status in ["good", "on-track"] {
        site(status)
            .koyaku(&["check", "--lang", "en"])
            .exits(1)
            .complains("status-unknown")
            .complains("choose one of: a");
    }
}

#[test]
fn a_status_may_be_written_as_it_is_printed() {
    let built = |status: &str| {
        Site::of(BASE)
            .file(
                &format!("{REPORTS}/2026-04-30.md"),
                assessment("department", status),
            )
            .built(&["--no-minify"])
    };
    let by_id = built("slightly-behind");
    for printed in [
        "やや遅れ",
        "Slightly behind",
        "‘slightly-behind’",
        "slightly-behind　やや遅れ",
    ] {
        let tree = built(printed);
        let differing: Vec<_> = by_id
            .paths()
            .into_iter()
            .filter(|path| by_id.0.get(*path) != tree.0.get(*path))
            .collect();
        assert!(differing.is_empty(), "{printed}: {differing:?}");
    }
}

/// An assessment of a year by somebody.
fn judged(year: &str, published: &str, assessor: &str, status: &str) -> String {
    assessment(assessor, status)
        .replace("FY2025", year)
        .replace("2026-05-25", published)
}

/// The changes that a page shows in its reports, newest first: the words of each.
fn changes(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let marked = selector("p.moved");
    let moved = page.select(&marked);
    moved
        .map(|change| {
            let words: String = change.text().collect();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// Two assessors who differ about a year have changed nothing; each changes only what it said itself before.
#[test]
fn a_change_is_one_of_a_single_assessor() {
    let site = Site::of(BASE)
        .file(
            &format!("{REPORTS}/2024-05-20.md"),
            judged("FY2023", "2024-05-20", "department", "on-track"),
        )
        .file(
            &format!("{REPORTS}/2024-08-01.md"),
            judged("FY2023", "2024-08-01", "external-committee", "behind"),
        )
        .file(
            &format!("{REPORTS}/2025-05-20.md"),
            judged("FY2024", "2025-05-20", "department", "on-track"),
        )
        .file(
            &format!("{REPORTS}/2025-08-01.md"),
            judged("FY2024", "2025-08-01", "external-committee", "achieved"),
        );
    let tree = site.built(&["--no-minify"]);
    let page = tree.text("shiomino/manifesto/1/index.html");
    assert_eq!(changes(page), ["同じ評価者の前の評価からの変化 遅延 → 達成"]);
    let told = site.koyaku(&["diff", "2024-01-01", "2026-11-01", "--lang", "en"]);
    let told = told.succeeds().out;
    let moved: Vec<&str> = told
        .lines()
        .filter(|line| line.contains(" → ") && line.contains("assessment"))
        .collect();
    assert!(
        moved.len() == 1 && moved[0].contains("Behind → Achieved"),
        "{told}"
    );
}
