//! A measured value: what it measures and what was aimed at. Its values come from reports.

use super::walk::{ALONE, SEALED, Seal, figure, name, ours, parts, printed, title, walk};
use super::{Aim, Figure, Id, Measure, Period, RateFormula, Text};
use serde::Deserialize;

/// The definition of an indicator, as a document prints it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// By which reports give its values and amendments change its targets. Its page has the address of
    /// the document with this id behind it.
    pub id: Id,
    /// What is measured, as printed.
    pub name: Text,
    /// The unit as printed: `%`, `人`, `千円`. A value with another one is an error (`unit-mismatch`).
    /// `None` where none is printed.
    pub unit: Option<Text>,
    /// Which way it is meant to move. `None` where the document does not say: then no value is met or not
    /// met.
    pub direction: Option<Aim>,
    /// How its values relate to one another; `None` where the document does not say.
    pub kind: Option<Measure>,
    /// Whom or what a survey counts.
    pub base: Option<Text>,
    /// How it is measured or counted, word for word; `None` where the document does not say.
    pub definition: Option<Text>,
    /// What was measured before the document began to act (基準値); `None` where none is printed.
    pub baseline: Option<Baseline>,
    /// What is to be reached, one target for each period (`period-twice`).
    #[serde(default)]
    pub targets: Vec<Target>,
    /// The periods for which the document says that it sets no target, as opposed to those of which
    /// nothing is known.
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
    /// The time for which it is set. Amendments name the target by it.
    pub period: Period,
    /// What is to be reached; the lower end where the indicator is to stay in a range.
    pub value: Figure,
    /// The upper end of a range.
    pub upper: Option<Figure>,
    /// The target as printed, where it is not the digits of `value`: ４割 for `40.0`.
    pub printed: Option<Box<str>>,
}

/// A period for which the document sets no target, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoTarget {
    /// The time without a target.
    pub period: Period,
    /// Why there is none, in the editors' words; `None` where the document does not say.
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
