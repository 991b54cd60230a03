//! A measured value: what it measures and what was aimed at. Its values come from reports.

use super::bilingual::Text;
use super::choice::{Aim, Measure};
use super::date::Period;
use super::id::Id;
use super::number::Figure;
use serde::Deserialize;

/// The definition of an indicator, as a document prints it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: Id,
    pub name: Text,
    pub unit: Option<Text>,
    pub direction: Option<Aim>,
    pub kind: Option<Measure>,
    /// Whom or what a survey counts.
    pub base: Option<Text>,
    pub definition: Option<Text>,
    #[serde(default)]
    pub targets: Vec<Target>,
    #[serde(default)]
    pub no_target: Vec<NoTarget>,
    /// The indicator of the same document that this one revises: its line breaks here.
    pub replaces: Option<Id>,
}

/// What was aimed at for a period.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub period: Period,
    pub value: Figure,
    pub printed: Option<Box<str>>,
}

/// A period for which the document sets no target, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoTarget {
    pub period: Period,
    pub why: Option<Text>,
}
