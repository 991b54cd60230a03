//! Which file names can travel between Windows, macOS, Linux and a web address, and what the name of a text
//! file says.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::{Date, FiscalYear, Id, Language, Period};
use std::sync::Arc;

/// The longest name that every common file system takes, in bytes: 85 kanji.
const LONGEST: usize = 255;

/// What desktops and editors leave behind: skipped, and listed so that nobody wonders.
pub(crate) fn is_clutter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || matches!(name, "Thumbs.db" | "desktop.ini")
        || name.ends_with('~')
}

/// Refuses a path whose last part cannot be a name on some system that editors use.
pub(crate) fn refuse(path: &Arc<str>) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let device = matches!(&*stem, "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|last: char| last.is_ascii_digit()));
    let (ja, en) = if device {
        (
            "Windows が使う名前のため、開けない環境があります".to_owned(),
            "this is a name that Windows keeps for itself".to_owned(),
        )
    } else if name.ends_with(['.', ' ']) {
        (
            "名前の終わりの「.」や空白は Windows で失われます".to_owned(),
            "Windows drops a dot or space at the end of a name".to_owned(),
        )
    } else if let Some(wrong) = name
        .chars()
        .find(|&character| character.is_control() || "<>:\"\\|?*%#".contains(character))
    {
        (
            format!("名前に使えない文字「{wrong}」があります"),
            format!("the name holds `{wrong}`, which cannot stand in a name"),
        )
    } else if name.len() > LONGEST {
        (
            format!("名前が長すぎます（{} バイト、上限 {LONGEST} バイト）", name.len()),
            format!("the name is too long ({} bytes, at most {LONGEST})", name.len()),
        )
    } else {
        return None;
    };
    Some(
        Diagnostic::error(Code::NameNotPortable, Place::file(path), Message::new(ja, en))
            .remedy(Message::new("名前を変えてください", "rename it")),
    )
}

/// `24.en.md` is `24` in English; `24.md` is `24` in the first language. The name has no folders.
pub(crate) fn split_language(name: &str) -> (&str, Option<Result<Language, &str>>) {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    match stem.rsplit_once('.') {
        None => (stem, None),
        Some((stem, tag)) => (stem, Some(Language::parse(tag).map_err(|_| tag))),
    }
}

/// The time that a report's file name begins with: `2026-03-31`, `2023-02` or `FY2019`, with or without a
/// slug.
pub(crate) fn when(stem: &str) -> Option<Period> {
    let begins = |length: usize| {
        let head = stem.get(..length)?;
        let rest = &stem[length..];
        let slug = rest.strip_prefix('-');
        (rest.is_empty() || slug.is_some_and(|slug| Id::parse(slug).is_ok())).then_some(head)
    };
    let dashed = |text: &str| {
        text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        })
    };
    if let Some(year) = begins(6).filter(|head| head.starts_with("FY")) {
        return FiscalYear::parse(year).ok().map(Period::FiscalYear);
    }
    let date = begins(10)
        .filter(|head| dashed(head))
        .or_else(|| begins(7).filter(|head| dashed(head)))?;
    Date::parse(date).ok().map(Period::Date)
}
