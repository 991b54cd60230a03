//! The words for what is wrong with a value: what stands there, what belongs there, and what to do.

use super::failure::{Cause, Found, Step, Wanted};
use super::repair::{follow, key_at_fault};
use super::scan::Finding;
use super::tree::Node;
use crate::diagnostic::{Code, Diagnostic, Message, Place, Refusal};
use crate::source::Source;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// The longest piece of an editor's text that a message repeats, in characters.
const LONGEST_QUOTE: usize = 40;

/// Puts a failure into words. `path` leads from the root to its place.
pub(super) fn explain(source: &Source, root: &Node<'_>, path: &[Step], cause: &Cause) -> Diagnostic {
    let node = follow(root, path);
    if let Some(colon) = colon_in_text(node, path, cause) {
        return Finding::ColonInValue.describe(source, colon);
    }
    let span = match (key_at_fault(root, path, cause), named_entry(node, cause)) {
        (Some(key), _) => node.entries()[key].key.span.clone(),
        (None, Some(entry)) => entry.span.clone(),
        (None, None) => node.span.clone(),
    };
    let place = Place::span(&source.path, first_line(&source.text, span));
    let (code, message, remedy) = match cause {
        Cause::UnknownKey { name, known } => unknown_key(name, known),
        Cause::MissingKey(name) => missing_key(name, node, path),
        Cause::UnknownChoice { word, choices } => unknown_choice(word, choices),
        Cause::WrongKind { found, expected } => wrong_kind(found, expected),
        Cause::OutOfRange { number } => (
            Code::ValueNumber,
            Message::new(format!("「{}」は大きすぎるか、負の数です", short(number)), format!("`{}` is too large, or negative", short(number))),
            Message::new("桁と符号を確かめてください", "check its digits and its sign"),
        ),
        Cause::Refused(refusal) => return refused(refusal, place),
        Cause::WrongLength => other("the list has too many or too few items"),
        Cause::Other(text) => other(text),
    };
    Diagnostic::error(code, place, message).remedy(remedy)
}

/// The known key that `name` is most likely a slip for.
pub(super) fn likely_key(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let name = fold(name);
    let distance = |key: &str| strsim::damerau_levenshtein(&name, &fold(key));
    let (distance, key) = known.iter().map(|key| (distance(key), *key)).min_by_key(|(distance, _)| *distance)?;
    let length = key.chars().count();
    (distance < length && distance <= (length / 3).max(1)).then_some(key)
}

/// Full-width letters, capitals, hyphens and blanks are not what makes two names different.
fn fold(name: &str) -> String {
    let few = name.chars().take(64);
    few.nfkc().filter(|character| !character.is_whitespace()).map(|character| if character == '-' { '_' } else { character.to_ascii_lowercase() }).collect()
}

fn unknown_key(name: &str, known: &[&'static str]) -> (Code, Message, Message) {
    let message = Message::new(
        format!("「{}」という項目名はありません", short(name)),
        format!("there is no key `{}` here", short(name)),
    );
    let remedy = match likely_key(name, known) {
        Some(key) => Message::new(format!("「{key}」ではありませんか"), format!("did you mean `{key}`?")),
        None if known.is_empty() => Message::new("この行を消してください", "delete this line"),
        None => Message::new(
            format!("ここに書ける項目名: {}", known.join("、")),
            format!("keys that may stand here: {}", known.join(", ")),
        ),
    };
    (Code::YamlUnknownKey, message, remedy)
}

fn missing_key(name: &str, node: &Node<'_>, path: &[Step]) -> (Code, Message, Message) {
    let id = node.entries().iter().find(|entry| entry.key.text() == Some("id")).and_then(|entry| entry.value.text());
    let message = match (id, path.is_empty()) {
        (_, true) => Message::new(format!("「{name}」がありません"), format!("`{name}` is missing")),
        (Some(id), false) => Message::new(
            format!("「{}」に「{name}」がありません", short(id)),
            format!("`{}` has no `{name}`", short(id)),
        ),
        (None, false) => Message::new(format!("ここに「{name}」がありません"), format!("`{name}` is missing here")),
    };
    let remedy = Message::new(format!("「{name}: …」を書き足してください"), format!("add `{name}: …`"));
    (Code::YamlMissingKey, message, remedy)
}

fn unknown_choice(word: &str, choices: &[&'static str]) -> (Code, Message, Message) {
    if word.trim().is_empty() {
        let remedy = Message::new(
            format!("次のどれかを書いてください: {}", choices.join("、")),
            format!("write one of: {}", choices.join(", ")),
        );
        return (Code::ValueChoice, Message::new("値がありません", "there is no value"), remedy);
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

fn wrong_kind(found: &Found, expected: &Wanted) -> (Code, Message, Message) {
    match (expected, found) {
        (_, Found::Nothing) => (
            Code::ValueEmpty,
            Message::new("値がありません", "there is no value"),
            Message::new("値を書くか、行ごと消してください", "write a value, or delete the line"),
        ),
        (Wanted::WholeNumber | Wanted::Number, Found::Text(text)) => not_a_number(text, expected),
        (Wanted::Group, Found::Text(text)) if text.contains('：') => (
            Code::YamlFullWidth,
            Message::new("全角のコロン「：」が区切りに使われています", "a full-width colon `：` is used as a separator"),
            Message::new("半角のコロンと半角の空白「: 」にしてください", "write an ASCII colon and a space"),
        ),
        _ => {
            let ja = match expected {
                Wanted::Other(_) | Wanted::Nothing => format!("ここに{}は書けません", found_ja(found)),
                _ => format!("ここには{}を書きます（{}が書かれています）", wanted_ja(expected), found_ja(found)),
            };
            let en = format!("expected {}, found {}", wanted_en(expected), found_en(found));
            (Code::YamlWrongType, Message::new(ja, en), way_to(found, expected))
        }
    }
}

fn not_a_number(text: &str, expected: &Wanted) -> (Code, Message, Message) {
    let message = Message::new(format!("「{}」は数値ではありません", short(text)), format!("`{}` is not a number", short(text)));
    let digits: String = text.nfkc().filter(|character| character.is_ascii_digit() || matches!(character, '.' | '-')).collect();
    // Leaving out 億 or 万 would change the amount, so no ready answer is offered with them.
    let sure = !text.contains(['億', '万', '兆', '千']) && digits.parse::<f64>().is_ok();
    let whole = *expected == Wanted::WholeNumber && digits.contains('.');
    let remedy = match (sure, whole) {
        (true, false) => Message::new(format!("数字だけで書いてください → {digits}"), format!("write digits only → {digits}")),
        (_, true) => Message::new("小数点のない整数で書いてください", "write a whole number"),
        _ => Message::new("桁区切りや単位を付けず、数字だけで書いてください", "write digits only, without separators or units"),
    };
    (Code::ValueNumber, message, remedy)
}

fn wanted_ja(wanted: &Wanted) -> &str {
    match wanted {
        Wanted::Text => "文字",
        Wanted::WholeNumber | Wanted::Number => "数値",
        Wanted::TrueOrFalse => " true か false ",
        Wanted::List => "一覧",
        Wanted::Group => "「名前: 値」の組",
        Wanted::Choice => "決まった言葉の1つ",
        Wanted::Nothing | Wanted::Other(_) => "ほかの形の値",
    }
}

fn wanted_en(wanted: &Wanted) -> &str {
    match wanted {
        Wanted::Text => "text",
        Wanted::WholeNumber => "a whole number",
        Wanted::Number => "a number",
        Wanted::TrueOrFalse => "true or false",
        Wanted::List => "a list",
        Wanted::Group => "`name: value` pairs",
        Wanted::Choice => "one of a few words",
        Wanted::Nothing => "nothing",
        Wanted::Other(words) => words,
    }
}

fn found_ja(found: &Found) -> String {
    match found {
        Found::Nothing => "空".to_owned(),
        Found::Text(text) => format!("「{}」", short(text)),
        Found::List => "一覧".to_owned(),
        Found::Group => "「名前: 値」の組".to_owned(),
    }
}

fn found_en(found: &Found) -> String {
    match found {
        Found::Nothing => "nothing".to_owned(),
        Found::Text(text) => format!("`{}`", short(text)),
        Found::List => "a list".to_owned(),
        Found::Group => "`name: value` pairs".to_owned(),
    }
}

/// How to get from what stands there to what belongs there.
fn way_to(found: &Found, wanted: &Wanted) -> Message {
    match (wanted, found) {
        (Wanted::List, Found::Text(text)) => Message::new(
            format!("1つだけでも一覧の形で書いてください → [{}]", short(text)),
            format!("write it as a list, even of one → [{}]", short(text)),
        ),
        (Wanted::List, _) => Message::new("それぞれの先頭に「- 」を付けてください", "put `- ` before each of them"),
        (Wanted::Group, Found::List) => Message::new("先頭の「- 」を取ってください", "take away the `- ` in front"),
        (Wanted::Group, _) => Message::new("次の行から字下げして「名前: 値」を1行に1つずつ書いてください", "write `name: value` pairs on the lines below, indented"),
        (Wanted::TrueOrFalse, Found::Text(text)) => match fold(text).as_str() {
            "yes" | "y" | "on" | "はい" | "有" | "あり" | "○" | "true" | "1" => Message::new("引用符なしで true と書いてください", "write true, without quotes"),
            "no" | "n" | "off" | "いいえ" | "無" | "なし" | "×" | "false" | "0" => Message::new("引用符なしで false と書いてください", "write false, without quotes"),
            _ => Message::new("true か false のどちらかを書いてください", "write either true or false"),
        },
        (Wanted::Text | Wanted::Choice, Found::List) => Message::new("1つだけ書き、「- 」や [ ] を取ってください", "write just one, without `- ` or [ ]"),
        _ => Message::new("この項目の書き方を確かめてください", "check how this field is written"),
    }
}

fn refused(refusal: &Refusal, place: Place) -> Diagnostic {
    let diagnostic = Diagnostic::error(refusal.code, place, refusal.message.clone());
    match &refusal.remedy {
        Some(remedy) => diagnostic.remedy(remedy.clone()),
        None => diagnostic,
    }
}

fn other(text: &str) -> (Code, Message, Message) {
    let message = Message::new("この値を読み取れません", format!("this value cannot be read: {text}"));
    (Code::YamlWrongType, message, Message::new("この項目の書き方を確かめてください", "check how this field is written"))
}

/// The colon of a text such as `道路: 第1期`, which YAML takes for a group of one entry. Where text, or text by
/// language, belongs, a key in Japanese can be nothing else.
fn colon_in_text(node: &Node<'_>, path: &[Step], cause: &Cause) -> Option<Range<usize>> {
    let expects_text = match cause {
        Cause::WrongKind { found: Found::Group, expected } => matches!(expected, Wanted::Text | Wanted::Choice),
        Cause::Refused(refusal) => refusal.code == Code::ValueLanguage && matches!(path.last(), Some(Step::Key(_))),
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

/// The value that a message repeats, in a group whose values were read before their places could be kept.
fn named_entry<'n, 't>(node: &'n Node<'t>, cause: &Cause) -> Option<&'n Node<'t>> {
    let names = |text: &str| match cause {
        Cause::WrongKind { found: Found::Text(found), .. } => found == text,
        Cause::OutOfRange { number } => number == text,
        Cause::Refused(refusal) => !text.is_empty() && refusal.message.ja.contains(&format!("「{text}」")),
        _ => false,
    };
    let mut named = node.entries().iter().map(|entry| &entry.value).filter(|value| value.text().is_some_and(names));
    match (named.next(), named.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// A place is shown by one line, and a value may go on for a thousand.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let end = text[span.clone()].find('\n').map_or(span.end, |length| span.start + length);
    span.start..end
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
