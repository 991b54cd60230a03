//! A subject that commitments of all documents and cities are sorted by.

use super::walk::{Free, Seal, name, ours, title, walk};
use super::{Id, Text};
use serde::Deserialize;

/// A subject, defined once for the whole site.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub id: Id,
    pub name: Text,
    pub description: Option<Text>,
}

walk!(Subject {
    id: name(Seal::Free(Free::Subject)),
    name: title(Seal::Free(Free::Subject)),
    description: ours(Seal::Free(Free::OurWords)),
});
