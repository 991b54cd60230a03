//! Problems as one JSON document, for programs. Its keys are a promise; both languages are always in it.

use super::position::{Positions, TextOf};
use super::summary::{Summary, Whose};
use super::{Diagnostic, Message, Place, order::in_order};
use serde_json::{Value, json};

/// The document, whose `problems` are in the order in which people see them; `whose` says whose each of
/// `diagnostics` is, as far as it reaches.
pub(crate) fn render(diagnostics: &[Diagnostic], whose: &[Whose], text_of: &TextOf<'_>) -> String {
    let Summary { all, .. } = Summary::count(diagnostics, whose);
    let mut positions = Positions::new(text_of);
    let nobody = Whose::default();
    let problems: Vec<Value> = in_order(diagnostics)
        .into_iter()
        .map(|at| one(&diagnostics[at], whose.get(at).unwrap_or(&nobody), &mut positions))
        .collect();
    let document = json!({
        "koyaku": env!("CARGO_PKG_VERSION"),
        "errors": all.errors,
        "warnings": all.warnings,
        "problems": problems,
    });
    format!("{document:#}\n")
}

fn one(problem: &Diagnostic, whose: &Whose, positions: &mut Positions<'_>) -> Value {
    let mut value = place(&problem.place, positions);
    value["code"] = json!(problem.code.name());
    value["severity"] = json!(problem.severity.word());
    value["message"] = message(&problem.message);
    value["remedy"] = problem.remedy.as_ref().map_or(Value::Null, message);
    value["document"] = json!(whose.document);
    value["department"] = whose.department.as_ref().map_or(Value::Null, message);
    let related = problem.related.iter().map(|(at, words)| {
        let mut value = place(at, positions);
        value["message"] = message(words);
        value
    });
    value["related"] = related.collect();
    value
}

/// Lines and columns count from 1, columns in characters; `end` is behind the last character. All are null
/// for a file as a whole.
fn place(place: &Place, positions: &mut Positions<'_>) -> Value {
    let region = positions.region(place);
    json!({
        "file": &*place.file,
        "line": region.map(|region| region.line),
        "column": region.map(|region| region.column),
        "end": region.map(|region| json!({"line": region.end_line, "column": region.end_column})),
    })
}

fn message(Message { ja, en }: &Message) -> Value {
    json!({"ja": ja, "en": en})
}
