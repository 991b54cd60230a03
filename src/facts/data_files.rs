//! Which data files a site has, where they stand, and what pages tell of them.

use crate::facts::outline;
use crate::site::{
    CommitmentIx, DataFile, DocumentIx, IndicatorIx, MunicipalityIx, Node, Site, TableIx, TallyIx, address,
};

/// The path of a file. What is counted of a document stands beside it under its name.
pub(crate) fn path(site: &Site, file: impl Into<DataFile>) -> String {
    match file.into() {
        DataFile::Of(node) => format!("data/{}.csv", address(site, node)),
        DataFile::Statuses(node) => format!("data/{}.statuses.csv", address(site, node)),
        DataFile::Steps(index) => format!("data/{}.steps.csv", address(site, Node::Document(index))),
    }
}

/// Every file.
pub(crate) fn files(site: &Site) -> Vec<DataFile> {
    let judged = |document| {
        let mut commitments = outline::listed_once(site, document).map(Node::Commitment);
        commitments.any(|node| site.assessment_of(node).is_some())
    };
    let mut all: Vec<DataFile> = Vec::new();
    for (index, municipality) in MunicipalityIx::all(site).zip(&site.municipalities) {
        let node = Node::Municipality(index);
        all.push(node.into());
        let is_judged = municipality.documents.iter().copied().any(judged);
        all.extend(is_judged.then_some(DataFile::Statuses(node)));
    }
    for index in DocumentIx::all(site) {
        all.push(Node::Document(index).into());
        all.extend(judged(index).then_some(DataFile::Statuses(Node::Document(index))));
        let has_steps = site.dated_steps(index).next().is_some();
        all.extend(has_steps.then_some(DataFile::Steps(index)));
        all.extend(TallyIx::all_of(site, index).map(|tally| DataFile::Of(Node::Tally(tally))));
        all.extend(TableIx::all_of(site, index).map(|table| DataFile::Of(Node::Table(table))));
    }
    for index in CommitmentIx::all(site) {
        let indicators = IndicatorIx::all_of(site, index);
        all.extend(indicators.map(|indicator| DataFile::Of(Node::Indicator(indicator))));
    }
    all
}

/// What a reader wants to know of a file before opening it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileSize {
    /// Without the header row.
    pub rows: usize,
    pub bytes: usize,
}
