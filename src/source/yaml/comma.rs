//! Commas that belong to a value in brackets, where YAML takes them for its end: `{value: 1,200}` has a
//! second key, `200`, without a value. No key of koyaku's files goes without one.

use super::{kind::short, tree::GroupEntry};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::source::Source;
use std::ops::Range;

/// How many entries from `first` on are pieces that a comma has cut off the value before them.
pub(super) fn pieces(text: &str, entries: &[GroupEntry], first: usize) -> usize {
    let owner = first.checked_sub(1).and_then(|before| entries.get(before));
    if owner.is_none_or(|owner| owner.value.text().is_none_or(str::is_empty)) {
        return 0;
    }
    let rest = entries.iter().skip(first);
    rest.take_while(|entry| is_piece(text, entry)).count()
}

/// Words where a key belongs, with a comma before them and no colon behind.
fn is_piece(text: &str, entry: &GroupEntry) -> bool {
    let Range { start, end } = entry.key.span;
    let behind = text[end..].trim_start();
    entry.value.is_null()
        && entry.value.span == entry.key.span
        && text[..start].trim_end().ends_with(',')
        && (behind.starts_with([',', '}']))
}

/// What is wrong with the value of which `pieces` were cut off.
pub(super) fn describe(source: &Source, entries: &[GroupEntry], pieces: &Range<usize>) -> Diagnostic {
    let range = entries[pieces.start - 1].value.span.start..entries[pieces.end - 1].key.span.end;
    let written = &source.text[range.clone()];
    let place = Place::span(&source.path, range);
    let cut = short(written);
    let message = Message::new(
        format!("「{cut}」の「,」は、{{ }} の中では項目の区切りになります"),
        format!("inside {{ }} the comma of `{cut}` ends the value"),
    );
    if is_number(written) {
        let digits = written.replace(',', "");
        return Diagnostic::error(Code::ValueNumber, place, message).remedy(Message::new(
            format!("桁区切りを付けずに書いてください → {digits}"),
            format!("write it without separators → {digits}"),
        ));
    }
    Diagnostic::error(Code::YamlSyntax, place, message).remedy(Message::new(
        format!("値の全体を引用符で囲んでください → \"{cut}\""),
        format!("put the whole value in quotes → \"{cut}\""),
    ))
}

/// Digits in groups of three.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    groups
        .next()
        .is_some_and(|first| digits(first) && first.len() <= 3)
        && groups.all(|group| digits(group) && group.len() == 3)
}
