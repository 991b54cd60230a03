//! The site as of two days, compared.

use super::{Outcome, Ready, Request, pool, prepare};
use crate::diagnostic::Severity;
use crate::model::Date;
use crate::site::{Difference, difference};

/// The site as of the later day, and what differs from the earlier one.
pub(crate) fn compare(request: &Request, from: Date, to: Date) -> Outcome<(Ready, Difference)> {
    pool(request).install(|| {
        let day = |date| {
            let request = Request {
                as_of: Some(date),
                ..request.clone()
            };
            prepare(&request, &|_, _, _| {})
        };
        let before = day(from);
        let mut after = day(to);
        // Whose a problem is may change from one day to the other.
        after.whose.clear();
        // What is wrong on one day is mostly wrong on the other: it is said once.
        let problems = before.problems.into_iter();
        let errors = problems.filter(|problem| problem.severity == Severity::Error);
        after.problems.extend(errors);
        after.problems.dedup();
        after.then(|after, _| {
            let difference = difference(before.made?.site(), after.site());
            Some((after, difference))
        })
    })
}
