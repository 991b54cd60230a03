//! The words by which progress is judged. They are data: a site brings its own, or uses the default ones.

use super::bilingual::{Language, Text};
use super::date::{FiscalYear, Period};
use super::id::Id;
use super::walk::{SEALED_LATER, Seal, figure, name, printed, setting, walk, written};
use serde::Deserialize;

/// One status of the scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    pub id: Id,
    pub label: Text,
    pub family: Family,
    /// What a report must bring to claim this status.
    #[serde(default)]
    pub requires: Vec<Requirement>,
    /// The fiscal years about which it may be said, where a scale has changed.
    pub from: Option<FiscalYear>,
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

/// How a status is drawn: by shape, colour and word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    Achieved,
    OnTrack,
    SlightlyBehind,
    Behind,
    Ended,
    Unknown,
}

/// A part of a report that a status can demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Requirement {
    Evidence,
    Reason,
    Next,
    Assessor,
}

impl Requirement {
    pub fn word(self) -> &'static str {
        match self {
            Requirement::Evidence => "evidence",
            Requirement::Reason => "reason",
            Requirement::Next => "next",
            Requirement::Assessor => "assessor",
        }
    }
}

impl Family {
    pub fn word(self) -> &'static str {
        match self {
            Family::Achieved => "achieved",
            Family::OnTrack => "on-track",
            Family::SlightlyBehind => "slightly-behind",
            Family::Behind => "behind",
            Family::Ended => "ended",
            Family::Unknown => "unknown",
        }
    }
}

/// The scale of a site that does not bring its own. Every judgement needs evidence and a judge; a bad one its
/// reason too.
pub fn default_scale() -> Vec<Status> {
    use Family::*;
    use Requirement::*;
    let rows: [(&str, &str, &str, Family, &[Requirement]); 12] = [
        ("achieved", "達成", "Achieved", Achieved, &[Evidence, Assessor]),
        ("on-track", "順調", "On track", OnTrack, &[Evidence, Assessor]),
        (
            "mostly-on-track",
            "おおむね順調",
            "Mostly on track",
            OnTrack,
            &[Evidence, Assessor],
        ),
        ("ongoing", "継続中", "Ongoing", OnTrack, &[Evidence, Assessor]),
        (
            "slightly-behind",
            "やや遅れ",
            "Slightly behind",
            SlightlyBehind,
            &[Evidence, Reason, Assessor],
        ),
        (
            "behind",
            "遅延",
            "Behind",
            Behind,
            &[Evidence, Reason, Next, Assessor],
        ),
        (
            "partly-achieved",
            "一部達成",
            "Partly achieved",
            Ended,
            &[Evidence, Reason, Assessor],
        ),
        (
            "not-achieved",
            "未達成",
            "Not achieved",
            Ended,
            &[Evidence, Reason, Assessor],
        ),
        ("stopped", "中止", "Stopped", Ended, &[Evidence, Reason, Assessor]),
        ("changed", "変更", "Changed", Ended, &[Evidence, Reason, Assessor]),
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

written! {
    Family: |value| value.word().to_owned(),
    Requirement: |value| value.word().to_owned(),
}

walk!(Status {
    id: name(Seal::Address),
    label: printed(SEALED_LATER).unsearched().exported(),
    family: figure(SEALED_LATER),
    requires: setting(SEALED_LATER),
    from: figure(SEALED_LATER),
    to: figure(SEALED_LATER),
});
