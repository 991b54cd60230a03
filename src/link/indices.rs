//! Fills the lists that lead from subjects, areas and departments back to the commitments, in printed order,
//! and from subjects to their terms.

use crate::site::{CommitmentIx, Site, TermIx};

pub fn fill(site: &mut Site) {
    for at in 0..site.terms.len() {
        for subject in &site.terms[at].subjects {
            site.subjects[subject.position()].terms.push(TermIx::at(at));
        }
    }
    for at in 0..site.commitments.len() {
        let index = CommitmentIx::at(at);
        let commitment = &site.commitments[at];
        for subject in &commitment.subjects {
            site.subjects[subject.position()].commitments.push(index);
        }
        for area in &commitment.areas {
            site.areas[area.position()].commitments.push(index);
        }
        for responsibility in &commitment.departments {
            push_once(&mut site.departments[responsibility.lead.position()].leads, index);
            for department in &responsibility.support {
                push_once(&mut site.departments[department.position()].supports, index);
            }
        }
    }
}

/// A department may have led in several years; it is listed once.
fn push_once(list: &mut Vec<CommitmentIx>, index: CommitmentIx) {
    if list.last() != Some(&index) {
        list.push(index);
    }
}
