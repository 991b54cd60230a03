//! The page for addresses that do not exist. Its links are absolute, since it is shown at any address.

use super::frame::About;
use super::link::Link;
use super::passage::Passage;
use crate::render::scope::Scope;
use crate::site::{DocumentIx, MunicipalityIx, Node};
use serde::Serialize;

/// `not_found`.
#[derive(Debug, Serialize)]
pub struct NotFound<'a> {
    /// Ways on: the municipalities with their documents.
    pub municipalities: Vec<Link<'a>>,
    /// In the site's order. May be empty.
    pub documents: Vec<Link<'a>>,
}

/// The page for addresses that do not exist.
pub fn of<'s>(scope: &Scope<'s>) -> (NotFound<'s>, About<'s>) {
    let site = scope.site;
    let municipalities = (0..site.municipalities.len()).map(|at| Node::Municipality(MunicipalityIx::at(at)));
    let documents = (0..site.documents.len()).map(|at| Node::Document(DocumentIx::at(at)));
    let view = NotFound { municipalities: municipalities.map(|node| scope.link(node)).collect(), documents: documents.map(|node| scope.link(node)).collect() };
    let about = About {
        description: Some(scope.word("summary.not_found").into()),
        provenance: scope.prepared.provenance,
        ..About::new("not-found", Passage::native(scope.word("title.not_found")))
    };
    (view, about)
}
