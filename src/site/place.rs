//! Where in its record a linked value was written, for diagnostics. Paths are made only when something is
//! wrong.

use super::linked::{LinkedCommitment, LinkedSection, Site};
use crate::diagnostic::{Path, Place, path_to};
use crate::model::Section as SectionRecord;

/// A part of a commitment.
pub(crate) fn commitment(site: &Site, commitment: &LinkedCommitment, part: Path) -> Place {
    let own = path_to![SectionRecord::commitments, commitment.in_section];
    section(site, &site[commitment.section], own.then(part))
}

/// A part of a section.
pub(crate) fn section(site: &Site, section: &LinkedSection, part: Path) -> Place {
    Place::yaml(&site[section.document].file, section.path.clone().then(part))
}
