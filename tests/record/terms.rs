//! The glossary over the real record: that “used in” is what a search by hand finds, and that every term of
//! the list has its pages.

use super::shown::{BUILT, LANGUAGES};
use crate::support::{Glossary, Tree, here, selector};
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
        let (id, names) = line
            .split_once('\t')
            .expect("a line holds an id and the words of the documents");
        for language in LANGUAGES {
            let path = format!("{language}glossary/{id}/index.html");
            let page = Html::parse_document(BUILT.text(&path));
            let text: String = page
                .select(&selector("main"))
                .flat_map(|main| main.text())
                .collect();
            assert!(
                names.split('|').all(|name| text.contains(name)),
                "{path} does not say {names}"
            );
        }
        count += 1;
    }
    assert!(count >= 40, "the list holds {count} terms");
    let terms = BUILT
        .paths()
        .into_iter()
        .filter(|path| path.starts_with("glossary/") && path.matches('/').count() == 2)
        .count();
    assert!(terms >= 150, "{terms} terms");
}

#[test]
fn used_in_is_what_a_search_by_hand_finds() {
    for (id, names) in [
        ("ebpm", &["EBPM", "証拠に基づく政策立案"][..]),
        ("ppp", &["PPP", "官民連携", "公民連携"]),
        ("ai", &["AI", "人工知能"]),
        ("designated-manager", &["指定管理"]),
    ] {
        let listed = listed(id);
        let wanted = by_hand(id, names);
        assert_eq!(listed, wanted, "{id}");
        assert!(!wanted.is_empty());
    }
}

#[test]
fn every_page_links_a_term_where_it_is_first_read() {
    let sources = Tree::read(&here("content"))
        .0
        .into_iter()
        .map(|(path, bytes)| (format!("content/{path}"), bytes));
    let faults = Glossary::of(&Tree(sources.collect())).faults(&BUILT);
    assert!(
        faults.is_empty(),
        "{} terms are not linked where they are first read:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The pages that a term's page lists, without the anchors on them.
fn listed(id: &str) -> BTreeSet<String> {
    let page = Html::parse_document(BUILT.text(&format!("glossary/{id}/index.html")));
    let place = selector(".uses .places > li > a");
    let links = page
        .select(&place)
        .map(|link| link.attr("href").expect("a link leads somewhere").to_owned());
    let pages = links.map(|href| {
        let path = href.split('#').next().unwrap_or_default().trim_end_matches('/');
        match path.strip_prefix("../..") {
            Some(path) => path.trim_start_matches('/').to_owned(),
            None => path.replacen("..", "glossary", 1),
        }
    });
    pages.collect()
}

/// The pages whose sources hold one of the names: every text of the records and every Markdown file in
/// Japanese, searched letter by letter in folded form. A name in Latin letters must not touch another letter
/// or digit as it is written: ① is none, １ is.
fn by_hand(id: &str, names: &[&str]) -> BTreeSet<String> {
    let latin = |character: Option<&char>| {
        character.is_some_and(|character| {
            character.is_ascii_alphanumeric() || matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
        })
    };
    let holds = |text: &str| {
        let written: Vec<char> = text.chars().collect();
        let folded = written.iter().enumerate().flat_map(|(at, character)| {
            character
                .to_string()
                .nfkc()
                .map(move |folded| (folded, at))
                .collect::<Vec<_>>()
        });
        let folded: Vec<(char, usize)> = folded.collect();
        names.iter().any(|name| {
            let name: Vec<char> = name.chars().collect();
            folded.windows(name.len()).any(|window| {
                let same = window.iter().zip(&name).all(|((one, _), other)| one == other);
                let (first, last) = (window[0].1, window[name.len() - 1].1);
                let touches = latin(first.checked_sub(1).and_then(|at| written.get(at)))
                    || latin(written.get(last + 1));
                same && !(touches && name.iter().all(char::is_ascii))
            })
        })
    };
    record_texts()
        .into_iter()
        .chain(markdown_texts(id))
        .filter(|(_, text)| holds(text))
        .map(|(page, _)| page)
        .collect()
}

/// Every Japanese text of the records with the page on which it stands. What a link says of two items stands
/// on the pages of both.
fn record_texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let settings = yaml(&fs::read_to_string(here("content/site.yaml")).expect("the settings can be read"));
    texts.extend(
        settings["description"]["ja"]
            .as_str()
            .map(|text| (String::new(), text.to_owned())),
    );
    for subject in settings["subjects"].as_sequence().into_iter().flatten() {
        walk(subject, &format!("subjects/{}", id_of(subject)), ("", &mut texts));
    }
    for city in ["atsugi", "ayase", "isesaki"] {
        for entry in fs::read_dir(here(&format!("seeds/{city}"))).expect("the records are there") {
            let path = entry.expect("a folder can be listed").path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .expect("names are plain")
                .to_owned();
            let Some(record) = name.strip_suffix(".yaml") else {
                continue;
            };
            let value = yaml(&fs::read_to_string(&path).expect("a record can be read"));
            let page = if record == "municipality" {
                city.to_owned()
            } else {
                format!("{city}/{record}")
            };
            walk(&value, &page, (&page, &mut texts));
        }
    }
    texts
}

fn yaml(text: &str) -> serde_yaml::Value {
    serde_yaml::from_str(text).expect("a record is YAML")
}

/// Collects the Japanese texts below a value. Commitments, indicators, first-level sections, departments and
/// areas have pages of their own.
fn walk(value: &serde_yaml::Value, page: &str, (document, out): (&str, &mut Vec<(String, String)>)) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, inner) in map {
                let key = key.as_str().unwrap_or_default();
                let items = || inner.as_sequence().into_iter().flatten();
                match key {
                    "short_title" | "called" => {}
                    "links" => {
                        for link in items() {
                            walk(&link["reason"], page, (document, out));
                            walk(
                                &link["reason"],
                                link["to"].as_str().expect("a link leads to an address"),
                                (document, out),
                            );
                        }
                    }
                    "sections" if page == document => items().for_each(|section| {
                        walk(
                            section,
                            &format!("{document}/{}", id_of(section)),
                            (document, out),
                        );
                    }),
                    "commitments" | "indicators" => items()
                        .for_each(|item| walk(item, &format!("{document}/{}", id_of(item)), (document, out))),
                    "departments" | "areas" if page == document => {
                        items().for_each(|item| {
                            walk(
                                item,
                                &format!("{document}/{key}/{}", id_of(item)),
                                (document, out),
                            );
                        });
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

/// Every Markdown file in Japanese with the page on which it stands. Titles of links are no words of the
/// file.
fn markdown_texts(own: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let content = Tree::read(&here("content"));
    for path in content
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".md") && !path.ends_with(".en.md"))
    {
        let stem = path.trim_end_matches(".md");
        let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
        if stem == format!("glossary/{own}") {
            continue;
        }
        let is_report = name.starts_with("FY") || name.starts_with("20");
        let page = if name == "index" || is_report {
            folder.split('.').next().unwrap_or_default().to_owned()
        } else {
            stem.to_owned()
        };
        let text = content.text(path);
        let (head, body) = text[4..].split_once("\n---").expect("a text has front matter");
        let head = yaml(head);
        // Of an entry only its definition counts, not what it is called.
        let words = ["title", "description", "summary", "next"]
            .into_iter()
            .filter_map(|key| head[key].as_str());
        texts.extend(words.map(|words| (page.clone(), words.to_owned())));
        walk(&head, &page, ("", &mut texts));
        texts.push((page, without_links(body)));
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
