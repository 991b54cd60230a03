//! Whose judgement heads a page, and by which scale it is made.

use crate::support::Site;

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
