//! Splits a page into its front matter and its Markdown. It reads neither of them.

use super::text::Source;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use std::ops::Range;

/// Byte ranges in the source's text. The lines of hyphens belong to neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    pub yaml: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the two lines `---` that enclose the front matter, the first of which must be the first line.
///
/// # Errors
/// `FrontMatterMissing` without the first line of hyphens, `FrontMatterUnclosed` without the second.
pub fn split(source: &Source) -> Result<FrontMatter, Diagnostic> {
    let text = source.text.as_str();
    let opening = line_at(text, 0);
    if !is_fence(&text[opening.clone()]) {
        return Err(missing(source, opening));
    }
    let yaml_start = next_line(text, &opening);
    let mut line_start = yaml_start;
    let mut lookalike = None;
    while line_start < text.len() {
        let line = line_at(text, line_start);
        if is_fence(&text[line.clone()]) {
            let body = next_line(text, &line)..text.len();
            return Ok(FrontMatter {
                yaml: yaml_start..line_start,
                body,
            });
        }
        if lookalike.is_none() && looks_like_fence(&text[line.clone()]) {
            lookalike = Some(line.clone());
        }
        line_start = next_line(text, &line);
    }
    Err(unclosed(source, opening, lookalike))
}

fn line_at(text: &str, start: usize) -> Range<usize> {
    start
        ..text[start..]
            .find('\n')
            .map_or(text.len(), |length| start + length)
}

fn next_line(text: &str, line: &Range<usize>) -> usize {
    (line.end + 1).min(text.len())
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t']) == "---"
}

/// Whether somebody meant `---`: two or more hyphens, or the dashes that word processors and input methods
/// make of them.
fn looks_like_fence(line: &str) -> bool {
    let line = line.trim();
    let dash = |character| matches!(character, '-' | '－' | '‐' | '–' | '—' | '―' | '─' | 'ー' | '−');
    !line.is_empty() && line != "-" && line.chars().all(dash)
}

fn missing(source: &Source, first_line: Range<usize>) -> Diagnostic {
    let text = source.text.as_str();
    let late = text.trim_start().starts_with("---") && text[first_line.clone()].trim().is_empty();
    let remedy = if late {
        Message::new(
            "「---」より前の空行を消してください",
            "delete the empty lines before `---`",
        )
    } else if looks_like_fence(&text[first_line.clone()]) {
        Message::new(
            "1行目を半角のハイフン3つ「---」にしてください",
            "make the first line three ASCII hyphens: ---",
        )
    } else {
        Message::new(
            "1行目に半角のハイフン3つ「---」を書き、その下に項目（title: など）を、次にもう一度「---」を書い\
             てください",
            "start with a line `---`, then the fields (title: and so on), then another line `---`",
        )
    };
    let message = Message::new(
        "ページの先頭に項目の欄（フロントマター）がありません",
        "the page does not begin with front matter",
    );
    Diagnostic::error(
        Code::FrontMatterMissing,
        Place::span(&source.path, first_line),
        message,
    )
    .remedy(remedy)
}

fn unclosed(source: &Source, opening: Range<usize>, lookalike: Option<Range<usize>>) -> Diagnostic {
    let message = Message::new(
        "項目の欄（フロントマター）を閉じる「---」がありません",
        "the front matter is not closed by a line `---`",
    );
    let diagnostic = Diagnostic::error(
        Code::FrontMatterUnclosed,
        Place::span(&source.path, opening),
        message,
    );
    match lookalike {
        Some(line) => diagnostic
            .also(
                Place::span(&source.path, line),
                Message::new(
                    "この行は半角のハイフン3つではありません",
                    "this line is not three ASCII hyphens",
                ),
            )
            .remedy(Message::new(
                "項目が終わる行を、半角のハイフン3つ「---」にしてください",
                "end the fields with three ASCII hyphens: ---",
            )),
        None => diagnostic.remedy(Message::new(
            "最後の項目の次の行に、半角のハイフン3つ「---」だけを書いてください",
            "write a line of just three ASCII hyphens `---` after the last field",
        )),
    }
}
