//! The page of the data files: what there is, how long it is, and what its columns and codes mean.

use crate::facts::columns::DataColumn;
use crate::facts::data_files::FileSize;
use crate::facts::{columns as names, data_files};
use crate::html::{Link, Passage, format};
use crate::model::{CommitmentKind, DocumentKind, Strength, ValueState};
use crate::pages::{About, Scope};
use crate::site::{DataFile, LedgerOwner, MunicipalityIx, Node, StatusIx, TableIx, TallyIx};
use serde::Serialize;

/// `data`.
#[derive(Debug, Serialize)]
pub(crate) struct Data<'a> {
    /// Never empty on a site that builds.
    pub cities: Vec<CityFiles<'a>>,
    /// What belongs to no city.
    pub files: Vec<File<'a>>,
    /// Whether indicators have files too, which are named on their own pages.
    pub has_indicators: bool,
    /// The kinds of file with their columns.
    pub tables: Vec<Columns<'a>>,
    /// What stands for what in columns that choose from a list.
    pub codes: Vec<Codes<'a>>,
}

/// A city with its files.
#[derive(Debug, Serialize)]
pub(crate) struct CityFiles<'a> {
    pub name: Link<'a>,
    /// The list of its documents first, then the files of each document.
    pub files: Vec<File<'a>>,
}

/// A file.
#[derive(Debug, Serialize)]
pub(crate) struct File<'a> {
    pub href: String,
    /// What it holds, in words.
    pub what: &'a str,
    /// Of which document; absent on the list of documents.
    pub document: Option<Passage<'a>>,
    /// Which tally or table it is; absent elsewhere.
    pub title: Option<Passage<'a>>,
    /// `CSV` or `JSON Lines`.
    pub format: &'static str,
    /// Without the header row.
    pub rows: usize,
    /// Such as `1.2 MB`.
    pub size: String,
}

/// The columns of a kind of file.
#[derive(Debug, Serialize)]
pub(crate) struct Columns<'a> {
    pub what: &'a str,
    pub rows: Vec<ColumnRow>,
}

/// A column, or the columns of one text in all languages.
#[derive(Debug, Serialize)]
pub(crate) struct ColumnRow {
    /// One, or one for each language. Never empty.
    pub names: Vec<String>,
    pub meaning: String,
}

/// A list of codes.
#[derive(Debug, Serialize)]
pub(crate) struct Codes<'a> {
    /// The kind of file in words.
    pub what: &'a str,
    pub column: &'static str,
    pub rows: Vec<CodeView<'a>>,
}

/// A code with its word.
#[derive(Debug, Serialize)]
pub(crate) struct CodeView<'a> {
    pub code: &'a str,
    pub word: Passage<'a>,
}

/// The page of the data files.
pub(crate) fn data_page<'s>(scope: &Scope<'s>) -> (Data<'s>, About<'s>) {
    let site = scope.site;
    let view = Data {
        cities: MunicipalityIx::all(site)
            .map(|index| city(scope, index))
            .collect(),
        files: ledger(scope, LedgerOwner::Site).into_iter().collect(),
        has_indicators: site
            .commitments
            .iter()
            .any(|commitment| !commitment.record.indicators.is_empty()),
        tables: names::all()
            .iter()
            .map(|(kind, list)| columns(scope, kind, list))
            .collect(),
        codes: codes(scope),
    };
    (view, About::of_theme(scope, "data"))
}

fn city<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> CityFiles<'s> {
    let node = Node::Municipality(index);
    let mut files: Vec<File> = csv(scope, node, "city")
        .into_iter()
        .chain(csv(scope, DataFile::Statuses(node), "statuses"))
        .chain(ledger(scope, LedgerOwner::Municipality(index)))
        .collect();
    for &document in &scope.site[index].documents {
        let title = scope.short_title(Node::Document(document));
        let own = |file: File<'s>| File {
            document: Some(title.clone()),
            ..file
        };
        let counted = [
            (Node::Document(document).into(), "document"),
            (DataFile::Statuses(Node::Document(document)), "statuses"),
            (DataFile::Steps(document), "steps"),
        ];
        files.extend(
            counted
                .into_iter()
                .filter_map(|(file, kind)| csv(scope, file, kind))
                .map(own),
        );
        for tally in TallyIx::all_of(scope.site, document) {
            files.extend(csv(scope, Node::Tally(tally), "tally").map(|file| {
                own(File {
                    title: Some(scope.excerpt(&scope.site[tally].about)),
                    ..file
                })
            }));
        }
        for table in TableIx::all_of(scope.site, document).map(Node::Table) {
            files.extend(csv(scope, table, "table").map(|file| {
                own(File {
                    title: Some(scope.title(table)),
                    ..file
                })
            }));
        }
        files.extend(ledger(scope, LedgerOwner::Document(document)).map(own));
    }
    CityFiles {
        name: scope.link(node),
        files,
    }
}

/// A file of figures, where there is one.
fn csv<'s>(scope: &Scope<'s>, figures: impl Into<DataFile>, kind: &str) -> Option<File<'s>> {
    let figures = figures.into();
    let path = data_files::path(scope.site, figures);
    let size = scope.sizes?.files.get(&figures)?;
    Some(file(scope, &path, kind, "CSV", *size))
}

/// What has been sealed of a record, where anything has.
fn ledger<'s>(scope: &Scope<'s>, owner: LedgerOwner) -> Option<File<'s>> {
    let text = scope.site.ledger(owner).until(scope.site.options.as_of);
    let path = scope.site.ledger_path(owner);
    let size = FileSize {
        rows: text.lines().count(),
        bytes: text.len(),
    };
    (!text.is_empty()).then(|| file(scope, &path, "ledger", "JSON Lines", size))
}

fn file<'s>(scope: &Scope<'s>, path: &str, kind: &str, format: &'static str, size: FileSize) -> File<'s> {
    File {
        href: scope.href_of_file(path),
        what: scope.choice("data_file", kind),
        document: None,
        title: None,
        format,
        rows: size.rows,
        size: format::size(size.bytes as u64, scope.writing()),
    }
}

fn columns<'s>(scope: &Scope<'s>, kind: &str, columns: &[DataColumn]) -> Columns<'s> {
    let names = |column: &DataColumn| match column.is_text {
        true => scope
            .site
            .languages()
            .iter()
            .map(|language| format!("{}_{}", column.name, language.as_str()))
            .collect(),
        false => vec![column.name.clone().into_owned()],
    };
    let row = |column: &DataColumn| ColumnRow {
        names: names(column),
        meaning: scope.fill(&names::meaning(kind, column), &[("original", &scope.first_tag())]),
    };
    Columns {
        what: scope.choice("data_file", kind),
        rows: columns.iter().map(row).collect(),
    }
}

fn codes<'s>(scope: &Scope<'s>) -> Vec<Codes<'s>> {
    let site = scope.site;
    let list = |(kind, column): (&str, &'static str), group: &'static str, words: Vec<&'static str>| Codes {
        what: scope.choice("data_file", kind),
        column,
        rows: words
            .into_iter()
            .map(|word| CodeView {
                code: word,
                word: Passage::native(scope.choice(group, word)),
            })
            .collect(),
    };
    let statuses = StatusIx::all(site).filter(|&index| site.first_of_its_id(index) == index);
    let statuses = statuses.map(|index| CodeView {
        code: site[index].id.as_str(),
        word: scope.text(&site[index].label),
    });
    vec![
        list(
            ("city", "kind"),
            "document_kind",
            DocumentKind::ALL.iter().map(|kind| kind.word()).collect(),
        ),
        list(
            ("document", "kind"),
            "commitment_kind",
            CommitmentKind::ALL.iter().map(|kind| kind.word()).collect(),
        ),
        list(
            ("document", "strength"),
            "strength",
            Strength::ALL.iter().map(|strength| strength.word()).collect(),
        ),
        Codes {
            what: scope.choice("data_file", "document"),
            column: "status",
            rows: statuses.collect(),
        },
        list(
            ("indicator", "state"),
            "value_state",
            ValueState::ALL.iter().map(|state| state.word()).collect(),
        ),
        list(("indicator", "verdict"), "verdict", vec!["met", "not-met"]),
    ]
}
