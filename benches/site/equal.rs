//! Whether the two sites of a comparison are equal: every text on Hugo's page of a commitment stands on koyaku's
//! page of the same one, and every word of the record or of an editor on koyaku's stands on Hugo's. What koyaku
//! says besides, such as what it works out from them, is its own.

use crate::corpus::{self, Both};
use scraper::{ElementRef, Html, Selector};
use std::fs;
use std::path::{Path, PathBuf};

/// How many commitments are read in a large site; of a smaller one, all are.
const SAMPLE: usize = 400;

/// Commitments are taken this far apart, round the site: a prime, so that a rule of the corpus such as "every
/// fifth" cannot hide from the sample.
const STEP: usize = 7_919;

/// The most faults that are told one by one.
const TOLD: usize = 10;

/// What a check has seen.
pub struct Comparison {
    pages: usize,
    blocks: usize,
    faults: Vec<String>,
}

/// Compares the trees `koyaku` and `hugo`, both built from a corpus of so many commitments.
///
/// # Errors
/// Where the sites are not equal, says what is missing where.
pub fn compare(koyaku: &Path, hugo: &Path, commitments: usize) -> Result<String, String> {
    let mut comparison = Comparison {
        pages: 0,
        blocks: 0,
        faults: Vec::new(),
    };
    for commitment in 0..commitments {
        for page in ["", "en/"].map(|language| page(language, commitment)) {
            for tree in [koyaku, hugo] {
                if !tree.join(&page).is_file() {
                    comparison
                        .faults
                        .push(format!("{} is missing", tree.join(&page).display()));
                }
            }
        }
    }
    let sample: Vec<usize> = match commitments {
        ..=SAMPLE => (0..commitments).collect(),
        _ => (0..SAMPLE).map(|at| at * STEP % commitments).collect(),
    };
    // A page that is missing is told before any is read.
    let sample = if comparison.faults.is_empty() {
        sample
    } else {
        Vec::new()
    };
    for commitment in sample {
        for language in ["", "en/"] {
            comparison.page(koyaku, hugo, language, commitment);
        }
    }
    let Comparison {
        pages,
        blocks,
        faults,
    } = comparison;
    if faults.is_empty() {
        return Ok(format!(
            "{blocks} texts on {pages} pages of commitments are equal"
        ));
    }
    let told: Vec<&str> = faults.iter().take(TOLD).map(String::as_str).collect();
    Err(format!(
        "the sites are not equal in {} places:\n{}",
        faults.len(),
        told.join("\n")
    ))
}

impl Comparison {
    fn page(&mut self, koyaku: &Path, hugo: &Path, language: &str, commitment: usize) {
        let path = page(language, commitment);
        let koyaku = Html::parse_document(&read(&koyaku.join(&path)));
        let hugo = Html::parse_document(&read(&hugo.join(&path)));
        let whole = |page: &Html| page.select(&selector("main")).map(folded).collect::<String>();
        let (on_koyaku, on_hugo) = (whole(&koyaku), whole(&hugo));
        let from_hugo = texts(
            &hugo,
            "article h1, article h2, article h3, article p, article li, article dd, article th, article td",
        );
        let mut from_koyaku = texts(
            &koyaku,
            "blockquote p, .prose h3, .prose h4, .prose p, .prose li, .prose th, .prose td",
        );
        // Two pages without the words of the record would be equal, so those are looked for by themselves.
        let words = corpus::wording(commitment);
        let of = |both: Both| if language.is_empty() { both.ja } else { both.en };
        from_koyaku.extend([of(words.title), of(words.text)].map(|word| fold(&word)));
        self.pages += 1;
        self.blocks += from_hugo.len() + from_koyaku.len();
        for (name, whole, texts) in [
            ("koyaku", &on_koyaku, [&from_hugo[..], &from_koyaku].concat()),
            ("Hugo", &on_hugo, from_koyaku),
        ] {
            let missing = texts.iter().filter(|text| !whole.contains(*text));
            let told = missing.map(|text| format!("{name}'s {} lacks {text}", path.display()));
            self.faults.extend(told);
        }
    }
}

fn texts(page: &Html, within: &str) -> Vec<String> {
    let within = selector(within);
    let folded = page.select(&within).map(folded);
    folded.filter(|text| !text.is_empty()).collect()
}

fn page(language: &str, commitment: usize) -> PathBuf {
    format!("{language}{}/index.html", corpus::address(commitment)).into()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a page that is there can be read")
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("the selector is written correctly")
}

fn folded(element: ElementRef) -> String {
    fold(&element.text().collect::<String>())
}

/// Without white space, and without what only tells where a line may be broken.
fn fold(text: &str) -> String {
    let breaks = |sign: char| sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{2060}' | '\u{ad}');
    text.chars().filter(|sign| !breaks(*sign)).collect()
}
