//! What can be wrong with a text as YAML, and the words for each. It decides nothing.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::source::character::Unwanted;
use crate::source::{Source, decode};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    TooLarge {
        limit: usize,
    },
    Depth {
        limit: usize,
    },
    /// Of all lines with tabs, the first.
    Tab {
        others: usize,
    },
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
    WideIndentation {
        others: usize,
    },
    MissingSpace,
    MissingColon,
    ColonInValue,
    Comment,
    Indentation,
    /// Text that goes on at the start of a line, where it was pasted with its line breaks.
    LineBreak,
    TextIndentation,
    UnclosedQuote {
        quote: char,
    },
    TextBehindQuote,
    UnknownEscape,
    UnclosedBracket {
        bracket: char,
    },
    TextBehindBracket,
    MissingComma,
    TextBehindBlock {
        sign: char,
    },
    SignBehindKey {
        sign: char,
    },
    ReservedSign {
        sign: char,
    },
    /// An escape that spells a character that no source may hold.
    Unwanted {
        character: char,
        why: Unwanted,
    },
}

impl Finding {
    /// The finding in words, for a place in the whole text of `source`.
    pub(super) fn describe(self, source: &Source, range: Range<usize>) -> Diagnostic {
        let example = quoted_value(&source.text, range.start).unwrap_or_else(|| "\"…\"".to_owned());
        let place = match self {
            Finding::TooLarge { .. } => Place::file(&source.path),
            _ => Place::span(&source.path, range),
        };
        let (code, message, remedy) = self.words(&example);
        Diagnostic::error(code, place, message).remedy(remedy)
    }

    /// What is wrong, and the remedy. `example` is the whole value of the line in quotes.
    fn words(self, example: &str) -> (Code, Message, Message) {
        use Finding as F;
        let feature = |ja: &str, en: &str| {
            let message = Message::new(
                format!("YAML の{ja}は使えません"),
                format!("YAML {en} are not allowed"),
            );
            (Code::YamlFeature, message)
        };
        let as_text = || {
            Message::new(
                format!("文の一部なら、値の全体を引用符で囲んでください → {example}"),
                format!("if it is part of the text, put the whole value in quotes → {example}"),
            )
        };
        let ((code, message), remedy) = match self {
            F::TooLarge { limit } => (
                problem(
                    Code::FileTooLarge,
                    format!("大きすぎます（上限 {}）", size(limit)),
                    format!("too large (at most {})", size(limit)),
                ),
                Message::new(
                    "内容をいくつかのファイルに分けてください",
                    "divide the content among several files",
                ),
            ),
            F::Depth { limit } => (
                problem(
                    Code::YamlDepth,
                    format!("入れ子が深すぎます（上限 {limit} 段）"),
                    format!("nested too deep (at most {limit} levels)"),
                ),
                Message::new(
                    "字下げと、[ ] や { } の対応を確かめてください",
                    "check the indentation, and that every [ and { is closed",
                ),
            ),
            F::Tab { others } => (
                problem(
                    Code::YamlTab,
                    format!("タブ文字があります{}", lines_ja(others)),
                    format!("there is a tab character{}", lines_en(others)),
                ),
                Message::new(
                    "タブを半角の空白に置き換えてください（字下げは1段につき2つ）",
                    "replace tabs by spaces, two for each level of indentation",
                ),
            ),
            F::SeveralDocuments => (
                problem(
                    Code::YamlSeveralDocuments,
                    "1つの欄に2つめの文書が始まっています",
                    "a second document begins here",
                ),
                Message::new(
                    "「---」や「...」だけの行を消すか、ファイルを分けてください",
                    "delete the line `---` or `...`, or make two files",
                ),
            ),
            F::Directive => (
                feature("指示（% で始まる行）", "directives (lines that begin with %)"),
                Message::new("この行を消してください", "delete this line"),
            ),
            F::Anchor => (feature("アンカー（&）", "anchors (&)"), instead_of_reuse()),
            F::Alias => (feature("エイリアス（*）", "aliases (*)"), instead_of_reuse()),
            F::Tag => (
                feature("タグ（!）", "tags (!)"),
                Message::new(
                    "「!」から始まる語を消すか、文字として書くなら値の全体を引用符で囲んでください",
                    "delete the word that begins with `!`, or put the whole value in quotes if it is text",
                ),
            ),
            F::MergeKey => (
                feature("取り込み（<<）", "merge keys (<<)"),
                Message::new(
                    "取り込む内容をここに直接書いてください",
                    "write the merged content here itself",
                ),
            ),
            F::ComplexKey => (
                feature(
                    "複合キー（? やかっこのキー）",
                    "complex keys (`?`, or keys in brackets)",
                ),
                Message::new(
                    "「名前: 値」の形で書くか、文字なら引用符で囲んでください",
                    "write it as `name: value`, or put it in quotes if it is text",
                ),
            ),
            F::WideColon => (
                problem(
                    Code::YamlFullWidth,
                    "全角のコロン「：」が区切りに使われています",
                    "a full-width colon `：` is used as a separator",
                ),
                Message::new(
                    "半角のコロンと半角の空白「: 」にしてください。文の一部なら引用符で囲んでください",
                    "write an ASCII colon and a space; if it is part of the text, put the text in quotes",
                ),
            ),
            F::WideSpace => (
                problem(
                    Code::YamlFullWidth,
                    "全角の空白が区切りに使われています",
                    "a full-width space is used as a separator",
                ),
                Message::new("半角の空白にしてください", "write an ASCII space"),
            ),
            F::WideIndentation { others } => (
                problem(
                    Code::YamlFullWidth,
                    format!("行頭に全角の空白があります{}", lines_ja(others)),
                    format!(
                        "there is a full-width space at the start of the line{}",
                        lines_en(others)
                    ),
                ),
                Message::new(
                    "字下げは半角の空白にしてください。本文の字下げなら「|」を使うか、引用符で囲んでください",
                    "indent with ASCII spaces; if it belongs to the text, use `|` or quotes",
                ),
            ),
            F::MissingSpace => (
                syntax("「:」の後ろに空白がありません", "there is no space behind `:`"),
                Message::new(
                    "コロンの後ろに半角の空白を1つ入れてください",
                    "write one space behind the colon",
                ),
            ),
            F::MissingColon => (
                syntax(
                    "項目名の後ろに「: 」がありません",
                    "there is no `: ` behind the name",
                ),
                Message::new(
                    "「名前: 値」の形で書いてください。上の行の続きなら、字下げを深くしてください",
                    "write it as `name: value`; if it goes on with the line above, indent it further",
                ),
            ),
            F::ColonInValue => (
                syntax("値の途中に「: 」があります", "there is `: ` inside a value"),
                as_text(),
            ),
            F::Comment => (
                syntax(
                    "「 #」から後ろは注釈とみなされ、文が途中で切れます",
                    "` #` begins a comment and cuts the text short",
                ),
                Message::new(
                    format!(
                        "文の一部なら、値の全体を引用符で囲んでください → {example}。注釈なら「#」の前に\
                         空白を2つ入れてください"
                    ),
                    format!(
                        "if it is part of the text, put the whole value in quotes → {example}; before a \
                         comment, write two spaces"
                    ),
                ),
            ),
            F::Indentation => (
                syntax(
                    "字下げが上の行とそろっていません",
                    "the indentation does not match the lines above",
                ),
                Message::new(
                    "同じ段の項目は、行頭の半角の空白を同じ数にしてください",
                    "give lines of the same level the same number of spaces",
                ),
            ),
            F::LineBreak => (
                syntax(
                    "上の行の文の続きが、字下げされずに次の行から始まっています",
                    "the text of the line above goes on here without its indentation",
                ),
                Message::new(
                    "上の行につなげて1行にするか、上の行より深く字下げしてください",
                    "join it to the line above, or indent it further than that",
                ),
            ),
            F::TextIndentation => (
                syntax(
                    "「|」や「>」の文の途中で字下げが浅くなっています",
                    "the indentation of a `|` or `>` text becomes smaller inside it",
                ),
                Message::new(
                    "文のすべての行を、最初の行と同じか、それより深く字下げしてください",
                    "indent all lines of the text as far as its first line, or further",
                ),
            ),
            F::UnclosedQuote { quote } => (
                syntax(
                    format!("引用符 {quote} が閉じられていません"),
                    format!("the quote {quote} is not closed"),
                ),
                Message::new(
                    format!(
                        "値の終わりに {quote} を付けてください。2行以上の文は、続きの行を字下げしてくだ\
                         さい"
                    ),
                    format!("put {quote} at the end of the value; if it takes several lines, indent them"),
                ),
            ),
            F::TextBehindQuote => (
                syntax(
                    "閉じた引用符の後ろに文字があります",
                    "there is text behind the closing quote",
                ),
                Message::new(
                    "値の全体を '…' で囲むか、中の引用符を「」にしてください",
                    "put the whole value in '…', so that the quotes inside it count as text",
                ),
            ),
            F::UnknownEscape => (
                syntax(
                    "\"…\" の中の「\\」が読み取れません",
                    "a `\\` inside \"…\" cannot be read",
                ),
                Message::new(
                    "「\\\\」と2つ続けて書くか、値を '…' で囲んでください",
                    "write `\\\\`, or put the value in '…'",
                ),
            ),
            F::UnclosedBracket { bracket } => {
                let closing = if bracket == '[' { ']' } else { '}' };
                (
                    syntax(
                        format!("かっこ {bracket} が閉じられていません"),
                        format!("the bracket {bracket} is not closed"),
                    ),
                    Message::new(
                        format!(
                            "対応する {closing} を書いてください。文の一部なら、値の全体を引用符で囲んで\
                             ください"
                        ),
                        format!(
                            "write the {closing} that belongs to it; if it is part of the text, put the \
                             whole value in quotes"
                        ),
                    ),
                )
            }
            F::TextBehindBracket => (
                syntax(
                    "閉じたかっこの後ろに文字があります",
                    "there is text behind the closing bracket",
                ),
                as_text(),
            ),
            F::MissingComma => (
                syntax(
                    "かっこの中に、区切りの「,」がありません",
                    "a comma is missing inside the brackets",
                ),
                Message::new(
                    "値を「,」で区切ってください。文の一部なら、その文を引用符で囲んでください",
                    "separate the values by commas; if it is part of the text, put the text in quotes",
                ),
            ),
            F::TextBehindBlock { sign } => (
                syntax(
                    format!("「{sign}」と同じ行に文字があります"),
                    format!("there is text on the same line as `{sign}`"),
                ),
                Message::new(
                    format!(
                        "「{sign}」の次の行から、字下げして文を書いてください。「{sign}」が文の一部なら \
                         → {example}"
                    ),
                    format!(
                        "write the text indented on the next line; if `{sign}` is part of it → \
                         {example}"
                    ),
                ),
            ),
            F::SignBehindKey { sign: '-' } => (
                syntax(
                    "「- 」の一覧が、項目名と同じ行で始まっています",
                    "a `- ` list begins on the line of its key",
                ),
                Message::new(
                    "一覧は次の行から始めてください。文字なら引用符で囲んでください → \"-\"",
                    "begin the list on the next line; if it is text, put it in quotes → \"-\"",
                ),
            ),
            F::SignBehindKey { sign } | F::ReservedSign { sign } => (
                syntax(
                    format!("値を「{sign}」で始めることはできません"),
                    format!("a value cannot begin with `{sign}`"),
                ),
                as_text(),
            ),
            F::Unwanted { character, why } => return decode::describe(character, why, 0),
        };
        (code, message, remedy)
    }
}

fn problem(code: Code, ja: impl Into<String>, en: impl Into<String>) -> (Code, Message) {
    (code, Message::new(ja, en))
}

fn syntax(ja: impl Into<String>, en: impl Into<String>) -> (Code, Message) {
    problem(Code::YamlSyntax, ja, en)
}

fn instead_of_reuse() -> Message {
    Message::new(
        "同じ内容でも、その都度書いてください。文字として書くなら、値の全体を引用符で囲んでください",
        "write the content again where it is needed; if it is text, put the whole value in quotes",
    )
}

fn lines_ja(others: usize) -> String {
    if others == 0 {
        String::new()
    } else {
        format!("（ほかに {others} 行）")
    }
}

fn lines_en(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => " (and on 1 other line)".to_owned(),
        _ => format!(" (and on {others} other lines)"),
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
