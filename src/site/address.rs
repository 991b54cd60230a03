//! Where a node is: its address in the record, and the page with the anchor that shows it.

use super::linked::Site;
use super::node::Node;
use crate::model::id::Id;

/// First parts of addresses that koyaku keeps for itself (the table of addresses is in ARCHITECTURE.md).
pub const RESERVED: [&str; 13] = [
    "en",
    "glossary",
    "subjects",
    // Where subjects stood until they were called that: redirects stand there.
    "themes",
    "areas",
    "departments",
    "deadlines",
    "updates",
    "amendments",
    "translations",
    "data",
    "search",
    "about",
];

/// The address by which references name a node: `atsugi/manifesto/24`, `atsugi/reform/1-2.a`.
pub fn address(site: &Site, node: Node) -> String {
    let mut out = String::with_capacity(48);
    write_address(site, node, &mut out);
    out
}

/// Appends the address of a node to `out`.
pub fn write_address(site: &Site, node: Node, out: &mut String) {
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
        Node::Statement(section, position) => {
            let id = &site[section].record.statements[position as usize].id;
            within(site, Node::Document(site[section].document), id, out);
        }
        Node::Commitment(index) => within(
            site,
            Node::Document(site[index].document),
            &site[index].record.id,
            out,
        ),
        Node::Action(commitment, position) => {
            write_address(site, Node::Commitment(commitment), out);
            out.push('.');
            out.push_str(site[commitment].record.actions[position as usize].id.as_str());
        }
        Node::Indicator(commitment, position) => {
            let id = &site[commitment].record.indicators[position as usize].id;
            within(site, Node::Document(site[commitment].document), id, out);
        }
        Node::Tally(document, position) => within(
            site,
            Node::Document(document),
            &site[document].record.tallies[position as usize].id,
            out,
        ),
        Node::Table(document, position) => within(
            site,
            Node::Document(document),
            &site[document].record.tables[position as usize].id,
            out,
        ),
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
pub fn page_of(site: &Site, node: Node) -> (Node, Option<&str>) {
    match node {
        Node::Section(index) if site[index].parent.is_some() => (
            Node::Section(site[index].top),
            Some(site[index].record.id.as_str()),
        ),
        Node::Statement(section, position) => (
            Node::Section(site[section].top),
            Some(site[section].record.statements[position as usize].id.as_str()),
        ),
        Node::Action(commitment, position) => (
            Node::Commitment(commitment),
            Some(site[commitment].record.actions[position as usize].id.as_str()),
        ),
        Node::Tally(document, position) => {
            let place = site[document].tally_sections[position as usize];
            (
                shown_on(site, document, place),
                Some(site[document].record.tallies[position as usize].id.as_str()),
            )
        }
        Node::Table(document, position) => {
            let place = site[document].table_sections[position as usize];
            (
                shown_on(site, document, place),
                Some(site[document].record.tables[position as usize].id.as_str()),
            )
        }
        page => (page, None),
    }
}

fn shown_on(site: &Site, document: super::DocumentIx, section: Option<super::SectionIx>) -> Node {
    section.map_or(Node::Document(document), |section| {
        Node::Section(site[section].top)
    })
}

fn within(site: &Site, parent: Node, id: &Id, out: &mut String) {
    write_address(site, parent, out);
    out.push('/');
    out.push_str(id.as_str());
}
