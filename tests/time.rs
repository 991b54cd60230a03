//! The site as of any day: what is not yet public is nowhere, the same day gives the same bytes on any other
//! day, and two days can be compared.

use crate::support::{Site, Tree};
use koyaku::model::Date;
use koyaku::pipeline::{self, Request};

const KINDS: &str = "tests/sites/kinds/input";

fn request(site: &Site, as_of: &str, now: &str) -> Request {
    Request {
        root: site.root().to_owned(),
        base_url: None,
        as_of: Some(Date::parse(as_of).expect("a day of a test is one")),
        portable: false,
        minify: false,
        strict: false,
        threads: 2,
        now: now.parse().expect("a moment of a test is one"),
    }
}

#[test]
fn a_day_gives_the_same_bytes_on_any_other_day() {
    let site = Site::of(KINDS);
    let mut trees = Vec::new();
    for (out, now) in [
        ("one", "2026-06-01T00:00:00Z"),
        ("two", "2026-11-21T12:34:56Z"),
        ("three", "2031-01-01T00:00:00Z"),
    ] {
        let outcome = pipeline::build(&request(&site, "2026-05-31", now), &site.path(out), &|_, _, _| {});
        assert!(outcome.made.is_some(), "{:?}", outcome.problems);
        trees.push(site.tree(out));
    }
    assert_eq!(trees[0], trees[1]);
    assert_eq!(trees[0], trees[2]);
}

#[test]
fn before_the_first_report_there_is_none_anywhere() {
    for fixture in [Site::of(KINDS), Site::real()] {
        let tree = fixture.built(&[
            "--no-minify",
            "--as-of",
            "2009-03-31",
            "--base-url",
            "https://example.jp",
        ]);
        assert!(
            !tree
                .0
                .keys()
                .any(|path| path.contains("updates/") || path.contains("amendments/")),
            "{:?}",
            tree.paths()
        );
        for (path, bytes) in &tree.0 {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("<article class=\"report"), "{path} shows a report");
            assert!(!text.contains("<entry>"), "{path} tells of a report");
        }
    }
}

#[test]
fn an_embargoed_report_is_nowhere_before_its_moment_and_everywhere_after_it() {
    let report = "---\nkind: fact\ntitle: 秘密の数値\npublished: 2026-05-01\npublish_from: \
         2026-05-31T09:00\n---\n参加者は12,345人でした。\n";
    let folder = "content/shiomino/manifesto/1";
    let site = Site::of(KINDS)
        .file(&format!("{folder}/2026-04-30-secret.md"), report)
        .file(&format!("{folder}/2026-04-30-secret-map.csv"), "12345\n");
    let holds = |tree: &Tree| {
        let in_text = tree
            .0
            .values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains("秘密の数値"));
        (in_text, tree.0.keys().any(|path| path.contains("secret-map.csv")))
    };
    let build = |out: &str, (as_of, now): (&str, &str)| {
        let outcome = pipeline::build(&request(&site, as_of, now), &site.path(out), &|_, _, _| {});
        assert!(outcome.made.is_some(), "{:?}", outcome.problems);
        holds(&site.tree(out))
    };
    // 9:00 in Japan is midnight of UTC. Whoever builds as of a later day before that moment does not publish
    // it either.
    assert_eq!(
        build("before", ("2026-05-31", "2026-05-30T23:59:59Z")),
        (false, false)
    );
    assert_eq!(
        build("later", ("2026-06-30", "2026-05-30T23:59:59Z")),
        (false, false)
    );
    assert_eq!(
        build("after", ("2026-05-31", "2026-05-31T00:00:00Z")),
        (true, true)
    );
    assert_eq!(
        build("earlier", ("2026-05-30", "2026-06-30T00:00:00Z")),
        (false, false)
    );
}

#[test]
fn a_hold_freezes_what_it_names_and_says_so() {
    let settings = "review_months: 18";
    let held = "review_months: 18\nhold: {from: 2026-04-01, to: 2026-06-30, documents: [shiomino/manifesto]}";
    let site = Site::of(KINDS).replace("content/site.yaml", (settings, held));
    let tree = site.built(&["--no-minify"]);
    let page = tree.text("shiomino/manifesto/1/index.html");
    assert!(
        page.contains(
            "令和8年（2026年）4月1日から令和8年（2026年）6月30日までは、新しい報告を載せていませ\
             ん。"
        ),
        "{page}"
    );
    assert!(
        !page.contains("id=\"2026-05-28-count\""),
        "what was published during the hold is not there"
    );
    let free = Site::of(KINDS).built(&["--no-minify"]);
    assert!(
        free.text("shiomino/manifesto/1/index.html")
            .contains("id=\"2026-05-28-count\"")
    );
    let other = |tree: &Tree| tree.text("shiomino/plan/1/index.html").contains("id=\"FY2025\"");
    assert!(
        other(&tree) && other(&free),
        "a document that is not named goes on"
    );
    let over = site.built(&["--no-minify", "--as-of", "2026-07-01"]);
    assert!(
        over.text("shiomino/manifesto/1/index.html")
            .contains("id=\"2026-05-28-count\"")
    );
}

#[test]
fn a_day_of_publication_that_no_source_states_is_not_shown() {
    let tree = Site::real().built(&["--no-minify"]);
    for (path, month, undated, invented) in [
        (
            "updates/index.html",
            "令和5年（2023年）<wbr>5月</time>",
            "公表日の記載なし",
            ["5月31日", "3月31日"],
        ),
        (
            "en/updates/index.html",
            "May 2023</time>",
            "Date of publication not stated",
            ["31 May 2023", "31 March 2020"],
        ),
    ] {
        let page = tree.text(path);
        assert!(page.contains(month) && page.contains(undated), "{path}");
        assert!(
            invented.iter().all(|day| !page.contains(day)),
            "{path} states a day that no source states"
        );
    }
}

#[test]
fn two_days_are_compared_as_text_markdown_and_json() {
    let site = Site::of(KINDS);
    let days = ["diff", "2025-04-01", "2026-06-01", "--lang", "en"];
    let text = site.koyaku(&days).succeeds().out;
    assert!(
        text.starts_with("What changed from 2025-04-01 to 2026-06-01\n"),
        "{text}"
    );
    assert!(
        text.contains("assessment (On track → Mostly on track)") || text.contains("assessment ("),
        "{text}"
    );
    let markdown = site
        .koyaku(&[&days[..], &["--format", "markdown"]].concat())
        .succeeds()
        .out;
    assert!(
        markdown.starts_with("## What changed")
            && markdown.lines().filter(|line| line.starts_with("- ")).count() >= 5,
        "{markdown}"
    );
    let json = site
        .koyaku(&[&days[..], &["--format", "json"]].concat())
        .succeeds()
        .out;
    let value: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let events = value["events"].as_array().expect("events are a list");
    assert!(
        events.len() >= 5
            && events.iter().all(|event| event["day"]
                .as_str()
                .is_some_and(|day| ("2025-04-02"..="2026-06-01").contains(&day))),
        "{json}"
    );
    assert!(
        value["deadlines"]
            .as_array()
            .is_some_and(|moved| !moved.is_empty()),
        "{json}"
    );
    site.koyaku(&["diff", "2026-06-01", "2026-06-01", "--lang", "en"])
        .succeeds()
        .says("nothing");
    site.koyaku(&["diff", "2026-06-31", "2026-06-01", "--lang", "en"])
        .exits(2)
        .complains("cannot be read as a date");
}
