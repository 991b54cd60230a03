//! Diagnostics as text for a terminal: what is wrong, the line it stands on with a caret under it, and what
//! to do. It neither finds places nor prints; colours are asked for by whoever knows the terminal.

use super::order::{Extent, ToldProblem, told};
use super::position::{Positions, TextOf};
use super::{At, Diagnostic, Message, Place, Severity};
use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, Title, normalize_untrusted_str,
};
use std::ops::Range;

/// The language in which editors are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditorLanguage {
    /// What `Message::ja` says is shown, unless `--lang` or the locale asks for English.
    Ja,
    /// What `Message::en` says is shown.
    En,
}

impl EditorLanguage {
    /// One of two versions of something.
    pub(crate) fn choose<T>(self, ja: T, en: T) -> T {
        match self {
            EditorLanguage::Ja => ja,
            EditorLanguage::En => en,
        }
    }
}

impl Message {
    pub(crate) fn in_language(&self, language: EditorLanguage) -> &str {
        language.choose(&self.ja, &self.en)
    }
}

/// Whether text for people has colours. Who calls knows whether a terminal shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TerminalStyle {
    /// Without escape sequences, as a file, a pipe and a log need it.
    Plain,
    /// With ANSI escape sequences.
    Coloured,
}

/// How a list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Which of the two sentences of each message is written.
    pub language: EditorLanguage,
    /// Whether levels, places and carets have colours.
    pub style: TerminalStyle,
    /// Whether problems of one kind are folded behind the first few (`--all` shows each).
    pub extent: Extent,
}

/// Lines are cut around the caret to fit into so many columns. A full-width character takes two.
const WIDTH: usize = 100;

/// A line of more bytes than this is not shown: finding the part to show would take longer than reading the
/// file.
const LONGEST_LINE: usize = 64 << 10;

/// Writes diagnostics in their order, each followed by an empty line. Places must be spans or whole files;
/// `text_of` gives the decoded text of a file, or nothing where it cannot be read.
pub fn render(diagnostics: &[Diagnostic], manner: Manner, text_of: &TextOf<'_>) -> String {
    let renderer = match manner.style {
        TerminalStyle::Plain => Renderer::plain(),
        TerminalStyle::Coloured => Renderer::styled().hyperlink(false),
    };
    let page = ProblemPage {
        language: manner.language,
        renderer: renderer.term_width(WIDTH),
    };
    let mut texts = Positions::new(text_of);
    let mut out = String::new();
    for told in told(diagnostics, manner.extent) {
        match told {
            ToldProblem::Problem(problem) => out.push_str(&page.one(problem, &mut texts)),
            ToldProblem::MoreInFile(like, more) => out.push_str(&page.more_in_file(like, more)),
            ToldProblem::MoreFiles(like, more, files) => out.push_str(&page.more_files(like, more, files)),
        }
        out.push_str("\n\n");
    }
    out
}

/// One line that counts.
pub fn summary(errors: usize, warnings: usize, language: EditorLanguage) -> String {
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    match language {
        EditorLanguage::Ja => format!("エラー {errors} 件、警告 {warnings} 件"),
        EditorLanguage::En => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

struct ProblemPage {
    language: EditorLanguage,
    renderer: Renderer,
}

impl ProblemPage {
    fn one(&self, diagnostic: &Diagnostic, texts: &mut Positions<'_>) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR.with_name(self.language.choose("エラー", "error")),
            Severity::Warning => Level::WARNING.with_name(self.language.choose("警告", "warning")),
        };
        let title = level
            .primary_title(diagnostic.message.in_language(self.language))
            .id(diagnostic.code.name());
        let mut groups = vec![Group::with_title(title).element(shown(&diagnostic.place, texts))];
        for (place, message) in &diagnostic.related {
            let level = Level::NOTE.with_name(self.language.choose("関連", "note"));
            groups.push(self.aside(level, message).element(shown(place, texts)));
        }
        if let Some(remedy) = &diagnostic.remedy {
            let level = Level::HELP.with_name(self.language.choose("直し方", "help"));
            groups.push(Group::with_title(self.aside(level, remedy)));
        }
        self.renderer.render(&groups)
    }

    /// What stands for the other problems of one kind in one file.
    fn more_in_file(&self, like: &Diagnostic, more: usize) -> String {
        let (code, file) = (like.code.name(), normalize_untrusted_str(&like.place.file));
        match self.language {
            EditorLanguage::Ja => {
                format!("… {code}: {file} に、同じものがほかに {more} 件あります（--all ですべて示します）")
            }
            EditorLanguage::En => format!("… {code}: {more} more like this in {file} (--all shows each)"),
        }
    }

    /// What stands for warnings of one kind in further files.
    fn more_files(&self, like: &Diagnostic, more: usize, files: usize) -> String {
        let code = like.code.name();
        match self.language {
            EditorLanguage::Ja => {
                format!(
                    "… {code}: ほかの {files} ファイルに、同じものが {more} 件あります（--all ですべて示\
                     します）"
                )
            }
            EditorLanguage::En => {
                let files = if files == 1 {
                    "1 other file".to_owned()
                } else {
                    format!("{files} other files")
                };
                format!("… {code}: {more} more like this in {files} (--all shows each)")
            }
        }
    }

    /// A sentence below the first. The library takes these and file names as they are, so what could steer a
    /// terminal is taken out here.
    fn aside(&self, level: Level<'static>, message: &Message) -> Title<'static> {
        level.secondary_title(normalize_untrusted_str(message.in_language(self.language)))
    }
}

/// The file, line and column of a place, with its line where the text is at hand.
fn shown(place: &Place, texts: &mut Positions<'_>) -> Element<'static> {
    let file = normalize_untrusted_str(&place.file);
    let At::Span(span) = &place.at else {
        return Origin::path(file).into();
    };
    let Some(text) = texts.text(&place.file) else {
        return Origin::path(file).into();
    };
    let (start, line) = line_of(text, span);
    let number = text[..start].bytes().filter(|&byte| byte == b'\n').count() + 1;
    let within = |offset: usize| line.floor_char_boundary(offset.saturating_sub(start).min(line.len()));
    let range = within(span.start)..within(span.end.max(span.start));
    if line.len() > LONGEST_LINE {
        return Origin::path(file)
            .line(number)
            .char_column(line[..range.start].chars().count() + 1)
            .into();
    }
    let caret = AnnotationKind::Primary.span(range);
    Snippet::source(line.to_owned())
        .line_start(number)
        .path(file)
        .annotation(caret)
        .into()
}

/// The line on which a span begins, and its offset. The rest of a longer span is left out: one line tells
/// where to look.
fn line_of<'t>(text: &'t str, span: &Range<usize>) -> (usize, &'t str) {
    let at = text.floor_char_boundary(span.start.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    (start, &text[start..end])
}
