//! A heading of a document, with what stands under it. Sections nest.

use super::walk::{Free, SEALED, SEALED_LATER, Seal, name, ours, parts, printed, title, walk};
use super::{Address, Commitment, Id, Sic, Text, number::unquoted};
use serde::Deserialize;
use std::sync::Arc;

/// One heading and its content, in printed order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name within the document. A first-level section has a page at it, a deeper one an anchor.
    pub id: Id,
    /// As printed before the heading; not part of its wording.
    #[serde(default, deserialize_with = "unquoted")]
    pub number: Option<Box<str>>,
    /// What the document calls such a section: 政策, 重点目標, 柱.
    pub called: Option<Text>,
    /// The words of the heading as printed, without its number.
    pub heading: Text,
    /// Doubtful readings within the heading.
    #[serde(default)]
    pub sic: Vec<Sic>,
    /// The same heading as the document prints it elsewhere, such as in its table of contents.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// Official wording under the heading that promises nothing by itself.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// The commitments directly under the heading.
    #[serde(default)]
    pub commitments: Vec<Arc<Commitment>>,
    /// The sections below this one.
    #[serde(default)]
    pub sections: Vec<Arc<Section>>,
    /// Where it stood before: each address gets a page that leads here.
    #[serde(default)]
    pub formerly: Vec<Address>,
}

/// Another printed form of a heading, and where it stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub text: Text,
    #[serde(rename = "where")]
    pub place: Text,
}

/// Official wording that promises nothing by itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name within the document, and its anchor on the page of the section.
    pub id: Id,
    /// Word for word, as printed.
    pub text: Text,
    /// Misprints and doubtful readings in `text`.
    #[serde(default)]
    pub sic: Vec<Sic>,
}

walk!(Section {
    id: name(Seal::Address),
    number: printed(SEALED).untranslated().unsearched(),
    called: printed(SEALED).unsearched(),
    heading: title(SEALED),
    sic: parts(),
    variants: parts(),
    statements: parts(),
    commitments: parts(),
    sections: parts(),
    formerly: name(Seal::Free(Free::Moved)),
});

walk!(Variant {
    text: printed(SEALED.once("")),
    place as "where": ours(SEALED_LATER).unsearched(),
});

walk!(Statement {
    id: name(Seal::Address),
    text: printed(SEALED),
    sic: parts(),
});
