//! Problems as SARIF 2.1.0, which code hosts and editors read. What a rule means is taken from the list of
//! checks.

use super::position::{Positions, TextOf};
use super::{Code, Diagnostic, Place, human::EditorLanguage, order::in_order};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

/// What docs/checks.md says of each code: its meaning and what to do, in both languages.
const CHECKS: &str = include_str!("../../docs/checks.md");

/// What cannot stand in the path of a URI.
const OUTSIDE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The log of one run. `root` is the site's folder as seen from the root of the repository.
pub(crate) fn render(
    diagnostics: &[Diagnostic],
    language: EditorLanguage,
    root: &str,
    text_of: &TextOf<'_>,
) -> String {
    let mut positions = Positions::new(text_of);
    let mut codes: Vec<Code> = diagnostics.iter().map(|problem| problem.code).collect();
    codes.sort();
    codes.dedup();
    let results: Vec<Value> = in_order(diagnostics)
        .into_iter()
        .map(|at| result(&diagnostics[at], &codes, language, root, &mut positions))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "koyaku",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code, language)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code, language: EditorLanguage) -> Value {
    let mut rule = json!({"id": code.name()});
    if let Some((meaning, remedy)) = explained(code, language) {
        rule["shortDescription"] = json!({"text": meaning});
        rule["help"] = json!({"text": remedy});
    }
    rule
}

/// The cells of the code's row in the list of checks.
fn explained(code: Code, language: EditorLanguage) -> Option<(&'static str, &'static str)> {
    let start = format!("| `{}` |", code.name());
    let row = CHECKS.lines().find(|line| line.starts_with(&start))?;
    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
    let [_, _, ja, ja_remedy, en, en_remedy] = cells[..] else {
        return None;
    };
    Some(language.choose((ja, ja_remedy), (en, en_remedy)))
}

fn result(
    problem: &Diagnostic,
    codes: &[Code],
    language: EditorLanguage,
    root: &str,
    positions: &mut Positions<'_>,
) -> Value {
    let mut words = problem.message.in_language(language).to_owned();
    if let Some(remedy) = &problem.remedy {
        words += &format!("\n→ {}", remedy.in_language(language));
    }
    let mut result = json!({
        "ruleId": problem.code.name(),
        "ruleIndex": codes.binary_search(&problem.code).ok(),
        "level": problem.severity.word(),
        "message": {"text": words},
        "locations": [{"physicalLocation": location(&problem.place, root, positions)}],
    });
    let related = problem.related.iter().enumerate().map(|(at, (place, note))| {
        json!({
            "id": at,
            "physicalLocation": location(place, root, positions),
            "message": {"text": note.in_language(language)},
        })
    });
    if !problem.related.is_empty() {
        result["relatedLocations"] = related.collect();
    }
    result
}

fn location(place: &Place, root: &str, positions: &mut Positions<'_>) -> Value {
    let path = format!("{root}{}", place.file);
    let uri = utf8_percent_encode(&path, OUTSIDE).to_string();
    let mut location = json!({"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}});
    if let Some(region) = positions.region(place) {
        location["region"] = json!({
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        });
    }
    location
}
