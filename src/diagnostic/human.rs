//! Shows problems to people on a terminal: the place, the line itself, a caret that lines up under full-width text, and
//! what to do next. It opens no file and prints nothing; the texts are handed to it.

use super::{At, Diagnostic, Message, Place, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::collections::HashMap;

/// How many problems one run shows. Beyond that, a reader mends the first ones and runs again.
const MOST: usize = 100;

/// How many columns of a line are shown around the caret. Records hold whole paragraphs in a line.
const WIDTH: usize = 100;

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

/// All problems as one text, by file and place, with a blank line after each. Places are spans or whole files.
/// `text_of` gives the decoded text of a file, or `None` when it can no longer be read.
pub fn render(diagnostics: &[Diagnostic], language: Language, style: Style, text_of: &dyn Fn(&str) -> Option<String>) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by(|one, other| key(one).cmp(&key(other)));
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut texts: HashMap<&str, Option<String>> = HashMap::new();
    let shown = &sorted[..sorted.len().min(MOST)];
    for place in shown.iter().flat_map(|diagnostic| places(diagnostic)) {
        texts.entry(&place.file).or_insert_with(|| text_of(&place.file));
    }
    let mut out = String::new();
    for diagnostic in shown {
        out.push_str(&renderer.render(&groups(diagnostic, language, &texts)));
        out.push_str("\n\n");
    }
    let left = sorted.len() - shown.len();
    if left > 0 {
        out.push_str(&match language {
            Language::Ja => format!("… ほかに {left} 件あります。上のものを直してから、もう一度実行してください\n\n"),
            Language::En => format!("… and {left} more: mend those above, and run koyaku again\n\n"),
        });
    }
    out
}

/// One line on how many there were.
pub fn summary(errors: usize, warnings: usize, language: Language) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    match language {
        Language::Ja => format!("エラー {errors} 件、警告 {warnings} 件"),
        Language::En => format!("{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings)),
    }
}

/// Errors that block a page stand where the reader's eye goes anyway: in the order of the text.
fn key(diagnostic: &Diagnostic) -> (&str, usize, &'static str) {
    let start = match &diagnostic.place.at {
        At::Span(span) => span.start,
        At::File | At::Yaml(_) | At::YamlKey(_) => 0,
    };
    (&diagnostic.place.file, start, diagnostic.code.name())
}

fn places(diagnostic: &Diagnostic) -> impl Iterator<Item = &Place> {
    std::iter::once(&diagnostic.place).chain(diagnostic.related.iter().map(|(place, _)| place))
}

fn groups<'a>(diagnostic: &'a Diagnostic, language: Language, texts: &HashMap<&str, Option<String>>) -> Vec<Group<'a>> {
    let (error, warning, help, note) = match language {
        Language::Ja => ("エラー", "警告", "直し方", "関連"),
        Language::En => ("error", "warning", "help", "note"),
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(error),
        Severity::Warning => Level::WARNING.with_name(warning),
    };
    let title = level.primary_title(say(&diagnostic.message, language)).id(diagnostic.code.name());
    let mut groups = vec![Group::with_title(title).element(shown(&diagnostic.place, texts))];
    for (place, message) in &diagnostic.related {
        let title = Level::NOTE.with_name(note).secondary_title(say(message, language));
        groups.push(Group::with_title(title).element(shown(place, texts)));
    }
    if let Some(remedy) = &diagnostic.remedy {
        groups.push(Group::with_title(Level::HELP.with_name(help).secondary_title(say(remedy, language))));
    }
    groups
}

/// The place as `file:line:column`, and the line with the caret when the text is at hand.
fn shown<'a>(place: &'a Place, texts: &HashMap<&str, Option<String>>) -> Element<'a> {
    let text = texts.get(&*place.file).and_then(Option::as_deref);
    let (Some(text), At::Span(span)) = (text, &place.at) else {
        return Origin::path(&*place.file).into();
    };
    let start = floor(text, span.start);
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    // Only the first line of a span is shown, and a caret needs something to stand under also at the end of a line.
    let stop = floor(text, span.end).clamp(start, end);
    let number = text[..begin].matches('\n').count() + 1;
    let caret = AnnotationKind::Primary.span(start - begin..stop - begin);
    Snippet::source(text[begin..end].to_owned()).path(&*place.file).line_start(number).annotation(caret).into()
}

/// The nearest boundary of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn say(message: &Message, language: Language) -> &str {
    match language {
        Language::Ja => &message.ja,
        Language::En => &message.en,
    }
}
