//! What only the finished product shows: the release build's own output, minified. `tests/run` builds it and
//! names the folders; alone these tests are left out.

use crate::support::{Pages, Tree, selector};
use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::node::Node;
use scraper::{ElementRef, Html};
use std::env;
use std::io::Write;
use std::path::Path;

/// What a page may weigh, in bytes after gzip.
const PAGE: usize = 14 * 1024;
/// Lists may weigh more.
const LIST: usize = 40 * 1024;
const STYLE: usize = 10 * 1024;
/// The kinds of pages that are lists.
const LISTS: [&str; 9] = [
    "document",
    "section",
    "departments",
    "department",
    "area",
    "subjects",
    "subject",
    "glossary",
    "search",
];

#[test]
#[ignore = "tests/run names the folders"]
fn every_link_and_anchor_of_the_built_site_leads_somewhere() {
    Pages::of(folder("KOYAKU_BUILT")).sound();
}

#[test]
#[ignore = "tests/run names the folders"]
fn pages_stay_within_their_weight() {
    let tree = folder("KOYAKU_BUILT");
    let mut faults = Vec::new();
    let mut heaviest = (0, String::new());
    for (path, bytes) in &tree.0 {
        let limit = match path.rsplit('.').next() {
            Some("html")
                if LISTS.iter().any(|kind| {
                    tree.text(path).contains(&format!("<body class=\"{kind}\">"))
                        || tree.text(path).contains(&format!("<body class={kind}>"))
                }) =>
            {
                LIST
            }
            Some("html") => PAGE,
            Some("css") => STYLE,
            _ => continue,
        };
        let weight = zipped(bytes);
        if weight > limit {
            faults.push(format!("{path}: {weight} bytes, at most {limit}"));
        }
        heaviest = heaviest.max((weight, path.clone()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(heaviest.0 > 0, "the built site has pages");
}

#[test]
#[ignore = "tests/run names the folders"]
fn minifying_changes_nothing_that_a_reader_meets() {
    let (minified, plain) = (folder("KOYAKU_BUILT"), folder("KOYAKU_BUILT_PLAIN"));
    let is_page = |path: &str| path.ends_with(".html");
    let (minified, plain) = (minified.only(is_page), plain.only(is_page));
    assert_eq!(minified.paths(), plain.paths());
    let faults: Vec<String> = plain
        .paths()
        .into_iter()
        .filter_map(|path| {
            let (one, other) = (outline(plain.text(path)), outline(minified.text(path)));
            let at = one
                .iter()
                .zip(&other)
                .position(|(one, other)| one != other)
                .or((one.len() != other.len()).then(|| one.len().min(other.len())))?;
            let part = |lines: &[String]| lines[at.saturating_sub(3)..(at + 3).min(lines.len())].join(" | ");
            Some(format!(
                "{path}:\n  plain    {}\n  minified {}",
                part(&one),
                part(&other)
            ))
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{} pages differ:\n{}",
        faults.len(),
        faults[..faults.len().min(5)].join("\n")
    );
    let bytes = |tree: &Tree| tree.0.values().map(Vec::len).sum::<usize>();
    assert!(bytes(&minified) < bytes(&plain), "minifying makes pages smaller");
}

fn folder(name: &str) -> Tree {
    let path = env::var_os(name).unwrap_or_else(|| panic!("{name} names a built site"));
    let tree = Tree::read(Path::new(&path));
    assert!(
        tree.0.contains_key("index.html"),
        "{} holds a built site",
        Path::new(&path).display()
    );
    tree
}

fn zipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}

/// The elements and words of a page in order, without the spaces that no reader sees. Names of assets differ
/// because the style sheet is minified too.
fn outline(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let root = document
        .select(&selector("html"))
        .next()
        .expect("a page has a root");
    let mut lines = Vec::new();
    collect(root, &mut lines);
    lines
}

fn collect(element: ElementRef, lines: &mut Vec<String>) {
    let value = element.value();
    let mut attributes: Vec<String> = value
        .attrs()
        .map(|(name, value)| {
            format!(
                "{name}={}",
                if value.contains("assets/") { "asset" } else { value }
            )
        })
        .collect();
    attributes.sort();
    lines.push(format!("<{} {}>", value.name(), attributes.join(" ")));
    let words_matter = matches!(
        value.name(),
        "p" | "li"
            | "dd"
            | "dt"
            | "td"
            | "th"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "a"
            | "caption"
            | "span"
            | "small"
            | "figcaption"
    );
    for child in element.children() {
        match child.value() {
            Node::Text(text) => {
                let folded = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
                if !folded.is_empty() {
                    lines.push(folded);
                } else if words_matter
                    && !text.is_empty()
                    && child
                        .prev_sibling()
                        .is_some_and(|sibling| !is_block(sibling.value()))
                    && child
                        .next_sibling()
                        .is_some_and(|sibling| !is_block(sibling.value()))
                {
                    // A space between two words is a space that a reader sees; none is beside a block.
                    lines.push("␣".to_owned());
                }
            }
            Node::Element(_) => collect(ElementRef::wrap(child).expect("the child is an element"), lines),
            _ => {}
        }
    }
    lines.push(format!("</{}>", value.name()));
}

fn is_block(node: &Node) -> bool {
    let blocks = include_str!("../src/theme/blocks.txt");
    node.as_element()
        .is_some_and(|element| blocks.lines().any(|block| block == element.name()))
}
