//! Dated steps that a wording names, and where they stand.

use super::passage::Html;
use crate::model;
use crate::reckoning::deadline::Step;
use crate::render::scope::Scope;
use crate::render::terms;
use crate::site::CommitmentIx;
use serde::Serialize;

/// A dated step named in the wording.
#[derive(Debug, Serialize)]
pub struct Milestone<'a> {
    /// Its words, in the page's language if they are translated.
    pub text: Html,
    pub when: Html,
    /// Where it stands on the day of the site, in words.
    pub state: &'a str,
}

/// The milestones of a commitment, earliest first.
pub fn all<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Vec<Milestone<'s>> {
    let mut milestones: Vec<_> = scope.site[index]
        .record
        .milestones
        .iter()
        .zip(scope.site.steps_of(index))
        .collect();
    milestones.sort_by_key(|(_, step)| step.day());
    milestones
        .into_iter()
        .map(|(milestone, step)| of(scope, milestone, step))
        .collect()
}

fn of<'s>(scope: &Scope<'s>, milestone: &'s model::commitment::Milestone, step: Step) -> Milestone<'s> {
    let state = match step {
        Step::Upcoming(_) => "upcoming",
        Step::DueSoon(_) => "due-soon",
        Step::Passed { reported: true, .. } => "passed",
        Step::Passed { reported: false, .. } => "passed-without-report",
        Step::Closed(_) => "closed",
    };
    Milestone {
        text: terms::running(scope, &milestone.text),
        when: milestone
            .when()
            .map(|when| scope.period(when))
            .unwrap_or_default(),
        state: scope.choice("step", state),
    }
}
