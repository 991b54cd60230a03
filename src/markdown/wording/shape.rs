//! Sentences about what stands in a body as a whole: headings, tables, pictures.

use super::super::problem::{HeadingProblem, TableProblem};
use super::short;
use crate::diagnostic::Message;

pub(super) fn heading(problem: HeadingProblem) -> (Message, Message) {
    match problem {
        HeadingProblem::One => (
            Message::new(
                "# の見出しは使えません（ページの題が一番上の見出しです。## として表示します）",
                "a # heading is shown as ##, because the title of the page is the first heading",
            ),
            Message::new("## にしてください", "write ##"),
        ),
        HeadingProblem::Skipped { written, deepest } => {
            let (hashes, fewer) = ("#".repeat(usize::from(written)), "#".repeat(usize::from(deepest)));
            (
                Message::new(
                    format!("見出しの段が飛んでいます（{hashes} の前に {fewer} がありません）"),
                    format!("a heading level is skipped: no {fewer} before {hashes}"),
                ),
                Message::new(format!("{fewer} にしてください"), format!("write {fewer}")),
            )
        }
        HeadingProblem::Empty => (
            Message::new("見出しに文字がありません", "the heading has no words"),
            Message::new(
                "見出しの文字を書くか、この行を消してください",
                "write them, or remove the line",
            ),
        ),
        HeadingProblem::InNote => (
            Message::new(
                "脚注の中の見出しは、段落として表示されます",
                "a heading in a note is shown as a paragraph",
            ),
            Message::new("見出しの記号 # を消してください", "take the # away"),
        ),
    }
}

pub(super) fn table(problem: &TableProblem) -> (Message, Message) {
    match problem {
        TableProblem::TooLarge => (
            Message::new("一つの表が 1 MiB を超えています", "one table grows past 1 MiB"),
            Message::new(
                "表を分けるか、CSV ファイルにして本文からリンクしてください",
                "split it, or publish it as a CSV file and link to that",
            ),
        ),
        TableProblem::CellsLost(lost) => {
            let lost = short(lost);
            (
                Message::new(
                    format!("表のこの行は見出しの行より列が多く、「{lost}」が表示されません"),
                    format!("this row has more columns than the head, so `{lost}` is not shown"),
                ),
                Message::new(
                    "列の数をそろえてください。文字としての | は \\| と書きます",
                    "give the head as many columns; write `\\|` for the sign itself",
                ),
            )
        }
        TableProblem::NotMade => (
            Message::new(
                "表になっていません（見出しの行と、この区切りの行とで、列の数が違います）",
                "this is no table, because its head and this line have different numbers of columns",
            ),
            Message::new("| の数をそろえてください", "write the same number of `|` in both"),
        ),
        TableProblem::WithoutHead => (
            Message::new("表の見出しの行が空です", "the head of the table is empty"),
            Message::new(
                "それぞれの列が何かを、一行目に書いてください",
                "say in the first row what each column holds",
            ),
        ),
    }
}

pub(super) fn image_elsewhere() -> (Message, Message) {
    (
        Message::new(
            "この画像はサイトの中にないため、表示できません",
            "this picture is not in the site, so it cannot be shown",
        ),
        Message::new(
            "画像ファイルを本文と同じフォルダーに置き、![画像の説明](photo.jpg) のように書いてください",
            "put the file beside the text and write ![what it shows](photo.jpg)",
        ),
    )
}

pub(super) fn alt_missing() -> (Message, Message) {
    (
        Message::new(
            "画像の説明がありません（画像を見られない人に、内容が伝わりません）",
            "the picture has no description for people who cannot see it",
        ),
        Message::new(
            "![ と ] の間に、何の画像かを書いてください → ![完成したB工区の歩道](…)",
            "say what it shows between `![` and `]` → ![the finished footpath](…)",
        ),
    )
}
