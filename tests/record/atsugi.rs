//! Atsugi's manifesto and reform outline, page by page.

use crate::record::printed::{Passage, passages};
use crate::record::shown::{LANGUAGES, Shown, is_page};
use std::collections::BTreeMap;

#[test]
fn every_pledge_is_word_for_word() {
    let passages = passages("atsugi-manifesto");
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for passage in passages
            .iter()
            .filter(|passage| passage.address.parse::<u32>().is_ok())
        {
            let page = Shown::at(&format!("{language}atsugi/manifesto/{}/", passage.address));
            let quoted = page.quotations("main figure");
            if quoted.len() != 1 || !passage.is(&quoted[0]) {
                faults.push(format!("{language}{}: {quoted:?}", passage.address));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_deadline_is_the_printed_one() {
    let passages = passages("atsugi-manifesto");
    for language in LANGUAGES {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for passage in passages
            .iter()
            .filter(|passage| passage.address.ends_with(":deadline"))
        {
            let pledge = passage.address.trim_end_matches(":deadline");
            let page = Shown::at(&format!("{language}atsugi/manifesto/{pledge}/"));
            let labels: Vec<String> = page
                .verbatim("main .known .facts")
                .into_iter()
                .filter(|text| passage.is(text))
                .collect();
            assert_eq!(
                labels.len(),
                1,
                "the deadline of {language}{pledge} stands once in the facts among {:?}",
                page.verbatim("main .known .facts")
            );
            *counts.entry(labels[0].clone()).or_default() += 1;
        }
        let expected = [
            ("1年以内", 4),
            ("2年以内", 1),
            ("4年以内", 11),
            ("常に", 17),
            ("長期", 1),
        ];
        let counts: Vec<(&str, _)> = counts.iter().map(|(label, count)| (&**label, *count)).collect();
        assert_eq!(counts, expected);
    }
}

#[test]
fn the_legend_has_the_three_printed_rows() {
    let passages = passages("atsugi-manifesto");
    let legend: Vec<&Passage> = passages
        .iter()
        .filter(|passage| passage.address.starts_with("legend:"))
        .collect();
    assert_eq!(legend.len(), 2 * 3);
    let page = Shown::at("atsugi/manifesto/");
    let printed = page.verbatim("main dl.rows");
    assert!(legend.len() <= printed.len(), "{printed:?}");
    for (passage, text) in legend.iter().zip(&printed) {
        assert!(passage.is(text), "{}: {text}", passage.address);
    }
}

#[test]
fn every_statement_heading_and_action_is_word_for_word() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for (document, passage) in ["manifesto", "reform"].iter().flat_map(|document| {
            passages(&format!("atsugi-{document}"))
                .into_iter()
                .map(move |passage| (document, passage))
        }) {
            let Passage { address, .. } = &passage;
            let base = format!("{language}atsugi/{document}/");
            let found = match address.split_once('.') {
                _ if address.contains(':') || address.parse::<u32>().is_ok() => continue,
                // An action, on the page of its initiative.
                Some((initiative, action)) => {
                    Shown::at(&format!("{base}{initiative}/")).quotations(&format!("main [id='{action}']"))
                }
                // A heading that heads a page: of an initiative, or of a first-level section.
                None if address == "s1-goals" => Shown::at(&format!("{base}s1/")).verbatim("main"),
                None if is_page(&format!("{base}{address}/")) => {
                    Shown::at(&format!("{base}{address}/")).verbatim("main")
                }
                // A statement, on the page of its section.
                None => {
                    let section = address.split('-').next().unwrap_or_default();
                    Shown::at(&format!("{base}{section}/")).quotations(&format!("main [id='{address}']"))
                }
            };
            if !found.iter().any(|text| passage.is(text)) {
                faults.push(format!("{base}{address}: {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_documents_have_the_parts_that_were_counted_by_hand() {
    let manifesto = passages("atsugi-manifesto");
    let reform = passages("atsugi-reform");
    let count = |passages: &[Passage], is: fn(&str) -> bool| {
        passages.iter().filter(|passage| is(&passage.address)).count()
    };
    assert_eq!(count(&manifesto, |address| address.parse::<u32>().is_ok()), 34);
    assert_eq!(
        count(&reform, |address| address.starts_with('g') && address.len() == 2),
        3
    );
    assert_eq!(
        count(&reform, |address| address.len() == 3
            && address.starts_with(|first: char| first.is_ascii_digit())),
        9
    );
    assert_eq!(count(&reform, |address| address.contains('.')), 24);
}
