//! The runs of text that later stages search for terms, and the links they put there.

use super::page_mentioning;
use koyaku::markdown::{MarkdownPlace, TermMention, TextGap, scan};
use std::ops::Range;

fn runs(body: &str) -> Vec<(String, MarkdownPlace, TextGap)> {
    scan(body)
        .runs
        .iter()
        .map(|run| (run.text(body).to_owned(), run.place, run.gap))
        .collect()
}

fn run(text: &str, place: MarkdownPlace, gap: TextGap) -> (String, MarkdownPlace, TextGap) {
    (text.to_owned(), place, gap)
}

fn at(body: &str, word: &str) -> Range<usize> {
    let start = body.find(word).expect("the word stands in the body");
    start..start + word.len()
}

#[test]
fn every_run_says_where_it_stands_and_what_lies_before_it() {
    let body = "## 題[済](a.md)\n\n行政\n経営の**要**と`code`は\none\ntwo[^1] ![図](b.jpg)[文](c.md)。\\\n次\
         [[about]]\n\n[^1]: 注";
    assert_eq!(
        runs(body),
        [
            run("題", MarkdownPlace::Heading, TextGap::Block),
            run("済", MarkdownPlace::Heading, TextGap::None),
            run("行政", MarkdownPlace::Text, TextGap::Block),
            run("経営の", MarkdownPlace::Text, TextGap::None),
            run("要", MarkdownPlace::Text, TextGap::None),
            run("と", MarkdownPlace::Text, TextGap::None),
            run("code", MarkdownPlace::Code, TextGap::None),
            run("は", MarkdownPlace::Text, TextGap::None),
            run("one", MarkdownPlace::Text, TextGap::None),
            run("two", MarkdownPlace::Text, TextGap::Space),
            run(" ", MarkdownPlace::Text, TextGap::Space),
            run("文", MarkdownPlace::Link, TextGap::Space),
            run("。", MarkdownPlace::Text, TextGap::None),
            run("次", MarkdownPlace::Text, TextGap::Space),
            // What stands for the title that the link will show.
            run("…", MarkdownPlace::Link, TextGap::None),
            run("注", MarkdownPlace::Text, TextGap::Block),
        ]
    );
}

#[test]
fn offsets_are_those_of_the_body_as_it_was_given() {
    let body = "これは**「重点」**の施策で、**注意！**ここと~~「旧」~~の。\n\n- **（一）**の[済。**「文」**\
         の](a.md) a&amp;b\\*c";
    let scan = scan(body);
    let verbatim: Vec<&str> = scan
        .runs
        .iter()
        .filter(|run| !run.is_decoded())
        .map(|run| &body[run.span.clone()])
        .collect();
    assert_eq!(
        verbatim,
        [
            "これは",
            "「重点」",
            "の施策で、",
            "注意！",
            "ここと",
            "「旧」",
            "の。",
            "（一）",
            "の",
            "済。",
            "「文」",
            "の",
            " a",
            "b",
            "*c"
        ]
    );
    let decoded: Vec<(&str, &str)> = scan
        .runs
        .iter()
        .filter(|run| run.is_decoded())
        .map(|run| (&body[run.span.clone()], run.text(body)))
        .collect();
    assert_eq!(decoded, [("&amp;", "&")]);
    assert_eq!(&body[scan.links[0].span.clone()], "[済。**「文」**の](a.md)");
}

#[test]
fn brackets_that_are_no_link_do_not_cut_a_run() {
    let body = "令和5年度[注]の<数>と[1]";
    assert_eq!(runs(body), [run(body, MarkdownPlace::Text, TextGap::Block)]);
}

#[test]
fn mentions_become_links_where_they_stand() {
    let body = "**「PPP」**の手法とPPP、行政\n経営と[PPP](other.md)";
    let mention = |span: Range<usize>, term: usize| TermMention { span, term };
    let second = body.find("PPP、").expect("the word stands in the body");
    let mentions = [
        mention(at(body, "PPP"), 1),
        mention(second..second + 3, 1),
        mention(at(body, "行政\n経営"), 2),
    ];
    assert_eq!(
        page_mentioning(body, &mentions),
        "<p><strong>「[1:PPP]」</strong>の手法と[1:PPP]、[2:行政経営]と<a href=\"../other/\">PPP</a></p>"
    );
}

#[test]
fn a_mention_never_breaks_the_elements_around_it() {
    let body = "行**政経**営と[済](other.md)とa&amp;b";
    let all = TermMention {
        span: 0..body.len(),
        term: 7,
    };
    assert_eq!(
        page_mentioning(body, &[all]),
        "<p>[7:行]<strong>政経</strong>営と<a href=\"../other/\">済</a>とa&amp;b</p>"
    );
    let in_link = TermMention {
        span: at(body, "済"),
        term: 7,
    };
    assert!(!page_mentioning(body, &[in_link]).contains("[7:"));
    let inside_a_character = TermMention { span: 1..2, term: 7 };
    assert!(!page_mentioning(body, &[inside_a_character]).contains("[7:"));
}
