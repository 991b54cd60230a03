//! The seal as an editor uses it: sealing, changing, publishing, and what happens to somebody who rewrites a
//! promise.

use crate::support::Site;
use std::fs;

const BASE: &str = "tests/checks/base";
const RECORD: &str = "seeds/shiomino/manifesto.yaml";
const LEDGER: &str = "seeds/shiomino/manifesto.ledger.jsonl";

fn sealed() -> Site {
    let site = Site::of(BASE);
    site.koyaku(&["seal", "--date", "2026-05-25", "--lang", "en"])
        .succeeds()
        .says("shiomino/manifesto: sealed 6 entries (0 before)");
    site
}

fn ledger(site: &Site) -> String {
    fs::read_to_string(site.path(LEDGER)).expect("sealing has written a ledger")
}

#[test]
fn sealing_twice_adds_nothing() {
    let site = sealed();
    let before = ledger(&site);
    site.koyaku(&["seal", "--lang", "en"])
        .succeeds()
        .says("sealed 0 entries (6 before)");
    assert_eq!(ledger(&site), before);
    site.koyaku(&["check", "--strict"])
        .succeeds()
        .complains_of_nothing();
}

#[test]
fn what_is_added_later_is_sealed_behind_what_is_there() {
    let site = sealed();
    let before = ledger(&site);
    let more = "      - id: \"3\"\n        kind: pledge\n        title: \
         {ja: 排水ポンプの増設, en: More pumps}\n        text: \
         {ja: 排水ポンプを増設します。, en: We will add pumps.}\n";
    let record = fs::read_to_string(site.path(RECORD)).expect("the record is there");
    let site = site.file(RECORD, format!("{record}{more}"));
    site.koyaku(&["seal", "--date", "2026-06-01", "--lang", "en"])
        .succeeds()
        .says("sealed 1 entries (6 before)");
    let after = ledger(&site);
    assert!(
        after.starts_with(&before) && after.lines().count() == 7,
        "{after}"
    );
    site.koyaku(&["check", "--strict"])
        .succeeds()
        .complains_of_nothing();
}

#[test]
fn a_site_with_errors_is_not_sealed() {
    let site = Site::of(BASE).replace(
        RECORD,
        (
            "4年以内: {kind: within_years, years: 4}",
            "3年以内: {kind: within_years, years: 3}",
        ),
    );
    site.koyaku(&["seal", "--lang", "en"])
        .exits(1)
        .complains("deadline-unknown")
        .says_nothing();
    assert!(!site.path(LEDGER).exists());
}

#[test]
fn a_text_that_cannot_be_read_surely_is_named_and_not_sealed() {
    let doubtful = (
        "subjects: [safety]",
        "subjects: [safety]\n        sic: [{printed: 下流, read_as: 上流, sure: no}]",
    );
    let site = Site::of(BASE).replace(RECORD, doubtful);
    site.koyaku(&["seal", "--lang", "en"])
        .succeeds()
        .says("not sealed, because they cannot be read surely: shiomino/manifesto/1");
    assert!(!ledger(&site).contains("\"shiomino/manifesto/1\""));
}

#[test]
fn an_amendment_changes_what_an_edit_may_not() {
    let changed = "三日分の水と食料を";
    let edited = sealed().replace(RECORD, (changed, "一日分の水を"));
    edited
        .koyaku(&["build", "--lang", "en"])
        .exits(1)
        .complains("seal-changed")
        .complains("三日分")
        .complains("一日分");
    assert!(!edited.path("public").exists(), "nothing is published");

    let record = fs::read_to_string(sealed().path(RECORD)).expect("the record is there");
    let amendment = "        amendments:\n          - date: 2026-05-28\n            kind: \
         scope\n            field: text\n            to: \
         {ja: すべての避難所に、一日分の水を備えます。, en: We will keep water for a day in every shelter.}\n            reason: {ja: 倉庫が足りないため, en: There is not enough storage.}\n            decided_by: {ja: 市長, en: The mayor}\n";
    let site = sealed().file(RECORD, format!("{record}{amendment}"));
    site.koyaku(&["check", "--lang", "en"])
        .succeeds()
        .complains("seal-missing");
    site.koyaku(&["seal", "--date", "2026-05-28"]).succeeds();
    let tree = site.built(&["--no-minify"]);
    let page = tree.text("shiomino/manifesto/2/index.html");
    for shown in [
        "すべての避難所に、一日分の水を備えます。",
        "<del>三日分</del>",
        "<ins>一日分</ins>",
        "倉庫が足りないため",
        "市長",
    ] {
        assert!(page.contains(shown), "the page shows {shown}:\n{page}");
    }
    assert!(tree.text("amendments/index.html").contains("倉庫が足りないため"));
    // Before that day the original holds, and the change is nowhere.
    site.koyaku(&["build", "--no-minify", "--as-of", "2026-05-27", "--out", "before"])
        .succeeds();
    let before = site.tree("before");
    let page = before.text("shiomino/manifesto/2/index.html");
    assert!(
        page.contains("三日分の水と食料を備えます。") && !page.contains("倉庫"),
        "{page}"
    );
    assert!(!before.0.contains_key("amendments/index.html"));
    // Nor can the amendment be taken back once it is sealed.
    let site = site.file(RECORD, record);
    site.koyaku(&["check", "--lang", "en"])
        .exits(1)
        .complains("the sealed shiomino/manifesto/2@2026-05-28 is no longer in the record");
}

#[test]
fn rewriting_record_and_ledger_together_is_caught_against_the_published_site() {
    let site = sealed();
    let published = site.built(&[]);
    assert_eq!(
        published.text("data/shiomino/manifesto.ledger.jsonl"),
        ledger(&site)
    );
    site.koyaku(&["verify", "--previous", "public", "--lang", "en"])
        .succeeds()
        .says("all 3 ledgers continue those of public");
    let site = site
        .without(LEDGER)
        .replace(RECORD, ("三日分の水と食料を", "一日分の水を"));
    site.koyaku(&["seal", "--date", "2026-05-25"]).succeeds();
    site.koyaku(&["check", "--strict"])
        .succeeds()
        .complains_of_nothing();
    site.koyaku(&["verify", "--previous", "public", "--lang", "en"])
        .exits(1)
        .complains("ledger-shortened")
        .says_nothing();
    site.koyaku(&["build", "--lang", "en"])
        .exits(1)
        .complains("ledger-shortened");
    assert_eq!(
        site.tree("public"),
        published,
        "the published site stays as it was"
    );
}

/// Of the real cities, the site's own scale and what is said of each of them among it.
#[test]
fn the_ledgers_of_the_real_site_are_published_named_and_compared() {
    let site = Site::real();
    let published = site.built(&[]);
    let data = published.text("data/index.html");
    let mut ledgers = published.paths();
    ledgers.retain(|path| path.ends_with(".ledger.jsonl"));
    assert_eq!(ledgers.len(), 10);
    for ledger in &ledgers {
        let name = ledger.trim_start_matches("data/");
        assert!(
            data.contains(&format!("href=\"{name}\"")),
            "{name} is named on the page of the data"
        );
    }
    let verify = ["verify", "--previous", "public", "--lang", "en"];
    site.koyaku(&verify)
        .succeeds()
        .says("all 10 ledgers continue those of public");
    for ledger in ["data/site.ledger.jsonl", "data/atsugi/municipality.ledger.jsonl"] {
        let public = site.path("public").join(ledger);
        let text = fs::read_to_string(&public).expect("the ledger is published");
        let first = text.lines().next().expect("something is sealed");
        fs::write(&public, format!("{text}{first}\n")).expect("a test may write its files");
        site.koyaku(&verify)
            .exits(1)
            .complains("ledger-shortened")
            .complains(ledger);
        fs::write(&public, text).expect("a test may write its files");
    }
}

#[test]
fn a_site_as_of_an_earlier_day_does_not_replace_one_with_longer_ledgers() {
    let site = sealed();
    let published = site.built(&[]);
    site.koyaku(&["build", "--as-of", "2026-05-24", "--lang", "en"])
        .exits(1)
        .complains("would publish a shorter ledger")
        .complains("--out");
    assert_eq!(site.tree("public"), published);
    site.koyaku(&["build", "--as-of", "2026-05-24", "--out", "then"])
        .succeeds();
}

#[test]
fn nothing_compared_is_nothing_proved() {
    let site = sealed();
    site.koyaku(&["verify", "--previous", "nowhere", "--lang", "en"])
        .exits(1)
        .says("nowhere holds no published ledgers");
}

#[test]
fn a_deadline_can_be_put_off_to_one_that_was_not_printed() {
    let record = fs::read_to_string(sealed().path(RECORD)).expect("the record is there");
    let record = record.replace(
        "  4年以内: {kind: within_years, years: 4}\n",
        "  4年以内: {kind: within_years, years: 4}\n  令和12年度まで: {kind: by_fiscal_year, fy: FY2030}\n",
    );
    let amendment = "        amendments:\n          - {date: 2026-05-28, kind: deadline, field: deadline, \
         to: 令和12年度まで, reason: \
         {ja: 用地の取得に時間がかかるため, en: Buying the land takes longer.}}\n";
    let at = record
        .find("      - id: \"2\"")
        .expect("the second pledge is there");
    let site = sealed().file(RECORD, [&record[..at], amendment, &record[at..]].concat());
    site.koyaku(&["seal", "--date", "2026-05-28"]).succeeds();
    site.koyaku(&["check", "--strict"])
        .succeeds()
        .complains_of_nothing();
    let tree = site.built(&["--no-minify"]);
    let page = tree.text("en/shiomino/manifesto/1/index.html");
    assert!(
        page.contains("The deadline is 31 March 2031.") && page.contains("Buying the land takes longer."),
        "{page}"
    );
}

#[test]
fn a_page_says_since_when_its_wording_stands() {
    let tree = sealed().built(&["--no-minify"]);
    assert!(
        tree.text("shiomino/manifesto/2/index.html")
            .contains("令和8年（2026年）5月25日にここに記録してから、文は変わっていません。")
    );
    assert!(
        tree.text("en/shiomino/manifesto/2/index.html")
            .contains("has not changed since it was recorded here on 25 May 2026.")
    );
    // As of a day before the seal there was none.
    let before = sealed().built(&["--no-minify", "--as-of", "2026-05-24"]);
    assert!(
        !before
            .text("shiomino/manifesto/2/index.html")
            .contains("記録してから")
    );
    assert!(!before.0.contains_key("data/shiomino/manifesto.ledger.jsonl"));
}

#[test]
fn a_ledger_without_its_last_line_end_is_continued_on_a_line_of_its_own() {
    let site = sealed();
    let text = ledger(&site).trim_end().to_owned();
    let record = fs::read_to_string(site.path(RECORD)).expect("the record is there");
    let more = "      - id: \"3\"\n        kind: pledge\n        title: \
         {ja: 排水ポンプの増設, en: More pumps}\n        text: \
         {ja: 排水ポンプを増設します。, en: We will add pumps.}\n";
    let site = site.file(LEDGER, text).file(RECORD, format!("{record}{more}"));
    site.koyaku(&["seal", "--date", "2026-06-01"]).succeeds();
    assert_eq!(ledger(&site).lines().count(), 7);
    site.koyaku(&["check", "--strict"])
        .succeeds()
        .complains_of_nothing();
}
