//! Atom feeds: well formed, with the parts that RFC 4287 demands, ids of their own that stay, and links that
//! lead somewhere.

use crate::support::{Site, Tree};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

const BASE: &str = "https://example.jp/yakusoku";
const ATOM: &str = "http://www.w3.org/2005/Atom";

fn feeds(tree: &Tree) -> Vec<&str> {
    tree.paths()
        .into_iter()
        .filter(|path| path.ends_with("feed.xml"))
        .collect()
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    let found = node.children().find(|child| child.has_tag_name((ATOM, name)));
    found.unwrap_or_else(|| {
        panic!(
            "there is no {name} in {:?}",
            node.document().input_text().get(node.range())
        )
    })
}

fn ids(tree: &Tree, path: &str) -> Vec<String> {
    let document = Document::parse(tree.text(path)).unwrap_or_else(|error| panic!("{path} is XML: {error}"));
    let entries = document
        .root_element()
        .children()
        .filter(|child| child.has_tag_name((ATOM, "entry")));
    entries
        .map(|entry| child(entry, "id").text().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_feed_has_what_the_format_demands() {
    let tree = Site::of("tests/sites/kinds/input").built(&[]);
    let found = feeds(&tree);
    assert!(
        found.contains(&"feed.xml") && found.contains(&"en/shiomino/manifesto/feed.xml"),
        "{found:?}"
    );
    for path in found {
        let document =
            Document::parse(tree.text(path)).unwrap_or_else(|error| panic!("{path} is XML: {error}"));
        let feed = document.root_element();
        assert!(feed.has_tag_name((ATOM, "feed")), "{path}");
        for part in ["title", "id", "updated", "author"] {
            child(feed, part);
        }
        let own = feed
            .children()
            .find(|child| child.attribute("rel") == Some("self"))
            .and_then(|link| link.attribute("href"));
        assert_eq!(own, Some(&*format!("{BASE}/{path}")));
        for entry in feed
            .children()
            .filter(|child| child.has_tag_name((ATOM, "entry")))
        {
            let updated = child(entry, "updated").text().unwrap_or_default();
            assert!(
                updated.ends_with("T00:00:00+09:00") && updated.len() == 25,
                "{path}: {updated}"
            );
            let link = child(entry, "link").attribute("href").unwrap_or_default();
            let (page, anchor) = link
                .strip_prefix(BASE)
                .and_then(|rest| rest.split_once('#'))
                .expect("a link leads to an anchor of the site");
            let html = tree.text(&format!("{}index.html", page.trim_start_matches('/')));
            assert!(
                html.contains(&format!("id={anchor}")) || html.contains(&format!("id=\"{anchor}\"")),
                "{path}: {link} leads nowhere"
            );
        }
        let ids = ids(&tree, path);
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{path} names each entry once: {ids:?}"
        );
    }
}

#[test]
fn ids_stay_when_the_site_moves_and_when_titles_change() {
    let before = Site::of("tests/sites/kinds/input").built(&[]);
    let moved = Site::of("tests/sites/kinds/input").built(&["--base-url", "https://example.jp/elsewhere"]);
    let worded = Site::of("tests/sites/kinds/input")
        .replace(
            "content/shiomino/plan/1/FY2025-survey.md",
            ("title: 令和7年度の統計", "title: 令和7年度の数値"),
        )
        .built(&[]);
    for path in feeds(&before) {
        assert_eq!(ids(&before, path), ids(&moved, path), "{path}");
        assert_eq!(ids(&before, path), ids(&worded, path), "{path}");
    }
}

#[test]
fn without_a_base_address_there_are_no_feeds() {
    let site = Site::of("tests/sites/kinds/input").replace(
        "content/site.yaml",
        ("base_url: https://example.jp/yakusoku\n", ""),
    );
    assert!(feeds(&site.built(&[])).is_empty());
}
