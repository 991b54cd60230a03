//! What of a site has texts of its own, in the order in which a reader would go through it. It reads none of
//! the texts.

use super::linked::Site;
use super::node::{
    ActionIx, DocumentIx, IndicatorIx, MunicipalityIx, Node, PageIx, ReportIx, SectionIx, StatementIx,
    SubjectIx, TableIx, TallyIx, TermIx, TextSource,
};

/// Everything of a site that has texts of its own, in the order in which a reader would go through it:
/// documents with their pages, municipalities with theirs, other pages and the glossary.
pub(crate) fn sources(site: &Site) -> Vec<TextSource> {
    let mut all = Vec::with_capacity(site.commitments.len() * 2 + site.terms.len() + 16);
    let mut add = |node: Node, own: &[ReportIx]| {
        all.push(TextSource::Node(node));
        all.extend(
            own.iter()
                .filter(|&&report| site[report].node == node)
                .map(|&report| TextSource::Report(report)),
        );
    };
    for (index, document) in DocumentIx::all(site).zip(&site.documents) {
        add(Node::Document(index), site.reports_on(Node::Document(index)));
        document
            .sections
            .iter()
            .for_each(|&section| add_section(site, section, &mut add));
        TallyIx::all_of(site, index).for_each(|at| add(Node::Tally(at), &[]));
        TableIx::all_of(site, index).for_each(|at| add(Node::Table(at), &[]));
        document.pages.iter().for_each(|&page| add(Node::Page(page), &[]));
    }
    for (index, municipality) in MunicipalityIx::all(site).zip(&site.municipalities) {
        add(
            Node::Municipality(index),
            site.reports_on(Node::Municipality(index)),
        );
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
    all.push(TextSource::Home);
    let mut add = |node: Node| all.push(TextSource::Node(node));
    SubjectIx::all(site).for_each(|subject| add(Node::Subject(subject)));
    let others = PageIx::all(site).filter(|page| site[*page].parent.is_none());
    others.for_each(|page| add(Node::Page(page)));
    TermIx::all(site).for_each(|term| add(Node::Term(term)));
    all
}

fn add_section(site: &Site, index: SectionIx, add: &mut impl FnMut(Node, &[ReportIx])) {
    let section = &site[index];
    add(Node::Section(index), site.reports_on(Node::Section(index)));
    StatementIx::all_of(site, index).for_each(|at| add(Node::Statement(at), &[]));
    for &commitment in &section.commitments {
        let reports = site.reports_on(Node::Commitment(commitment));
        add(Node::Commitment(commitment), reports);
        ActionIx::all_of(site, commitment).for_each(|at| add(Node::Action(at), reports));
        IndicatorIx::all_of(site, commitment).for_each(|at| add(Node::Indicator(at), &[]));
    }
    section
        .sections
        .iter()
        .for_each(|&nested| add_section(site, nested, add));
}
