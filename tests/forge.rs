//! What stands here for a forge is well formed and asks for little: workflows that may only read, actions by
//! their major version, forms in both languages. No forge is at hand, so whether it runs is not known here.

use crate::support::{Tree, here};
use serde_yaml::Value;

#[test]
fn workflows_may_only_read_and_name_their_actions_by_major_version() {
    let workflows = Tree::read(&here(".github/workflows"));
    assert_eq!(workflows.paths(), ["ci.yml", "deny.yml"]);
    for path in workflows.paths() {
        let text = workflows.text(path);
        let read: Value = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let reading: Value = serde_yaml::from_str("contents: read").expect("it is YAML");
        assert_eq!(read["permissions"], reading, "{path}");
        assert_eq!(text.matches("permissions:").count(), 1, "{path} grants once");
        let jobs = read["jobs"].as_mapping().expect("a workflow has jobs");
        for (name, job) in jobs {
            assert!(job["timeout-minutes"].is_number(), "{path}: {name:?} ends");
            for step in job["steps"].as_sequence().expect("a job has steps") {
                let Some(action) = step["uses"].as_str() else {
                    continue;
                };
                let version = action.split_once("@v").map(|(_, version)| version);
                assert!(
                    version.is_some_and(|version| version.parse::<u32>().is_ok()),
                    "{path}: {action} has no major version"
                );
                let keeps = action.starts_with("actions/checkout@");
                assert!(
                    !keeps || step["with"]["persist-credentials"] == Value::Bool(false),
                    "{path}: a checkout leaves its key behind"
                );
            }
        }
    }
    // Both run the same generated cases.
    let seed = |text: &str, before: &str| {
        let (_, rest) = text.split_once(before).expect("the seed is set");
        rest.split_whitespace().next().map(str::to_owned)
    };
    let steps = Tree::read(&here("tests"));
    assert_eq!(
        seed(workflows.text("ci.yml"), "PROPTEST_RNG_SEED: "),
        seed(steps.text("steps"), "PROPTEST_RNG_SEED=")
    );
}

#[test]
fn every_form_speaks_both_languages() {
    let forms = Tree::read(&here(".github/ISSUE_TEMPLATE")).only(|path| path != "config.yml");
    assert_eq!(forms.paths(), ["bug.yml", "idea.yml", "record.yml"]);
    for path in forms.paths() {
        let form: Value = serde_yaml::from_str(forms.text(path)).expect("a form is YAML");
        let mut ids = Vec::new();
        let mut words = vec![&form["name"], &form["description"]];
        for part in form["body"].as_sequence().expect("a form has a body") {
            let attributes = &part["attributes"];
            if part["type"] == "markdown" {
                words.push(&attributes["value"]);
                continue;
            }
            ids.push(part["id"].as_str().expect("a field has an id"));
            words.push(&attributes["label"]);
            words.extend(attributes.get("description"));
            words.extend(attributes["options"].as_sequence().into_iter().flatten());
        }
        for words in words {
            let words = words.as_str().expect("a form holds words");
            assert!(
                words.chars().any(|sign| matches!(sign, '\u{3040}'..='\u{9fff}'))
                    && words.chars().any(|sign| sign.is_ascii_lowercase()),
                "{path} says this in one language: {words}"
            );
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path} has a field twice");
    }
}
