//! Who is responsible: a department of a municipality, with the years it existed and what followed it.

use super::bilingual::Text;
use super::date::FiscalYear;
use super::id::Id;
use serde::Deserialize;

/// A department. Organisations change every April, so a name is never stretched over its successor.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: Id,
    pub name: Text,
    pub reading: Option<Box<str>>,
    pub from: Option<FiscalYear>,
    pub to: Option<FiscalYear>,
    #[serde(default)]
    pub successors: Vec<Id>,
}
