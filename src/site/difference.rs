//! What differs between a site as of two days: what happened in between, and which deadlines moved from one
//! state to another.

use super::events::Event;
use super::linked::Site;
use super::node::CommitmentIx;
use crate::reckoning::deadline::DeadlineState;

/// The difference, in the terms of the later site.
#[derive(Debug)]
pub(crate) struct Difference {
    /// Newest first.
    pub events: Vec<Event>,
    /// Commitments whose deadline stands elsewhere than before, in printed order.
    pub deadlines: Vec<(CommitmentIx, DeadlineState, DeadlineState)>,
}

/// Compares two sites that were linked from the same sources.
pub(crate) fn difference(before: &Site, after: &Site) -> Difference {
    let since = before.options.as_of;
    let events = after
        .events()
        .into_iter()
        .filter(|event| event.day > since)
        .collect();
    let commitments = CommitmentIx::all(after);
    let moved = commitments.filter_map(|index| {
        let (old, new) = (before.deadline_of(index), after.deadline_of(index));
        (std::mem::discriminant(&old) != std::mem::discriminant(&new)).then_some((index, old, new))
    });
    Difference {
        events,
        deadlines: moved.collect(),
    }
}
