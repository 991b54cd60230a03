//! Ayase's departmental policies: 13 departments, compared as streams of characters because the extracted
//! tables do not show where a heading ends and its text begins.

use crate::record::printed::{Passage, passages};
use crate::record::shown::{LANGUAGES, Shown};
use crate::support::selector;
use scraper::{ElementRef, Html};

/// The pages of the departments in the order of the document.
pub fn departments(language: &str) -> Vec<Shown> {
    addresses(language)
        .iter()
        .map(|address| Shown::at(address))
        .collect()
}

#[test]
fn every_department_is_word_for_word() {
    let passages = passages("ayase-policies");
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for (number, address) in addresses(language).iter().enumerate() {
            let prefix = format!("{}:", number + 1);
            let windows: Vec<&Passage> = passages
                .iter()
                .filter(|passage| passage.address.starts_with(&prefix))
                .collect();
            let stream: Vec<char> = stream(address)
                .chars()
                .filter(|character| !character.is_whitespace())
                .collect();
            let mut rest = &stream[..];
            for window in &windows {
                let (here, after) = rest.split_at(window.characters().min(rest.len()));
                let text: String = here.iter().collect();
                if !window.is(&text) {
                    faults.push(format!("{address} window {}: {text}", window.address));
                    break;
                }
                rest = after;
            }
            if !windows.is_empty() && faults.is_empty() && !rest.is_empty() {
                faults.push(format!(
                    "{address} has more than the source: {}",
                    rest.iter().collect::<String>()
                ));
            }
            assert!(!windows.is_empty(), "{address} is a department of the source");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn addresses(language: &str) -> Vec<String> {
    let document = format!("{language}ayase/policies/");
    let known: Vec<String> = Shown::at(&document)
        .links("main .entry > a")
        .iter()
        .map(|link| format!("{document}{link}"))
        .filter(|address| crate::record::shown::is_page(address))
        .collect();
    known
}

/// Everything official on the page of a department and the pages of its initiatives, in the order of the
/// source.
fn stream(address: &str) -> String {
    let page = Html::parse_document(crate::record::shown::BUILT.text(&format!("{address}index.html")));
    let document = address
        .trim_end_matches('/')
        .rsplit_once('/')
        .map_or("", |(document, _)| document);
    let mut out = original(&page, "main > .wrap > .head");
    let mut group = String::new();
    for part in page.select(&selector("main section.part")) {
        let printed = part
            .select(&selector("h2 .called"))
            .next()
            .map(text_of)
            .unwrap_or_default();
        let (called, number) = split_number(&printed);
        if !called.is_empty() && called != group {
            group = called.to_owned();
            out.push_str(in_japanese(called));
        }
        out.push_str(number);
        out.push_str(&heading(part));
        for quotation in part.select(&selector("figure blockquote[lang='ja']")) {
            out.push_str(&text_of(quotation));
        }
        for link in part
            .select(&selector("ol.ledger a"))
            .filter_map(|link| link.attr("href"))
        {
            let initiative = format!("{document}/{}", link.trim_start_matches("../"));
            let page = Shown::at(&initiative);
            out.push_str(
                page.texts(
                    "main figure.quote",
                    ".heading.verbatim:not([class*='translation'])",
                )
                .last()
                .map_or("", String::as_str),
            );
            out.push_str(&page.quotations("main figure.quote").concat());
        }
    }
    out
}

/// The heading of a block as printed: on a page of another language it stands below its translation.
fn heading(part: ElementRef) -> String {
    let original = selector(":scope > .verbatim.original");
    let own = selector("h2 .verbatim");
    part.select(&original)
        .next()
        .or_else(|| part.select(&own).next())
        .map(text_of)
        .unwrap_or_default()
}

fn original(page: &Html, head: &str) -> String {
    let head = page.select(&selector(head)).next().expect("a page has a head");
    head.select(&selector(".original"))
        .next()
        .or_else(|| head.select(&selector("h1")).next())
        .map(text_of)
        .unwrap_or_default()
}

/// “行政改革に係る取組 1” is what the document calls the block, and its number.
fn split_number(printed: &str) -> (&str, &str) {
    match printed.rsplit_once(' ') {
        Some((called, number)) if number.chars().all(|character| character.is_ascii_digit()) => {
            (called, number)
        }
        _ => (printed, ""),
    }
}

/// What a block is called is translated on pages of another language, and has no original beside it.
fn in_japanese(called: &str) -> &str {
    match called {
        "Administrative reform initiatives" => "行政改革に係る取組",
        "Initiatives on specific issues" => "特定課題に係る取組",
        japanese => japanese,
    }
}

fn text_of(element: ElementRef) -> String {
    element.text().collect()
}
