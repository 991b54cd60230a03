//! What Markdown bodies become: their HTML, what is found in them, and what their writers are told.
//! The pages of the tests know a few addresses and files; everything else leads nowhere.

mod basics;
mod headings;
mod hostile;
mod japanese;
mod links;
mod messages;
mod notes;
mod properties;
mod runs;
mod tables;

use koyaku::diagnostic::Severity;
use koyaku::markdown::{BodyTexts, HtmlOptions, LinkTarget, Resolved, TermMention, html, scan};

fn texts() -> BodyTexts {
    BodyTexts {
        footnotes: "脚注".into(),
        note: "注{n}".into(),
        back_to_text: "本文の注{n}へ戻る".into(),
        table: "表{n}".into(),
        task_done: "済み".into(),
        task_open: "まだ".into(),
        image_missing: "画像がありません: ".into(),
        external: "（外部サイト）".into(),
    }
}

/// A site with one commitment, one page in English, one picture and one file to download.
fn resolve(target: &LinkTarget) -> Option<Resolved> {
    let known = |href: &str| {
        Some(Resolved {
            href: href.into(),
            ..Resolved::default()
        })
    };
    match target {
        LinkTarget::Address { address, anchor } if address == "atsugi/reform/24" => {
            let anchor = anchor
                .as_ref()
                .map(|anchor| format!("#{anchor}"))
                .unwrap_or_default();
            let title = Some("窓口の<電子化>".into());
            Some(Resolved {
                href: format!("../24/{anchor}"),
                title,
                ..Resolved::default()
            })
        }
        LinkTarget::Address { address, .. } if address == "about" => {
            let (title, lang) = (Some("About".into()), Some(" lang=\"en\"".into()));
            Some(Resolved {
                href: "../about/".into(),
                title,
                lang,
                ..Resolved::default()
            })
        }
        LinkTarget::Address { address, .. } if address == "attack" => known("javascript:alert(1)"),
        LinkTarget::Relative { path, .. } if path == "other.md" => known("../other/"),
        LinkTarget::Relative { path, .. } if path == "歩道 1.jpg" => Some(Resolved {
            href: "歩道 1.jpg".into(),
            size: Some((640, 480)),
            ..Resolved::default()
        }),
        LinkTarget::Relative { path, .. } if path == "report.pdf" => Some(Resolved {
            href: "report.pdf".into(),
            note: Some("（PDF、1.2 MB）".into()),
            ..Resolved::default()
        }),
        LinkTarget::Anchor(anchor) if anchor == "2026-03-31" => known("#2026-03-31"),
        _ => None,
    }
}

fn page(body: &str) -> String {
    page_with(body, |options| options)
}

fn page_with(body: &str, change: impl for<'a> Fn(HtmlOptions<'a>) -> HtmlOptions<'a>) -> String {
    let texts = texts();
    let options = HtmlOptions {
        heading_shift: 0,
        id_prefix: "",
        label: "",
        find: None,
        texts: &texts,
        mark_japanese: false,
    };
    let mut out = String::new();
    html(body, &change(options), &resolve, &mut out);
    out
}

/// The page of a body, with brackets around what names a term.
fn page_mentioning(body: &str, mentions: &[TermMention]) -> String {
    let texts = texts();
    let options = HtmlOptions {
        heading_shift: 0,
        id_prefix: "",
        label: "",
        find: Some(&|_| mentions.to_vec()),
        texts: &texts,
        mark_japanese: false,
    };
    let mut out = String::new();
    let mentions = html(body, &options, &resolve, &mut out);
    for mention in mentions.iter().rev() {
        out.insert(mention.over.end, ']');
        out.insert_str(mention.over.start, &format!("[{}:", mention.term));
    }
    out
}

/// Compares bodies with their pages, all of a list before any difference stops the test.
fn assert_pages(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(body, expected)| (body, page(body), expected))
        .filter(|(_, written, expected)| written != *expected)
        .map(|(body, written, expected)| format!("{body:?}\n  becomes {written}\n  not     {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The problems of a body, one a line: severity, code and the words at its place.
fn problems(body: &str) -> Vec<String> {
    scan(body)
        .problems
        .into_iter()
        .map(|problem| {
            let severity = if problem.severity == Severity::Error {
                "E"
            } else {
                "W"
            };
            format!("{severity} {} {}", problem.code.name(), &body[problem.span])
        })
        .collect()
}

fn assert_problems(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(body, expected)| (body, problems(body), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(body, found, expected)| format!("{body:?}\n  has {found:?}\n  not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
