//! CommonMark and its four extensions, as HTML.

use super::{assert_pages, assert_problems, page};

#[test]
fn common_marks_become_their_elements() {
    assert_pages(&[
        ("", ""),
        ("\n\n", ""),
        ("一つの段落", "<p>一つの段落</p>"),
        ("一つ目\n\n二つ目", "<p>一つ目</p>\n<p>二つ目</p>"),
        (
            "*a* **b** ***c*** _d_ __e__",
            "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em> <strong>e</strong></p>",
        ),
        ("snake_case_name", "<p>snake_case_name</p>"),
        ("~~旧~~", "<p><del>旧</del></p>"),
        (
            "`a < b` と ``a`b``",
            "<p><code>a &lt; b</code> と <code>a`b</code></p>",
        ),
        ("一行目  \n二行目\\\n三行目", "<p>一行目<br>二行目<br>三行目</p>"),
        ("> 引用\n> 続き", "<blockquote><p>引用続き</p></blockquote>"),
        (
            "- a\n- b\n  - c",
            "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        ),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("3) a\n4) b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
        ("---", "<hr>"),
        ("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        (
            "```\na < b\n\n  c\n```",
            "<pre><code>a &lt; b\n\n  c\n</code></pre>",
        ),
        ("    字下げ\n", "<pre><code>字下げ\n</code></pre>"),
        ("&amp; &copy; &lt;b&gt; \\*\\*", "<p>&amp; © &lt;b&gt; **</p>"),
        ("\"引用\" -- 'x'...", "<p>\"引用\" -- 'x'...</p>"),
    ]);
}

#[test]
fn braces_of_templates_are_text() {
    assert_pages(&[
        ("{{ name }} {% raw %}", "<p>{{ name }} {% raw %}</p>"),
        (
            "## 題 {#id .class}",
            "<h2 id=\"題-id-class\">題 {#id .class}</h2>",
        ),
    ]);
}

#[test]
fn extensions_that_nobody_asked_for_are_off() {
    assert_pages(&[
        ("用語\n: 説明", "<p>用語: 説明</p>"),
        ("$x$ H~2~O x^2^", "<p>$x$ H~2~O x^2^</p>"),
        ("> [!NOTE]\n> 注", "<blockquote><p>[!NOTE]注</p></blockquote>"),
        ("https://example.lg.jp/", "<p>https://example.lg.jp/</p>"),
    ]);
}

#[test]
fn tasks_are_boxes_that_cannot_be_changed_and_say_their_state() {
    assert_pages(&[
        (
            "- [x] 設計\n- [ ] 工事\n- 検査",
            "<ul><li class=\"task\"><input type=\"checkbox\" checked disabled aria-label=\"済み\"> 設計</li>\
             <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"まだ\"> 工事</li><li>検査</li></ul>",
        ),
        (
            "- [x] 設計\n\n- 検査",
            "<ul><li class=\"task\"><p><input type=\"checkbox\" checked disabled aria-label=\"済み\"> 設計</p></li>\
             <li><p>検査</p></li></ul>",
        ),
    ]);
}

#[test]
fn words_behind_a_fence_are_shown_unless_they_name_a_language() {
    assert_pages(&[
        ("```rust\nx\n```", "<pre><code>x\n</code></pre>"),
        (
            "~~~みんなでつくる\nx\n~~~",
            "<pre><code>みんなでつくる\nx\n</code></pre>",
        ),
        ("``` see below\nx\n```", "<pre><code>see below\nx\n</code></pre>"),
    ]);
}

#[test]
fn html_is_shown_as_text_and_reported_once_for_an_element() {
    assert_pages(&[
        ("a <b>c</b> d", "<p>a &lt;b&gt;c&lt;/b&gt; d</p>"),
        ("<div>\n**x**\n</div>", "<p>&lt;div&gt;\n**x**\n&lt;/div&gt;</p>"),
        ("一<!-- メモ -->二", "<p>一&lt;!-- メモ --&gt;二</p>"),
        ("1 < 2 と <注>", "<p>1 &lt; 2 と &lt;注&gt;</p>"),
    ]);
    assert_problems(&[
        (
            "a <b>c</b> d <b>e</b>",
            &["E markdown-html <b>", "E markdown-html <b>"],
        ),
        (
            "<div class=\"x\">\n\n本文\n\n</div>",
            &["E markdown-html <div class=\"x\">"],
        ),
        ("本文 </span>", &["E markdown-html </span>"]),
        ("一<!-- メモ -->二", &["E markdown-html <!-- メモ -->"]),
        ("<?php x ?>", &["E markdown-html <?php x ?>"]),
        ("1 < 2 と <注> と \\<b> と `<b>`", &[]),
    ]);
}

#[test]
fn a_page_is_written_behind_what_stands_there() {
    let mut out = String::from("<main>");
    let texts = super::texts();
    let options = koyaku::markdown::HtmlOptions {
        heading_shift: 0,
        id_prefix: "",
        label: "",
        find: None,
        texts: &texts,
        mark_japanese: false,
    };
    koyaku::markdown::html("a\n\nb", &options, &|_| None, &mut out);
    assert_eq!(out, format!("<main>{}", page("a\n\nb")));
}
