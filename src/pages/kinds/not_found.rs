//! The page for addresses that do not exist. Its links are absolute, since it is shown at any address.

use crate::html::Link;
use crate::pages::{About, Scope};
use crate::site::{MunicipalityIx, Node};
use serde::Serialize;

/// `not_found`.
#[derive(Debug, Serialize)]
pub(crate) struct NotFound<'a> {
    /// Ways on, in the site's order.
    pub municipalities: Vec<CityLinks<'a>>,
}

/// A city with its documents.
#[derive(Debug, Serialize)]
pub(crate) struct CityLinks<'a> {
    pub link: Link<'a>,
    /// May be empty.
    pub documents: Vec<Link<'a>>,
}

/// The page for addresses that do not exist.
pub(crate) fn not_found_page<'s>(scope: &Scope<'s>) -> (NotFound<'s>, About<'s>) {
    let site = scope.site;
    let city = |index| CityLinks {
        link: scope.link(Node::Municipality(index)),
        documents: scope.links(&site[index].documents, Node::Document),
    };
    let view = NotFound {
        municipalities: MunicipalityIx::all(site).map(city).collect(),
    };
    let about = About {
        description: Some(scope.word("summary.not_found").into()),
        provenance: scope.facts.provenance,
        ..About::new(scope.named("title.not_found"))
    };
    (view, about)
}
