//! What a document must satisfy: tables whose rows fit their heads.

use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::document::Document;
use crate::model::table::Table;
use crate::site::Site;

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for document in &site.documents {
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
                        Place::yaml(&document.file, path_to![Document::tables, at, Table::rows, row]),
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
