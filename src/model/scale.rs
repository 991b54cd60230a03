//! The words by which progress is judged. They are data: a site brings its own, or uses the built-in ones,
//! which stand in the texts of the theme.

use super::walk::{SEALED_LATER, Seal, figure, name, printed, setting, walk};
use super::{FiscalYear, Id, Period, Text, choice::choice};
use serde::Deserialize;

/// One status of the scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// How reports, lists and data name it, such as `slightly-behind`.
    pub id: Id,
    /// The word that readers see. Reports may give it in the place of the id.
    pub label: Text,
    /// How it is drawn. Several statuses may share a family.
    pub family: Family,
    /// What a report must bring to claim this status.
    #[serde(default)]
    pub requires: Vec<Requirement>,
    /// The fiscal years about which it may be said, where a scale has changed.
    pub from: Option<FiscalYear>,
    /// The last of these fiscal years; open where absent.
    pub to: Option<FiscalYear>,
}

impl Status {
    /// Whether the status is one of the scale for what a report speaks about.
    pub(crate) fn holds_for(&self, period: Period) -> bool {
        let begun = self
            .from
            .is_none_or(|from| period.first_day() >= from.first_day());
        begun && self.to.is_none_or(|to| period.first_day() <= to.last_day())
    }
}

choice! {
    /// How a status is drawn: by shape, colour and word.
    Family {
        /// What was promised has been done. Only this family meets a deadline.
        Achieved = "achieved",
        /// It goes as planned, or almost.
        OnTrack = "on-track",
        /// It is a little late.
        SlightlyBehind = "slightly-behind",
        /// It is late, or in danger.
        Behind = "behind",
        /// It is over without having been achieved in full: stopped, changed, achieved in part.
        Ended = "ended",
        /// Nothing can be said of how it goes: not begun, not assessed.
        Unknown = "unknown",
    }
}
choice! {
    /// A part of a report that a status can demand.
    Requirement {
        /// At least one piece of evidence that a reader can open.
        Evidence = "evidence",
        /// Why things stand so.
        Reason = "reason",
        /// What is to be done next.
        Next = "next",
        /// Who has judged.
        Assessor = "assessor",
    }
}

/// A status of the scale that a site has where it brings none. Its word in each language stands in the texts
/// of the theme, under `scale`.
pub struct BuiltInStatus {
    pub id: &'static str,
    pub family: Family,
    pub requires: &'static [Requirement],
}

const JUDGED: &[Requirement] = &[Requirement::Evidence, Requirement::Assessor];
const EXPLAINED: &[Requirement] = &[Requirement::Evidence, Requirement::Reason, Requirement::Assessor];
const PROMISED: &[Requirement] = &[
    Requirement::Evidence,
    Requirement::Reason,
    Requirement::Next,
    Requirement::Assessor,
];
const EXCUSED: &[Requirement] = &[Requirement::Reason, Requirement::Assessor];
const UNJUDGED: &[Requirement] = &[Requirement::Reason];

/// The scale of a site that does not bring its own. Every judgement needs evidence and a judge; a bad one its
/// reason too.
pub const BUILT_IN_SCALE: [BuiltInStatus; 12] = [
    BuiltInStatus::new("achieved", Family::Achieved, JUDGED),
    BuiltInStatus::new("on-track", Family::OnTrack, JUDGED),
    BuiltInStatus::new("mostly-on-track", Family::OnTrack, JUDGED),
    BuiltInStatus::new("ongoing", Family::OnTrack, JUDGED),
    BuiltInStatus::new("slightly-behind", Family::SlightlyBehind, EXPLAINED),
    BuiltInStatus::new("behind", Family::Behind, PROMISED),
    BuiltInStatus::new("partly-achieved", Family::Ended, EXPLAINED),
    BuiltInStatus::new("not-achieved", Family::Ended, EXPLAINED),
    BuiltInStatus::new("stopped", Family::Ended, EXPLAINED),
    BuiltInStatus::new("changed", Family::Ended, EXPLAINED),
    BuiltInStatus::new("not-started", Family::Unknown, EXCUSED),
    BuiltInStatus::new("not-assessed", Family::Unknown, UNJUDGED),
];

impl BuiltInStatus {
    const fn new(id: &'static str, family: Family, requires: &'static [Requirement]) -> Self {
        Self { id, family, requires }
    }
}

walk!(Status {
    id: name(Seal::Address),
    label: printed(SEALED_LATER).unsearched().exported(),
    family: figure(SEALED_LATER),
    requires: setting(SEALED_LATER),
    from: figure(SEALED_LATER),
    to: figure(SEALED_LATER),
});
