//! The words for what is wrong with a value: what stands there, what belongs there, and what to do.

use super::super::failure::{Cause, Found, NodeStep, Wanted};
use super::super::kind::{short, wrong_kind};
use super::super::nearest::{likely_key, renamed_key};
use super::super::tree::{NodeContent, YamlNode};
use super::super::{finding::Finding, lines::line_end};
use super::{follow, key_at_fault};
use crate::diagnostic::{Code, Diagnostic, Message, Place, refuse_quotes};
use crate::source::Source;
use std::ops::Range;

/// Puts a failure into words. `path` leads from the root to its place.
pub(super) fn explain(source: &Source, root: &YamlNode, path: &[NodeStep], cause: &Cause) -> Diagnostic {
    let node = follow(root, path);
    if let Some(colon) = colon_in_text(node, path, cause) {
        return Finding::ColonInValue.describe(source, colon);
    }
    let at_fault = match key_at_fault(root, path, cause) {
        Some(key) => &node.entries()[key].key,
        None => node,
    };
    let Range { start, end } = at_fault.span;
    // A place is shown by one line, and a value may go on for a thousand.
    let place = Place::span(&source.path, start..end.min(line_end(&source.text, start)));
    if let Some(refusal) = at_fault.text().and_then(refuse_quotes) {
        return refusal.at(place);
    }
    let (code, message, remedy) = match cause {
        Cause::UnknownKey { name, known } => unknown_key(name, known),
        Cause::MissingKey(name) => missing_key(name, node, path),
        Cause::UnknownChoice { word, choices } => unknown_choice(word, choices),
        Cause::WrongKind { found, expected } => wrong_kind(found, expected),
        Cause::OutOfRange { number } => (
            Code::ValueNumber,
            Message::new(
                format!("「{}」は大きすぎるか、負の数です", short(number)),
                format!("`{}` is too large, or negative", short(number)),
            ),
            Message::new("桁と符号を確かめてください", "check its digits and its sign"),
        ),
        Cause::Refused(refusal) => return refusal.clone().at(place),
        Cause::WrongLength => other("the list has too many or too few items"),
        Cause::Other(text) => other(text),
    };
    Diagnostic::error(code, place, message).remedy(remedy)
}

fn unknown_key(name: &str, known: &[&'static str]) -> (Code, Message, Message) {
    if let Some(today) = renamed_key(name, known) {
        return (
            Code::YamlUnknownKey,
            Message::new(
                format!("「{name}」という項目名は「{today}」に変わりました"),
                format!("the key `{name}` is now called `{today}`"),
            ),
            Message::new(format!("「{today}」と書いてください"), format!("write `{today}`")),
        );
    }
    let message = Message::new(
        format!("「{}」という項目名はありません", short(name)),
        format!("there is no key `{}` here", short(name)),
    );
    let remedy = match likely_key(name, known) {
        Some(key) => Message::new(
            format!("「{key}」ではありませんか"),
            format!("did you mean `{key}`?"),
        ),
        None if known.is_empty() => Message::new("この行を消してください", "delete this line"),
        None => Message::new(
            format!("ここに書ける項目名: {}", known.join("、")),
            format!("keys that may stand here: {}", known.join(", ")),
        ),
    };
    (Code::YamlUnknownKey, message, remedy)
}

fn missing_key(name: &str, node: &YamlNode, path: &[NodeStep]) -> (Code, Message, Message) {
    let mut entries = node.entries().iter();
    let id = entries.find(|entry| entry.key.text() == Some("id"));
    let id = id.and_then(|entry| entry.value.text().filter(|id| !id.is_empty()));
    let message = match (id, path.is_empty()) {
        (_, true) => Message::new(format!("「{name}」がありません"), format!("`{name}` is missing")),
        (Some(id), false) => Message::new(
            format!("「{}」に「{name}」がありません", short(id)),
            format!("`{}` has no `{name}`", short(id)),
        ),
        (None, false) => Message::new(
            format!("ここに「{name}」がありません"),
            format!("`{name}` is missing here"),
        ),
    };
    let choices = node
        .entries()
        .iter()
        .find_map(|entry| match &entry.value.content {
            NodeContent::StandIn(choices) if entry.key.text() == Some(name) => Some(choices.get()),
            _ => None,
        });
    let (ja, en) = match choices {
        None | Some([]) => (String::new(), String::new()),
        Some(choices) => (
            format!("（選べる言葉: {}）", choices.join("、")),
            format!(" (choices: {})", choices.join(", ")),
        ),
    };
    let remedy = Message::new(
        format!("「{name}: …」を書き足してください{ja}"),
        format!("add `{name}: …`{en}"),
    );
    (Code::YamlMissingKey, message, remedy)
}

fn unknown_choice(word: &str, choices: &[&'static str]) -> (Code, Message, Message) {
    if word.trim().is_empty() {
        let message = Message::new("値がありません", "there is no value");
        let remedy = Message::new(
            format!("次のどれかを書いてください: {}", choices.join("、")),
            format!("write one of: {}", choices.join(", ")),
        );
        return (Code::ValueChoice, message, remedy);
    }
    let message = Message::new(
        format!("「{}」は、ここで選べる言葉ではありません", short(word)),
        format!("`{}` is not one of the choices here", short(word)),
    );
    let remedy = match likely_key(word, choices) {
        Some(near) => Message::new(
            format!("「{near}」ではありませんか（選べる言葉: {}）", choices.join("、")),
            format!("did you mean `{near}`? (choices: {})", choices.join(", ")),
        ),
        None => Message::new(
            format!("選べる言葉: {}", choices.join("、")),
            format!("choices: {}", choices.join(", ")),
        ),
    };
    (Code::ValueChoice, message, remedy)
}

fn other(text: &str) -> (Code, Message, Message) {
    let message = Message::new(
        "この値を読み取れません",
        format!("this value cannot be read: {text}"),
    );
    let remedy = Message::new(
        "この項目の書き方を確かめてください",
        "check how this field is written",
    );
    (Code::YamlWrongType, message, remedy)
}

/// The colon of a text such as `道路: 第1期`, which YAML takes for a group of one entry. Where text, or text
/// by language, belongs, a key in Japanese can be nothing else.
fn colon_in_text(node: &YamlNode, path: &[NodeStep], cause: &Cause) -> Option<Range<usize>> {
    let expects_text = match cause {
        Cause::WrongKind {
            found: Found::Group,
            expected,
        } => matches!(expected, Wanted::Text | Wanted::Choice),
        Cause::Refused(refusal) => {
            refusal.code == Code::ValueLanguage && matches!(path.last(), Some(NodeStep::Key(_)))
        }
        _ => false,
    };
    match node.entries() {
        [only] if expects_text => {
            let key = only.key.text()?;
            let japanese = key.starts_with(|character: char| !character.is_ascii());
            japanese.then(|| only.key.span.end..only.key.span.end + 1)
        }
        _ => None,
    }
}
