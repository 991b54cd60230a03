//! A district of a municipality.

use super::walk::{Free, Seal, name, ours, title, walk};
use super::{Id, Text, reading::of_name};
use serde::Deserialize;

/// A district that commitments name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub id: Id,
    pub name: Text,
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    pub description: Option<Text>,
}

walk!(Area {
    id: name(Seal::Free(Free::District)),
    name: title(Seal::Free(Free::District)),
    reading: name(Seal::Free(Free::Reading)),
    description: ours(Seal::Free(Free::OurWords)),
});
