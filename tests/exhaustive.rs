//! What takes minutes: `tests/run --exhaustive`. Alone these tests are left out.

use crate::support::{Pages, Site, Tree, generated, worked};
use koyaku::source::{Source, yaml};
use serde::de::IgnoredAny;
use std::path::Path;
use std::time::Duration;

#[test]
#[ignore = "takes minutes: tests/run --exhaustive"]
fn a_large_site_is_the_same_at_any_number_of_threads() {
    let site = generated(2_000);
    let known = site.built(&["--threads", "1"]);
    for threads in ["2", "3", "7"] {
        site.koyaku(&["build", "--threads", threads, "--out", "other"])
            .succeeds();
        assert_eq!(known.difference(&site.tree("other")), None, "{threads} threads");
    }
}

#[test]
#[ignore = "takes minutes: tests/run --exhaustive"]
fn the_real_site_is_the_same_at_any_number_of_threads() {
    let site = Site::real();
    let known = site.built(&["--threads", "1", "--as-of", "2026-11-21"]);
    for threads in ["2", "3", "7"] {
        site.koyaku(&[
            "build",
            "--threads",
            threads,
            "--out",
            "other",
            "--as-of",
            "2026-11-21",
        ])
        .succeeds();
        assert_eq!(known.difference(&site.tree("other")), None, "{threads} threads");
    }
}

#[test]
#[ignore = "takes minutes: tests/run --exhaustive"]
fn every_link_of_a_large_site_leads_somewhere() {
    let tree = generated(2_000).built(&[]);
    // The HTML checker of `tests/run` reads the same pages afterwards.
    if let Some(folder) = std::env::var_os("KOYAKU_LARGE") {
        tree.write(Path::new(&folder));
    }
    let pages = Pages::of(tree);
    assert!(pages.pages.len() > 4_000, "{} pages", pages.pages.len());
    pages.sound();
    let faults = [
        pages.wrong_alternates("https://plans.example.jp"),
        pages.wrong_sitemap("https://plans.example.jp"),
    ]
    .concat();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every month of four years, and the days around each on which something becomes public.
#[test]
#[ignore = "takes minutes: tests/run --exhaustive"]
fn the_site_is_sound_as_of_any_day() {
    let site = Site::of("tests/sites/kinds/input");
    let mut days: Vec<String> = (2023..=2026)
        .flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}-01")))
        .collect();
    for day in [
        "2024-06-02",
        "2024-06-03",
        "2025-10-11",
        "2025-10-12",
        "2026-04-29",
        "2026-04-30",
        "2026-05-19",
        "2026-05-20",
        "2026-05-27",
        "2026-05-28",
        "2026-07-19",
        "2026-07-20",
    ] {
        days.push(day.to_owned());
    }
    days.extend(["1868-10-23", "2099-12-31"].map(str::to_owned));
    days.sort();
    let mut reports = 0;
    for day in days {
        let tree: Tree = site.built(&["--as-of", &day]);
        let shown: usize = tree
            .paths()
            .iter()
            .filter(|path| path.ends_with(".html") && !path.starts_with("en/"))
            .map(|path| tree.text(path).matches("<article class=\"report").count())
            .sum();
        assert!(
            shown >= reports,
            "as of {day} fewer reports are shown than before"
        );
        reports = shown;
        Pages::of(tree).below("/yakusoku/").sound();
    }
    assert!(reports > 15, "{reports} reports");
}

/// The shortest of many readings counts, so that other work on the machine decides nothing.
#[test]
#[ignore = "measures time: tests/run --exhaustive"]
fn a_hundred_thousand_brackets_are_refused_in_ten_milliseconds() {
    let source = Source {
        path: "seeds/shiomino/plan.yaml".into(),
        text: "[".repeat(100_000),
    };
    let read = |_| {
        let start = worked();
        let parsed = yaml::parse::<IgnoredAny>(&source, 0..source.text.len(), yaml::Limits::RECORD);
        assert_eq!(parsed.problems.len(), 1);
        worked() - start
    };
    let shortest = (0..100).map(read).min().expect("it was read");
    println!("{shortest:?}");
    assert!(shortest < Duration::from_millis(10), "{shortest:?}");
}
