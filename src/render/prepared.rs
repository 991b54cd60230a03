//! What many pages need, worked out once, so that the work for a page does not grow with the number of pages.

use super::data::{self, Measure};
use super::href::Base;
use super::order::{self, TermOrder};
use super::outline::{self, Figures, SectionOutline, figures, later_pages, outlines};
use super::search::{self, Index};
use super::view::used_in::{self, UseGrouping};
use super::{Scope, Theme, shell};
use crate::diagnostic::Diagnostic;
use crate::model::{Language, Period, Translator};
use crate::site::{
    CommitmentIx, Counted, DataFile, DeadlineList, DocumentIx, Due, Event, Gap, IndicatorIx, MunicipalityIx,
    Node, PageAt, ReadSite, ReportIx, SectionIx, Site, Spot, StatusList, TermIx, ValueIx,
};
use rayon::prelude::*;
use std::collections::HashMap;
use std::ops::Range;
use tera::Value;

/// Groups of uses of a term, each with its part of them.
type Groups = Vec<(UseGrouping, Range<usize>)>;

/// A site and a theme with everything that pages share.
pub struct Prepared<'a> {
    pub(super) site: &'a ReadSite,
    pub(super) theme: &'a Theme,
    pub(super) outlines: HashMap<SectionIx, SectionOutline>,
    pub(super) figures: HashMap<SectionIx, Figures>,
    /// Anchors that are not on the first page of their section.
    later_pages: HashMap<Node, usize>,
    /// The values of each indicator, oldest report first.
    values: HashMap<IndicatorIx, Vec<ValueIx>>,
    replaced_by: HashMap<IndicatorIx, IndicatorIx>,
    /// What has happened, newest first.
    pub(super) events: Vec<Event>,
    /// Whether any commitment has a deadline or a milestone, so that there are pages of deadlines.
    pub(super) has_deadlines: bool,
    /// The lists of deadlines.
    pub(super) due: HashMap<DeadlineList, Vec<Due>>,
    /// How far each document has been judged.
    judged_in_document: Vec<JudgedShare>,
    /// How the commitments of each city and of each document have been judged.
    counted_in_city: Vec<Counted>,
    counted_in_document: Vec<Counted>,
    /// Whether any document of the site is kept by somebody other than its city.
    pub(super) is_unofficial: bool,
    /// For each municipality the statuses that its commitments have been given.
    statuses: Vec<Vec<StatusList>>,
    /// How long the files are that the page of data lists.
    measures: HashMap<DataFile, Measure>,
    /// What is missing in a language or has grown old.
    pub(super) gaps: Vec<Gap>,
    /// For each language and term the runs of its uses that stand under one heading.
    use_groups: Vec<Vec<Groups>>,
    /// For each language the order of the terms.
    term_orders: Vec<TermOrder>,
    /// For each language what can be found.
    indexes: Vec<Index>,
    /// The provenance of the translations of all documents together.
    pub(super) provenance: Provenance,
    pub(super) shells: Shells,
}

/// The parts that pages share, by language and depth.
#[derive(Default)]
pub struct Shells {
    relative: Vec<Vec<Value>>,
    absolute: Vec<Value>,
    /// Why they could not be made. Compiling has tried them, so this is not expected.
    failure: Option<Diagnostic>,
}

/// How far the commitments of a document have been judged.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct JudgedShare {
    /// How many have an assessment; those listed again are not counted twice.
    pub commitments: usize,
    /// What the latest of these assessments speaks about.
    pub latest: Option<Period>,
    /// Whether commitments of several kinds stand in the document, so that lists have to name the kind.
    pub is_mixed: bool,
}

/// Who made the translations that a page shows.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Provenance(pub Option<Translator>);

/// Works out what many pages need.
pub fn prepare<'a>(site: &'a ReadSite, theme: &'a Theme) -> Prepared<'a> {
    let figures = figures(site);
    let outlines = outlines(site, &figures);
    let languages = site.languages().iter().copied();
    let later_pages = later_pages(site, &outlines, &figures);
    let counted = |documents: &[DocumentIx]| {
        let commitments = documents.iter().flat_map(|index| &site[*index].commitments);
        site.counted(commitments.copied())
    };
    let mut prepared = Prepared {
        site,
        theme,
        outlines,
        figures,
        later_pages,
        values: collect_values(site),
        events: site.events(),
        has_deadlines: has_deadlines(site),
        due: DeadlineList::listed(site)
            .into_iter()
            .map(|list| (list, site.due(list)))
            .collect(),
        replaced_by: collect_replacements(site),
        judged_in_document: DocumentIx::all(site).map(|index| judged(site, index)).collect(),
        counted_in_city: MunicipalityIx::all(site)
            .map(|index| counted(&site[index].documents))
            .collect(),
        counted_in_document: DocumentIx::all(site).map(|index| counted(&[index])).collect(),
        statuses: MunicipalityIx::all(site)
            .map(|index| site.statuses_of(index))
            .collect(),
        measures: HashMap::new(),
        gaps: crate::site::gaps(site),
        use_groups: site
            .usage
            .iter()
            .map(|usage| {
                usage
                    .uses
                    .iter()
                    .map(|uses| used_in::groups(site, uses))
                    .collect()
            })
            .collect(),
        term_orders: languages
            .clone()
            .map(|language| order::terms(site, language))
            .collect(),
        indexes: Vec::new(),
        is_unofficial: site.documents.iter().any(|document| !document.record.official),
        provenance: provenance(site, DocumentIx::all(site)),
        shells: Shells::default(),
    };
    prepared.shells = make_shells(&prepared);
    // The many files of indicators are named on their own pages, so that this one stays short.
    let listed = data::files(site)
        .into_par_iter()
        .filter(|file| !matches!(file, DataFile::Of(Node::Indicator(..))));
    prepared.measures = listed
        .map(|file| (file, data::measure(&prepared, file)))
        .collect();
    prepared.indexes = site
        .languages()
        .par_iter()
        .map(|&language| search::index(&Scope::for_files(&prepared, language)))
        .collect();
    prepared
}

impl Prepared<'_> {
    /// The page and anchor that show a node.
    pub(super) fn place_of(&self, node: Node) -> (PageAt, Option<&str>) {
        let (page, anchor) = crate::site::page_of(self.site, node);
        let later = anchor.and_then(|_| self.later_pages.get(&node));
        let page = PageAt {
            spot: Spot::Node(page),
            number: later.copied().unwrap_or(1),
        };
        (page, anchor)
    }

    pub(super) fn use_groups(&self, term: TermIx, language: Language) -> &[(UseGrouping, Range<usize>)] {
        let mut usage = self.site.usage.iter();
        let place = usage.position(|usage| usage.language == language);
        let groups = place.and_then(|place| self.use_groups[place].get(term.position()));
        groups.map_or(&[], Vec::as_slice)
    }

    /// The place of a language among those of the site.
    fn place(&self, language: Language) -> usize {
        let mut languages = self.site.languages().iter();
        let place = languages.position(|known| *known == language);
        place.expect("pages are planned in the site's languages")
    }

    /// The terms in the order of a language.
    pub(super) fn terms(&self, language: Language) -> &TermOrder {
        &self.term_orders[self.place(language)]
    }

    /// What can be found in a language.
    pub(super) fn index(&self, language: Language) -> Option<&Index> {
        self.indexes.get(self.place(language))
    }

    pub(super) fn values_of(&self, indicator: IndicatorIx) -> &[ValueIx] {
        self.values.get(&indicator).map_or(&[], Vec::as_slice)
    }

    pub(super) fn replacement_of(&self, indicator: IndicatorIx) -> Option<IndicatorIx> {
        self.replaced_by.get(&indicator).copied()
    }

    /// How long a data file is; `None` where there is no such file. Those of indicators are not listed, and
    /// not measured.
    pub(super) fn measure(&self, file: DataFile) -> Option<Measure> {
        self.measures.get(&file).copied()
    }

    /// The statuses of a city. Empty where nothing of it has been assessed.
    pub(super) fn statuses(&self, municipality: MunicipalityIx) -> &[StatusList] {
        &self.statuses[municipality.position()]
    }

    pub(super) fn judged_in(&self, document: DocumentIx) -> JudgedShare {
        self.judged_in_document[document.position()]
    }

    pub(super) fn counted_in_city(&self, municipality: MunicipalityIx) -> &Counted {
        &self.counted_in_city[municipality.position()]
    }

    pub(super) fn counted_in_document(&self, document: DocumentIx) -> &Counted {
        &self.counted_in_document[document.position()]
    }

    /// The shared parts for a page of a language whose path has so many folders below the language's own.
    pub(super) fn shell(&self, language: Language, base: &Base, depth: usize) -> Result<&Value, Diagnostic> {
        if let Some(failure) = &self.shells.failure {
            return Err(failure.clone());
        }
        let place = self.place(language);
        Ok(match base {
            Base::Root(_) => &self.shells.absolute[place],
            Base::Folder(_) => &self.shells.relative[place][depth],
        })
    }
}

/// Whether any commitment has a deadline or a milestone.
pub fn has_deadlines(site: &Site) -> bool {
    site.commitments
        .iter()
        .any(|commitment| commitment.record.deadline.is_some() || !commitment.record.milestones.is_empty())
}

/// Whether any document of a municipality is kept by somebody other than the city.
pub fn is_unofficial(site: &Site, municipality: MunicipalityIx) -> bool {
    site[municipality]
        .documents
        .iter()
        .any(|&document| !site[document].record.official)
}

/// The provenance that holds for texts of several documents: the one that asks for the most care.
pub fn provenance(site: &Site, documents: impl Iterator<Item = DocumentIx>) -> Provenance {
    let care = |translator: Option<Translator>| match translator {
        Some(Translator::Machine) => 3,
        None => 2,
        Some(Translator::Reviewed) => 1,
        Some(Translator::Human) => 0,
    };
    let translations = documents.map(|document| site[document].record.translation);
    let all = translations.map(|translation| translation.map(|translation| translation.by));
    Provenance(all.max_by_key(|translator| care(*translator)).flatten())
}

fn make_shells(prepared: &Prepared) -> Shells {
    let mut shells = Shells::default();
    let depth = deepest(prepared.site);
    for &language in prepared.site.languages() {
        let made = (0..=depth)
            .map(|depth| shell::render(prepared, language, Some(depth)))
            .collect();
        match (made, shell::render(prepared, language, None)) {
            (Ok(relative), Ok(absolute)) => {
                shells.relative.push(relative);
                shells.absolute.push(absolute);
            }
            (Err(failure), _) | (_, Err(failure)) => shells.failure = Some(failure),
        }
    }
    shells
}

/// The largest number of folders that a page stands in. `city/document/section/page-2/` are four; a plain
/// page may have more.
fn deepest(site: &Site) -> usize {
    let folders = site.pages.iter().map(|page| page.address.split('/').count());
    folders.max().unwrap_or(0).max(4)
}

fn collect_values(site: &Site) -> HashMap<IndicatorIx, Vec<ValueIx>> {
    let mut values: HashMap<IndicatorIx, Vec<ValueIx>> = HashMap::new();
    for (index, report) in ReportIx::all(site).zip(&site.reports) {
        // A name that leads nowhere has been reported, and nothing is built then; only whole lists pair up.
        if report.indicators.len() != report.head.values.len() {
            continue;
        }
        for (value, &indicator) in ValueIx::all_of(site, index).zip(&report.indicators) {
            values.entry(indicator).or_default().push(value);
        }
    }
    values
}

fn collect_replacements(site: &Site) -> HashMap<IndicatorIx, IndicatorIx> {
    let mut replaced = HashMap::new();
    for newer in CommitmentIx::all(site).flat_map(|index| IndicatorIx::all_of(site, index)) {
        let Some(id) = &site[newer].replaces else { continue };
        let document = Node::Document(site[newer.commitment].document);
        let address = format!("{}/{id}", crate::site::address(site, document));
        if let Some(&Node::Indicator(older)) = site.addresses.get(address.as_str()) {
            replaced.insert(older, newer);
        }
    }
    replaced
}

fn judged(site: &Site, document: DocumentIx) -> JudgedShare {
    let own = || outline::listed_once(site, document);
    let mut judged = JudgedShare::default();
    for report in own().filter_map(|index| site.assessment_of(Node::Commitment(index))) {
        judged.commitments += 1;
        judged.latest = [judged.latest, site[report].head.period]
            .into_iter()
            .flatten()
            .max_by_key(|period| (period.last_day(), period.first_day()));
    }
    let mut kinds = own().map(|index| site[index].record.kind);
    let first = kinds.next();
    judged.is_mixed = kinds.any(|kind| Some(kind) != first);
    judged
}
