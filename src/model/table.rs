//! A verbatim table of a document. The first cell of each row heads it.

use super::bilingual::{Text, TextVisitor};
use super::id::Id;
use super::schedule::Schedule;
use super::walk::{
    self, Field, Free, RecordOutline, SEALED, Seal, Shape, Walked, name, parts, printed, title, walk,
};
use crate::diagnostic::Path;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// Caption, column heads and rows, cell by cell as printed.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub id: Id,
    /// The section under which it is shown; the document's own page where absent.
    pub section: Option<Id>,
    pub caption: Text,
    pub columns: Vec<Text>,
    pub rows: Vec<Vec<Cell>>,
    pub note: Option<Text>,
    /// Where the rows are months or years that a drawing can show.
    pub schedule: Option<Schedule>,
}

/// A cell; `null` or `""` is a cell that the document leaves empty.
#[derive(Debug, Clone)]
pub struct Cell(pub Option<Text>);

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        TextVisitor.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<Cell, E> {
        Ok(Cell(None))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
        if text.is_empty() {
            Ok(Cell(None))
        } else {
            TextVisitor.visit_str(text).map(|text| Cell(Some(text)))
        }
    }

    fn visit_bool<E: Error>(self, word: bool) -> Result<Cell, E> {
        TextVisitor.visit_bool(word).map(|text| Cell(Some(text)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Cell, E> {
        TextVisitor.visit_i64(number).map(|text| Cell(Some(text)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Cell, E> {
        TextVisitor.visit_u64(number).map(|text| Cell(Some(text)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Cell, E> {
        TextVisitor.visit_f64(number).map(|text| Cell(Some(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cell, A::Error> {
        TextVisitor.visit_map(map).map(|text| Cell(Some(text)))
    }
}

impl Walked for Cell {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn walk::Visitor<'a>) {
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
