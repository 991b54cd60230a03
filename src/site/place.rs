//! Where in its record a linked value was written, for diagnostics. Paths are made only when something is
//! wrong.

use super::linked::{Commitment, Section, Site};
use crate::diagnostic::Place;

/// A part of a commitment, such as `.milestones[0].text`.
pub fn commitment(site: &Site, commitment: &Commitment, part: &str) -> Place {
    let section = &site[commitment.section];
    Place::yaml(
        &site[commitment.document].file,
        format!("{}.commitments[{}]{part}", section.yaml, commitment.in_section),
    )
}

/// A part of a section, such as `.statements[0].text`.
pub fn section(site: &Site, section: &Section, part: &str) -> Place {
    Place::yaml(&site[section.document].file, format!("{}{part}", section.yaml))
}
