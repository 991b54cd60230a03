//! Every figure of the source documents is found on the Japanese pages of its city, which retell what they do
//! not quote.

use crate::record::shown::BUILT;
use crate::support::{here, selector};
use scraper::Html;
use std::fs;
use unicode_normalization::UnicodeNormalization;

/// Stands around the text of a cell.
const CELL: char = '\u{1f}';

#[test]
fn every_figure_of_the_documents_is_on_a_page_of_its_city() {
    let mut missing = Vec::new();
    for (document, city) in [
        ("atsugi-manifesto", "atsugi"),
        ("atsugi-plan", "atsugi"),
        ("atsugi-reform", "atsugi"),
        ("ayase-policies", "ayase"),
        ("isesaki-manifesto", "isesaki"),
    ] {
        let text = text_of_city(city);
        let figures = fs::read_to_string(here(&format!("tests/record/{document}.figures.txt")))
            .expect("the figures of the documents are there");
        assert!(figures.lines().count() > 4, "{document} has figures");
        missing.extend(
            figures
                .lines()
                .filter(|figure| !stands(&text, figure))
                .map(|figure| format!("{document}: {figure}")),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Whether a figure stands in a text: with its unit, as the beginning of a range (1985~1989年度), as one of
/// the two ways to write a year (平成20(2008)年度), or alone in a cell, whose column names the unit.
fn stands(text: &str, figure: &str) -> bool {
    let number = figure.trim_end_matches(|unit: char| !unit.is_ascii_digit());
    let unit = &figure[number.len()..];
    let is_year = unit.starts_with('年') && unit.chars().count() <= 2;
    let mut ways = vec![figure.to_owned(), format!("{CELL}{number}{CELL}")];
    if is_year {
        ways.extend([
            format!("{number}~"),
            format!("({number}){unit}"),
            format!("{number}(20"),
            format!("{number}(19"),
        ]);
    }
    // 20 is not found in 120, nor 5% in 0.5%.
    let part_of_another = |at: usize| {
        text[..at].ends_with(|before: char| before.is_ascii_digit() || before == '.' || before == ',')
    };
    ways.iter().any(|way| {
        text.match_indices(way.as_str())
            .any(|(at, _)| !way.starts_with(|first: char| first.is_ascii_digit()) || !part_of_another(at))
    })
}

/// The text of a city's Japanese pages and of the glossary, folded to half width, without white space, and
/// then its cells.
fn text_of_city(city: &str) -> String {
    let pages = BUILT.paths().into_iter().filter(|path| {
        path.ends_with(".html") && (path.starts_with(&format!("{city}/")) || path.starts_with("glossary/"))
    });
    let mut text = String::new();
    for page in pages {
        let page = Html::parse_document(BUILT.text(page));
        let main = page
            .select(&selector("main"))
            .next()
            .expect("a page has a main part")
            .text()
            .collect::<String>();
        let cell = selector("td");
        let cells: String = page
            .select(&cell)
            .map(|cell| format!("{CELL}{}{CELL}", cell.text().collect::<String>()))
            .collect();
        text.extend(
            main.chars()
                .chain(cells.chars())
                .nfkc()
                .filter(|character| !character.is_whitespace()),
        );
        text.push('\n');
    }
    text
}
