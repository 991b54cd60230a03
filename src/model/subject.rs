//! A subject that commitments of all documents and cities are sorted by.

use super::walk::{Free, Seal, name, ours, title, walk};
use super::{Id, Text};
use serde::Deserialize;

/// A subject, defined once for the whole site.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// How commitments and terms name it, and the end of its address: `/subjects/<id>/`.
    pub id: Id,
    /// What it is called in lists and on its page.
    pub name: Text,
    /// The editors' words about what belongs to it; nothing is shown where absent.
    pub description: Option<Text>,
}

walk!(Subject {
    id: name(Seal::Free(Free::Subject)),
    name: title(Seal::Free(Free::Subject)),
    description: ours(Seal::Free(Free::OurWords)),
});
