//! Whole sites: what goes in and every page that comes out. The expected trees are written to be read in a
//! difference.

use crate::support::{Glossary, Pages, Site, Tree, framed, generated, here, in_full, sources};
use koyaku::site::PAGE_KINDS;
use std::collections::BTreeSet;

/// Sites whose output is compared file by file.
const GOLDEN: [&str; 6] = ["smallest", "scale", "kinds", "markdown", "terms", "sample"];

#[test]
fn the_smallest_site_is_what_it_was() {
    golden("smallest");
}

#[test]
fn a_site_with_its_own_scale_is_what_it_was() {
    golden("scale");
}

#[test]
fn a_site_with_every_kind_of_record_is_what_it_was() {
    golden("kinds");
}

#[test]
fn every_way_of_naming_a_term_is_what_it_was() {
    golden("terms");
}

#[test]
fn the_sample_city_is_what_it_was() {
    golden("sample");
}

#[test]
fn every_markdown_feature_is_what_it_was() {
    golden("markdown");
}

#[test]
fn a_site_in_english_alone_is_what_it_was_and_says_nothing_of_japanese() {
    let tree = in_language("english", "");
    for path in tree.paths() {
        let page = tree.text(path);
        let japanese = |character: char| matches!(character, 'ぁ'..='ヿ' | '一'..='鿿');
        assert!(
            !page.contains("Japan") && !page.contains(japanese),
            "{path} speaks of Japanese"
        );
    }
}

#[test]
fn a_site_in_portuguese_is_what_it_was() {
    in_language("portuguese", "pt/");
}

#[test]
fn a_site_in_urdu_is_what_it_was() {
    in_language("urdu", "ur/");
}

#[test]
fn a_site_in_easy_japanese_is_what_it_was() {
    in_language("easy", "ja-x-easy/");
}

/// Commitment pages are alike; what grows are the lists.
#[test]
fn lists_that_outgrow_a_page_go_over_several() {
    let tree = generated(130).built(&["--no-minify"]);
    let lists = pages(tree).only(|path| {
        !path.contains("/c") && !path.starts_with("en/") && path.ends_with(".html") && path.contains('/')
    });
    framed(lists).expect("tests/sites/paged/expected");
}

/// A word of the header is a difference in one file of each language, and a word on a page in that page
/// alone.
#[test]
fn what_all_pages_share_is_expected_once() {
    let tree = pages(Site::of("tests/sites/scale/input").built(&["--no-minify"]));
    let differing = |old: &str, new: &str| -> Vec<String> {
        let mut other = tree.clone();
        for (path, bytes) in other.0.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
            let page = std::str::from_utf8(bytes).expect("pages are UTF-8");
            assert!(page.matches(old).count() < 2, "{path} has {old} more than once");
            *bytes = page.replace(old, new).into_bytes();
        }
        let (known, other) = (framed(tree.clone()), framed(other));
        let paths = known
            .0
            .keys()
            .filter(|path| known.0.get(*path) != other.0.get(*path));
        paths.cloned().collect()
    };
    assert_eq!(
        differing("<a class=\"brand\"", "<a class=\"mark\""),
        ["_frame.en.html", "_frame.ja.html"]
    );
    assert_eq!(
        differing("</footer>\n", "<p>new</p>\n</footer>\n"),
        ["_frame.en.html", "_frame.ja.html"]
    );
    let titles = differing("<main", "<hr><main");
    assert!(
        titles.len() > 20 && !titles.iter().any(|path| path.starts_with('_')),
        "{titles:?}"
    );
}

/// The rule that every golden page is held to finds what it looks for, and leaves code alone.
#[test]
fn words_that_were_meant_for_a_machine_are_seen() {
    let seen = |body: &str| {
        let page = format!("<!doctype html><html lang=\"ja\"><title>頁</title><body>{body}");
        let tree = Tree([("index.html".to_owned(), page.into_bytes())].into());
        Pages::of(tree).unfilled_words()
    };
    for body in [
        "<p>言葉の説明（{n}語）。</p>",
        "<p>{\"one\": \"{n} word\", \"other\": \"{n} words\"}</p>",
        "<p>{{ t.glossary.lead }}</p>",
        "<li>undefined</li>",
        "<td>NaN%</td>",
        "<nav aria-label=\"{name}の目次\"></nav>",
    ] {
        assert_eq!(seen(body).len(), 1, "{body}");
    }
    assert_eq!(
        seen("<p>Nancy { 1, 2 } undefinedness</p><pre><code>{n}</code></pre>"),
        Vec::<String>::new()
    );
}

#[test]
fn a_draft_and_a_report_that_is_not_yet_public_are_nowhere() {
    let tree = Site::of("tests/sites/kinds/input").built(&[]);
    for (path, bytes) in &tree.0 {
        let text = String::from_utf8_lossy(bytes);
        for secret in [
            "この下書きは公開されません",
            "2026年6月1日の時点ではまだありません",
            "2026-07-15",
            "2026-05-30",
        ] {
            assert!(
                !text.contains(secret) && !path.contains(secret),
                "{path} holds {secret}"
            );
        }
    }
}

#[test]
fn every_file_of_the_theme_is_published_under_a_name_of_its_content() {
    let built = Site::of("tests/sites/smallest/input").built(&[]);
    let published: Vec<String> = built
        .paths()
        .into_iter()
        .filter(|path| path.starts_with("assets/"))
        .map(plain)
        .collect();
    let assets = Tree::read(&here("themes/default/assets"));
    let expected: BTreeSet<String> = assets
        .paths()
        .into_iter()
        .map(|path| {
            if path.ends_with(".css") {
                "koyaku.css"
            } else {
                path
            }
        })
        .map(|name| format!("assets/{name}"))
        .collect();
    assert_eq!(published.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_status_of_the_default_scale_is_seen_on_a_page() {
    let input = Tree::read(&here("tests/sites/kinds/input/content"));
    let used: BTreeSet<&str> = input
        .paths()
        .into_iter()
        .filter_map(|path| {
            std::str::from_utf8(&input.0[path])
                .ok()?
                .split_once("\nstatus: ")?
                .1
                .lines()
                .next()
        })
        .collect();
    let scale: BTreeSet<String> = koyaku::model::BUILT_IN_SCALE
        .into_iter()
        .map(|status| status.id.to_string())
        .collect();
    assert_eq!(used, scale.iter().map(String::as_str).collect::<BTreeSet<&str>>());
}

#[test]
fn the_golden_sites_have_a_page_of_every_kind() {
    let built = ["sample", "kinds"]
        .map(|name| Site::of(&format!("tests/sites/{name}/input")).built(&["--no-minify"]));
    for (kind, _) in PAGE_KINDS {
        let body = format!("<body class=\"{kind}\"");
        let mut pages = built
            .iter()
            .flat_map(|tree| tree.paths().into_iter().map(move |path| (tree, path)));
        let found = pages.any(|(tree, path)| path.ends_with(".html") && tree.text(path).contains(&body));
        assert!(found, "no golden site has a page of the kind {kind}");
    }
}

#[test]
fn the_golden_sites_use_every_word_that_can_be_chosen() {
    let input = all_input();
    let choices = sources()
        .into_iter()
        .find(|source| source.path == "model/choice.rs")
        .expect("the choices are there");
    let words: Vec<&str> = choices
        .text
        .lines()
        .filter(|line| line.contains(" = \""))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect();
    assert!(words.len() > 30, "{words:?}");
    let missing: Vec<&str> = words
        .into_iter()
        .filter(|word| !input.contains(&format!(": {word}")) && !input.contains(&format!("{word}: ")))
        .collect();
    assert!(missing.is_empty(), "no golden site writes {missing:?}");
}

fn golden(name: &str) {
    assert!(GOLDEN.contains(&name));
    let tree = Site::of(&format!("tests/sites/{name}/input")).built(&["--no-minify"]);
    let faults = Glossary::of(&Tree::read(&here(&format!("tests/sites/{name}/input")))).faults(&tree);
    assert!(
        faults.is_empty(),
        "{} terms are not linked where they are first read:\n{}",
        faults.len(),
        faults.join("\n")
    );
    let read = Pages::of(tree);
    assert_eq!(read.unfilled_words(), Vec::<String>::new());
    framed(pages(read.tree)).expect(&format!("tests/sites/{name}/expected"));
}

/// The pages and feeds of a site in one of its languages. Its files in another are like those of the other
/// sites.
fn in_language(name: &str, folder: &str) -> Tree {
    let tree = in_full(name).built(&["--no-minify"]);
    let read =
        tree.only(|path| path.starts_with(folder) && (path.ends_with(".html") || path.ends_with(".xml")));
    let read = Pages::of(read);
    assert_eq!(read.unfilled_words(), Vec::<String>::new());
    let shown = framed(pages(read.tree));
    shown.expect(&format!("tests/sites/{name}/expected"));
    shown
}

/// The tree as a difference should show it. The files of the theme are left out, and their names stand
/// without the hash of their content: a new colour would change every page. Empty lines, which templates
/// leave where they show nothing, are left out too. The name of the folder's own mark begins with a dot.
fn pages(tree: Tree) -> Tree {
    let mut tree = tree.only(|path| !path.starts_with("assets/") && !path.starts_with('.'));
    for (_, bytes) in tree.0.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let lines: String = page
            .split_inclusive('\n')
            .filter(|line| !line.trim().is_empty())
            .collect();
        let named = lines.split_inclusive('"').map(|part| {
            if part.contains("assets/") {
                plain(part)
            } else {
                part.to_owned()
            }
        });
        *bytes = named.collect::<String>().into_bytes();
    }
    tree
}

/// A name without the hash before its ending: `assets/koyaku.0123456789.css` is `assets/koyaku.css`.
fn plain(name: &str) -> String {
    let is_hash = |part: &str| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split('.')
        .filter(|part| !is_hash(part))
        .collect::<Vec<_>>()
        .join(".")
}

fn all_input() -> String {
    let trees = GOLDEN
        .iter()
        .map(|name| Tree::read(&here(&format!("tests/sites/{name}/input"))));
    trees
        .flat_map(|tree| tree.0.into_values())
        .filter_map(|bytes| String::from_utf8(bytes).ok())
        .collect()
}
