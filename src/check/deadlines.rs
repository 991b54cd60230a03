//! What time brings: deadlines that have passed without a report, and reports that are due by the site's own
//! interval.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, path_to};
use crate::model::Commitment;
use crate::reckoning::deadline::DeadlineState;
use crate::site::{CommitmentIx, Node, Site, Standing, place};

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for index in CommitmentIx::all(site) {
        if site.standing_of(index) != Standing::Stands {
            continue;
        }
        check_passed(site, index, problems);
        check_interval(site, index, problems);
    }
}

fn check_passed(site: &Site, index: CommitmentIx, problems: &mut Vec<Diagnostic>) {
    let DeadlineState::PassedWithoutReport(last) = site.deadline_of(index) else {
        return;
    };
    problems.push(WORDS.warning(
        Code::DeadlinePassed,
        place::commitment(site, &site[index], path_to![Commitment::deadline]),
        "deadline-passed",
        &[
            ("last", &last),
            ("address", &crate::site::address(site, Node::Commitment(index))),
        ],
    ));
}

/// Only where the site has an interval, and only for commitments that reports have begun on: a record without
/// reports is no fault.
fn check_interval(site: &Site, index: CommitmentIx, problems: &mut Vec<Diagnostic>) {
    let (Some(months), Some(since)) = (site.settings.review_months, site.unreported_since(index)) else {
        return;
    };
    problems.push(WORDS.warning(
        Code::ReportOverdue,
        place::commitment(site, &site[index], path_to![Commitment::id]),
        "report-overdue",
        &[("since", &since), ("months", &months)],
    ));
}
