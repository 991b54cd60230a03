//! The glossary over the real record: that “used in” is what a search by hand finds, and that every term of the list has its pages.

use super::shown::{BUILT, LANGUAGES};
use crate::support::{here, selector};
use scraper::Html;
use std::collections::BTreeSet;
use std::fs;
use unicode_normalization::UnicodeNormalization;

/// Terms that citizens have to look up, as the documents write them, with the addresses of their entries.
const WANTED: &str = include_str!("terms.txt");

#[test]
fn every_term_of_the_list_has_a_page_in_both_languages() {
    let mut count = 0;
    for line in WANTED.lines() {
        let (id, names) = line.split_once('\t').expect("a line holds an id and the words of the documents");
        for language in LANGUAGES {
            let path = format!("{language}glossary/{id}/index.html");
            let page = Html::parse_document(BUILT.text(&path));
            let text: String = page.select(&selector("main")).flat_map(|main| main.text()).collect();
            assert!(names.split('|').all(|name| text.contains(name)), "{path} does not say {names}");
        }
        count += 1;
    }
    assert!(count >= 40, "the list holds {count} terms");
    let terms = BUILT.paths().into_iter().filter(|path| path.starts_with("glossary/") && path.matches('/').count() == 2).count();
    assert!(terms >= 150, "{terms} terms");
}

#[test]
fn used_in_is_what_a_search_by_hand_finds() {
    for (id, names) in [("ebpm", &["EBPM", "証拠に基づく政策立案"][..]), ("ppp", &["PPP", "官民連携", "公民連携"]), ("ai", &["AI", "人工知能"]), ("designated-manager", &["指定管理"])] {
        let listed = listed(id);
        let wanted = by_hand(id, names);
        assert_eq!(listed, wanted, "{id}");
        assert!(!wanted.is_empty());
    }
}

/// The pages that a term's page lists, without the anchors on them.
fn listed(id: &str) -> BTreeSet<String> {
    let page = Html::parse_document(BUILT.text(&format!("glossary/{id}/index.html")));
    let place = selector(".uses .places > li > a");
    let links = page.select(&place);
    let paths = links.map(|link| link.attr("href").expect("a link leads somewhere").trim_start_matches("../").split('#').next().unwrap_or_default().trim_end_matches('/').to_owned());
    paths.map(|path| if path.contains('/') { path } else { format!("glossary/{path}") }).collect()
}

/// The pages whose sources hold one of the names: every text of the records and every Markdown file in Japanese, searched letter by letter
/// in folded form. A name in Latin letters must not touch another one.
fn by_hand(id: &str, names: &[&str]) -> BTreeSet<String> {
    let mut pages = BTreeSet::new();
    let holds = |text: &str| {
        let text: String = text.nfkc().collect();
        names.iter().any(|name| {
            text.match_indices(name).any(|(at, _)| {
                let latin = |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphanumeric());
                let ends = name.chars().all(|character| character.is_ascii());
                !ends || (!latin(text[..at].chars().next_back()) && !latin(text[at + name.len()..].chars().next()))
            })
        })
    };
    for (page, text) in record_texts().into_iter().chain(markdown_texts(id)) {
        if holds(&text) {
            pages.insert(page);
        }
    }
    pages
}

/// Every Japanese text of the records with the page on which it stands. What links say of two items is left out, since it is about both.
fn record_texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let settings: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(here("content/site.yaml")).expect("the settings can be read")).expect("they are YAML");
    for theme in settings["themes"].as_sequence().into_iter().flatten() {
        texts.extend(theme["description"]["ja"].as_str().map(|text| (format!("themes/{}", id_of(theme)), text.to_owned())));
    }
    for city in ["atsugi", "ayase", "isesaki"] {
        for entry in fs::read_dir(here(&format!("seeds/{city}"))).expect("the records are there") {
            let path = entry.expect("a folder can be listed").path();
            let name = path.file_name().and_then(|name| name.to_str()).expect("names are plain").to_owned();
            let Some(document) = name.strip_suffix(".yaml").filter(|name| *name != "municipality") else { continue };
            let value: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(&path).expect("a record can be read")).expect("a record is YAML");
            walk(&value, &format!("{city}/{document}"), (&format!("{city}/{document}"), &mut texts));
        }
    }
    texts
}

/// Collects the Japanese texts below a value. Commitments, indicators and first-level sections have pages of their own.
fn walk(value: &serde_yaml::Value, page: &str, (document, out): (&str, &mut Vec<(String, String)>)) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, inner) in map {
                let key = key.as_str().unwrap_or_default();
                match key {
                    "links" | "short_title" | "called" => {}
                    "sections" if page == document => {
                        for section in inner.as_sequence().into_iter().flatten() {
                            walk(section, &format!("{document}/{}", id_of(section)), (document, out));
                        }
                    }
                    "commitments" | "indicators" => {
                        for item in inner.as_sequence().into_iter().flatten() {
                            walk(item, &format!("{document}/{}", id_of(item)), (document, out));
                        }
                    }
                    "ja" => out.extend(inner.as_str().map(|text| (page.to_owned(), text.to_owned()))),
                    "en" => {}
                    _ => walk(inner, page, (document, out)),
                }
            }
        }
        serde_yaml::Value::Sequence(items) => items.iter().for_each(|item| walk(item, page, (document, out))),
        _ => {}
    }
}

fn id_of(value: &serde_yaml::Value) -> String {
    match &value["id"] {
        serde_yaml::Value::String(id) => id.clone(),
        other => panic!("an id is a text: {other:?}"),
    }
}

/// Every Markdown file in Japanese with the page on which it stands. Titles of links are no words of the file.
fn markdown_texts(own: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let content = crate::support::Tree::read(&here("content"));
    for path in content.paths().into_iter().filter(|path| path.ends_with(".md") && !path.ends_with(".en.md")) {
        let stem = path.trim_end_matches(".md");
        let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
        if stem == format!("glossary/{own}") {
            continue;
        }
        let is_report = name.starts_with("FY") || name.starts_with("20");
        let page = if name == "index" || is_report { folder.split('.').next().unwrap_or_default().to_owned() } else { stem.to_owned() };
        let text = content.text(path);
        let (head, body) = text[4..].split_once("\n---").expect("a text has front matter");
        // Of an entry only its definition counts, not what it is called; of evidence only what is said about it.
        let shown = |line: &&str| !["term:", "expansion:", "aliases:", "also_matches:", "not_inside:", "related:", "abbreviation:", "evidence:", "reading:", "source:"].iter().any(|key| line.starts_with(key));
        let mut kept: Vec<&str> = head.lines().filter(|line| !line.starts_with([' ', '-'])).filter(shown).collect();
        kept.push(body);
        texts.push((page, without_links(&kept.join("\n"))));
    }
    texts
}

/// A text without its `[[…]]`.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[[") {
        out.push_str(before);
        rest = link.split_once("]]").map_or("", |(_, behind)| behind);
    }
    out + rest
}
