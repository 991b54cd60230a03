//! By which statuses a city's commitments have been judged, and which commitments each of them holds for on
//! the day of the build. Nothing is counted over more than one city.

use super::linked::Site;
use super::node::{CommitmentIx, MunicipalityIx, Node, StatusIx};

/// A status in a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatusList {
    /// Documents with a scale of their own may repeat the id of a status: the first stands for all.
    pub status: StatusIx,
    /// Those whose newest assessment says so, in the order of the site. Empty where it was said only earlier.
    pub commitments: Vec<CommitmentIx>,
}

/// How many commitments of a list have been judged, and how. What is listed again counts where it was listed
/// first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub total: usize,
    pub assessed: usize,
    /// How many commitments have a status, in the order of the scale.
    pub statuses: Vec<(StatusIx, usize)>,
}

impl Site {
    /// The newest assessments of commitments of one city.
    pub(crate) fn counted(&self, commitments: impl Iterator<Item = CommitmentIx>) -> Counted {
        let mut counted = Counted::default();
        for index in commitments.filter(|index| self[*index].relists.is_none()) {
            counted.total += 1;
            let Some(status) = self
                .assessment_of(Node::Commitment(index))
                .and_then(|report| self[report].status)
            else {
                continue;
            };
            counted.assessed += 1;
            match counted.statuses.iter_mut().find(|(known, _)| *known == status) {
                Some((_, count)) => *count += 1,
                None => counted.statuses.push((status, 1)),
            }
        }
        counted.statuses.sort_unstable();
        counted
    }

    /// Every status that an assessment of a commitment of the city has given so far, in the order of the
    /// scale: once a list has an address it keeps it, since reports are only ever added. What is listed again
    /// counts where it was listed first.
    pub(crate) fn statuses_of(&self, municipality: MunicipalityIx) -> Vec<StatusList> {
        let mut lists: Vec<StatusList> = Vec::new();
        let own = |index: &CommitmentIx| self[*index].relists.is_none();
        for &commitment in self[municipality]
            .documents
            .iter()
            .flat_map(|document| &self[*document].commitments)
            .filter(|index| own(index))
        {
            let node = Node::Commitment(commitment);
            for status in self
                .reports_on(node)
                .iter()
                .filter(|report| self[**report].node == node)
                .filter_map(|report| self[*report].status)
            {
                self.list(&mut lists, status);
            }
            if let Some(status) = self.assessment_of(node).and_then(|report| self[report].status) {
                let at = self.list(&mut lists, status);
                lists[at].commitments.push(commitment);
            }
        }
        lists.sort_unstable_by_key(|list| list.status);
        lists
    }

    /// The list of a status, begun where there is none yet.
    fn list(&self, lists: &mut Vec<StatusList>, status: StatusIx) -> usize {
        let first = self.first_of_its_id(status);
        lists
            .iter()
            .position(|list| list.status == first)
            .unwrap_or_else(|| {
                lists.push(StatusList {
                    status: first,
                    commitments: Vec::new(),
                });
                lists.len() - 1
            })
    }

    /// The first status of the scale with the id of this one.
    pub(crate) fn first_of_its_id(&self, status: StatusIx) -> StatusIx {
        StatusIx::all(self)
            .find(|known| self[*known].id == self[status].id)
            .unwrap_or(status)
    }
}
