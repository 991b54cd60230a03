//! Where in its record a linked value was written, for diagnostics. Paths are made only when something is wrong.

use crate::diagnostic::Place;
use crate::site::{CommitmentIx, SectionIx, Site};

/// The place of a commitment, or of a part of it such as `.themes[1]`.
pub fn commitment(site: &Site, index: CommitmentIx, part: &str) -> Place {
    let commitment = &site[index];
    let path = format!("{}.commitments[{}]{part}", site[commitment.section].yaml, commitment.in_section);
    Place::yaml(&site[commitment.document].file, path)
}

/// The place of a section, or of a part of it such as `.id`.
pub fn section(site: &Site, index: SectionIx, part: &str) -> Place {
    Place::yaml(&site[site[index].document].file, format!("{}{part}", site[index].yaml))
}
