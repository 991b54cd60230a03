//! A measured value: what it measures and what was aimed at. Its values come from reports.

use super::walk::{ALONE, SEALED, Seal, figure, name, ours, parts, printed, title, walk};
use super::{Aim, Figure, Id, Measure, Period, RateFormula, Text};
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
    pub baseline: Option<Baseline>,
    #[serde(default)]
    pub targets: Vec<Target>,
    #[serde(default)]
    pub no_target: Vec<NoTarget>,
    /// How its rate of achievement is computed, where that differs from what is usual.
    #[serde(default)]
    pub rate: RateRule,
    /// The indicator of the same document that this one revises: its line breaks here.
    pub replaces: Option<Id>,
}

/// 基準値・現状値: what was measured before the document began to act.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    pub period: Option<Period>,
    pub value: Figure,
    pub printed: Option<Box<str>>,
}

/// How a rate of achievement is computed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateRule {
    pub formula: Option<RateFormula>,
    /// The highest rate that the document shows, in percent: 100 where more than the target is not counted.
    pub cap: Option<Figure>,
    /// How many places the rate has behind its point; 1 where absent.
    pub places: Option<u32>,
}

/// What was aimed at for a period.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub period: Period,
    /// What is to be reached; the lower end where the indicator is to stay in a range.
    pub value: Figure,
    /// The upper end of a range.
    pub upper: Option<Figure>,
    pub printed: Option<Box<str>>,
}

/// A period for which the document sets no target, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoTarget {
    pub period: Period,
    pub why: Option<Text>,
}

walk!(Indicator {
    id: name(Seal::Address),
    name: title(SEALED),
    unit: printed(SEALED).unsearched().exported(),
    direction: figure(SEALED),
    kind: figure(SEALED),
    base: printed(SEALED),
    definition: printed(SEALED),
    baseline: parts().exported(),
    targets: parts(),
    no_target: parts(),
    rate: parts(),
    replaces: name(SEALED),
});

walk!(Baseline {
    period: figure(ALONE).exported(),
    value: figure(ALONE).exported(),
    printed: printed(ALONE).untranslated().unsearched(),
});

walk!(RateRule {
    formula: figure(SEALED),
    cap: figure(SEALED),
    places: figure(SEALED),
});

walk!(Target {
    period: figure(Seal::Address).exported(),
    value: figure(SEALED).exported(),
    upper: figure(SEALED).exported(),
    printed: printed(SEALED).untranslated().unsearched(),
});

walk!(NoTarget {
    period: figure(Seal::Address),
    why: ours(SEALED.once("no_target")),
});
