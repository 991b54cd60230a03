//! What was read from a site's folder: validated values that still point at each other by name.

use crate::model::ledger::Ledger;
use crate::model::{
    Document, Id, IntroductionHead, Language, Municipality, PageHead, PageTranslation, Period, Readings,
    ReportHead, ReportTranslation, Settings, TermHead, TermTranslation,
};
use std::path::PathBuf;
use std::sync::Arc;

/// Everything of a site, file by file, in the order of the sorted paths.
#[derive(Debug)]
pub struct Content {
    /// What `content/site.yaml` says.
    pub settings: Settings,
    /// The path of that file, for problems of its values.
    pub settings_file: Arc<str>,
    /// What has been sealed of the settings; empty where nothing has.
    pub ledger: Ledger,
    /// The cities with their documents, in the order in which they are shown.
    pub municipalities: Vec<MunicipalityFile>,
    /// Plain pages, of the site and in the folders of municipalities and documents.
    pub pages: Vec<PageFile>,
    /// Lasting texts (`index.md`) of municipalities, documents, sections and commitments.
    pub introductions: Vec<IntroductionFile>,
    /// All reports, drafts and those not yet public among them. Linking leaves these out.
    pub reports: Vec<ReportFile>,
    /// The entries of `content/glossary/`.
    pub terms: Vec<TermFile>,
    /// What `content/readings.yaml` says; empty where there is no such file.
    pub readings: Readings,
    /// Files of `content/` that are published as they are, such as pictures.
    pub attachments: Vec<Attachment>,
    /// Parts of the site that are there and could not be read.
    pub incomplete: Incomplete,
}

/// What could not be read, so that references to it are not reported a second time as dangling.
#[derive(Debug, Default)]
pub struct Incomplete {
    /// Addresses whose whole content may be missing, such as a record with a syntax error.
    pub subtrees: Vec<String>,
}

impl Incomplete {
    /// Whether an address lies in a part that could not be read.
    pub(crate) fn holds(&self, address: &str) -> bool {
        let below = |subtree: &String| {
            address
                .strip_prefix(subtree.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
        };
        self.subtrees.iter().any(below)
    }
}

/// `seeds/<id>/municipality.yaml` with the records beside it.
#[derive(Debug)]
pub struct MunicipalityFile {
    pub id: Id,
    pub file: Arc<str>,
    pub record: Municipality,
    /// What has been sealed of it and of the reports on it; empty where nothing has.
    pub ledger: Ledger,
    pub documents: Vec<DocumentFile>,
}

/// `seeds/<municipality>/<id>.yaml`.
#[derive(Debug)]
pub struct DocumentFile {
    pub id: Id,
    pub file: Arc<str>,
    pub record: Document,
    /// What has been sealed of it; empty where nothing has.
    pub ledger: Ledger,
}

/// A Markdown file: its language, what its front matter says, and the text below.
#[derive(Debug)]
pub struct MarkdownFile<Head> {
    pub file: Arc<str>,
    pub language: Language,
    pub head: Head,
    pub body: Box<str>,
    /// Where the body begins in the decoded file, in bytes, for diagnostics.
    pub body_start: usize,
}

/// A plain page with its translations.
#[derive(Debug)]
pub struct PageFile {
    pub address: Box<str>,
    pub original: MarkdownFile<PageHead>,
    pub translations: Vec<MarkdownFile<PageTranslation>>,
}

/// The lasting text of a node with its translations; the first language may be absent.
#[derive(Debug)]
pub struct IntroductionFile {
    pub node: Box<str>,
    pub texts: Vec<MarkdownFile<IntroductionHead>>,
}

/// A report with its translations.
#[derive(Debug)]
pub struct ReportFile {
    pub node: Box<str>,
    /// The file name without language and `.md`: `2026-03-31` or `FY2019-tax`.
    pub name: Box<str>,
    /// The time that the name begins with.
    pub when: Period,
    pub original: MarkdownFile<ReportHead>,
    pub translations: Vec<MarkdownFile<ReportTranslation>>,
}

/// A glossary entry with its translations.
#[derive(Debug)]
pub struct TermFile {
    pub id: Id,
    pub original: MarkdownFile<TermHead>,
    pub translations: Vec<MarkdownFile<TermTranslation>>,
}

/// A file that is published beside the page of its folder, as it is.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// The path of the output, which is the path under `content/`.
    pub path: Box<str>,
    pub source: PathBuf,
    pub bytes: u64,
}
