//! Turns what the template engine says into diagnostics of our own, with the file and the place. Its drawings
//! of the source are dropped: they miscount full-width characters, and koyaku draws the line itself.

use crate::diagnostic::{At, Code, Diagnostic, Message, Place};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Error, ErrorKind, ReportError};

/// Where templates come from: their files and texts by name.
pub type Sources = BTreeMap<String, (Arc<str>, String)>;

/// Every problem that an error of the template engine tells of; at least one.
pub fn diagnose(error: &Error, sources: &Sources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![reported(report, sources)],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => vec![
            Diagnostic::error(
                Code::ThemeTemplate,
                file(tpl, sources),
                Message::new(
                    "テンプレートが自分自身を読み込んでいます",
                    "the template includes or extends itself",
                ),
            )
            .remedy(Message::new(
                "extends か include のどれかを外してください",
                "take out one of the `extends` or `include`",
            )),
        ],
        ErrorKind::MissingParent { current, parent } => vec![
            Diagnostic::error(
                Code::ThemeTemplate,
                file(current, sources),
                Message::new(
                    format!("継承元のテンプレート「{parent}」がありません"),
                    format!("it extends `{parent}`, which does not exist"),
                ),
            )
            .remedy(Message::new(
                "extends の名前を確かめてください",
                "check the name behind `extends`",
            )),
        ],
        ErrorKind::Msg(text) => several(text, sources),
        other => vec![plain(&other.to_string(), nowhere(sources))],
    }
}

fn reported(report: &ReportError, sources: &Sources) -> Diagnostic {
    let place = match sources.get(report.filename()) {
        Some((file, _)) => Place::span(file, report.span().range.clone()),
        None => nowhere(sources),
    };
    plain(report.message(), place)
}

/// Errors that concern several templates come as one text: `error: <what>` and
/// ` --> <template>:<line>:<column>` for each.
fn several(text: &str, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(what) = line.strip_prefix("error: ") else {
            continue;
        };
        let place = lines
            .peek()
            .and_then(|next| next.trim_start().strip_prefix("--> "))
            .and_then(|place| placed(place, sources));
        found.push(plain(what, place.unwrap_or_else(|| nowhere(sources))));
    }
    if found.is_empty() {
        found.push(plain(text.lines().next().unwrap_or_default(), nowhere(sources)));
    }
    found
}

/// `home.html:3:12`, where the column counts characters from 1.
fn placed(text: &str, sources: &Sources) -> Option<Place> {
    let mut parts = text.trim_matches(['[', ']']).rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let (file, source) = sources.get(parts.next()?)?;
    let start: usize = source
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let text = source[start..].lines().next()?;
    let at = text
        .char_indices()
        .nth(column.checked_sub(1)?)
        .map_or(text.len(), |(at, _)| at);
    let name = text[at..].trim_start_matches(['<', '"', '\'', '`']);
    let length = name
        .find(|character: char| !character.is_alphanumeric() && !matches!(character, '_' | '.' | '-' | '/'))
        .unwrap_or(name.len());
    let at = start + text.len() - name.len();
    Some(Place::span(file, at..at + length))
}

fn plain(what: &str, place: Place) -> Diagnostic {
    let (message, remedy) = worded(what);
    Diagnostic::error(Code::ThemeTemplate, place, message).remedy(remedy)
}

/// The engine's sentences that theme authors meet most, in our words; the rest are quoted.
fn worded(what: &str) -> (Message, Message) {
    let quoted = what.split('`').nth(1).unwrap_or_default();
    let name = |ja: &str, en: &str| {
        Message::new(
            format!("{ja}「{quoted}」はありません"),
            format!("there is no {en} `{quoted}`"),
        )
    };
    let spelling = || Message::new("名前のつづりを確かめてください", "check the spelling of the name");
    let given = || {
        Message::new(
            "そのページで使える名前は src/render/view の型の説明にあります",
            "what each page can use is listed in the comments of src/render/view",
        )
    };
    match what {
        _ if what.starts_with("Unknown filter") => (name("フィルター", "filter"), spelling()),
        _ if what.starts_with("Unknown test") => (name("判定（test）", "test"), spelling()),
        _ if what.starts_with("Unknown function") => (name("関数", "function"), spelling()),
        _ if what.starts_with("Unknown component") => (name("部品（component）", "component"), spelling()),
        _ if what.starts_with("Unknown template") => (name("テンプレート", "template"), spelling()),
        _ if what.starts_with("Field `") => (name("項目", "field"), given()),
        _ if what.starts_with("Variable `") => (name("変数", "variable"), given()),
        _ if what.starts_with("Argument `") => (
            Message::new(
                format!("部品に渡す「{quoted}」がありません"),
                format!("the component needs `{quoted}`"),
            ),
            Message::new(
                "呼び出すところに書き足してください",
                "add it where the component is called",
            ),
        ),
        _ => (
            Message::new(
                format!("テンプレートを読み取れません（{what}）"),
                format!("the template cannot be read: {what}"),
            ),
            Message::new(
                "示した行の書き方を確かめてください",
                "check what is written on this line",
            ),
        ),
    }
}

fn file(template: &str, sources: &Sources) -> Place {
    sources
        .get(template)
        .map_or_else(|| nowhere(sources), |(file, _)| Place::file(file))
}

/// For the few errors that name no template.
fn nowhere(sources: &Sources) -> Place {
    let file = sources
        .values()
        .next()
        .map_or_else(|| Arc::from("themes/default/templates"), |(file, _)| file.clone());
    Place { file, at: At::File }
}
