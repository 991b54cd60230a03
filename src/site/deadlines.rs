//! What time brings: for every commitment with a deadline where that stands on the day of the build, and the
//! lists that follow from it. Each stands in exactly one class, so that the numbers of a document add up to
//! its commitments with a deadline.

use super::linked::Site;
use super::node::{CommitmentIx, DocumentIx, MilestoneIx, Node};
use super::wording::Standing;
use crate::reckoning::deadline::{DeadlineState, StepState};
use jiff::ToSpan;
use jiff::civil::Date as Day;

/// One of the lists of what time brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineList {
    /// Deadlines and milestones within the next six months.
    Soon,
    /// Deadlines and milestones that have passed with no report kept here.
    Passed,
    /// Deadlines and milestones more than six months away.
    Later,
    /// Deadlines and milestones that have passed and been reported on since.
    Reported,
    /// Deadlines from which no date follows.
    Undated,
    /// Deadlines of commitments that are achieved or no longer stand, and of documents whose period is over.
    Over,
    /// Commitments whose last report is older than the review interval of the site.
    Unreported,
}

/// Where the deadline of a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum DeadlineClass {
    Soon,
    Passed,
    Later,
    Reported,
    StartUnknown,
    Ongoing,
    LongTerm,
    Met,
    Closed,
    /// Withdrawn, merged or split.
    Gone,
}

/// A row of a list of deadlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Absent where no date follows from the deadline.
    pub day: Option<Day>,
    pub commitment: CommitmentIx,
    /// The milestone that it is about; the deadline itself where absent.
    pub milestone: Option<MilestoneIx>,
}

impl DeadlineList {
    /// The lists that a site has: without a review interval nothing can be overdue for a report.
    pub(crate) fn listed(site: &Site) -> Vec<Self> {
        let mut lists = vec![
            Self::Soon,
            Self::Passed,
            Self::Later,
            Self::Reported,
            Self::Undated,
            Self::Over,
        ];
        lists.extend(site.settings.review_months.map(|_| Self::Unreported));
        lists
    }
}

impl DeadlineList {
    /// Its part of an address.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Passed => "passed",
            Self::Later => "later",
            Self::Reported => "reported",
            Self::Undated => "undated",
            Self::Over => "over",
            Self::Unreported => "unreported",
        }
    }
}

impl DeadlineClass {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Passed => "passed",
            Self::Later => "later",
            Self::Reported => "reported",
            Self::StartUnknown => "start-unknown",
            Self::Ongoing => "ongoing",
            Self::LongTerm => "long-term",
            Self::Met => "met",
            Self::Closed => "closed",
            Self::Gone => "gone",
        }
    }

    /// The list in which a deadline stands.
    pub(crate) fn list(self) -> DeadlineList {
        match self {
            Self::Soon => DeadlineList::Soon,
            Self::Passed => DeadlineList::Passed,
            Self::Later => DeadlineList::Later,
            Self::Reported => DeadlineList::Reported,
            Self::StartUnknown | Self::Ongoing | Self::LongTerm => DeadlineList::Undated,
            Self::Met | Self::Closed | Self::Gone => DeadlineList::Over,
        }
    }
}

impl Site {
    /// Where the deadline of a commitment stands. `None` without one, and for what is listed again: it counts
    /// where it was listed first.
    pub(crate) fn deadline_class(&self, index: CommitmentIx) -> Option<DeadlineClass> {
        if self[index].relists.is_some() {
            return None;
        }
        let class = match self.deadline_of(index) {
            DeadlineState::NoneStated => return None,
            DeadlineState::DueSoon(_) => DeadlineClass::Soon,
            DeadlineState::Upcoming(_) => DeadlineClass::Later,
            DeadlineState::PassedWithoutReport(_) => DeadlineClass::Passed,
            DeadlineState::PassedWithReport(_) => DeadlineClass::Reported,
            DeadlineState::StartUnknown => DeadlineClass::StartUnknown,
            DeadlineState::Ongoing { .. } => DeadlineClass::Ongoing,
            DeadlineState::LongTerm => DeadlineClass::LongTerm,
            DeadlineState::Met(_) => DeadlineClass::Met,
            DeadlineState::Closed(_) => DeadlineClass::Closed,
        };
        // Whatever the calendar says, what no longer stands has no deadline to keep.
        Some(if self.standing_of(index) == Standing::Stands {
            class
        } else {
            DeadlineClass::Gone
        })
    }

    /// How many commitments of a document stand in each class, in the order of the classes. Empty where no
    /// deadline is stated.
    pub(crate) fn deadlines_in(&self, document: DocumentIx) -> Vec<(DeadlineClass, usize)> {
        let mut classes: Vec<DeadlineClass> = self[document]
            .commitments
            .iter()
            .filter_map(|index| self.deadline_class(*index))
            .collect();
        classes.sort_unstable();
        classes
            .chunk_by(|one, other| one == other)
            .map(|same| (same[0], same.len()))
            .collect()
    }

    /// The rows of a list: the next ones first, those longest past first, those longest unreported first;
    /// without dates by class.
    pub(crate) fn due(&self, list: DeadlineList) -> Vec<Due> {
        let mut rows = Vec::new();
        for commitment in CommitmentIx::all(self) {
            if list == DeadlineList::Unreported {
                rows.extend(self.unreported_since(commitment).map(|day| Due {
                    day: Some(day),
                    commitment,
                    milestone: None,
                }));
                continue;
            }
            let own = self
                .deadline_class(commitment)
                .filter(|class| class.list() == list);
            rows.extend(own.map(|_| Due {
                day: self.deadline_of(commitment).day(),
                commitment,
                milestone: None,
            }));
            self.add_steps(list, commitment, &mut rows);
        }
        match list {
            DeadlineList::Undated | DeadlineList::Over => {
                rows.sort_by_key(|row| (self.deadline_class(row.commitment), row.commitment));
            }
            _ => rows.sort_by_key(|row| (row.day, row.commitment, row.milestone)),
        }
        rows
    }

    /// The day of the last report on a commitment, where it is older than the site's interval and the
    /// commitment is neither achieved nor over.
    pub(crate) fn unreported_since(&self, index: CommitmentIx) -> Option<Day> {
        let months = i32::try_from(self.settings.review_months.filter(|months| *months > 0)?).ok()?;
        if self.standing_of(index) != Standing::Stands {
            return None;
        }
        let last = self
            .reports_on(Node::Commitment(index))
            .iter()
            .map(|report| self.day_of(*report))
            .max()?;
        let over = matches!(
            self.deadline_of(index),
            DeadlineState::Met(_) | DeadlineState::Closed(_)
        );
        let due = last.checked_add(months.months()).ok()?;
        (!over && self.day_for(Some(self[index].document)) > due).then_some(last)
    }

    /// The dated steps of a commitment that stands, unless its deadline says that all is over.
    fn add_steps(&self, list: DeadlineList, commitment: CommitmentIx, rows: &mut Vec<Due>) {
        let state = self.deadline_of(commitment);
        let over = matches!(state, DeadlineState::Closed(_) | DeadlineState::Met(_))
            || self.standing_of(commitment) != Standing::Stands;
        if over || self[commitment].relists.is_some() {
            return;
        }
        for (milestone, step) in MilestoneIx::all_of(self, commitment).zip(self.steps_of(commitment)) {
            // A step on the day of the deadline is the deadline.
            if step.day() == state.day() {
                continue;
            }
            let own = match step {
                StepState::DueSoon(_) => DeadlineList::Soon,
                StepState::Upcoming(_) => DeadlineList::Later,
                StepState::Passed { reported: false, .. } => DeadlineList::Passed,
                StepState::Passed { reported: true, .. } => DeadlineList::Reported,
                StepState::Closed(_) => continue,
            };
            if own == list {
                rows.push(Due {
                    day: step.day(),
                    commitment,
                    milestone: Some(milestone),
                });
            }
        }
    }
}
