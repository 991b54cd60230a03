//! The words by which progress is judged. They are data: a site brings its own, or uses the default ones.

use super::walk::{SEALED_LATER, Seal, figure, name, printed, setting, walk};
use super::{FiscalYear, Id, Language, Period, Text, choice::choice};
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
    pub fn holds_for(&self, period: Period) -> bool {
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

/// The scale of a site that does not bring its own. Every judgement needs evidence and a judge; a bad one its
/// reason too.
pub fn default_scale() -> Vec<Status> {
    use Family::*;
    use Requirement::*;
    const JUDGED: &[Requirement] = &[Evidence, Assessor];
    const EXPLAINED: &[Requirement] = &[Evidence, Reason, Assessor];
    const PROMISED: &[Requirement] = &[Evidence, Reason, Next, Assessor];
    let rows = [
        ("achieved", "達成", "Achieved", Achieved, JUDGED),
        ("on-track", "順調", "On track", OnTrack, JUDGED),
        (
            "mostly-on-track",
            "おおむね順調",
            "Mostly on track",
            OnTrack,
            JUDGED,
        ),
        ("ongoing", "継続中", "Ongoing", OnTrack, JUDGED),
        (
            "slightly-behind",
            "やや遅れ",
            "Slightly behind",
            SlightlyBehind,
            EXPLAINED,
        ),
        ("behind", "遅延", "Behind", Behind, PROMISED),
        ("partly-achieved", "一部達成", "Partly achieved", Ended, EXPLAINED),
        ("not-achieved", "未達成", "Not achieved", Ended, EXPLAINED),
        ("stopped", "中止", "Stopped", Ended, EXPLAINED),
        ("changed", "変更", "Changed", Ended, EXPLAINED),
        (
            "not-started",
            "未着手",
            "Not started",
            Unknown,
            &[Reason, Assessor],
        ),
        ("not-assessed", "未評価", "Not assessed", Unknown, &[Reason]),
    ];
    rows.into_iter()
        .map(|(id, ja, en, family, requires)| Status {
            id: Id::parse(id).expect("the ids of the default scale are well formed"),
            label: Text::in_languages(&[(Language::JAPANESE, ja), (Language::ENGLISH, en)]),
            family,
            requires: requires.to_vec(),
            from: None,
            to: None,
        })
        .collect()
}

walk!(Status {
    id: name(Seal::Address),
    label: printed(SEALED_LATER).unsearched().exported(),
    family: figure(SEALED_LATER),
    requires: setting(SEALED_LATER),
    from: figure(SEALED_LATER),
    to: figure(SEALED_LATER),
});
