//! What careless and hostile editors write. Nothing of it runs, hangs, breaks out or disappears.

use super::{assert_pages, assert_problems, page, problems};
use crate::support::worked;
use koyaku::diagnostic::Code;
use koyaku::markdown::scan;
use std::time::Duration;

#[test]
fn schemes_that_run_are_refused_and_their_words_stay() {
    let links = [
        "[文](javascript:alert(1))",
        "[文](JaVaScRiPt:alert(1))",
        "[文](java&#115;cript:alert(1))",
        "[文](javascript&colon;alert(1))",
        "[文](&#x6a;avascript&#58;alert(1))",
        "[文](java&#10;script:alert(1))",
        "[文](java&Tab;script:alert(1))",
        "[文](&#1;javascript:alert(1))",
        "[文](<  javascript:alert(1)>)",
        "[文](data:text/html;base64,PHNjcmlwdD4=)",
        "[文](vbscript:x)",
        "[文](file:///etc/passwd)",
        "[文](//evil.example/x)",
        "[文](/\\\\evil.example)",
        "[文](https:evil.example)",
        "[文](http:///)",
        "[文][x]\n\n[x]: javascript:alert(1)",
        "![文](javascript:alert(1))",
    ];
    for link in links {
        assert_eq!(page(link), "<p>文</p>", "{link}");
        let found = problems(link);
        assert!(
            found.len() == 1 && found[0].starts_with("E link-scheme "),
            "{link} {found:?}"
        );
    }
    assert_pages(&[
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("[文](javascript%3Aalert(1))", "<p>文</p>"),
        ("[文](&amp;#x6a;avascript)", "<p>文</p>"),
    ]);
    assert_problems(&[
        ("<javascript:alert(1)>", &["E link-scheme <javascript:alert(1)>"]),
        ("[文]()", &["E link-scheme [文]()"]),
    ]);
}

#[test]
fn nothing_breaks_out_of_an_attribute() {
    assert_pages(&[
        (
            "[a](https://e.jp/\"onclick=\"x)",
            "<p><a href=\"https://e.jp/%22onclick=%22x\" class=\"external\" rel=\"external\">a<span \
             class=\"visually-hidden\">（外部サイト）</span></a></p>",
        ),
        (
            "[a](other.md '\"><script>')",
            "<p><a href=\"../other/\" title=\"&quot;&gt;&lt;script&gt;\">a</a></p>",
        ),
        (
            "![\"><script>](歩道%201.jpg)",
            "<p><img src=\"歩道%201.jpg\" alt=\"&quot;&gt;&lt;script&gt;\" width=\"640\" height=\"480\" \
             loading=\"lazy\" decoding=\"async\"></p>",
        ),
        (
            "![\" onerror=\"x](歩道%201.jpg)",
            "<p><img src=\"歩道%201.jpg\" alt=\"&quot; onerror=&quot;x\" width=\"640\" height=\"480\" \
             loading=\"lazy\" decoding=\"async\"></p>",
        ),
        ("## \" onclick=\"x", "<h2 id=\"onclickx\">\" onclick=\"x</h2>"),
        ("``` \"><script>\nx\n```", "<pre><code>x\n</code></pre>"),
        (
            "<img src=x onerror=alert(1)>",
            "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
        ),
        ("<scr<script>ipt>", "<p>&lt;scr&lt;script&gt;ipt&gt;</p>"),
    ]);
}

#[test]
fn characters_that_hide_are_refused_in_entities_too() {
    assert_pages(&[
        ("一&#x202e;二&#1;三", "<p>一\u{fffd}二\u{fffd}三</p>"),
        (
            "[a](other.md \"&#x2066;x\")",
            "<p><a href=\"../other/\" title=\"\u{fffd}x\">a</a></p>",
        ),
    ]);
    assert_problems(&[(
        "一&#x202e;二&#1;三",
        &["E encoding-bidi &#x202e;", "E encoding-control &#1;"],
    )]);
}

#[test]
fn nesting_past_32_levels_is_cut_and_no_word_is_lost() {
    let quoted = |depth: usize| format!("{}底", "> ".repeat(depth));
    assert_eq!(problems(&quoted(32)), [""; 0]);
    assert_eq!(page(&quoted(32)).matches("<blockquote>").count(), 32);
    assert_eq!(scan(&quoted(33)).problems[0].code, Code::MarkdownDepth);
    assert_eq!(
        page(&quoted(40)),
        format!(
            "{}<p>底</p>{}",
            "<blockquote>".repeat(32),
            "</blockquote>".repeat(32)
        )
    );

    let listed: String = (0..40)
        .map(|depth| format!("{}- 段{depth}\n", "  ".repeat(depth)))
        .collect();
    let page_of_list = page(&listed);
    assert_eq!(problems(&listed).len(), 1);
    assert_eq!(page_of_list.matches("<ul>").count(), 32);
    assert!(
        (0..40).all(|depth| page_of_list.contains(&format!("段{depth}"))),
        "{page_of_list}"
    );

    let starred = format!("{}底{}", "*".repeat(200), "*".repeat(200));
    assert_eq!(
        page(&starred),
        format!("<p>{}底{}</p>", "<strong>".repeat(32), "</strong>".repeat(32))
    );
    assert_eq!(scan(&starred).problems[0].code, Code::MarkdownDepth);

    let abyss = format!("{}底", "> ".repeat(10_000));
    assert_eq!(scan(&abyss).problems[0].code, Code::MarkdownDepth);
    assert!(page(&abyss).ends_with("底</p>"));
}

#[test]
fn the_input_on_which_the_parser_is_known_to_panic_is_read() {
    let body = "予\n:<\n  {}\n -\n";
    assert_eq!(page(body), "<h2 id=\"予\">予:&lt; {}</h2>");
    assert_eq!(problems(body), [""; 0]);
}

/// Writes a body with its marks so many times.
type Body = Box<dyn Fn(usize) -> String>;

/// Eight times as many marks may take about eight times as long; what is quadratic takes sixty-four times as
/// long and, at the size of the largest file, minutes. A busy machine may disturb one attempt, not three.
#[test]
fn endless_marks_take_linear_time() {
    let repeated = [
        "*",
        "**a ",
        "*a **b ",
        "*a**a_ ",
        "あ**「",
        "」**の",
        "あ**「」**の",
        "~a ~~b ",
        "[",
        "[a](",
        "[a](b",
        "[[",
        "[[a|",
        "[[a]",
        "![[",
        "![a](",
        "]",
        "[a][b] ",
        "[^a] ",
        "[^",
        "<",
        "<a ",
        "<a b='",
        "a <!-- ",
        "a <?",
        "a <![CDATA[",
        "<b>",
        "`",
        "`a``b ",
        "> ",
        ">\n",
        "> a\n",
        ">*あ",
        "- ",
        "1. ",
        "# a\n",
        "## 概要\n",
        "[a]: b\n",
        "[^1]: ",
        "&amp",
        "\\",
        "\\*",
        "|",
        "|a|b|\n",
        "\n",
        "a\n",
        "日\n",
        "a  \n",
        "\t",
        "a\n---\n",
        "~~~あ\n",
        "** a **b ",
        "](",
        "[a]（http",
    ];
    let mut bodies: Vec<(String, Body)> = Vec::new();
    for marks in repeated {
        bodies.push((marks.to_owned(), Box::new(move |times| marks.repeat(times))));
    }
    bodies.push((
        "stars around".into(),
        Box::new(|times| format!("{0}a{0}", "*".repeat(times))),
    ));
    bodies.push((
        "brackets around".into(),
        Box::new(|times| format!("{}a{}", "[".repeat(times), "](x)".repeat(times))),
    ));
    bodies.push((
        "lines under quotations".into(),
        Box::new(|times| format!("{}a\n{}", "> ".repeat(times), "a\n".repeat(times))),
    ));
    bodies.push((
        "notes".into(),
        Box::new(|times| {
            (0..times)
                .map(|note| format!("[^{note}]\n\n[^{note}]: x\n\n"))
                .collect()
        }),
    ));
    bodies.push((
        "tags".into(),
        Box::new(|times| (0..times).map(|tag| format!("<x{tag}>")).collect()),
    ));
    bodies.push((
        "suffixes".into(),
        Box::new(|times| (0..times).map(|head| format!("## a-{head}\n## a\n")).collect()),
    ));
    for (name, body) in bodies {
        let (small, large) = (body(500), body(4_000));
        let is_linear = || time(&large) < time(&small) * 24 + Duration::from_millis(20);
        assert!(
            is_linear() || is_linear() || is_linear(),
            "{name:?} takes more than linear time"
        );
    }
}

fn time(body: &str) -> Duration {
    let start = worked();
    let found = scan(body);
    let written = page(body);
    let taken = worked() - start;
    assert!(
        found
            .problems
            .iter()
            .all(|problem| problem.code != Code::MarkdownPanic),
        "{body}"
    );
    assert!(
        found.problems.len() < 1000 && written.len() < 100 * body.len(),
        "{} problems",
        found.problems.len()
    );
    taken
}
