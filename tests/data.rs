//! Files that are no pages: the CSV beside drawings and tables, and the index of the search.

use crate::support::{Site, Tree, selector};
use scraper::Html;
use std::collections::{BTreeMap, BTreeSet};

fn sample() -> Tree {
    Site::of("tests/sites/sample/input").built(&["--base-url", "https://example.jp"])
}

#[test]
fn every_csv_is_one_that_excel_and_any_reader_take() {
    let tree = sample();
    let mut files = 0;
    for (path, bytes) in tree
        .0
        .iter()
        .filter(|(path, _)| path.starts_with("data/") && path.ends_with(".csv"))
    {
        let text = std::str::from_utf8(bytes)
            .expect("a data file is UTF-8")
            .strip_prefix('\u{feff}')
            .unwrap_or_else(|| panic!("{path} has no byte order mark"));
        assert!(text.ends_with("\r\n") && !text.contains("\n\n"), "{path}");
        // The reader refuses rows of different lengths.
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let heads: Vec<String> = reader
            .headers()
            .expect("a file has a header row")
            .iter()
            .map(str::to_owned)
            .collect();
        assert!(
            heads.iter().all(|head| head
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || character == '_')),
            "{path}: {heads:?}"
        );
        assert_eq!(
            heads.iter().collect::<BTreeSet<_>>().len(),
            heads.len(),
            "{path}: {heads:?}"
        );
        for row in reader.records() {
            let row = row.unwrap_or_else(|error| panic!("{path}: {error}"));
            for cell in row.iter().filter(|cell| cell.starts_with(['=', '+', '-', '@'])) {
                assert!(
                    cell.parse::<f64>().is_ok(),
                    "{path}: a spreadsheet would run {cell}"
                );
            }
        }
        files += 1;
    }
    assert!(files >= 10, "{files} data files");
}

#[test]
fn a_page_links_its_data_and_says_the_same() {
    let tree = sample();
    let path = "minatono/manifesto/club-waiting/index.html";
    let page = Html::parse_document(tree.text(path));
    let link = page
        .select(&selector("a[download]"))
        .next()
        .expect("an indicator has a data file")
        .attr("href")
        .expect("a link leads somewhere")
        .to_owned();
    let mut reader = csv::Reader::from_reader(
        tree.text(link.trim_start_matches("../"))
            .trim_start_matches('\u{feff}')
            .as_bytes(),
    );
    let values: Vec<String> = reader
        .records()
        .map(|row| row.expect("a row can be read")[4].to_owned())
        .filter(|value| !value.is_empty())
        .collect();
    let shown: Vec<String> = page
        .select(&selector("td.num"))
        .map(|cell| cell.text().next().unwrap_or_default().trim().to_owned())
        .collect();
    assert!(
        !values.is_empty() && values.iter().all(|value| shown.contains(value)),
        "{values:?} are not all among {shown:?}"
    );
    let drawings = page.select(&selector("svg.chart")).count();
    assert_eq!(drawings, 2, "a narrow and a wide drawing");
    for drawing in page.select(&selector("svg.chart desc")) {
        let said: String = drawing.text().collect();
        assert!(values.iter().all(|value| said.contains(value.as_str())), "{said}");
    }
}

/// What a table of statuses counts is in its file, row by row.
#[test]
fn how_items_are_assessed_is_a_file_of_its_own() {
    let tree = sample();
    for (page, file) in [
        ("minatono/index.html", "data/minatono.statuses.csv"),
        (
            "minatono/manifesto/index.html",
            "data/minatono/manifesto.statuses.csv",
        ),
    ] {
        let document = Html::parse_document(tree.text(page));
        let link = document
            .select(&selector("a[download]"))
            .filter_map(|link| link.attr("href"))
            .find(|href| href.ends_with(".statuses.csv"))
            .unwrap_or_default();
        assert!(link.ends_with(file), "{page} leads to {link}");
        let shown: Vec<Vec<String>> = document
            .select(&selector("table.counted tbody tr"))
            .map(|row| {
                row.select(&selector("th, td.num"))
                    .map(|cell| cell.text().collect::<String>().trim().to_owned())
                    .collect()
            })
            .collect();
        let mut reader = csv::Reader::from_reader(tree.text(file).trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(
            reader.headers().expect("a file has a header row"),
            vec![
                "status", "label_ja", "label_en", "count", "percent", "assessed", "total"
            ]
        );
        let rows: Vec<csv::StringRecord> = reader
            .records()
            .map(|row| row.expect("a row can be read"))
            .collect();
        assert!(!rows.is_empty());
        let said: Vec<Vec<String>> = rows
            .iter()
            .map(|row| [1, 3, 4].map(|at| row[at].to_owned()).to_vec())
            .collect();
        assert_eq!(said, shown, "{page}");
        let assessed: usize = rows
            .iter()
            .map(|row| row[3].parse::<usize>().expect("a count is a number"))
            .sum();
        assert!(
            rows.iter().all(|row| row[5] == assessed.to_string()
                && row[6].parse::<usize>().is_ok_and(|total| total >= assessed)),
            "{file}"
        );
    }
}

#[test]
fn every_dated_step_is_in_the_file_of_its_document() {
    let tree = sample();
    let page = Html::parse_document(tree.text("minatono/manifesto/index.html"));
    let shown: BTreeSet<String> = page
        .select(&selector(".timeline li .verbatim"))
        .map(|words| words.text().collect())
        .collect();
    let mut reader = csv::Reader::from_reader(
        tree.text("data/minatono/manifesto.steps.csv")
            .trim_start_matches('\u{feff}')
            .as_bytes(),
    );
    assert_eq!(
        reader.headers().expect("a file has a header row"),
        vec!["commitment", "text_ja", "text_en", "from", "to"]
    );
    let rows: Vec<csv::StringRecord> = reader
        .records()
        .map(|row| row.expect("a row can be read"))
        .collect();
    assert_eq!(
        rows.iter().map(|row| row[1].to_owned()).collect::<BTreeSet<_>>(),
        shown
    );
    for row in &rows {
        assert!(
            row[3] <= row[4]
                && tree
                    .0
                    .contains_key(&format!("minatono/manifesto/{}/index.html", &row[0])),
            "{row:?}"
        );
    }
}

/// The numbers of a drawing stand on nothing else, judged by a font whose digits are half as wide as high.
#[test]
fn the_numbers_of_a_drawing_can_be_read() {
    let tree = sample();
    let number = |element: &scraper::ElementRef, name: &str| {
        element
            .attr(name)
            .and_then(|value| value.parse::<f64>().ok())
            .unwrap_or_default()
    };
    let mut seen = 0;
    for (path, _) in tree.0.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Html::parse_document(tree.text(path));
        for drawing in page.select(&selector("svg.chart")) {
            let boxes: Vec<[f64; 4]> = drawing
                .select(&selector("rect.target, rect.band"))
                .map(|mark| {
                    let (x, y) = (number(&mark, "x"), number(&mark, "y"));
                    [x, y, x + number(&mark, "width"), y + number(&mark, "height")]
                })
                .chain(drawing.select(&selector("circle")).map(|dot| {
                    let (x, y) = (number(&dot, "cx"), number(&dot, "cy"));
                    [x - 4.0, y - 4.0, x + 4.0, y + 4.0]
                }))
                .collect();
            let words: Vec<[f64; 4]> = drawing
                .select(&selector("text.number"))
                .map(|words| {
                    let half = words.text().collect::<String>().chars().count() as f64 * 3.25;
                    let (x, y) = (number(&words, "x"), number(&words, "y"));
                    [x - half, y - 10.0, x + half, y]
                })
                .collect();
            let touch = |one: &[f64; 4], other: &[f64; 4]| {
                one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
            };
            for (at, own) in words.iter().enumerate() {
                assert!(
                    !boxes.iter().any(|other| touch(own, other)),
                    "{path}: a number stands on a mark"
                );
                assert!(
                    !words[at + 1..].iter().any(|other| touch(own, other)),
                    "{path}: two numbers touch"
                );
            }
            seen += words.len();
        }
        for mark in page.select(&selector("svg.length line.aim")) {
            let x = mark
                .attr("x1")
                .and_then(|x| x.trim_end_matches('%').parse::<f64>().ok())
                .expect("a mark has its place");
            assert!(
                (1.0..=99.0).contains(&x),
                "{path}: a target at {x}% lies outside the drawing"
            );
        }
    }
    assert!(seen > 20, "{seen} numbers");
}

/// A document with a text that a spreadsheet would take for a formula.
#[test]
fn a_text_that_looks_like_a_formula_is_made_safe() {
    let record = std::fs::read_to_string(crate::support::here(
        "tests/checks/base/seeds/shiomino/manifesto.yaml",
    ))
    .expect("the record is there");
    let titled = record
        .lines()
        .find(|line| line.trim_start().starts_with("title: {ja:") && line.starts_with("        "))
        .expect("a commitment has a title")
        .to_owned();
    let indent = titled.len() - titled.trim_start().len();
    let changed = record.replace(
        &titled,
        &format!("{}title: {{ja: \"=1+1\", en: \"@sum\"}}", " ".repeat(indent)),
    );
    let tree = Site::of("tests/checks/base")
        .file("seeds/shiomino/manifesto.yaml", changed)
        .built(&[]);
    let data = tree.text("data/shiomino/manifesto.csv");
    assert!(data.contains("'=1+1") && data.contains("'@sum"), "{data}");
}

#[test]
fn the_index_is_whole_and_every_entry_leads_to_a_page() {
    let tree = sample();
    for (language, root) in [("ja", ""), ("en", "en/")] {
        let page = Html::parse_document(tree.text(&format!("{root}search/index.html")));
        let form = page
            .select(&selector("form[data-search]"))
            .next()
            .expect("the page has the form of the search");
        let number = |name: &str| {
            form.attr(name)
                .expect("the form says how the index is divided")
                .parse::<usize>()
                .expect("a number")
        };
        let (entries, shards, per) = (number("data-docs"), number("data-shards"), number("data-per"));
        let mut titles = Vec::new();
        for block in 0..entries.div_ceil(per) {
            let json: serde_json::Value =
                serde_json::from_str(tree.text(&format!("data/search/{language}/d/{block}.json")))
                    .expect("a block is JSON");
            for entry in json.as_array().expect("a block is a list") {
                let address = entry["u"]
                    .as_str()
                    .expect("an entry has an address")
                    .split('#')
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                assert!(
                    tree.0.contains_key(&format!("{root}{address}index.html")),
                    "{root}{address} is not there"
                );
                titles.push(entry["t"].as_str().expect("an entry has a title").to_owned());
            }
        }
        assert_eq!(titles.len(), entries);
        let mut keys: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for shard in 0..shards {
            let json: BTreeMap<String, Vec<u32>> =
                serde_json::from_str(tree.text(&format!("data/search/{language}/i/{shard:x}.json")))
                    .expect("a shard is JSON");
            for (key, list) in json {
                let mut characters = key.chars().map(u32::from);
                let sum =
                    characters.next().expect("a key has a character") * 31 + characters.next().unwrap_or(0);
                let sum = characters.fold(sum, |sum, third| sum * 31 + third);
                assert_eq!(
                    ((sum ^ (sum >> 7)) as usize) & (shards - 1),
                    shard,
                    "{key} lies in another file"
                );
                assert!(keys.insert(key, list).is_none());
            }
        }
        // Every pair of kanji of a title leads back to it, marked as one of the title.
        for (number, title) in (0i64..).zip(&titles) {
            let characters: Vec<char> = title.chars().collect();
            for pair in characters.windows(2).filter(|pair| {
                pair.iter()
                    .all(|character| ('\u{4e00}'..='\u{9fff}').contains(character))
            }) {
                let list = keys
                    .get(&pair.iter().collect::<String>())
                    .unwrap_or_else(|| panic!("{pair:?} of {title} is not indexed"));
                let mut at = -1i64;
                let found = list.iter().any(|value| {
                    at += i64::from(value >> 1);
                    at == number && value & 1 == 1
                });
                assert!(found, "{pair:?} does not lead to {title}");
            }
        }
    }
}
