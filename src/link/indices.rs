//! Fills the lists that lead from subjects, areas and departments back to the commitments, in printed order,
//! and from subjects to their terms.

use crate::site::{CommitmentIx, Site, TermIx};

pub fn fill(site: &mut Site) {
    for (index, term) in TermIx::all(site).zip(&site.terms) {
        for subject in &term.subjects {
            site.subjects[subject.position()].terms.push(index);
        }
    }
    for (index, commitment) in CommitmentIx::all(site).zip(&site.commitments) {
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
