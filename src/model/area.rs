//! A district of a municipality.

use super::walk::{Free, Seal, name, ours, title, walk};
use super::{Id, Text, reading::of_name};
use serde::Deserialize;

/// A district that commitments name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// How commitments name it in `areas`, and the end of its address: `/<city>/areas/<id>/`.
    pub id: Id,
    /// What the district is called, as its page and lists show it.
    pub name: Text,
    /// The name in kana, for sorting and searching; `None` where it is not known.
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    /// The editors' words about the district; nothing is shown where absent.
    pub description: Option<Text>,
}

walk!(Area {
    id: name(Seal::Free(Free::District)),
    name: title(Seal::Free(Free::District)),
    reading: name(Seal::Free(Free::Reading)),
    description: ours(Seal::Free(Free::OurWords)),
});
