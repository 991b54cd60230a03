//! The words for values of the wrong kind: a text for a number, a list for a group, はい for true.

use super::failure::{Found, Wanted};
use super::nearest::fold;
use crate::diagnostic::{Code, Message};
use unicode_normalization::UnicodeNormalization;

/// The longest piece of an editor's text that a message repeats, in characters.
const LONGEST_QUOTE: usize = 40;

/// What is wrong, and the remedy, where a value of one kind stands in the place of another.
pub(super) fn wrong_kind(found: &Found, expected: &Wanted) -> (Code, Message, Message) {
    match (expected, found) {
        (_, Found::Nothing) => (
            Code::ValueEmpty,
            Message::new("値がありません", "there is no value"),
            Message::new(
                "値を書くか、行ごと消してください",
                "write a value, or delete the line",
            ),
        ),
        (Wanted::WholeNumber | Wanted::Number, Found::Text(text)) => not_a_number(text, expected),
        (Wanted::Group, Found::Text(text)) if text.contains('：') => (
            Code::YamlFullWidth,
            Message::new(
                "全角のコロン「：」が区切りに使われています",
                "a full-width colon `：` is used as a separator",
            ),
            Message::new(
                "半角のコロンと半角の空白「: 」にしてください",
                "write an ASCII colon and a space",
            ),
        ),
        _ => {
            let (wanted, wanted_en) = wanted_words(expected);
            let Message { ja, en } = found_words(found);
            let ja = match expected {
                Wanted::Other(_) | Wanted::Nothing => format!("ここに{ja}は書けません"),
                _ => format!("ここには{wanted}を書きます（{ja}が書かれています）"),
            };
            let message = Message::new(ja, format!("expected {wanted_en}, found {en}"));
            (Code::YamlWrongType, message, way_to(found, expected))
        }
    }
}

fn not_a_number(text: &str, expected: &Wanted) -> (Code, Message, Message) {
    let message = Message::new(
        format!("「{}」は数値ではありません", short(text)),
        format!("`{}` is not a number", short(text)),
    );
    let digits: String = text
        .nfkc()
        .filter(|character| character.is_ascii_digit() || matches!(character, '.' | '-'))
        .collect();
    // Leaving out 億, 万 or 約 would change what is said, so no ready answer is offered with them.
    let sure = text.starts_with(|first: char| first.is_numeric() || "-−－".contains(first))
        && !text.contains(['億', '万', '兆', '千'])
        && digits.parse::<f64>().is_ok();
    let whole = *expected == Wanted::WholeNumber && digits.contains('.');
    let remedy = match (sure, whole) {
        (true, false) if digits == text => Message::new(
            format!("引用符を付けずに書いてください → {digits}"),
            format!("write it without quotes → {digits}"),
        ),
        (true, false) => Message::new(
            format!("数字だけで書いてください → {digits}"),
            format!("write digits only → {digits}"),
        ),
        (_, true) => Message::new("小数点のない整数で書いてください", "write a whole number"),
        _ => Message::new(
            "桁区切りや単位を付けず、数字だけで書いてください",
            "write digits only, without separators or units",
        ),
    };
    (Code::ValueNumber, message, remedy)
}

/// What should stand there, in both languages.
fn wanted_words(wanted: &Wanted) -> (&'static str, &str) {
    match wanted {
        Wanted::Text => ("文字", "text"),
        Wanted::WholeNumber => ("数値", "a whole number"),
        Wanted::Number => ("数値", "a number"),
        Wanted::TrueOrFalse => (" true か false ", "true or false"),
        Wanted::List => ("一覧", "a list"),
        Wanted::Group => ("「名前: 値」の組", "`name: value` pairs"),
        Wanted::Choice => ("決まった言葉の1つ", "one of a few words"),
        Wanted::Nothing => ("ほかの形の値", "nothing"),
        Wanted::Other(words) => ("ほかの形の値", words),
    }
}

/// What stands there.
fn found_words(found: &Found) -> Message {
    match found {
        Found::Nothing => Message::new("空", "nothing"),
        Found::Text(text) => Message::new(format!("「{}」", short(text)), format!("`{}`", short(text))),
        Found::List => Message::new("一覧", "a list"),
        Found::Group => Message::new("「名前: 値」の組", "`name: value` pairs"),
    }
}

/// How to get from what stands there to what belongs there.
fn way_to(found: &Found, wanted: &Wanted) -> Message {
    match (wanted, found) {
        (Wanted::List, Found::Text(text)) => Message::new(
            format!("1つだけでも一覧の形で書いてください → [{}]", short(text)),
            format!("write it as a list, even of one → [{}]", short(text)),
        ),
        (Wanted::List, _) => Message::new(
            "それぞれの先頭に「- 」を付けてください",
            "put `- ` before each of them",
        ),
        (Wanted::Group, Found::List) => Message::new(
            "先頭の「- 」や [ ] を取ってください",
            "take away the `- ` in front, or the [ ]",
        ),
        (Wanted::Group, _) => Message::new(
            "次の行から字下げして「名前: 値」を1行に1つずつ書いてください",
            "write `name: value` pairs on the lines below, indented",
        ),
        (Wanted::TrueOrFalse, Found::Text(text)) => match fold(text).as_str() {
            "yes" | "y" | "on" | "はい" | "有" | "あり" | "○" | "true" | "1" => {
                Message::new("引用符なしで true と書いてください", "write true, without quotes")
            }
            "no" | "n" | "off" | "いいえ" | "無" | "なし" | "×" | "false" | "0" => Message::new(
                "引用符なしで false と書いてください",
                "write false, without quotes",
            ),
            _ => Message::new(
                "true か false のどちらかを書いてください",
                "write either true or false",
            ),
        },
        (Wanted::Text | Wanted::Choice, Found::List) => Message::new(
            "1つだけ書き、「- 」や [ ] を取ってください",
            "write just one, without `- ` or [ ]",
        ),
        _ => Message::new(
            "この項目の書き方を確かめてください",
            "check how this field is written",
        ),
    }
}

/// The beginning of a text that a message repeats.
pub(super) fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
