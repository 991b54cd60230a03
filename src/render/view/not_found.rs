//! The page for addresses that do not exist. Its links are absolute, since it is shown at any address.

use super::frame::About;
use super::link::Link;
use crate::render::scope::Scope;
use crate::site::{Municipality, MunicipalityIx, Node};
use serde::Serialize;

/// `not_found`.
#[derive(Debug, Serialize)]
pub struct NotFound<'a> {
    /// Ways on, in the site's order.
    pub municipalities: Vec<City<'a>>,
}

/// A city with its documents.
#[derive(Debug, Serialize)]
pub struct City<'a> {
    pub link: Link<'a>,
    /// May be empty.
    pub documents: Vec<Link<'a>>,
}

/// The page for addresses that do not exist.
pub fn of<'s>(scope: &Scope<'s>) -> (NotFound<'s>, About<'s>) {
    let site = scope.site;
    let city = |(at, city): (usize, &'s Municipality)| City {
        link: scope.link(Node::Municipality(MunicipalityIx::at(at))),
        documents: scope.links(&city.documents, Node::Document),
    };
    let view = NotFound {
        municipalities: site.municipalities.iter().enumerate().map(city).collect(),
    };
    let about = About {
        description: Some(scope.word("summary.not_found").into()),
        provenance: scope.prepared.provenance,
        ..About::new("not-found", scope.named("title.not_found"))
    };
    (view, about)
}
