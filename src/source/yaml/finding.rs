//! What can be wrong with a text as YAML, and the words for each. It decides nothing.

use super::words::MessageWords;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{Source, character::Unwanted, decode};
use std::fmt::Display;
use std::ops::Range;
use std::sync::LazyLock;

/// What is said of each.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    TooLarge(usize),
    Depth(usize),
    /// Of all lines with tabs the first, and how many others there are.
    Tab(usize),
    SeveralDocuments,
    Directive,
    Anchor,
    Alias,
    Tag,
    MergeKey,
    /// `? key`, or a key in brackets.
    ComplexKey,
    WideColon,
    WideSpace,
    WideIndentation(usize),
    MissingSpace,
    MissingColon,
    ColonInValue,
    Comment,
    Indentation,
    /// Text that goes on at the start of a line, where it was pasted with its line breaks.
    LineBreak,
    TextIndentation,
    UnclosedQuote(char),
    TextBehindQuote,
    UnknownEscape,
    UnclosedBracket(char),
    TextBehindBracket,
    MissingComma,
    TextBehindBlock(char),
    SignBehindKey(char),
    ReservedSign(char),
    /// An escape that spells a character that no source may hold, and why.
    Unwanted(char, Unwanted),
}

impl Finding {
    /// The finding in words, for a place in the whole text of `source`.
    pub(super) fn describe(self, source: &Source, range: Range<usize>) -> Diagnostic {
        let place = match self {
            Finding::TooLarge(_) => Place::file(&source.path),
            _ => Place::span(&source.path, range.clone()),
        };
        let (code, key) = match self.name() {
            Ok(known) => known,
            Err((character, why)) => {
                let (code, message, remedy) = decode::describe(character, why, 0);
                return Diagnostic::error(code, place, message).remedy(remedy);
            }
        };
        let example = quoted_value(&source.text, range.start).unwrap_or_else(|| "\"…\"".to_owned());
        let (number, sign) = self.details();
        let others = decode::others(number, "行", "on", "line");
        let closing = if sign == '[' { ']' } else { '}' };
        let fillings: [(&str, &dyn Display); 7] = [
            ("example", &example),
            ("size", &size(number)),
            ("limit", &number),
            ("others_ja", &others.ja),
            ("others_en", &others.en),
            ("sign", &sign),
            ("closing", &closing),
        ];
        WORDS.error(code, place, key, &fillings)
    }

    /// The code, and the name under which `words.yaml` says what is wrong and what to do. What is wrong with
    /// a single character is told as anywhere else.
    fn name(self) -> Result<(Code, &'static str), (char, Unwanted)> {
        use Finding as F;
        Ok(match self {
            F::TooLarge(_) => (Code::FileTooLarge, "too-large"),
            F::Depth(_) => (Code::YamlDepth, "depth"),
            F::Tab(_) => (Code::YamlTab, "tab"),
            F::SeveralDocuments => (Code::YamlSeveralDocuments, "several-documents"),
            F::Directive => (Code::YamlFeature, "directive"),
            F::Anchor => (Code::YamlFeature, "anchor"),
            F::Alias => (Code::YamlFeature, "alias"),
            F::Tag => (Code::YamlFeature, "tag"),
            F::MergeKey => (Code::YamlFeature, "merge-key"),
            F::ComplexKey => (Code::YamlFeature, "complex-key"),
            F::WideColon => (Code::YamlFullWidth, "wide-colon"),
            F::WideSpace => (Code::YamlFullWidth, "wide-space"),
            F::WideIndentation(_) => (Code::YamlFullWidth, "wide-indentation"),
            F::MissingSpace => (Code::YamlSyntax, "missing-space"),
            F::MissingColon => (Code::YamlSyntax, "missing-colon"),
            F::ColonInValue => (Code::YamlSyntax, "colon-in-value"),
            F::Comment => (Code::YamlSyntax, "comment"),
            F::Indentation => (Code::YamlSyntax, "indentation"),
            F::LineBreak => (Code::YamlSyntax, "line-break"),
            F::TextIndentation => (Code::YamlSyntax, "text-indentation"),
            F::UnclosedQuote(_) => (Code::YamlSyntax, "unclosed-quote"),
            F::TextBehindQuote => (Code::YamlSyntax, "text-behind-quote"),
            F::UnknownEscape => (Code::YamlSyntax, "unknown-escape"),
            F::UnclosedBracket(_) => (Code::YamlSyntax, "unclosed-bracket"),
            F::TextBehindBracket => (Code::YamlSyntax, "text-behind-bracket"),
            F::MissingComma => (Code::YamlSyntax, "missing-comma"),
            F::TextBehindBlock(_) => (Code::YamlSyntax, "text-behind-block"),
            F::SignBehindKey('-') => (Code::YamlSyntax, "list-behind-key"),
            F::SignBehindKey(_) | F::ReservedSign(_) => (Code::YamlSyntax, "reserved-sign"),
            F::Unwanted(character, why) => return Err((character, why)),
        })
    }

    /// The number and the sign that its words repeat.
    fn details(self) -> (usize, char) {
        use Finding as F;
        match self {
            F::TooLarge(number) | F::Depth(number) | F::Tab(number) | F::WideIndentation(number) => {
                (number, ' ')
            }
            F::UnclosedQuote(sign)
            | F::UnclosedBracket(sign)
            | F::TextBehindBlock(sign)
            | F::SignBehindKey(sign)
            | F::ReservedSign(sign) => (0, sign),
            _ => (0, ' '),
        }
    }
}

fn size(bytes: usize) -> String {
    if bytes >= 1 << 20 {
        format!("{} MiB", bytes >> 20)
    } else {
        format!("{} KiB", bytes >> 10)
    }
}

/// The value of the line at `offset` in quotes, when it is short, not the middle of a longer text, and no
/// bracket or quote in it makes that a riddle.
fn quoted_value(text: &str, offset: usize) -> Option<String> {
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].split('\n').next()?.trim_end();
    let behind_key = line
        .find(": ")
        .filter(|colon| start + colon < offset)
        .map(|colon| &line[colon + 2..]);
    let value = behind_key
        .or_else(|| line.trim_start().strip_prefix("- "))?
        .trim();
    let clear = value.len() <= 160 && !value.contains(['"', '\\', '[', ']', '{', '}']);
    clear.then(|| format!("\"{value}\""))
}
