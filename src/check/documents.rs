//! What a document must satisfy: a day of publication that can have been, and tables whose rows fit their
//! heads.

use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::document::{Document as Record, DocumentSource};
use crate::model::table::Table;
use crate::site::{Document, Site};

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        check_published(site, document, problems);
        for (at, table) in document.record.tables.iter().enumerate() {
            let heads = table.columns.len();
            for (row, cells) in table
                .rows
                .iter()
                .enumerate()
                .filter(|(_, cells)| cells.len() != heads)
            {
                let found = cells.len();
                problems.push(
                    Diagnostic::error(
                        Code::TableShape,
                        Place::yaml(&document.file, path_to![Record::tables, at, Table::rows, row]),
                        Message::new(
                            format!("この行は {found} 列ですが、見出しは {heads} 列です"),
                            format!("this row has {found} cells, but there are {heads} column heads"),
                        ),
                    )
                    .remedy(Message::new(
                        "空の欄は \"\" と書いてください",
                        "write \"\" for an empty cell",
                    )),
                );
            }
        }
    }
}

fn check_published(site: &Site, document: &Document, problems: &mut Vec<Diagnostic>) {
    let Some(published) = document.record.source.published else {
        return;
    };
    let day = published.first_day();
    if day <= site.options.last_likely_day() {
        return;
    }
    problems.push(
        Diagnostic::warning(
            Code::DateFar,
            Place::yaml(
                &document.file,
                path_to![Record::source, DocumentSource::published],
            ),
            Message::new(
                format!("この文書の公表日 {day} は1年以上先です"),
                format!("this document was published on {day}, which is more than a year ahead"),
            ),
        )
        .remedy(Message::new("年を確かめてください", "check the year")),
    );
}
