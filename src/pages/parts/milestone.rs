//! Dated steps that a wording names, and where they stand.

use crate::html::Html;
use crate::model;
use crate::pages::{Scope, terms};
use crate::reckoning::deadline::StepState;
use crate::site::CommitmentIx;
use serde::Serialize;

/// A dated step named in the wording.
#[derive(Debug, Serialize)]
pub(crate) struct MilestoneView<'a> {
    /// Its words, in the page's language if they are translated.
    pub text: Html,
    pub when: Html,
    /// Where it stands on the day of the site, in words.
    pub state: &'a str,
}

/// The milestones of a commitment, earliest first.
pub(crate) fn all<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Vec<MilestoneView<'s>> {
    let mut milestones: Vec<_> = scope.site[index]
        .record
        .milestones
        .iter()
        .zip(scope.site.steps_of(index))
        .collect();
    milestones.sort_by_key(|(_, step)| step.day());
    milestones
        .into_iter()
        .map(|(milestone, step)| milestone_view(scope, milestone, step))
        .collect()
}

fn milestone_view<'s>(
    scope: &Scope<'s>,
    milestone: &'s model::Milestone,
    step: StepState,
) -> MilestoneView<'s> {
    let state = match step {
        StepState::Upcoming(_) => "upcoming",
        StepState::DueSoon(_) => "due-soon",
        StepState::Passed { reported: true, .. } => "passed",
        StepState::Passed { reported: false, .. } => "passed-without-report",
        StepState::Closed(_) => "closed",
    };
    MilestoneView {
        text: terms::running(scope, &milestone.text),
        when: milestone
            .when()
            .map(|when| scope.period(when))
            .unwrap_or_default(),
        state: scope.choice("step", state),
    }
}
