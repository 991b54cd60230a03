//! Whatever a page shows in another language for want of a translation is named as a gap, at the place where
//! it is to be written.

use crate::support::{Site, Tree, selector};
use koyaku::diagnostic::{At, Place};
use koyaku::site::{Options, gaps};
use koyaku::{link, load};
use rayon::prelude::*;
use scraper::Html;
use serde_yaml::Value;
use std::collections::BTreeSet;

/// Sites with every kind of record and text. Pages with texts that are mostly links, or that quote them: they
/// are shown with titles that their sources do not hold.
const LINKED: [&str; 3] = [
    "en/citations/index.html",
    "en/glossary/ai/index.html",
    "en/glossary/rpa/index.html",
];

const SITES: [&str; 3] = ["kinds", "terms", "sample"];

#[test]
fn what_a_page_shows_untranslated_is_a_gap() {
    for name in SITES {
        let site = without_english(name);
        let built = site.built(&["--no-minify"]);
        let (known, printed) = (words_of_gaps(&site), printed(&site));
        // A heading stands behind its number, and the title of a commitment behind that of its document.
        let explained = |text: &str| {
            let shown = plain(text);
            let start = shown.trim_end_matches('…');
            // Figures are of no language.
            !shown.contains(char::is_alphabetic)
                || printed.contains(&shown)
                || text.split_whitespace().all(|word| printed.contains(&plain(word)))
                || known.iter().any(|text| {
                    text.contains(&shown)
                        || shown.ends_with(text)
                        || shown.ends_with(&format!("{text}（再掲）"))
                        || (start != shown && text.starts_with(start))
                })
        };
        let pages: Vec<&str> = built
            .paths()
            .into_iter()
            .filter(|path| path.starts_with("en/") && path.ends_with(".html") && !LINKED.contains(path))
            .collect();
        let faults: Vec<String> = pages
            .par_iter()
            .flat_map_iter(|path| {
                foreign(built.text(path))
                    .into_iter()
                    .filter(|text| !explained(text))
                    .map(|text| format!("{path}: {text}"))
                    .collect::<Vec<_>>()
            })
            .collect();
        assert!(
            faults.is_empty(),
            "{name}: {} texts are shown in Japanese and are no gaps:\n{}",
            faults.len(),
            faults.join("\n")
        );
        assert!(known.len() > 20, "{name}: {} gaps", known.len());
    }
}

/// The notice above a page says that something on it is not translated.
#[test]
fn a_page_with_the_notice_shows_the_words_of_a_gap() {
    for name in SITES {
        let site = Site::of(&format!("tests/sites/{name}/input"));
        let built = site.built(&["--no-minify"]);
        let known = words_of_gaps(&site);
        for path in built
            .paths()
            .into_iter()
            .filter(|path| path.starts_with("en/") && path.ends_with(".html"))
        {
            let page = built.text(path);
            if page.contains("What has not been translated is shown in the original.") {
                let shown: Vec<String> = foreign(page).iter().map(|text| plain(text)).collect();
                let is_gap = |text: &String| {
                    known.iter().any(|known| {
                        known.contains(text.trim_end_matches('…')) || text.contains(known.as_str())
                    })
                };
                assert!(
                    shown.iter().any(is_gap),
                    "{name}: {path} has the notice, and no gap explains it: {shown:?}"
                );
            }
        }
    }
}

/// A golden site whose records say everything in Japanese only.
fn without_english(name: &str) -> Site {
    let mut site = Site::of(&format!("tests/sites/{name}/input"));
    for folder in ["seeds", "content"] {
        for (path, bytes) in site.tree(folder).0 {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let path = format!("{folder}/{path}");
            let Some((before, head, after)) = parts(&path, &text) else {
                continue;
            };
            // A ledger holds both languages, and what is sealed must not change.
            let mut value: Value = serde_yaml::from_str(head).expect("a record is YAML");
            strip(&mut value);
            let stripped = serde_yaml::to_string(&value).expect("what was read can be written");
            site = site.file(&path, format!("{before}{stripped}{after}"));
        }
    }
    let ledgers: Vec<String> = site
        .tree("seeds")
        .paths()
        .into_iter()
        .filter(|path| path.contains("ledger"))
        .map(|path| format!("seeds/{path}"))
        .collect();
    ledgers.iter().fold(site, |site, path| site.without(path))
}

/// A record, or the front matter of a text in Japanese, with what stands around it.
fn parts<'t>(path: &str, text: &'t str) -> Option<(&'static str, &'t str, String)> {
    if path.ends_with(".yaml") {
        return Some(("", text, String::new()));
    }
    if !path.ends_with(".md") || path.ends_with(".en.md") {
        return None;
    }
    let (head, body) = text.strip_prefix("---\n")?.split_once("\n---")?;
    Some(("---\n", head, format!("---{body}")))
}

fn strip(value: &mut Value) {
    match value {
        Value::Mapping(map) if map.contains_key("ja") && map.contains_key("en") => {
            map.remove("en");
        }
        Value::Mapping(map) => map.values_mut().for_each(strip),
        Value::Sequence(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// The Japanese words at the place of each gap in a record.
fn words_of_gaps(site: &Site) -> BTreeSet<String> {
    let content = load::load(site.root()).content.expect("the site can be loaded");
    let as_of = content
        .settings
        .as_of
        .expect("the golden sites say as of which day they are")
        .last_day();
    let options = Options {
        now: as_of.at(12, 0, 0, 0),
        as_of,
        base_url: None,
        portable: false,
        minify: false,
    };
    let (linked, _) = link::link(content, options);
    let sources = site.tree(".");
    gaps(&linked)
        .into_iter()
        .flat_map(|gap| words_at(&sources, &gap.place))
        .map(|text| plain(&text))
        .collect()
}

fn words_at(sources: &Tree, place: &Place) -> Vec<String> {
    let text = sources.text(&place.file);
    let At::Yaml(path) = &place.at else {
        return vec![text.to_owned()];
    };
    let (_, head, _) = parts(&place.file, text).expect("a gap stands in a record");
    let value: Value = serde_yaml::from_str(head).expect("a record is YAML");
    let path = path.to_string();
    let steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
    let found = steps.fold(&value, |value, step| {
        step.parse::<usize>()
            .map_or_else(|_| &value[step], |at| &value[at])
    });
    let words = found.as_str().or_else(|| found["ja"].as_str());
    vec![
        words
            .unwrap_or_else(|| panic!("{}: there are no words at {path}", place.file))
            .to_owned(),
    ]
}

/// What a page shows in Japanese, each by the innermost mark.
fn foreign(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    // An entry of the glossary shows its words in the other language on every page.
    document
        .select(&selector("main [lang='ja']:not(.other, .other *)"))
        .filter(|element| element.select(&selector("[lang='ja']")).next().is_none())
        .map(|element| element.text().collect())
        .collect()
}

/// Words that are printed as they are in every language: everything in a record that has no languages.
fn printed(site: &Site) -> BTreeSet<String> {
    let mut words = Vec::new();
    for (path, bytes) in site
        .tree(".")
        .0
        .iter()
        .filter(|(path, _)| path.starts_with("seeds/") || path.starts_with("content/"))
    {
        let text = String::from_utf8_lossy(bytes);
        if let Some((_, head, _)) = parts(path, &text) {
            collect(&serde_yaml::from_str(head).expect("a record is YAML"), &mut words);
        }
    }
    words.iter().map(|word| plain(word)).collect()
}

fn collect(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Mapping(map) if !map.contains_key("ja") => map.iter().for_each(|(key, value)| {
            collect(key, out);
            collect(value, out);
        }),
        Value::Sequence(items) => items.iter().for_each(|item| collect(item, out)),
        _ => {}
    }
}

/// A text without the spaces between its parts.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}
