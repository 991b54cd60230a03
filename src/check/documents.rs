//! What a document must satisfy: a day of publication that can have been, and tables whose rows fit their
//! heads.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::model::{Document, DocumentSource, Table};
use crate::site::{LinkedDocument, Site};

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        check_published(site, document, problems);
        for (at, table) in document.record.tables.iter().enumerate() {
            let heads = table.columns.len();
            let rows = table.rows.iter().enumerate();
            for (row, cells) in rows.filter(|(_, cells)| cells.len() != heads) {
                let found = cells.len();
                problems.push(WORDS.error(
                    Code::TableShape,
                    Place::yaml(&document.file, path_to![Document::tables, at, Table::rows, row]),
                    "table-shape",
                    &[("found", &found), ("heads", &heads)],
                ));
            }
        }
    }
}

fn check_published(site: &Site, document: &LinkedDocument, problems: &mut Vec<Diagnostic>) {
    let Some(published) = document.record.source.published else {
        return;
    };
    let day = published.first_day();
    if day <= site.options.last_likely_day() {
        return;
    }
    let place = Place::yaml(
        &document.file,
        path_to![Document::source, DocumentSource::published],
    );
    problems.push(WORDS.warning(Code::DateFar, place, "date-far.check-published", &[("day", &day)]));
}
