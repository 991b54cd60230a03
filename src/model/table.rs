//! A verbatim table of a document. The first cell of each row heads it.

use super::walk::{
    Field, Free, RecordOutline, SEALED, Seal, Shape, Visitor, Walked, name, parts, printed, title, walk,
};
use super::{Id, Schedule, Text, bilingual::TextVisitor};
use crate::diagnostic::Path;
use serde::de::{Deserialize, Deserializer};

/// Caption, column heads and rows, cell by cell as printed.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its name within the document: its anchor, and the name of its data file.
    pub id: Id,
    /// The section under which it is shown; the document's own page where absent.
    pub section: Option<Id>,
    /// The caption as printed.
    pub caption: Text,
    /// The heads of the columns, from the left. Every row has as many cells (`table-shape`).
    pub columns: Vec<Text>,
    /// The rows from the top, each with its cells from the left.
    pub rows: Vec<Vec<Cell>>,
    /// What the document prints below the table; `None` where nothing stands there.
    pub note: Option<Text>,
    /// Where the rows are months or years that a drawing can show.
    pub schedule: Option<Schedule>,
}

/// A cell; `null` or `""` is a cell that the document leaves empty.
#[derive(Debug, Clone)]
pub struct Cell(pub Option<Text>);

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = from.deserialize_any(TextVisitor { may_be_empty: true })?;
        Ok(Cell((!text.is_empty()).then_some(text)))
    }
}

impl Walked for Cell {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        self.0.walk_as(field, path, visitor);
    }

    fn describe(outline: &mut RecordOutline) {
        outline.leaf(Shape::Text);
    }
}

walk!(Table {
    id: name(Seal::Address),
    section: name(Seal::Free(Free::Placement)),
    caption: title(SEALED),
    columns: printed(SEALED).exported(),
    rows: printed(SEALED).exported(),
    note: printed(SEALED),
    schedule: parts(),
});
