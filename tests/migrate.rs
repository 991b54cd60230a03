//! A site of an older format: what is said of it, and that `koyaku migrate` turns it into one of today's
//! without touching what need not change. `migrate/2026-11-21` is the sample city, sealed, as it was
//! on that day.

use crate::support::{Site, Tree};
use std::fs;

const OLD: &str = "tests/migrate/2026-11-21";
const BASE: &str = "tests/checks/base";

/// The documents of the city, each of which has a ledger.
const DOCUMENTS: [&str; 4] = ["manifesto", "plan", "reform", "results"];

fn ledgers(site: &Site) -> Vec<String> {
    let path = |document| site.path(&format!("seeds/minatono/{document}.ledger.jsonl"));
    DOCUMENTS
        .map(|document| fs::read_to_string(path(document)).expect("the document is sealed"))
        .to_vec()
}

/// What a site published on that day has of the ledgers.
fn published(site: Site, folder: &str) -> Site {
    let ledgers = ledgers(&site);
    let file = |site: Site, (document, ledger): (&str, String)| {
        site.file(&format!("{folder}/data/minatono/{document}.ledger.jsonl"), ledger)
    };
    DOCUMENTS.into_iter().zip(ledgers).fold(site, file)
}

fn sources(site: &Site) -> [Tree; 2] {
    ["seeds", "content"].map(|folder| site.tree(folder))
}

#[test]
fn a_site_of_2026_11_21_migrates_builds_and_verifies() {
    let site = published(Site::of(OLD), "old");
    let (before, sealed) = (sources(&site), ledgers(&site));
    let check = site.koyaku(&["check", "--lang", "en"]).exits(1);
    let check = check.complains("error[format-older]: this site is written in format 1");
    let check = check.complains("run koyaku migrate");
    assert!(
        check.err.ends_with("1 error, 0 warnings\n"),
        "one cause, one message: {}",
        check.err
    );

    let shown = site.koyaku(&["migrate", "--dry-run", "--lang", "en"]);
    let shown = shown.succeeds().complains_of_nothing();
    let shown = shown.says("would change; nothing has been written");
    assert_eq!(sources(&site), before);

    let told = site.koyaku(&["migrate", "--lang", "en"]);
    let told = told.succeeds().complains_of_nothing();
    let told = told.says("content/site.yaml\n    2 + format: 2\n");
    let told = told
        .says("   17 - themes:\n   17 + subjects:\n")
        .says("   88 -         themes: [children]\n");
    let differences = |out: &str| out.rsplit_once("\n").map(|(lines, _)| lines.lines().count());
    assert_eq!(differences(&told.out), differences(&shown.out));
    assert_eq!(ledgers(&site), sealed, "lines of ledgers are never rewritten");
    for (before, after) in before.iter().zip(sources(&site)) {
        for (path, text) in &after.0 {
            let text = String::from_utf8_lossy(text).replace("format: 2\n", "");
            let back = text.replace("subjects:", "themes:");
            assert_eq!(back, before.text(path), "{path} has another change");
        }
        assert_eq!(before.paths(), after.paths());
    }

    site.koyaku(&["check"]).succeeds();
    site.koyaku(&["verify", "--previous", "old"]).succeeds();
    let pages = site.built(&["--out", "public"]);
    for path in ["subjects/safety/index.html", "en/subjects/safety/index.html"] {
        let former = path.replace("subjects", "themes");
        assert!(pages.text(&former).contains("http-equiv=\"refresh\""), "{former}");
        assert!(pages.text(path).contains("/minatono/"), "{path}");
    }
    site.koyaku(&["seal"]).succeeds();
    site.koyaku(&["verify", "--previous", "old"]).succeeds();
    for (old, now) in sealed.iter().zip(ledgers(&site)) {
        assert!(now.starts_with(old), "a ledger is only continued");
    }

    let before = sources(&site);
    let again = site.koyaku(&["migrate", "--lang", "en"]).succeeds();
    again
        .complains_of_nothing()
        .says("the site is in today's format already");
    assert_eq!(sources(&site), before);
}

/// Everything that a text may have around the words that change.
#[test]
fn nothing_but_the_words_changes() {
    let settings = "\u{feff}# themes: of the site\r\n\r\n# A title.\r\ntitle: {ja: themes, en: themes}\r\n\
                    languages: [ja, en]\r\nbase_url: https://example.jp\r\nas_of: 2026-06-01\r\n\
                    \"themes\": # themes:\r\n  - {id: themes, name: {ja: か\u{3099}themes, en: Themes}}";
    let record = "kind: plan\ntitle: 計画\nofficial: true\nlegend: {themes: themes}\nsections:\n  - id: s\n    \
                  heading: themes\n    commitments: [{id: \"1\", kind: policy, title: か\u{3099}く themes, \
                  text: 'themes: [x]', themes : [themes]}]\n";
    let term = "---\nterm: 歩道\nthemes:\n- themes\n---\nthemes: [themes]\n";
    let site = Site::of(BASE)
        .file("content/site.yaml", settings)
        .file("seeds/shiomino/plan.yaml", record)
        .file("content/glossary/walk.md", term)
        .without("seeds/shiomino/manifesto.yaml");
    site.koyaku(&["migrate"]).succeeds().complains_of_nothing();
    let text = |path: &str| fs::read_to_string(site.path(path)).expect("the file is there");
    let now = settings
        .replace("# A title", "format: 2\r\n# A title")
        .replace("\"themes\": #", "\"subjects\": #");
    assert_eq!(text("content/site.yaml"), now);
    let now = record.replace("themes : [themes]", "subjects : [themes]");
    assert_eq!(text("seeds/shiomino/plan.yaml"), now);
    let now = term.replace("themes:\n-", "subjects:\n-");
    assert_eq!(text("content/glossary/walk.md"), now);
}

#[test]
fn a_format_that_is_said_already_is_said_anew_in_its_line() {
    let site = Site::of(BASE).replace("content/site.yaml", ("format: 2", "format: 1  # of old"));
    site.koyaku(&["migrate", "--lang", "en"])
        .succeeds()
        .says("    1 - format: 1  # of old\n    1 + format: 2\n1 file rewritten");
    site.koyaku(&["check", "--strict"]).succeeds();
    let flow = Site::of(BASE).file(
        "content/site.yaml",
        "{title: 汐見野市の約束, languages: [ja, en], base_url: 'https://pledges.example.jp', themes: [{id: \
         safety, name: 防災}]}\n",
    );
    flow.koyaku(&["migrate"]).succeeds();
    let text = fs::read_to_string(flow.path("content/site.yaml")).expect("the file is there");
    assert!(
        text.starts_with("{format: 2, title:") && text.contains(", subjects: [{"),
        "{text}"
    );
}

#[test]
fn with_a_text_that_cannot_be_read_nothing_is_written() {
    let site = Site::of(OLD).file("seeds/minatono/broken.yaml", "themes: [a\ntitle: b\n");
    let before = sources(&site);
    site.koyaku(&["migrate", "--lang", "en"])
        .exits(1)
        .says_nothing()
        .complains("seeds/minatono/broken.yaml:");
    assert_eq!(sources(&site), before);
}

#[test]
fn a_newer_site_and_a_folder_without_a_site_are_left_alone() {
    let site = Site::of(BASE).replace("content/site.yaml", ("format: 2", "format: 3"));
    site.koyaku(&["migrate", "--lang", "en"])
        .exits(1)
        .says_nothing()
        .complains("error[format-newer]");
    site.without("content/site.yaml")
        .koyaku(&["migrate", "--lang", "en"])
        .exits(1)
        .says_nothing()
        .complains("error[site-missing]");
}
