//! What programs read of problems: `check --format` as JSON, as commands for GitHub, as SARIF and as counts.

use crate::support::{Site, here};
use koyaku::diagnostic::github;
use koyaku::diagnostic::human::EditorLanguage;
use koyaku::diagnostic::{Code, Diagnostic, Message, Place};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

const BASE: &str = "tests/checks/base";
const MANY: &str = "tests/checks/many";

fn written(format: &str) -> String {
    Site::of(BASE)
        .over(MANY)
        .koyaku(&["check", "--format", format, "--lang", "en"])
        .exits(1)
        .complains_of_nothing()
        .out
}

fn parsed(format: &str) -> Value {
    serde_json::from_str(&written(format)).expect("it is JSON")
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().expect("it is a list")
}

#[test]
fn json_names_every_problem_with_stable_keys() {
    let document = parsed("json");
    let problems = list(&document, "problems");
    let of = |severity: &str| problems.iter().filter(|one| one["severity"] == severity).count();
    assert_eq!(document["errors"], of("error"));
    assert_eq!(document["warnings"], of("warning"));
    assert!(of("error") > 15 && of("warning") > 3);
    let keys = [
        "code",
        "column",
        "department",
        "document",
        "end",
        "file",
        "line",
        "message",
        "related",
        "remedy",
        "severity",
    ];
    for problem in problems {
        let names: Vec<&str> = problem
            .as_object()
            .expect("a group")
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(names, keys);
        assert!(problem["code"].as_str().and_then(Code::from_name).is_some());
        assert!(problem["message"]["ja"].is_string() && problem["message"]["en"].is_string());
    }
    let footnote = problems
        .iter()
        .find(|one| one["code"] == "markdown-footnote")
        .expect("many has one");
    assert_eq!(
        (&footnote["line"], &footnote["column"], &footnote["end"]["column"]),
        (&7.into(), &18.into(), &22.into())
    );
    let twice = problems
        .iter()
        .find(|one| one["code"] == "id-duplicate")
        .expect("many has one");
    assert_eq!(twice["document"], "shiomino/plan");
    assert_eq!(twice["related"][0]["line"], 9);
    assert_eq!(twice["related"][0]["file"], "seeds/shiomino/plan.yaml");
}

#[test]
fn json_says_whose_a_problem_is() {
    let run = Site::of(BASE)
        .file(
            "content/shiomino/manifesto/1/2026-05-31.md",
            "---\nkind: assessment\nperiod: FY2025\nstatus: best\n---\n",
        )
        .koyaku(&["check", "--format", "json"])
        .exits(1);
    let document: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let problem = list(&document, "problems")
        .iter()
        .find(|one| one["code"] == "status-unknown")
        .expect("there is no such status");
    assert_eq!(problem["document"], "shiomino/manifesto");
    assert_eq!(problem["department"]["ja"], "河川課");
    assert_eq!(problem["department"]["en"], "Rivers Division");
}

#[test]
fn a_site_without_problems_is_a_document_too() {
    let run = Site::of(BASE).koyaku(&["check", "--format", "json"]).succeeds();
    let document: Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(document["errors"], 0);
    assert!(list(&document, "problems").is_empty());
}

#[test]
fn warnings_stop_a_strict_check_in_every_format() {
    let site = Site::of(BASE).file("content/roads.md", "---\ntitle: 道路\n---\n歩道です。\n");
    for format in ["json", "github", "sarif", "summary"] {
        site.koyaku(&["check", "--format", format]).exits(0);
        site.koyaku(&["check", "--strict", "--format", format]).exits(1);
    }
    site.koyaku(&["check", "--format", "xml"]).exits(2);
}

#[test]
fn github_gets_one_command_for_each_problem() {
    let commands = written("github");
    let count = list(&parsed("json"), "problems").len();
    assert_eq!(commands.lines().count(), count);
    assert!(
        commands
            .lines()
            .all(|line| line.starts_with("::error file=") || line.starts_with("::warning file="))
    );
    assert!(commands.contains(
        "::error file=content/roads.md,line=7,col=18,endLine=7,endColumn=21,title=markdown-footnote::the note \
         `[^1]` is not written anywhere%0A→ write"
    ));
}

#[test]
fn no_words_of_a_file_can_end_a_command_of_github() {
    let words = "100%\r\n::set-output name=a::b";
    let problem = Diagnostic::error(
        Code::NameNotPortable,
        Place::file(&Arc::from("content/a,b:c%\n.md")),
        Message::new(words, words),
    );
    let shown = github::render(&[problem], EditorLanguage::Ja, "site/", &|_| None);
    assert_eq!(
        shown,
        "::error file=site/content/a%2Cb%3Ac%25%0A.md,title=name-not-portable::100%25%0D%0A::set-output \
         name=a::b\n"
    );
}

#[test]
fn files_are_named_from_where_koyaku_is_called() {
    let site = Site::of(BASE).file(
        "city/content/site.yaml",
        "format: 2\ntitle: 市\nlanguages: [ja]\nbase: x\n",
    );
    let run = site
        .koyaku(&["check", "--root", "city", "--format", "github"])
        .exits(1);
    assert!(
        run.out.contains("file=city/content/site.yaml,line=4"),
        "{}",
        run.out
    );
}

/// The parts of SARIF 2.1.0 that its schema requires of what koyaku writes.
#[test]
fn sarif_has_the_shape_that_its_schema_demands() {
    let log = parsed("sarif");
    assert_eq!(log["version"], "2.1.0");
    let [run] = list(&log, "runs") else {
        panic!("one run")
    };
    let rules = list(&run["tool"]["driver"], "rules");
    let ids: BTreeSet<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(ids.len(), rules.len(), "ids of rules are unique");
    for rule in rules {
        assert!(
            rule["shortDescription"]["text"].is_string() && rule["help"]["text"].is_string(),
            "{rule}"
        );
    }
    let results = list(run, "results");
    assert_eq!(results.len(), list(&parsed("json"), "problems").len());
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("a rule") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning"].contains(&result["level"].as_str().expect("a level")));
        assert!(!result["message"]["text"].as_str().expect("a message").is_empty());
        let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
        for location in list(result, "locations").iter().chain(&related) {
            let physical = &location["physicalLocation"];
            let uri = physical["artifactLocation"]["uri"].as_str().expect("an address");
            assert!(
                uri.is_ascii() && !uri.starts_with('/') && !uri.contains(' '),
                "{uri}"
            );
            if let Some(region) = physical.get("region") {
                let number = |key: &str| region[key].as_u64().expect("a number");
                assert!(number("startLine") >= 1 && number("startColumn") >= 1);
                assert!(
                    (number("endLine"), number("endColumn")) >= (number("startLine"), number("startColumn"))
                );
            }
        }
    }
}

#[test]
fn every_code_is_explained_in_the_list_that_sarif_takes_its_help_from() {
    let list = fs::read_to_string(here("docs/checks.md")).expect("docs/checks.md is there");
    for code in Code::ALL {
        assert!(
            list.contains(&format!("| `{}` |", code.name())),
            "{}",
            code.name()
        );
    }
}

#[test]
fn the_summary_counts_by_code_document_and_department() {
    let shown = written("summary");
    assert!(shown.contains("errors  warnings  code\n"), "{shown}");
    assert!(
        shown.contains("     0         4  translation-missing\n"),
        "{shown}"
    );
    assert!(shown.contains("errors  warnings  document\n"), "{shown}");
    assert!(shown.ends_with("24 errors, 5 warnings\n"), "{shown}");
    let calm = Site::of(BASE)
        .koyaku(&["check", "--format", "summary", "--lang", "en"])
        .succeeds();
    assert_eq!(calm.out, "0 errors, 0 warnings\n");
}

#[test]
fn all_shows_each_problem_that_is_folded_without_it() {
    let mut site = Site::of(BASE);
    for number in 0..15 {
        site = site.file(
            &format!("content/page{number}.md"),
            "---\ntitle: 道路\n---\n歩道です。\n",
        );
    }
    let folded = site.koyaku(&["check", "--lang", "en"]).succeeds();
    assert_eq!(folded.err.matches("warning[").count(), 10);
    assert!(
        folded.err.contains("5 more like this in 5 other files"),
        "{}",
        folded.err
    );
    assert!(folded.err.ends_with("0 errors, 15 warnings\n"), "{}", folded.err);
    let all = site.koyaku(&["check", "--all", "--lang", "en"]).succeeds();
    assert_eq!(all.err.matches("warning[").count(), 15);
}
