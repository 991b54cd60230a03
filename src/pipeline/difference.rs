//! The site as of two days, compared.

use super::{Outcome, Request, pool, prepare};
use crate::diagnostic::Severity;
use crate::model::date::Date;
use crate::site::{Difference, Site, difference};

/// The site as of the later day, and what differs from the earlier one.
pub fn compare(request: &Request, from: Date, to: Date) -> Outcome<(Site, Difference)> {
    pool(request).install(|| {
        let day = |date| {
            prepare(
                &Request {
                    as_of: Some(date),
                    ..request.clone()
                },
                &|_, _, _| {},
            )
        };
        let before = day(from);
        let Outcome {
            made,
            mut problems,
            skipped,
            sources,
            whose: _,
        } = day(to);
        // What is wrong on one day is mostly wrong on the other: it is said once.
        problems.extend(
            before
                .problems
                .into_iter()
                .filter(|problem| problem.severity == Severity::Error)
                .collect::<Vec<_>>(),
        );
        problems.dedup();
        let made = before.made.zip(made).map(|(before, after)| {
            let difference = difference(&before.site, &after.site);
            (after.site, difference)
        });
        sources.resolve(&mut problems);
        Outcome {
            made,
            problems,
            skipped,
            sources,
            whose: Vec::new(),
        }
    })
}
