//! What of a site has texts of its own, in the order in which a reader would go through it. It reads none of
//! the texts.

use super::linked::Site;
use super::node::{DocumentIx, MunicipalityIx, Node, PageIx, ReportIx, SectionIx, SubjectIx, TermIx};
use super::pieces::Source;

/// Everything of a site that has texts of its own, in the order in which a reader would go through it:
/// documents with their pages, municipalities with theirs, other pages and the glossary.
pub fn sources(site: &Site) -> Vec<Source> {
    let mut all = Vec::with_capacity(site.commitments.len() * 2 + site.terms.len() + 16);
    let mut add = |node: Node, own: &[ReportIx]| {
        all.push(Source::Node(node));
        all.extend(
            own.iter()
                .filter(|&&report| site[report].node == node)
                .map(|&report| Source::Report(report)),
        );
    };
    for (at, document) in site.documents.iter().enumerate() {
        let index = DocumentIx::at(at);
        add(Node::Document(index), &document.reports);
        document
            .sections
            .iter()
            .for_each(|&section| add_section(site, section, &mut add));
        numbered(document.record.tallies.len()).for_each(|at| add(Node::Tally(index, at), &[]));
        numbered(document.record.tables.len()).for_each(|at| add(Node::Table(index, at), &[]));
        document.pages.iter().for_each(|&page| add(Node::Page(page), &[]));
    }
    for (at, municipality) in site.municipalities.iter().enumerate() {
        add(Node::Municipality(MunicipalityIx::at(at)), &municipality.reports);
        municipality
            .areas
            .iter()
            .for_each(|&area| add(Node::Area(area), &[]));
        municipality
            .departments
            .iter()
            .for_each(|&department| add(Node::Department(department), &[]));
        municipality
            .pages
            .iter()
            .for_each(|&page| add(Node::Page(page), &[]));
    }
    all.push(Source::Home);
    let mut add = |node: Node| all.push(Source::Node(node));
    (0..site.subjects.len()).for_each(|at| add(Node::Subject(SubjectIx::at(at))));
    let others = (0..site.pages.len())
        .map(PageIx::at)
        .filter(|page| site[*page].parent.is_none());
    others.for_each(|page| add(Node::Page(page)));
    (0..site.terms.len()).for_each(|at| add(Node::Term(TermIx::at(at))));
    all
}

fn add_section(site: &Site, index: SectionIx, add: &mut impl FnMut(Node, &[ReportIx])) {
    let section = &site[index];
    add(Node::Section(index), &section.reports);
    numbered(section.record.statements.len()).for_each(|at| add(Node::Statement(index, at), &[]));
    for &commitment in &section.commitments {
        let record = &site[commitment].record;
        add(Node::Commitment(commitment), &site[commitment].reports);
        numbered(record.actions.len())
            .for_each(|at| add(Node::Action(commitment, at), &site[commitment].reports));
        numbered(record.indicators.len()).for_each(|at| add(Node::Indicator(commitment, at), &[]));
    }
    section
        .sections
        .iter()
        .for_each(|&nested| add_section(site, nested, add));
}

/// The numbers of so many parts of one owner.
pub fn numbered(length: usize) -> std::ops::Range<u32> {
    0..u32::try_from(length).expect("a site holds fewer than 2^32 entries of a kind")
}
