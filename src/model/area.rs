//! A district of a municipality.

use super::bilingual::Text;
use super::id::Id;
use serde::Deserialize;

/// A district that commitments name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub id: Id,
    pub name: Text,
    pub reading: Option<Box<str>>,
    pub description: Option<Text>,
}
