//! Where a node is: its address in the record, and the page with the anchor that shows it.

use super::linked::Site;
use super::node::{DocumentIx, Node, SectionIx};
use crate::model::Id;

/// The address by which references name a node: `atsugi/manifesto/24`, `atsugi/reform/1-2.a`.
pub(crate) fn address(site: &Site, node: Node) -> String {
    let mut out = String::with_capacity(48);
    write_address(site, node, &mut out);
    out
}

/// Appends the address of a node to `out`.
pub(crate) fn write_address(site: &Site, node: Node, out: &mut String) {
    match node {
        Node::Municipality(index) => out.push_str(site[index].id.as_str()),
        Node::Document(index) => within(
            site,
            Node::Municipality(site[index].municipality),
            &site[index].id,
            out,
        ),
        Node::Section(index) => within(
            site,
            Node::Document(site[index].document),
            &site[index].record.id,
            out,
        ),
        Node::Statement(index) => {
            let document = site[index.section].document;
            within(site, Node::Document(document), &site[index].id, out);
        }
        Node::Commitment(index) => within(
            site,
            Node::Document(site[index].document),
            &site[index].record.id,
            out,
        ),
        Node::Action(index) => {
            write_address(site, Node::Commitment(index.commitment), out);
            out.push('.');
            out.push_str(site[index].id.as_str());
        }
        Node::Indicator(index) => {
            let document = site[index.commitment].document;
            within(site, Node::Document(document), &site[index].id, out);
        }
        Node::Tally(index) => within(site, Node::Document(index.document), &site[index].id, out),
        Node::Table(index) => within(site, Node::Document(index.document), &site[index].id, out),
        Node::Department(index) => {
            write_address(site, Node::Municipality(site[index].municipality), out);
            out.push_str("/departments/");
            out.push_str(site[index].record.id.as_str());
        }
        Node::Area(index) => {
            write_address(site, Node::Municipality(site[index].municipality), out);
            out.push_str("/areas/");
            out.push_str(site[index].record.id.as_str());
        }
        Node::Subject(index) => {
            out.push_str("subjects/");
            out.push_str(site[index].record.id.as_str());
        }
        Node::Term(index) => {
            out.push_str("glossary/");
            out.push_str(site[index].id.as_str());
        }
        Node::Page(index) => out.push_str(&site[index].address),
    }
}

/// The node whose page shows this one, with the anchor on that page when the two differ.
pub(crate) fn page_of(site: &Site, node: Node) -> (Node, Option<&str>) {
    match node {
        Node::Section(index) if site[index].parent.is_some() => (
            Node::Section(site[index].top),
            Some(site[index].record.id.as_str()),
        ),
        Node::Statement(index) => (
            Node::Section(site[index.section].top),
            Some(site[index].id.as_str()),
        ),
        Node::Action(index) => (Node::Commitment(index.commitment), Some(site[index].id.as_str())),
        Node::Tally(index) => {
            let place = site[index.document].tally_sections[index.position()];
            (
                shown_on(site, index.document, place),
                Some(site[index].id.as_str()),
            )
        }
        Node::Table(index) => {
            let place = site[index.document].table_sections[index.position()];
            (
                shown_on(site, index.document, place),
                Some(site[index].id.as_str()),
            )
        }
        page => (page, None),
    }
}

fn shown_on(site: &Site, document: DocumentIx, section: Option<SectionIx>) -> Node {
    section.map_or(Node::Document(document), |section| {
        Node::Section(site[section].top)
    })
}

fn within(site: &Site, parent: Node, id: &Id, out: &mut String) {
    write_address(site, parent, out);
    out.push('/');
    out.push_str(id.as_str());
}

impl Site {
    /// Whether an anchor of a node's page is a report that will only become public later: a link to it is no
    /// mistake.
    pub(crate) fn is_later(&self, page: Node, anchor: &str) -> bool {
        self.later
            .iter()
            .any(|(node, name)| **name == *anchor && page_of(self, *node).0 == page)
    }
}
