//! What holds for every body: scanning and writing agree, ids are unique, elements close, no word is lost.

use super::{page, page_with};
use koyaku::markdown::{HtmlOptions, scan};
use std::collections::HashSet;

/// Bodies from plain to broken. Each is checked alone, and then every two behind each other.
const BODIES: [&str; 62] = [
    "",
    "段落",
    "一つ目\n\n二つ目",
    "## 概要",
    "## 概要\n## 概要\n### 概要",
    "# 題\n#### 細目\n## 2026-03-31",
    "## fn-1\n\n一[^1]\n\n[^1]: 注",
    "## \"><b>\n## &amp;",
    "##\n##\n## ！",
    "見出し\n===\n\n見出し\n---",
    "> ## 引用の題\n> 本文",
    "- ## 項の題\n- 本文",
    "**「重点」**の施策",
    "**注意！**ここ",
    "あ**「い」**う**「え」**お",
    "***「三」***つ",
    "**閉じない",
    "* a\n* b\n\n  c",
    "1. a\n   1. b\n      - c",
    "- [x] 済\n- [ ] まだ\n\n- [x] 空き",
    "- [ ] ",
    "3. 三\n5. 五",
    "> > 二重\n> 一重",
    "> - a\n>   > b",
    "`code` と ``a`b``",
    "```\n## 題ではない\n```",
    "~~~注\n閉じない",
    "    字下げ\n\n    続き",
    "| a | b |\n|---|--:|\n| 1 | 2 |",
    "| | x |\n|-|-|\n| 行 | 1 | 余り |",
    "| | |\n|-|-|\n| a | b |",
    "|a|\n|-|\n\n|b|\n|-|\n",
    "- 項\n\n  |a|b|\n  |-|-|\n  |[[about]]|`x`|",
    "| a | b |\n|---|\n| 1 | 2 |",
    "一[^1]二[^2]三[^1]\n\n[^1]: 甲\n[^2]: 乙[^1]",
    "一[^a]\n\n[^a]: 甲\n\n    - 乙\n\n      丙",
    "[^z]: 使わない",
    "[^1]: 甲\n[^1]: 乙\n\n一[^1]",
    "> [^q]: 引用の注\n>\n> 一[^q]",
    "一[^無い]",
    "[^1]: [^1]",
    "## 題[^1]\n\n[^1]: ## 注の題",
    "[済](other.md) [外](https://example.jp/) [無](missing.md)",
    "[[about]] [[about|**概**要]] [[nowhere]] [[#概要]]",
    "[a <https://b.jp> c](other.md)",
    "[a [b](other.md) c](d)",
    "[](other.md) [ ](other.md)",
    "[文](javascript:x) <javascript:x>",
    "[a][b] [c][]\n\n[b]: other.md\n[使わない]: x",
    "![図](歩道%201.jpg) ![](a.jpg) ![外](https://e.jp/a.png)",
    "[![図](歩道%201.jpg)](other.md)",
    "![一 ![二](b.jpg)](c.jpg)",
    "<div>\n本文\n</div>",
    "一<b>二</b><!-- 三 -->",
    "<script>\nalert(1)\n</script>",
    "一\n二\nthree\nfour  \n五\\\n六",
    "---\n***\n___",
    "&amp; &lt; &#x202e; &nbsp; \\< \\& {{ x }}",
    "~10人、~~消~~、10~20",
    "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > 底",
    "********************************************************************底",
    "\u{fdd0}あ**「い」**う\u{fdd1}",
];

#[test]
fn pages_and_scans_agree_and_every_element_closes() {
    for body in BODIES {
        check(body);
    }
    for first in BODIES {
        for second in BODIES {
            check(&format!("{first}\n\n{second}"));
        }
    }
}

fn check(body: &str) {
    let page = page(body);
    let elements = elements(&page).unwrap_or_else(|problem| panic!("{problem}\n{body:?}\n{page}"));
    let ids: Vec<&str> = elements
        .iter()
        .filter_map(|element| attribute(element, "id"))
        .collect();
    let unique: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "ids are unique: {body:?}\n{page}");
    let headings: Vec<&str> = ids
        .into_iter()
        .filter(|id| !id.starts_with("fn-") && !id.starts_with("fnref-"))
        .collect();
    let scanned = scan(body);
    let anchors: Vec<&str> = scanned
        .headings
        .iter()
        .map(|heading| heading.anchor.as_str())
        .collect();
    assert_eq!(headings, anchors, "{body:?}");
    for element in &elements {
        if let Some(anchor) = attribute(element, "href").and_then(|href| href.strip_prefix('#')) {
            assert!(
                unique.contains(anchor),
                "#{anchor} leads nowhere: {body:?}\n{page}"
            );
        }
    }
    let shown = text(&page);
    for run in scanned.runs.iter().filter(|run| run.text(body) != "…") {
        assert!(
            shown.contains(run.text(body)),
            "{:?} is lost: {body:?}\n{page}",
            run.text(body)
        );
    }
    for problem in &scanned.problems {
        assert!(body.get(problem.span.clone()).is_some(), "{problem:?}: {body:?}");
    }
}

#[test]
fn a_prefix_keeps_two_bodies_of_one_page_apart() {
    for body in BODIES {
        let write = |prefix: &'static str| {
            page_with(body, move |options| HtmlOptions {
                id_prefix: prefix,
                ..options
            })
        };
        let both = format!("{}{}", write("a-"), write("b-"));
        let elements = elements(&both).expect("each of the two closes its elements");
        let ids: Vec<&str> = elements
            .iter()
            .filter_map(|element| attribute(element, "id"))
            .collect();
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{both}");
    }
}

#[test]
fn the_same_body_always_becomes_the_same() {
    for body in BODIES {
        assert_eq!(page(body), page(body));
        assert_eq!(scan(body), scan(body));
    }
}

/// The opening tags of a page, or what is wrong with the way they close and nest.
fn elements(page: &str) -> Result<Vec<&str>, String> {
    let mut open: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let mut quoted = false;
        let tag = rest[start + 1..]
            .split_once(|character| {
                quoted ^= character == '"';
                character == '>' && !quoted
            })
            .ok_or("a tag does not end")?;
        rest = tag.1;
        let name = tag.0.split(' ').next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let is_block = [
            "p",
            "ul",
            "ol",
            "table",
            "div",
            "blockquote",
            "pre",
            "hr",
            "section",
        ]
        .contains(&name);
        let holds_text =
            |name: &&str| ["p", "h2", "h3", "a", "em", "strong", "del", "code", "sup"].contains(name);
        if is_block && open.iter().any(holds_text) {
            return Err(format!("<{name}> stands in {open:?}"));
        }
        if name == "a" && open.contains(&"a") {
            return Err("a link stands in a link".into());
        }
        if matches!(open.last(), Some(&("ul" | "ol"))) != (name == "li") {
            return Err(format!("<{name}> stands in {open:?}"));
        }
        found.push(tag.0);
        if !["br", "hr", "img", "input"].contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() {
        Ok(found)
    } else {
        Err(format!("{open:?} stay open"))
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

fn text(page: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for character in page.chars() {
        match character {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(character),
            _ => {}
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
