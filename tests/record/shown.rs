//! What the built pages of the real site show: quotations, words marked as verbatim, figures.

use crate::support::{Site, Tree, selector};
use scraper::{ElementRef, Html};
use std::sync::LazyLock;

/// The real site, built once for all tests.
pub static BUILT: LazyLock<Tree> = LazyLock::new(|| Site::real().built(&["--no-minify"]));

/// The folders of the languages.
pub const LANGUAGES: [&str; 2] = ["", "en/"];

/// A page of the built site.
pub struct Shown {
    page: Html,
}

pub fn is_page(address: &str) -> bool {
    BUILT.0.contains_key(&format!("{address}index.html"))
}

/// The addresses of the commitments of a document, `en/atsugi/plan/5-1-a/`, in no order.
pub fn commitments(language: &str, document: &str) -> Vec<String> {
    let folder = format!("{language}{document}/");
    let pages = BUILT
        .paths()
        .into_iter()
        .filter(|path| path.starts_with(&folder) && path.ends_with("/index.html"));
    let commitments = pages.filter(|path| BUILT.text(path).contains("<body class=\"commitment\">"));
    commitments
        .map(|path| path.trim_end_matches("index.html").to_owned())
        .collect()
}

impl Shown {
    pub fn at(address: &str) -> Self {
        Self {
            page: Html::parse_document(BUILT.text(&format!("{address}index.html"))),
        }
    }

    /// The Japanese quotations inside what a selector finds, each with its paragraphs on lines of their own.
    pub fn quotations(&self, inside: &str) -> Vec<String> {
        let quotation = selector("blockquote[lang='ja']");
        let paragraph = selector("p");
        let text = |quotation: ElementRef| {
            quotation
                .select(&paragraph)
                .map(text_of)
                .collect::<Vec<_>>()
                .join("\n")
        };
        self.page
            .select(&selector(inside))
            .flat_map(|part| part.select(&quotation).map(text).collect::<Vec<_>>())
            .collect()
    }

    /// The texts marked as verbatim inside what a selector finds, quotations left out.
    pub fn verbatim(&self, inside: &str) -> Vec<String> {
        self.texts(inside, ".verbatim:not(blockquote)")
    }

    /// The texts of what the second selector finds inside what the first one finds.
    pub fn texts(&self, inside: &str, wanted: &str) -> Vec<String> {
        let wanted = selector(wanted);
        self.page
            .select(&selector(inside))
            .flat_map(|part| part.select(&wanted).map(text_of).collect::<Vec<_>>())
            .collect()
    }

    /// The cells of a table in their order, as printed: on a page of another language the original stands
    /// below its translation.
    pub fn cells(&self, table: &str, language: &str) -> Vec<String> {
        let original = selector(".original");
        let cell = selector("th, td");
        let printed = |cell: ElementRef| match cell.select(&original).next() {
            Some(original) if !language.is_empty() => text_of(original),
            _ => text_of(cell),
        };
        self.page
            .select(&selector(table))
            .flat_map(|table| table.select(&cell).map(printed).collect::<Vec<_>>())
            .collect()
    }

    pub fn count(&self, inside: &str) -> usize {
        self.page.select(&selector(inside)).count()
    }

    /// The values of `href` of the links that a selector finds, in their order.
    pub fn links(&self, wanted: &str) -> Vec<String> {
        self.page
            .select(&selector(wanted))
            .filter_map(|link| link.attr("href"))
            .map(str::to_owned)
            .collect()
    }

    /// All text of the page between `main` and its end.
    pub fn text(&self) -> String {
        self.page.select(&selector("main")).map(text_of).collect()
    }
}

/// The text of an element without the line ends and the indentation around it, which no reader sees. Those that
/// an official document prints are of full width, and stay.
fn text_of(element: ElementRef) -> String {
    let text: String = element.text().collect();
    text.trim_matches(|character: char| character.is_ascii_whitespace())
        .to_owned()
}
