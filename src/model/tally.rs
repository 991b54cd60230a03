//! A total as a document publishes it. Rechecking it is the matter of a later stage.

use super::walk::{Free, SEALED, Seal, figure, name, ours, parts, printed, title, walk};
use super::{Count, Figure, Id, Period, Text};
use serde::Deserialize;

/// Published counts of something by some judgement.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Its name within the document: its anchor, and the name of its data file.
    pub id: Id,
    /// The section under which it is shown; the document's own page where absent.
    pub section: Option<Id>,
    /// What is counted, and of which period's plan.
    pub about: Text,
    /// The time that the counts speak about; `None` where the source does not say.
    pub period: Option<Period>,
    /// Who judged or counted, as the source says it; `None` where it does not.
    pub assessor: Option<Text>,
    /// The printed total. That the parts add up to it is checked (`tally-total`).
    pub total: Count,
    /// What one is, as printed: 事業, 項目. `None` where the source does not say.
    pub unit: Option<Text>,
    /// The printed rows that make up the total, in their order.
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
    /// What is counted in the row, in the document's own word: 順調.
    pub label: Text,
    /// How many, as printed.
    pub count: Count,
    /// The share as printed, in percent. It is checked against the count (`tally-percent`), and `None`
    /// where none is printed.
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
