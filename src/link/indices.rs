//! Fills the lists that lead from themes, areas and departments back to the commitments, in printed order,
//! and from themes to their terms.

use crate::site::{CommitmentIx, Site, TermIx};

pub fn fill(site: &mut Site) {
    for at in 0..site.terms.len() {
        for theme in &site.terms[at].themes {
            site.themes[theme.position()].terms.push(TermIx::at(at));
        }
    }
    for at in 0..site.commitments.len() {
        let index = CommitmentIx::at(at);
        let commitment = &site.commitments[at];
        for theme in &commitment.themes {
            site.themes[theme.position()].commitments.push(index);
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
