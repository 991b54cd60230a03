//! Japanese punctuation beside emphasis, line breaks without spaces, and the single tilde.

use super::{assert_pages, assert_problems};

#[test]
fn emphasis_works_beside_japanese_punctuation() {
    assert_pages(&[
        ("**「重点」**の施策", "<p><strong>「重点」</strong>の施策</p>"),
        ("**注意！**ここ", "<p><strong>注意！</strong>ここ</p>"),
        (
            "市は**「重点」**とした",
            "<p>市は<strong>「重点」</strong>とした</p>",
        ),
        (
            "市は**（案）**を**【要】**と",
            "<p>市は<strong>（案）</strong>を<strong>【要】</strong>と</p>",
        ),
        (
            "**「A」**と**「B」**と**「C」**だ",
            "<p><strong>「A」</strong>と<strong>「B」</strong>と<strong>「C」</strong>だ</p>",
        ),
        ("これは**(注)**です", "<p>これは<strong>(注)</strong>です</p>"),
        ("**100%**です", "<p><strong>100%</strong>です</p>"),
        (
            "設定の**`x`**です",
            "<p>設定の<strong><code>x</code></strong>です</p>",
        ),
        (
            "前の**[済](other.md)**です",
            "<p>前の<strong><a href=\"../other/\">済</a></strong>です</p>",
        ),
        (
            "*「弱」*の ~~「旧」~~の",
            "<p><em>「弱」</em>の <del>「旧」</del>の</p>",
        ),
        ("***「両方」***の", "<p><em><strong>「両方」</strong></em>の</p>"),
        (
            "> **「引用」**の\n> **続き。**そして",
            "<blockquote><p><strong>「引用」</strong>の<strong>続き。</strong>そして</p></blockquote>",
        ),
        (
            "## **「題」**の",
            "<h2 id=\"題の\"><strong>「題」</strong>の</h2>",
        ),
    ]);
}

#[test]
fn a_bracket_says_which_way_emphasis_turns() {
    assert_pages(&[
        (
            "「**A**」と「**B**」",
            "<p>「<strong>A</strong>」と「<strong>B</strong>」</p>",
        ),
        ("「**A」と「**B**」", "<p>「**A」と「<strong>B</strong>」</p>"),
        (
            "**全体（*一部*）です**",
            "<p><strong>全体（<em>一部</em>）です</strong></p>",
        ),
        (
            "**A社**（本社）と**B社**（支社）",
            "<p><strong>A社</strong>（本社）と<strong>B社</strong>（支社）</p>",
        ),
    ]);
}

#[test]
fn latin_text_keeps_the_rules_of_commonmark() {
    assert_pages(&[
        ("a**\"b\"**c", "<p>a**\"b\"**c</p>"),
        ("a * b * c", "<p>a * b * c</p>"),
        ("2*3*4", "<p>2<em>3</em>4</p>"),
    ]);
}

#[test]
fn nothing_changes_in_code_addresses_and_comments() {
    assert_pages(&[
        ("`あ**「い」**う`", "<p><code>あ**「い」**う</code></p>"),
        (
            "```\nあ**「い」**う\n```",
            "<pre><code>あ**「い」**う\n</code></pre>",
        ),
        ("    あ**「い」**う", "<pre><code>あ**「い」**う</code></pre>"),
        (
            "<https://example.jp/あ**「い」**う>",
            "<p><a href=\"https://example.jp/あ**「い」**う\" class=\"external\" \
             rel=\"external\">https://example.jp/あ**「い」**う<span class=\"visually-hidden\">（外部サイ\
             ト）</span></a></p>",
        ),
        (
            "[x](https://example.jp/あ**「い」**う \"あ**「い」**う\")",
            "<p><a href=\"https://example.jp/あ**「い」**う\" class=\"external\" rel=\"external\" title=\"あ\
             **「い」**う\">x<span class=\"visually-hidden\">（外部サイト）</span></a></p>",
        ),
        ("<!-- あ**「い」**う -->", "<p>&lt;!-- あ**「い」**う --&gt;</p>"),
        ("あ\\**「い」\\**う", "<p>あ*<em>「い」*</em>う</p>"),
        (
            "[x][あ**「い]\n\n[あ**「い]: https://example.jp/",
            "<p><a href=\"https://example.jp/\" class=\"external\" rel=\"external\">x<span \
             class=\"visually-hidden\">（外部サイト）</span></a></p>",
        ),
    ]);
}

#[test]
fn text_that_holds_the_parsers_own_marks_stays_as_it_is() {
    let marks: String = ('\u{fdd0}'..='\u{fdef}').collect();
    for taken in ["\u{fdd0}", "\u{2060}", marks.as_str()] {
        let body = format!("{taken}と**あ**い");
        assert_eq!(
            super::page(&body),
            format!("<p>{taken}と<strong>あ</strong>い</p>")
        );
    }
    assert_pages(&[(
        "\u{fdd0}と**「重点」**の",
        "<p>\u{fdd0}と<strong>「重点」</strong>の</p>",
    )]);
}

#[test]
fn a_line_break_shows_a_space_only_between_words_that_need_one() {
    assert_pages(&[
        ("日本語の\n改行", "<p>日本語の改行</p>"),
        ("two\nwords", "<p>two words</p>"),
        ("日本\nJapan\n日本", "<p>日本Japan日本</p>"),
        ("令和\n5年", "<p>令和5年</p>"),
        ("終わり。\nNext", "<p>終わり。Next</p>"),
        ("end.\nNext", "<p>end. Next</p>"),
        ("**日本**\n*語*", "<p><strong>日本</strong><em>語</em></p>"),
        ("one\n**two**", "<p>one <strong>two</strong></p>"),
        ("one\n`two`", "<p>one <code>two</code></p>"),
        (
            "word[^1]\nword\n[^1]\n\n[^1]: x",
            "<p>word<sup><a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\" aria-label=\"注\
             1\">1</a></sup> word<sup><a id=\"fnref-1-2\" href=\"#fn-1\" role=\"doc-noteref\" aria-label=\"\
             注1\">1</a></sup></p>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\
             \"><h2>脚注</h2><ol><li id=\"fn-1\"><p>x <a href=\"#fnref-1\" role=\"doc-backlink\" \
             aria-label=\"本文の注1へ戻る\">↩\u{fe0e}</a> <a href=\"#fnref-1-2\" role=\"doc-backlink\" \
             aria-label=\"本文の注1-2へ戻る\">↩\u{fe0e}<sup>2</sup></a></p></li></ol></section>",
        ),
        ("한국\n어", "<p>한국 어</p>"),
        (
            "- 一\n  二\n- one\n  two",
            "<ul><li>一二</li><li>one two</li></ul>",
        ),
    ]);
}

#[test]
fn a_single_tilde_is_a_range_and_not_a_deletion() {
    assert_pages(&[
        ("10~20人、30~40人", "<p>10~20人、30~40人</p>"),
        ("「~みんなでつくる~」", "<p>「~みんなでつくる~」</p>"),
        ("~あ **い** う~", "<p>~あ <strong>い</strong> う~</p>"),
    ]);
}

#[test]
fn bold_that_stays_literal_is_reported_where_it_stands() {
    assert_problems(&[
        ("これは ** 重点 ** です", &[]),
        ("これは **重点 **です", &["W markdown-emphasis **重点 **"]),
        ("a**\"b\"**c", &["W markdown-emphasis **\"b\"**"]),
        ("**閉じない", &["W markdown-emphasis **"]),
        (
            "**一つ目\n\n二つ目**",
            &["W markdown-emphasis **", "W markdown-emphasis **"],
        ),
        ("\\*\\*重点\\*\\* `**a` 1234-****-**** **「重点」**の", &[]),
        (
            "| ** 印 | 値 |\n|-|-|\n| 0.01** | x |",
            &["W markdown-emphasis **"],
        ),
    ]);
}
