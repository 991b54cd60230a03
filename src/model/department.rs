//! Who is responsible: a department of a municipality, with the years it existed and what followed it.

use super::walk::{Free, Seal, figure, name, title, walk};
use super::{FiscalYear, Id, Text, reading::of_name};
use serde::Deserialize;

/// A department. Organisations change every April, so a name is never stretched over its successor.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// How commitments name it, and the end of its address: `/<city>/departments/<id>/`.
    pub id: Id,
    /// What it was called in its years (部・課・室), as sources print it.
    pub name: Text,
    /// The name in kana, for sorting and searching; `None` where it is not known.
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    /// The first fiscal year in which it existed under this name; `None` where that is not known.
    pub from: Option<FiscalYear>,
    /// The last fiscal year in which it existed; `None` while it does, or where that is not known.
    pub to: Option<FiscalYear>,
    /// The departments that took over its work, by id; empty where there are none or none is known.
    #[serde(default)]
    pub successors: Vec<Id>,
}

walk!(Department {
    id: name(Seal::Free(Free::Department)),
    name: title(Seal::Free(Free::Department)),
    reading: name(Seal::Free(Free::Reading)),
    from: figure(Seal::Free(Free::Department)),
    to: figure(Seal::Free(Free::Department)),
    successors: name(Seal::Free(Free::Department)),
});
