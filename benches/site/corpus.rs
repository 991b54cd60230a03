//! A made-up site of any size for measuring builds: the same files for the same number on any machine. No
//! city, document or figure in it is real, and it is never published.

mod content;
mod hugo;
mod record;
mod wording;
mod words;

pub use hugo::write as write_for_hugo;
pub use wording::wording;

use std::fs;
use std::ops::Range;
use std::path::Path;

const COMMITMENTS_PER_DOCUMENT: usize = 500;
const DOCUMENTS_PER_MUNICIPALITY: usize = 10;
const SECTIONS: usize = 12;
const KINDS: [&str; 4] = ["manifesto", "plan", "reform", "policies"];

/// A site of `commitments` commitments, laid out before a file is written.
struct Corpus {
    commitments: usize,
}

/// One document, by its number in the whole site.
#[derive(Clone, Copy)]
struct Document(usize);

/// Text in both languages of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    pub ja: String,
    pub en: String,
}

/// Writes the sources of a valid site with two languages and so many commitments into the folder `root`.
///
/// # Panics
/// When the folder cannot be written to: a measurement has nothing to fall back on.
pub fn write(root: &Path, commitments: usize) {
    let corpus = Corpus { commitments };
    put(root, "content/site.yaml", &record::site(&corpus));
    for municipality in 0..corpus.municipalities() {
        let id = municipality_id(municipality);
        put(
            root,
            &format!("seeds/{id}/municipality.yaml"),
            &record::municipality(&corpus, municipality),
        );
    }
    for document in (0..corpus.documents()).map(Document) {
        put(
            root,
            &format!("seeds/{}.yaml", document.address()),
            &record::document(&corpus, document),
        );
    }
    content::write(&corpus, &|path, text| put(root, path, text));
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    let folder = path.parent().expect("every file of a site is in a folder");
    fs::create_dir_all(folder).expect("the folder of the corpus can be written to");
    fs::write(path, text).expect("the folder of the corpus can be written to");
}

impl Corpus {
    fn documents(&self) -> usize {
        self.commitments.div_ceil(COMMITMENTS_PER_DOCUMENT)
    }

    fn municipalities(&self) -> usize {
        self.documents().div_ceil(DOCUMENTS_PER_MUNICIPALITY)
    }

    fn documents_of(&self, municipality: usize) -> impl Iterator<Item = Document> + use<> {
        let first = municipality * DOCUMENTS_PER_MUNICIPALITY;
        (first..(first + DOCUMENTS_PER_MUNICIPALITY).min(self.documents())).map(Document)
    }

    /// The commitments of a document, by their numbers in the whole site.
    fn commitments_of(&self, document: Document) -> Range<usize> {
        let first = document.0 * COMMITMENTS_PER_DOCUMENT;
        first..(first + COMMITMENTS_PER_DOCUMENT).min(self.commitments)
    }

    /// The sections of a document that hold commitments, with those.
    fn sections_of(&self, document: Document) -> Vec<(usize, Range<usize>)> {
        let commitments = self.commitments_of(document);
        let size = commitments.len().div_ceil(SECTIONS);
        let within = |section: usize| {
            let first = commitments.start + section * size;
            first.min(commitments.end)..(first + size).min(commitments.end)
        };
        (0..SECTIONS)
            .map(|section| (section, within(section)))
            .filter(|(_, within)| !within.is_empty())
            .collect()
    }

    /// The commitment that another one points at: mostly of the same document, sometimes of the one before
    /// it.
    fn neighbour(&self, commitment: usize) -> Option<usize> {
        let document = document_of(commitment);
        let other = if commitment.is_multiple_of(3) {
            document.0.saturating_sub(1)
        } else {
            document.0
        };
        let range = self.commitments_of(Document(other));
        let found = range.start + (commitment * 7 + 3) % range.len();
        let next = if found + 1 < range.end {
            found + 1
        } else {
            range.start
        };
        [found, next].into_iter().find(|found| *found != commitment)
    }
}

impl Document {
    fn kind(self) -> &'static str {
        KINDS[self.0 % KINDS.len()]
    }

    fn municipality(self) -> usize {
        self.0 / DOCUMENTS_PER_MUNICIPALITY
    }

    fn id(self) -> String {
        format!("{}-{}", self.kind(), self.0 % DOCUMENTS_PER_MUNICIPALITY + 1)
    }

    fn address(self) -> String {
        format!("{}/{}", municipality_id(self.municipality()), self.id())
    }
}

fn municipality_id(municipality: usize) -> String {
    format!("city-{:02}", municipality + 1)
}

fn document_of(commitment: usize) -> Document {
    Document(commitment / COMMITMENTS_PER_DOCUMENT)
}

/// Where the page of a commitment stands, from the root of its language.
pub fn address(commitment: usize) -> String {
    format!(
        "{}/{}",
        document_of(commitment).address(),
        commitment % COMMITMENTS_PER_DOCUMENT + 1
    )
}

/// Every fifth commitment carries statements of its own and an indicator.
fn has_indicator(commitment: usize) -> bool {
    commitment.is_multiple_of(5)
}

/// Every tenth commitment is explained in a lasting text.
fn has_introduction(commitment: usize) -> bool {
    commitment.is_multiple_of(10)
}

/// Every second commitment has been reported on.
fn has_report(commitment: usize) -> bool {
    commitment.is_multiple_of(2)
}

/// The percentage that was aimed at or reached, for a year counted from the first of the document.
fn figure(commitment: usize, year: usize) -> String {
    format!("{}.{}", 52 + commitment % 31 + year * 3, commitment % 10)
}
