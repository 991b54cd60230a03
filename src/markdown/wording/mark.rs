//! Sentences about marks within a line: bold, footnotes, link references.

use super::super::problem::{BoldProblem, NoteProblem};
use crate::diagnostic::Message;

pub(super) fn bold(problem: &BoldProblem) -> (Message, Message) {
    let seen = "「**」が太字にならず、そのまま表示されます";
    match problem {
        BoldProblem::Spaced(written) => (
            Message::new(
                format!("{seen}（すぐ内側に空白があるため）"),
                "`**` is shown as it is, because of the space inside it",
            ),
            Message::new(
                format!("内側の空白を取ってください → {written}"),
                format!("take the space out → {written}"),
            ),
        ),
        BoldProblem::Stuck(written) => (
            Message::new(
                format!("{seen}（記号と文字の境目にあるため）"),
                "`**` is shown as it is, because it stands between a sign and a letter",
            ),
            Message::new(
                format!("前後に半角の空白を置いてください → 文字 {written} 文字"),
                format!("put a space before and after → text {written} text"),
            ),
        ),
        BoldProblem::Alone => (
            Message::new(
                format!("{seen}（対になる「**」がないため）"),
                "`**` is shown as it is, because it has no partner in this paragraph",
            ),
            Message::new(
                "同じ段落の中で **文字** のように囲み、記号そのものを示すときは \\*\\* と書いてください",
                "write **bold** within one paragraph, or \\*\\* for the signs themselves",
            ),
        ),
    }
}

pub(super) fn note(problem: NoteProblem, label: &str) -> (Message, Message) {
    match problem {
        NoteProblem::Undefined => (
            Message::new(
                format!("脚注 [^{label}] の文がありません"),
                format!("the note `[^{label}]` is not written anywhere"),
            ),
            Message::new(
                format!("行の始めに [^{label}]: 注の文 と書くか、脚注でなければ \\[^{label}] としてください"),
                format!(
                    "write `[^{label}]: the note` on a line of its own, or `\\[^{label}]` if it is no \
                     note"
                ),
            ),
        ),
        NoteProblem::Colon => (
            Message::new(
                format!("脚注 [^{label}] の後ろが全角の「：」です"),
                format!("the colon after the note `[^{label}]` is a full-width one"),
            ),
            Message::new(
                format!("半角の : にしてください → [^{label}]: 注の文"),
                format!("write an ASCII colon → [^{label}]: the note"),
            ),
        ),
        NoteProblem::Twice => (
            Message::new(
                format!("脚注 [^{label}] の文が二つあります"),
                format!("the note `[^{label}]` is written twice"),
            ),
            Message::new(
                "一つにするか、別の名前を付けてください",
                "keep one, or give the other another label",
            ),
        ),
        NoteProblem::Unused => (
            Message::new(
                format!("脚注 [^{label}] は本文のどこからも参照されていません（最後に置きます）"),
                format!("nothing refers to the note `[^{label}]`; it is put last"),
            ),
            Message::new(
                format!("本文の当てはまる所に [^{label}] と書いてください"),
                format!("write `[^{label}]` where it belongs"),
            ),
        ),
        NoteProblem::InLink => (
            Message::new(
                format!("リンクや画像の中では脚注 [^{label}] を付けられません"),
                format!("the note `[^{label}]` cannot stand inside a link or a picture"),
            ),
            Message::new(
                format!("リンクの後ろに移してください → [文字](行き先)[^{label}]"),
                format!("move it behind the link → [text](address)[^{label}]"),
            ),
        ),
    }
}

pub(super) fn reference_undefined(label: &str) -> (Message, Message) {
    (
        Message::new(
            format!("参照リンク [{label}] の行き先が書かれていません"),
            format!("the link reference `[{label}]` is not defined"),
        ),
        Message::new(
            format!(
                "本文の終わりに [{label}]: https://… と書くか、リンクでなければ最初のかっこを \\[ として\
                 ください"
            ),
            format!("add `[{label}]: https://…` at the end, or write `\\[` if it is not a link"),
        ),
    )
}

pub(super) fn reference_unused(label: &str) -> (Message, Message) {
    (
        Message::new(
            format!("「[{label}]:」で始まるこの行は、リンクの行き先とみなされ、表示されません"),
            format!("this line is read as the address of `[{label}]` and is not shown"),
        ),
        Message::new(
            format!("文として表示するなら \\[{label}]: と書き、要らなければ消してください"),
            format!("write `\\[{label}]:` to show it as text, or remove it"),
        ),
    )
}

pub(super) fn link_not_made() -> (Message, Message) {
    (
        Message::new(
            "リンクや画像になっていません（書いたとおりに表示されます）",
            "this is no link or picture, and is shown as it is written",
        ),
        Message::new(
            "かっこを半角にし、空白のある行き先は <> で囲み、中に脚注や別のリンクを置かないでください → [文\
             字](<行き先>)",
            "use ASCII brackets, put <> around an address with spaces, and no note or link inside → \
             [text](<address>)",
        ),
    )
}
