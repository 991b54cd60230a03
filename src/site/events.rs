//! What has happened on a site, by day: reports that became public and amendments that took effect. Feeds, lists of updates and
//! `koyaku diff` all read it, so that they cannot tell different stories.

use super::linked::Site;
use super::node::{CommitmentIx, DocumentIx, MunicipalityIx, Node, ReportIx};
use super::wording::Standing;
use crate::reckoning::deadline::{State, Step};
use jiff::ToSpan;
use jiff::civil::Date as Day;
use std::cmp::Reverse;

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When it became public or took effect.
    pub day: Day,
    /// The municipality, document, section, commitment or action that it is about.
    pub node: Node,
    pub what: Happening,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    Report(ReportIx),
    /// The number counts among the amendments of the record.
    Amendment(CommitmentIx, u32),
}

/// One of the three lists of what time brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineList {
    /// Deadlines and milestones within the next six months.
    Soon,
    /// Deadlines and milestones that have passed with no report kept here.
    Passed,
    /// Commitments whose last report is older than the review interval of the site.
    Unreported,
}

/// A row of a list of deadlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub day: Day,
    pub commitment: CommitmentIx,
    /// The milestone that it is about; the deadline itself where absent.
    pub milestone: Option<u32>,
}

impl DeadlineList {
    /// The lists that a site has: without a review interval nothing can be overdue for a report.
    pub fn of(site: &Site) -> Vec<Self> {
        let mut lists = vec![Self::Soon, Self::Passed];
        lists.extend(site.settings.review_months.map(|_| Self::Unreported));
        lists
    }
}

impl Site {
    /// Everything that has happened until the day of the build, newest first; on one day in the order of the record.
    pub fn events(&self) -> Vec<Event> {
        let reports = self.reports.iter().enumerate().map(|(at, report)| Event { day: report.public, node: report.node, what: Happening::Report(ReportIx::at(at)) });
        let mut events: Vec<Event> = reports.collect();
        for at in 0..self.commitments.len() {
            let index = CommitmentIx::at(at);
            events.extend(self.amendments_of(index).map(|(number, amendment)| {
                let number = u32::try_from(number).expect("a commitment has fewer than 2^32 amendments");
                Event { day: amendment.date.last_day(), node: Node::Commitment(index), what: Happening::Amendment(index, number) }
            }));
        }
        events.sort_by_key(|event| (Reverse(event.day), event.node, event.what));
        events
    }

    /// The municipality that a node which can have reports belongs to.
    pub fn municipality_of(&self, node: Node) -> Option<MunicipalityIx> {
        match node {
            Node::Municipality(index) => Some(index),
            Node::Department(index) => Some(self[index].municipality),
            Node::Area(index) => Some(self[index].municipality),
            other => self.document_of(other).map(|document: DocumentIx| self[document].municipality),
        }
    }

    /// The rows of a list of deadlines: the next ones first, those longest past first, those longest unreported first.
    pub fn due(&self, list: DeadlineList) -> Vec<Due> {
        let mut rows = Vec::new();
        for at in 0..self.commitments.len() {
            let commitment = CommitmentIx::at(at);
            match list {
                DeadlineList::Unreported => rows.extend(self.unreported_since(commitment).map(|day| Due { day, commitment, milestone: None })),
                _ => self.add_due(list, commitment, &mut rows),
            }
        }
        rows.sort_by_key(|row| (row.day, row.commitment, row.milestone));
        rows
    }

    /// The day of the last report on a commitment, where it is older than the site's interval and the commitment is neither achieved nor over.
    pub fn unreported_since(&self, index: CommitmentIx) -> Option<Day> {
        let months = i32::try_from(self.settings.review_months.filter(|months| *months > 0)?).ok()?;
        if !matches!(self.standing_of(index), Standing::Stands) {
            return None;
        }
        let last = self[index].reports.iter().map(|report| self.day_of(*report)).max()?;
        let over = matches!(self.deadline_of(index), State::Met(_) | State::Closed(_));
        let due = last.checked_add(months.months()).ok()?;
        (!over && self.day_for(Some(self[index].document)) > due).then_some(last)
    }

    fn add_due(&self, list: DeadlineList, commitment: CommitmentIx, rows: &mut Vec<Due>) {
        if !matches!(self.standing_of(commitment), Standing::Stands) {
            return;
        }
        let state = self.deadline_of(commitment);
        match (list, state) {
            (DeadlineList::Soon, State::DueSoon(day)) | (DeadlineList::Passed, State::PassedWithoutReport(day)) => rows.push(Due { day, commitment, milestone: None }),
            _ => {}
        }
        if matches!(state, State::Closed(_) | State::Met(_)) {
            return;
        }
        for (number, step) in (0u32..).zip(self.steps_of(commitment)) {
            // A step on the day of the deadline is the deadline.
            if rows.last().is_some_and(|row| row.commitment == commitment && row.milestone.is_none() && Some(row.day) == step.day()) {
                continue;
            }
            match (list, step) {
                (DeadlineList::Soon, Step::DueSoon(day)) | (DeadlineList::Passed, Step::Passed { day, reported: false }) => {
                    rows.push(Due { day, commitment, milestone: Some(number) });
                }
                _ => {}
            }
        }
    }
}
