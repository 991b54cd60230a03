//! Who is responsible: a department of a municipality, with the years it existed and what followed it.

use super::walk::{Free, Seal, figure, name, title, walk};
use super::{FiscalYear, Id, Text, reading::of_name};
use serde::Deserialize;

/// A department. Organisations change every April, so a name is never stretched over its successor.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: Id,
    pub name: Text,
    #[serde(default, deserialize_with = "of_name")]
    pub reading: Option<Box<str>>,
    pub from: Option<FiscalYear>,
    pub to: Option<FiscalYear>,
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
