//! Footnotes: numbers, ways back, and words that must not be lost.

use super::{assert_problems, page};

fn mark(number: &str, place: &str) -> String {
    format!(
        "<sup><a id=\"fnref-{place}\" href=\"#fn-{number}\" role=\"doc-noteref\" aria-label=\"注\
         {number}\">{number}</a></sup>"
    )
}

fn back(place: &str) -> String {
    format!(
        " <a href=\"#fnref-{place}\" role=\"doc-backlink\" aria-label=\"本文の注{place}へ戻る\
         \">↩\u{fe0e}</a>"
    )
}

fn again(place: &str, nth: &str) -> String {
    format!(
        " <a href=\"#fnref-{place}\" role=\"doc-backlink\" aria-label=\"本文の注{place}へ戻る\
         \">↩\u{fe0e}<sup>{nth}</sup></a>"
    )
}

fn notes(items: &str) -> String {
    format!(
        "\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\"><h2>脚注\
         </h2><ol>{items}</ol></section>"
    )
}

#[test]
fn notes_are_numbered_as_a_reader_meets_them() {
    let body = "一[^b]二[^a]三[^B]\n\n[^a]: 甲\n[^b]: 乙";
    let items = format!(
        "<li id=\"fn-1\"><p>乙{}{}</p></li><li id=\"fn-2\"><p>甲{}</p></li>",
        back("1"),
        again("1-2", "2"),
        back("2")
    );
    let text = format!(
        "<p>一{}二{}三{}</p>",
        mark("1", "1"),
        mark("2", "2"),
        mark("1", "1-2")
    );
    assert_eq!(page(body), text + &notes(&items));
}

#[test]
fn a_note_may_refer_to_notes_and_to_itself() {
    let body = "一[^a]\n\n[^c]: 丙[^a]\n[^a]: 甲[^c][^a]";
    let items = format!(
        "<li id=\"fn-1\"><p>甲{}{}{}{}{}</p></li><li id=\"fn-2\"><p>丙{}{}</p></li>",
        mark("2", "2"),
        mark("1", "1-2"),
        back("1"),
        again("1-2", "2"),
        again("1-3", "3"),
        mark("1", "1-3"),
        back("2")
    );
    assert_eq!(
        page(body),
        format!("<p>一{}</p>", mark("1", "1")) + &notes(&items)
    );
}

#[test]
fn a_note_holds_paragraphs_lists_and_tables() {
    let body = "一[^a]\n\n[^a]: 甲\n\n    - 乙\n";
    let items = format!(
        "<li id=\"fn-1\"><p>甲</p><ul><li>乙</li></ul><p>{}</p></li>",
        back("1")
    );
    assert_eq!(
        page(body),
        format!("<p>一{}</p>", mark("1", "1")) + &notes(&items)
    );
}

#[test]
fn a_note_inside_a_quotation_or_a_list_is_shown_at_the_end() {
    let body = "> 一[^a]\n>\n> [^a]: 甲\n>\n> 二";
    let items = format!("<li id=\"fn-1\"><p>甲{}</p></li>", back("1"));
    assert_eq!(
        page(body),
        format!("<blockquote><p>一{}</p><p>二</p></blockquote>", mark("1", "1")) + &notes(&items)
    );
}

#[test]
fn no_word_of_a_note_is_lost() {
    let body = "一[^a]\n\n[^a]: 甲\n[^a]: 乙\n[^z]: 丙";
    let items = format!(
        "<li id=\"fn-1\"><p>甲{}</p></li><li id=\"fn-2\"><p>乙</p></li><li id=\"fn-3\"><p>丙</p></li>",
        back("1")
    );
    assert_eq!(
        page(body),
        format!("<p>一{}</p>", mark("1", "1")) + &notes(&items)
    );
    assert_problems(&[
        (
            body,
            &["E markdown-footnote [^a]: 乙", "W markdown-footnote [^z]: 丙"],
        ),
        (
            "一[^1]\n\n[^1]：二",
            &["E markdown-footnote [^1]", "E markdown-footnote [^1]"],
        ),
        ("一[^x] \\[^y] `[^z]` [^ ] [^", &["E markdown-footnote [^x]"]),
        ("[^x]\n\n[^x]: 甲", &[]),
    ]);
}
