//! The words for text that a YAML library refuses and the scan has no better explanation for.

use crate::diagnostic::{At, Code, Diagnostic, Message, Place};
use crate::source::Source;

/// A library's refusal at `offset`, which is moved to the words nearest to it.
pub(super) fn unreadable(source: &Source, offset: usize, why: &str) -> Diagnostic {
    let text = source.text.as_str();
    let offset = text.floor_char_boundary(offset.min(text.len()));
    // Libraries notice most errors only at the start of the next token, or at the end of the text.
    let offset = if text[offset..].trim().is_empty() {
        text.trim_end().len()
    } else {
        offset
    };
    let length = text[offset..]
        .chars()
        .next()
        .filter(|&character| character != '\n')
        .map_or(0, char::len_utf8);
    let message = Message::new(
        "この場所か、すぐ上の書き方を YAML として読み取れません",
        format!("this, or what is just above it, cannot be read as YAML ({why})"),
    );
    let place = Place::span(&source.path, offset..offset + length);
    Diagnostic::error(Code::YamlSyntax, place, message).remedy(Message::new(
        "字下げの空白の数、引用符とかっこの閉じ忘れ、「: 」と「- 」の後ろの空白を確かめてください",
        "check the indentation, that quotes and brackets are closed, and the space behind `:` and `-`",
    ))
}

/// The byte offset of a place that a library gives as line and column.
pub(super) fn offset_of(text: &str, location: Option<serde_yaml::Location>) -> usize {
    let Some(location) = location else { return 0 };
    let lines = text.split_inclusive('\n').take(location.line().saturating_sub(1));
    let line_start: usize = lines.map(str::len).sum();
    let line = text[line_start..].split('\n').next().unwrap_or_default();
    let column = line.char_indices().nth(location.column().saturating_sub(1));
    line_start + column.map_or(line.len(), |(offset, _)| offset)
}

/// Whether `wrong` is said of a value in which `problem` has been found: its sense is in doubt until that is
/// mended. A value that seems empty is, when a comment has swallowed it.
pub(super) fn explains(source: &Source, problem: &Diagnostic, wrong: &Diagnostic) -> bool {
    let (At::Span(cause), At::Span(value)) = (&problem.place.at, &wrong.place.at) else {
        return false;
    };
    match wrong.code {
        Code::YamlMissingKey | Code::YamlUnknownKey | Code::YamlDuplicateKey => false,
        Code::ValueEmpty if value.end <= cause.start => !source.text[value.end..cause.start].contains('\n'),
        _ => value.contains(&cause.start),
    }
}
