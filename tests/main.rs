//! All tests of koyaku but those in a browser, as one program: `cargo test -- honesty::` runs one part of
//! them. Only what stands here is compiled.

mod built;
mod checks;
mod cli;
mod commitment_page;
mod data;
mod dependencies;
mod diagnostic_formats;
mod diagnostic_human;
mod exhaustive;
mod feeds;
mod forge;
mod honesty;
mod invariants;
mod judgement;
mod languages;
mod leaves;
mod lexicon;
mod links;
mod markdown;
mod migrate;
mod mistakes;
#[cfg(feature = "serve")]
mod preview;
mod publish;
mod reckoning;
mod record;
mod render_format;
mod render_href;
mod render_pages;
mod render_theme;
mod seal;
mod sites;
mod source;
mod support;
mod theme_readme;
mod time;
mod together;
mod tokens;
mod translations;

use std::collections::BTreeSet;
use support::{Tree, here};

#[test]
fn every_file_of_tests_is_part_of_this_program() {
    let tests = Tree::read(&here("tests")).only(|path| path.ends_with(".rs") && !path.contains('/'));
    let files: BTreeSet<&str> = tests
        .paths()
        .into_iter()
        .filter_map(|path| path.strip_suffix(".rs"))
        .collect();
    let named = tests
        .text("main.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let named: BTreeSet<&str> = named.filter(|name| *name != "support").chain(["main"]).collect();
    assert_eq!(named, files);
}
