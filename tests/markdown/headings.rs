//! Levels and anchors of headings.

use super::{assert_pages, assert_problems, page_with};
use koyaku::markdown::scan;

fn anchors(body: &str) -> Vec<String> {
    scan(body)
        .headings
        .into_iter()
        .map(|heading| heading.anchor)
        .collect()
}

fn levels(body: &str) -> Vec<u8> {
    scan(body).headings.iter().map(|heading| heading.level).collect()
}

#[test]
fn an_anchor_is_the_text_in_lower_case_with_hyphens_for_spaces() {
    let cases = [
        ("## 行政経営の方針", "行政経営の方針"),
        ("## 1年目の Review", "h-1年目の-review"),
        ("## ＰＰＰ　と ＤＸ", "ppp-と-dx"),
        (
            "## **「重点」**（案）と `code` &amp; [文](other.md)",
            "重点案と-code-文",
        ),
        ("## A -- b_c", "a-b_c"),
        ("## ガイドライン・々〇ー", "ガイドライン々〇ー"),
        ("## Straße ÉTÉ", "straße-été"),
        ("## ！？", "h"),
        ("##", "h"),
        ("## 2026-03-31", "h-2026-03-31"),
        ("## ２０２６年度", "h-2026年度"),
        ("## FY2025", "h-fy2025"),
        ("## fn-1", "h-fn-1"),
        ("## fnref-1-2", "h-fnref-1-2"),
        ("## fnord", "fnord"),
        ("## \"><script>", "script"),
        ("見出し\n===", "見出し"),
        ("長い\n見出し\n---", "長い見出し"),
        ("two\nlines\n---", "two-lines"),
    ];
    for (body, anchor) in cases {
        assert_eq!(anchors(body), [anchor], "{body}");
    }
    let long = format!("## {}", "長".repeat(100));
    assert_eq!(anchors(&long), ["長".repeat(64)]);
}

#[test]
fn headings_that_are_alike_get_numbers_that_clash_with_no_other() {
    assert_eq!(anchors("## 概要\n## 概要\n## 概要"), ["概要", "概要-2", "概要-3"]);
    assert_eq!(
        anchors("## 概要-2\n## 概要\n## 概要\n## 概要"),
        ["概要-2", "概要", "概要-3", "概要-4"]
    );
    assert_eq!(
        anchors("## 概要\n## 概要\n## 概要-2"),
        ["概要", "概要-2", "概要-2-2"]
    );
    assert_eq!(anchors("## ！\n## ？\n## 2"), ["h", "h-2", "h-2-2"]);
    assert_eq!(
        anchors("> ## 概要\n\n- ## 概要\n\n## ＡＢＣ\n## abc"),
        ["概要", "概要-2", "abc", "abc-2"]
    );
}

#[test]
fn levels_begin_at_two_and_skip_nothing() {
    assert_eq!(levels("## a\n### b\n#### c\n## d"), [2, 3, 4, 2]);
    assert_eq!(levels("# a\n## b\n### c"), [2, 2, 3]);
    assert_eq!(levels("### a\n### b\n#### c\n## d"), [2, 2, 3, 2]);
    assert_eq!(levels("## a\n#### b\n#### c\n### d\n###### e"), [2, 3, 3, 3, 4]);
    assert_eq!(levels("## a\n### b\n#### c\n##### d\n###### e"), [2, 3, 4, 5, 6]);
    assert_problems(&[
        ("# 題\n## 節", &["W markdown-heading # 題"]),
        ("## 節\n#### 項\n#### 項", &["W markdown-heading #### 項"]),
        ("### 項\n### 項", &["W markdown-heading ### 項"]),
        ("## 節\n### 項\n## 節", &[]),
        (
            "##\n\n## &nbsp;",
            &["W markdown-heading ##", "W markdown-heading ## &nbsp;"],
        ),
        ("a[^1]\n\n[^1]: ## 題", &["W markdown-heading ## 題"]),
    ]);
}

#[test]
fn several_bodies_share_a_page_by_prefix_and_shift() {
    let page = page_with("## 節[^1]\n### 項\n\n[上](#節)\n\n[^1]: 注", |options| {
        koyaku::markdown::HtmlOptions {
            heading_shift: 2,
            id_prefix: "r1-",
            label: "令和8年3月",
            ..options
        }
    });
    assert_eq!(
        page,
        "<h4 id=\"r1-節\">節<sup><a id=\"r1-fnref-1\" href=\"#r1-fn-1\" role=\"doc-noteref\" aria-label=\"注1\">1</a></sup></h4>\n\
         <h5 id=\"r1-項\">項</h5>\n\
         <p><a href=\"#r1-節\">上</a></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注: 令和8年3月\"><h4>脚注</h4><ol>\
         <li id=\"r1-fn-1\"><p>注 <a href=\"#r1-fnref-1\" role=\"doc-backlink\" aria-label=\"本文の注1へ戻る\">↩\u{fe0e}</a></p></li></ol></section>"
    );
    let deep = page_with("## 節", |options| koyaku::markdown::HtmlOptions {
        heading_shift: 255,
        ..options
    });
    assert_eq!(deep, "<h6 id=\"節\">節</h6>");
}

#[test]
fn a_heading_in_a_note_is_a_paragraph_of_it() {
    assert_pages(&[(
        "a[^1]\n\n[^1]: ## 題",
        "<p>a<sup><a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\" aria-label=\"注1\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\"><h2>脚注</h2><ol><li id=\"fn-1\"><p>題 \
         <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"本文の注1へ戻る\">↩\u{fe0e}</a></p></li></ol></section>",
    )]);
}
