//! The record of the real site is word for word: every passage on the built pages, in both languages, against hashes made
//! from the source documents by `tests/record/hash.py`, which knows nothing of the record.

mod support;

use scraper::{ElementRef, Html};
use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;
use support::{Site, Tree, here, selector};

/// A passage of a source document, known by its hash.
#[derive(Debug)]
struct Passage {
    /// `24`, `1-2.a`, `24:deadline`, `legend:1:label`.
    address: String,
    hash: String,
    characters: usize,
}

/// A page of the built site, with what is quoted on it.
struct Quoted {
    page: Html,
}

static BUILT: LazyLock<Tree> = LazyLock::new(|| Site::real().built(&["--no-minify"]));

const LANGUAGES: [&str; 2] = ["", "en/"];

#[test]
fn every_pledge_is_word_for_word() {
    let passages = passages("manifesto");
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for passage in passages.iter().filter(|passage| passage.address.parse::<u32>().is_ok()) {
            let page = Quoted::at(&format!("{language}atsugi/manifesto/{}/", passage.address));
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
    let passages = passages("manifesto");
    for language in LANGUAGES {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for passage in passages.iter().filter(|passage| passage.address.ends_with(":deadline")) {
            let pledge = passage.address.trim_end_matches(":deadline");
            let page = Quoted::at(&format!("{language}atsugi/manifesto/{pledge}/"));
            let labels: Vec<String> = page.verbatim("main .known").into_iter().filter(|text| passage.is(text)).collect();
            assert_eq!(labels.len(), 1, "the deadline of {language}{pledge} stands once among {:?}", page.verbatim("main .known"));
            *counts.entry(labels[0].clone()).or_default() += 1;
        }
        let expected = [("1年以内", 4), ("2年以内", 1), ("4年以内", 11), ("常に", 17), ("長期", 1)];
        assert_eq!(counts, expected.map(|(label, count)| (label.to_owned(), count)).into());
    }
}

#[test]
fn the_legend_has_the_three_printed_rows() {
    let passages = passages("manifesto");
    let legend: Vec<&Passage> = passages.iter().filter(|passage| passage.address.starts_with("legend:")).collect();
    assert_eq!(legend.len(), 2 * 3);
    let page = Quoted::at("atsugi/manifesto/");
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
        for (document, passage) in ["manifesto", "reform"].iter().flat_map(|document| passages(document).into_iter().map(move |passage| (document, passage))) {
            let Passage { address, .. } = &passage;
            let base = format!("{language}atsugi/{document}/");
            let found = match address.split_once('.') {
                _ if address.contains(':') || address.parse::<u32>().is_ok() => continue,
                // An action, on the page of its initiative.
                Some((initiative, action)) => Quoted::at(&format!("{base}{initiative}/")).quotations(&format!("main [id='{action}']")),
                // A heading that heads a page: of an initiative, or of a first-level section.
                None if address == "s1-goals" => Quoted::at(&format!("{base}s1/")).verbatim("main"),
                None if is_page(&format!("{base}{address}/")) => Quoted::at(&format!("{base}{address}/")).verbatim("main"),
                // A statement, on the page of its section.
                None => {
                    let section = address.split('-').next().unwrap_or_default();
                    Quoted::at(&format!("{base}{section}/")).quotations(&format!("main [id='{address}']"))
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
fn nothing_of_the_documents_is_missing_and_nothing_is_added() {
    let manifesto = passages("manifesto");
    let reform = passages("reform");
    let count = |passages: &[Passage], is: fn(&str) -> bool| passages.iter().filter(|passage| is(&passage.address)).count();
    assert_eq!(count(&manifesto, |address| address.parse::<u32>().is_ok()), 34);
    assert_eq!(count(&reform, |address| address.starts_with('g') && address.len() == 2), 3);
    assert_eq!(count(&reform, |address| address.len() == 3 && address.starts_with(|first: char| first.is_ascii_digit())), 9);
    assert_eq!(count(&reform, |address| address.contains('.')), 24);
    for language in LANGUAGES {
        let commitments = |document: &str| {
            let folder = format!("{language}atsugi/{document}/");
            let pages = BUILT.paths().into_iter().filter(move |path| path.starts_with(&folder) && path.ends_with("/index.html"));
            pages.filter(|path| BUILT.text(path).contains("<body class=\"commitment\">")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(commitments("manifesto").len(), 34);
        let initiatives = commitments("reform");
        assert_eq!(initiatives.len(), 9);
        let actions = initiatives.iter().map(|path| Quoted::at(path.trim_end_matches("index.html")).count("main ol.actions > li[id]"));
        assert_eq!(actions.sum::<usize>(), 24);
        let goals = (1..=3).filter(|goal| is_page(&format!("{language}atsugi/reform/g{goal}/")));
        assert_eq!(goals.count(), 3);
    }
}

/// The lines of `tests/record/<document>.txt`.
fn passages(document: &str) -> Vec<Passage> {
    let text = fs::read_to_string(here(&format!("tests/record/{document}.txt"))).expect("the hashes of the record are there");
    let read = |line: &str| {
        let [address, hash, characters] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line} has three columns") };
        Passage { address: address.to_owned(), hash: hash.to_owned(), characters: characters.parse().expect("a length is a number") }
    };
    text.lines().map(read).collect()
}

impl Passage {
    /// Whether a text is this passage, character for character.
    fn is(&self, text: &str) -> bool {
        text.chars().count() == self.characters && blake3::hash(text.as_bytes()).to_hex().starts_with(&self.hash)
    }
}

fn is_page(address: &str) -> bool {
    BUILT.0.contains_key(&format!("{address}index.html"))
}

impl Quoted {
    fn at(address: &str) -> Self {
        Self { page: Html::parse_document(BUILT.text(&format!("{address}index.html"))) }
    }

    /// The Japanese quotations inside what a selector finds, each with its paragraphs on lines of their own.
    fn quotations(&self, inside: &str) -> Vec<String> {
        let quotation = selector("blockquote[lang='ja']");
        let paragraph = selector("p");
        let text = |quotation: ElementRef| quotation.select(&paragraph).map(text_of).collect::<Vec<_>>().join("\n");
        self.page.select(&selector(inside)).flat_map(|part| part.select(&quotation).map(text).collect::<Vec<_>>()).collect()
    }

    /// The texts marked as verbatim inside what a selector finds, quotations left out.
    fn verbatim(&self, inside: &str) -> Vec<String> {
        let verbatim = selector(".verbatim:not(blockquote)");
        self.page.select(&selector(inside)).flat_map(|part| part.select(&verbatim).map(text_of).collect::<Vec<_>>()).collect()
    }

    fn count(&self, inside: &str) -> usize {
        self.page.select(&selector(inside)).count()
    }
}

fn text_of(element: ElementRef) -> String {
    element.text().collect()
}
