//! The sentences about a body, in calm plain words for people who write for a city: `wording.yaml`. Each
//! names what was written, what readers will see, and what to write instead.

use super::problem::{BoldProblem, HeadingProblem, MarkdownFault, NoteProblem, TableProblem, WideMark};
use super::target::Refused;
use crate::diagnostic::Message;
use crate::source::MessageWords;
use std::fmt::Display;
use std::sync::LazyLock;

static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("wording.yaml")));

/// The longest passage of the source that a sentence repeats, in characters.
const LONGEST: usize = 30;

/// What is wrong, and what to do.
pub(super) fn words_for(kind: &MarkdownFault) -> (Message, Message) {
    match kind {
        MarkdownFault::Html(name) => {
            let message = WORDS.say("html", &[("name", &short(name))]);
            (message, WORDS.say(instead(name), &[]))
        }
        MarkdownFault::HtmlComment => said("html-comment", &[]),
        MarkdownFault::TooDeep => said("too-deep", &[]),
        MarkdownFault::Bold(BoldProblem::Spaced(written)) => said("bold-spaced", &[("written", written)]),
        MarkdownFault::Bold(BoldProblem::Stuck(written)) => said("bold-stuck", &[("written", written)]),
        MarkdownFault::Bold(BoldProblem::Alone) => said("bold-alone", &[]),
        MarkdownFault::Note(problem, label) => {
            let key = match problem {
                NoteProblem::Undefined => "note-undefined",
                NoteProblem::Colon => "note-colon",
                NoteProblem::Twice => "note-twice",
                NoteProblem::Unused => "note-unused",
                NoteProblem::InLink => "note-in-link",
            };
            said(key, &[("label", &short(label))])
        }
        MarkdownFault::ReferenceUndefined(label) => said("reference-undefined", &[("label", &short(label))]),
        MarkdownFault::ReferenceUnused(label) => said("reference-unused", &[("label", &short(label))]),
        MarkdownFault::LinkNotMade => said("link-not-made", &[]),
        MarkdownFault::ImageElsewhere => said("image-elsewhere", &[]),
        MarkdownFault::AltMissing => said("alt-missing", &[]),
        MarkdownFault::Heading(HeadingProblem::One) => said("heading-one", &[]),
        MarkdownFault::Heading(HeadingProblem::Skipped { written, deepest }) => {
            let hashes = |level: &u8| "#".repeat(usize::from(*level));
            said(
                "heading-skipped",
                &[("hashes", &hashes(written)), ("fewer", &hashes(deepest))],
            )
        }
        MarkdownFault::Heading(HeadingProblem::Empty) => said("heading-empty", &[]),
        MarkdownFault::Heading(HeadingProblem::InNote) => said("heading-in-note", &[]),
        MarkdownFault::Table(TableProblem::TooLarge) => said("table-too-large", &[]),
        MarkdownFault::Table(TableProblem::CellsLost(lost)) => {
            said("table-cells-lost", &[("lost", &short(lost))])
        }
        MarkdownFault::Table(TableProblem::NotMade) => said("table-not-made", &[]),
        MarkdownFault::Table(TableProblem::WithoutHead) => said("table-without-head", &[]),
        MarkdownFault::Destination(refused, scheme) => {
            let key = match refused {
                Refused::Scheme if matches!(&**scheme, "http" | "https" | "mailto" | "tel") => {
                    "destination-scheme-alone"
                }
                Refused::Scheme => "destination-scheme",
                Refused::NoScheme => "destination-no-scheme",
                Refused::Backslash => "destination-backslash",
                Refused::Control => "destination-control",
                Refused::Empty => "destination-empty",
            };
            said(key, &[("scheme", &short(scheme))])
        }
        MarkdownFault::Wide(WideMark::Heading(written)) => said("wide-heading", &[("written", written)]),
        MarkdownFault::Wide(WideMark::Stuck(written)) => said("stuck-heading", &[("written", written)]),
        MarkdownFault::Wide(WideMark::Bullet(sign, written)) => said(
            "wide-bullet",
            &[("sign", &sign.to_string()), ("written", written)],
        ),
        MarkdownFault::Wide(WideMark::Bold(written)) => said("wide-bold", &[("written", written)]),
        MarkdownFault::Pasted(row) => {
            let rule = format!("|{}", " --- |".repeat(row.matches(" | ").count() + 1));
            said("pasted", &[("rule", &rule), ("row", row)])
        }
        MarkdownFault::HiddenCharacter(character) => {
            said("hidden", &[("code", &format!("{:04X}", u32::from(*character)))])
        }
        MarkdownFault::Panicked => said("panicked", &[]),
    }
}

fn said(key: &str, fillings: &[(&str, &dyn Display)]) -> (Message, Message) {
    let remedy = WORDS.say(&format!("{key}.remedy"), fillings);
    (WORDS.say(key, fillings), remedy)
}

/// What to write in place of an HTML tag.
fn instead(name: &str) -> &'static str {
    match name {
        "br" => "html.br",
        "b" | "strong" => "html.strong",
        "i" | "em" => "html.em",
        "s" | "del" | "strike" => "html.del",
        "a" => "html.a",
        "img" => "html.img",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "html.heading",
        "hr" => "html.hr",
        "ul" | "ol" | "li" => "html.list",
        "table" | "thead" | "tbody" | "tr" | "th" | "td" => "html.table",
        _ => "html.other",
    }
}

fn short(text: &str) -> String {
    let mut characters = text
        .chars()
        .map(|character| if character.is_whitespace() { ' ' } else { character });
    let mut short: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
