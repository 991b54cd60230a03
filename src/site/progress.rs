//! What the reports of a site say together: the assessment that holds, and where deadlines stand on the day
//! of the build.

use super::address::address;
use super::linked::{LinkedReport, Site};
use super::node::{CommitmentIx, DocumentIx, MilestoneIx, Node, ReportIx};
use crate::model::{Family, Hold, Period, ReportKind, Status};
use crate::reckoning::deadline::{self, DeadlineState, DocumentTerm, Judged, StepState};
use jiff::civil::Date as Day;
use std::mem::discriminant;

impl Site {
    /// The assessment of a node that holds on the day of the build: the newest one, or the newest correction
    /// of it that has a status of its own. Reports stand oldest first within a node.
    pub(crate) fn assessment_of(&self, node: Node) -> Option<ReportIx> {
        // What is listed again has been judged where it was listed first.
        let node = match node {
            Node::Commitment(index) => self[index].relists.map_or(node, Node::Commitment),
            other => other,
        };
        let judges = |index: &ReportIx| {
            let report = &self[*index];
            report.node == node && report.head.kind == ReportKind::Assessment && report.status.is_some()
        };
        let newest = self.reports_on(node).iter().rev().copied().find(judges)?;
        let newest = self.heading_one(node, newest);
        let corrected = self[newest]
            .corrections
            .iter()
            .rev()
            .copied()
            .find(|correction| self[*correction].status.is_some());
        Some(corrected.unwrap_or(newest))
    }

    /// Of the assessments of the newest one's period, the one whose assessor the site puts first.
    fn heading_one(&self, node: Node, newest: ReportIx) -> ReportIx {
        let order = &self.settings.assessor_order;
        let period = self[newest].head.period;
        if order.is_empty() || period.is_none() {
            return newest;
        }
        let same = self.reports_on(node).iter().rev().copied().filter(|index| {
            let report = &self[*index];
            report.node == node
                && report.head.kind == ReportKind::Assessment
                && report.status.is_some()
                && report.head.period == period
        });
        let rank = |index: &ReportIx| {
            self[*index]
                .head
                .assessor
                .and_then(|assessor| order.iter().position(|known| *known == assessor))
                .unwrap_or(usize::MAX)
        };
        // `min_by_key` keeps the first of equals, which is the newest.
        same.min_by_key(rank).unwrap_or(newest)
    }

    /// The status that holds for a node, with the report that gives it.
    pub(crate) fn status_of(&self, node: Node) -> Option<(&Status, ReportIx)> {
        let report = self.assessment_of(node)?;
        Some((&self[self[report].status?], report))
    }

    /// The report whose status held before that of a report, for showing what has changed: the assessment
    /// before it that can be compared with it, or what a correction corrects.
    pub(crate) fn assessment_before(&self, report: ReportIx) -> Option<ReportIx> {
        let own = &self[report];
        let node = own.node;
        let judges = |index: &ReportIx| self[*index].node == node && self[*index].status.is_some();
        if let Some(original) = own.corrects {
            // What held before a correction is the correction before it, or the report that both correct.
            let corrections = self[original]
                .corrections
                .iter()
                .copied()
                .take_while(|index| *index != report);
            return Some(corrections.filter(judges).last().unwrap_or(original)).filter(judges);
        }
        let earlier = self
            .reports_on(node)
            .iter()
            .copied()
            .take_while(|index| *index != report);
        let before = earlier
            .filter(|index| judges(index) && self[*index].head.kind == ReportKind::Assessment)
            .filter(|index| self.is_comparable(&self[*index], own))
            .last()?;
        Some(
            self[before]
                .corrections
                .iter()
                .rev()
                .copied()
                .find(judges)
                .unwrap_or(before),
        )
    }

    /// Whether a judgement that differs from an earlier one is a change: whoever made the one made the
    /// other, about times of the same kind, by words that stood on the scale together. That a committee
    /// judges a year otherwise than the department is no change, and neither is a new scale.
    fn is_comparable(&self, earlier: &LinkedReport, own: &LinkedReport) -> bool {
        let kind = |report: &LinkedReport| report.head.period.map(|period| discriminant(&period));
        let (Some(before), Some(now)) = (earlier.status, own.status) else {
            return false;
        };
        let (before, now) = (&self[before], &self[now]);
        let ends_before = |one: &Status, other: &Status| match (one.to, other.from) {
            (Some(to), Some(from)) => to < from,
            _ => false,
        };
        earlier.head.assessor == own.head.assessor
            && kind(earlier) == kind(own)
            && !ends_before(before, now)
            && !ends_before(now, before)
    }

    /// Where the deadline of a commitment stands on the day of the build.
    pub(crate) fn deadline_of(&self, index: CommitmentIx) -> DeadlineState {
        let commitment = &self[index];
        let record = &self[commitment.document].record;
        let printed = self
            .deadline_label_of(index)
            .and_then(|label| record.deadlines.get(label));
        deadline::state(
            printed,
            self.term_of(index),
            self.judged(index),
            self.day_for(Some(commitment.document)),
        )
    }

    /// Where the milestones of a commitment stand on the day of the build, in printed order. A milestone
    /// without a date has been refused.
    pub(crate) fn steps_of(&self, index: CommitmentIx) -> impl Iterator<Item = StepState> {
        let judged = self.judged(index);
        let day_for = self.day_for(Some(self[index].document));
        let days = self[index]
            .record
            .milestones
            .iter()
            .filter_map(|milestone| deadline::last_day_of_milestone(milestone.fy, milestone.date));
        let term = self.term_of(index);
        days.map(move |day| deadline::step(day, term, judged, day_for))
    }

    /// The dated steps that the commitments of a document name, in printed order, each with its time.
    pub(crate) fn dated_steps(&self, index: DocumentIx) -> impl Iterator<Item = (MilestoneIx, Period)> {
        let own = self[index]
            .commitments
            .iter()
            .copied()
            .filter(|commitment| self[*commitment].relists.is_none());
        let milestones = own.flat_map(|commitment| MilestoneIx::all_of(self, commitment));
        milestones.filter_map(|index| Some((index, self[index].when()?)))
    }

    /// The day whose state the pages of a document show: the day of the build, or the last one before a hold
    /// on it.
    pub(crate) fn day_for(&self, document: Option<DocumentIx>) -> Day {
        let address = || Some(address(self, Node::Document(document?)));
        day_for(self.settings.hold.as_ref(), self.options.as_of, address)
    }

    /// Whether a document, or what belongs to none, stands still on the day of the build.
    pub(crate) fn is_held(&self, document: Option<DocumentIx>) -> bool {
        let address = || Some(address(self, Node::Document(document?)));
        let hold = self.settings.hold.as_ref();
        hold.is_some_and(|hold| is_held(hold, self.options.as_of, address))
    }

    /// What has been judged of a commitment.
    pub(crate) fn judged(&self, index: CommitmentIx) -> Judged {
        let Some((status, report)) = self.status_of(Node::Commitment(index)) else {
            return Judged::default();
        };
        // Whoever's judgement heads the page, any assessment since the deadline is a report on it.
        let assessments = self
            .reports_on(Node::Commitment(index))
            .iter()
            .filter(|index| self[**index].status.is_some());
        let last = assessments
            .map(|index| self.day_of(*index))
            .max()
            .unwrap_or_else(|| self.day_of(report));
        Judged {
            achieved: status.family == Family::Achieved,
            last: Some(last),
        }
    }

    /// The day on which a report's judgement was made, as exactly as it is known.
    pub(crate) fn day_of(&self, index: ReportIx) -> Day {
        let report = &self[index];
        let head = &report.head;
        head.assessed
            .or(head.published)
            .map_or_else(|| report.when.last_day(), super::super::model::Date::last_day)
    }

    /// What the document of a commitment contributes to its deadline.
    fn term_of(&self, index: CommitmentIx) -> DocumentTerm {
        let record = &self[self[index].document].record;
        DocumentTerm {
            start: record.term_start,
            end: record.period.map(Period::last_day),
            review_months: self.settings.review_months,
        }
    }
}

/// The day whose state the pages of the document at an address show, or of what belongs to none.
pub(crate) fn day_for(hold: Option<&Hold>, as_of: Day, document: impl FnOnce() -> Option<String>) -> Day {
    match hold {
        Some(hold) if is_held(hold, as_of, document) => hold.from.first_day().yesterday().unwrap_or(as_of),
        _ => as_of,
    }
}

fn is_held(hold: &Hold, as_of: Day, document: impl FnOnce() -> Option<String>) -> bool {
    let named = |address: String| hold.documents.iter().any(|held| held.as_str() == address);
    hold.from.first_day() <= as_of
        && as_of <= hold.to.last_day()
        && (hold.documents.is_empty() || document().is_some_and(named))
}
