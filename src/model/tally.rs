//! A total as a document publishes it. Rechecking it is the matter of a later stage.

use super::walk::{Free, SEALED, Seal, figure, name, ours, parts, printed, title, walk};
use super::{Count, Figure, Id, Period, Text};
use serde::Deserialize;

/// Published counts of something by some judgement.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub id: Id,
    /// The section under which it is shown; the document's own page where absent.
    pub section: Option<Id>,
    /// What is counted, and of which period's plan.
    pub about: Text,
    pub period: Option<Period>,
    pub assessor: Option<Text>,
    pub total: Count,
    pub unit: Option<Text>,
    pub parts: Vec<TallyPart>,
    /// What the source says it leaves out.
    pub excludes: Option<Text>,
    /// A disagreement between figures of the source, declared and shown but not corrected.
    pub discrepancy: Option<Text>,
}

/// One row of a tally, as printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyPart {
    pub label: Text,
    pub count: Count,
    pub percent: Option<Figure>,
}

walk!(Tally {
    id: name(Seal::Address),
    section: name(Seal::Free(Free::Placement)),
    about: title(SEALED),
    period: figure(SEALED),
    assessor: name(SEALED).translated().searched(),
    total: figure(SEALED).exported(),
    unit: printed(SEALED).unsearched(),
    parts: parts(),
    excludes: printed(SEALED),
    discrepancy: ours(SEALED),
});

walk!(TallyPart {
    label: printed(SEALED).exported(),
    count: figure(SEALED).exported(),
    percent: figure(SEALED).exported(),
});
