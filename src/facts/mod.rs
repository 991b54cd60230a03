//! What many pages and files need to know of a site, worked out once, so that the work for a page does not
//! grow with the number of pages. Facts are owned and know nothing of pages, languages of pages or themes.

pub(crate) mod columns;
pub(crate) mod data_files;
pub(crate) mod findable;
pub(crate) mod outline;
pub(crate) mod term_order;
pub(crate) mod use_groups;

use crate::model::{Language, Period, Translator};
use crate::site::{
    CommitmentIx, Counted, DeadlineList, DocumentIx, Due, Event, Gap, IndicatorIx, MunicipalityIx, Node,
    PageAt, ReadSite, ReportIx, SectionIx, Site, Spot, StatusList, TermIx, ValueIx, gaps,
};
use outline::{Figures, SectionOutline};
use std::collections::HashMap;
use std::ops::Range;
use term_order::TermOrder;
use use_groups::UseGrouping;

/// Groups of uses of a term, each with its part of them.
type Groups = Vec<(UseGrouping, Range<usize>)>;

/// A site with what follows from it.
pub struct Facts {
    /// The linked site, with what its texts name.
    pub site: ReadSite,
    /// For each first-level section, what stands on its page or pages.
    pub outlines: HashMap<SectionIx, SectionOutline>,
    /// For each section, of any level, the tallies and tables shown there. One without any has no entry.
    pub figures: HashMap<SectionIx, Figures>,
    /// Anchors that are not on the first page of their section.
    later_pages: HashMap<Node, usize>,
    /// The values of each indicator, oldest report first.
    values: HashMap<IndicatorIx, Vec<ValueIx>>,
    replaced_by: HashMap<IndicatorIx, IndicatorIx>,
    /// What has happened, newest first.
    pub events: Vec<Event>,
    /// Whether any commitment has a deadline or a milestone, so that there are pages of deadlines.
    pub has_deadlines: bool,
    /// The lists of deadlines.
    pub due: HashMap<DeadlineList, Vec<Due>>,
    /// How far each document has been judged.
    judged_in_document: Vec<JudgedShare>,
    /// How the commitments of each city and of each document have been judged.
    counted_in_city: Vec<Counted>,
    counted_in_document: Vec<Counted>,
    /// Whether any document of the site is kept by somebody other than its city.
    pub is_unofficial: bool,
    /// For each municipality the statuses that its commitments have been given.
    statuses: Vec<Vec<StatusList>>,
    /// What is missing in a language or has grown old.
    pub gaps: Vec<Gap>,
    /// For each language and term the runs of its uses that stand under one heading.
    use_groups: Vec<Vec<Groups>>,
    /// For each language the order of the terms.
    term_orders: Vec<TermOrder>,
    /// What can be found, in the order of equally good results.
    pub entries: Vec<Node>,
    /// The provenance of the translations of all documents together.
    pub provenance: Provenance,
}

/// How far the commitments of a document have been judged.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct JudgedShare {
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

/// Works out what follows from a site.
pub fn facts(site: ReadSite) -> Facts {
    let figures = outline::figures(&site);
    let outlines = outline::outlines(&site, &figures);
    let languages = site.languages().iter();
    let counted = |documents: &[DocumentIx]| {
        let commitments = documents.iter().flat_map(|index| &site[*index].commitments);
        site.counted(commitments.copied())
    };
    let groups = |uses| use_groups::groups(&site, uses);
    Facts {
        later_pages: outline::later_pages(&site, &outlines, &figures),
        values: collect_values(&site),
        events: site.events(),
        has_deadlines: has_deadlines(&site),
        due: DeadlineList::listed(&site)
            .into_iter()
            .map(|list| (list, site.due(list)))
            .collect(),
        replaced_by: collect_replacements(&site),
        judged_in_document: DocumentIx::all(&site).map(|index| judged(&site, index)).collect(),
        counted_in_city: MunicipalityIx::all(&site)
            .map(|index| counted(&site[index].documents))
            .collect(),
        counted_in_document: DocumentIx::all(&site).map(|index| counted(&[index])).collect(),
        statuses: MunicipalityIx::all(&site)
            .map(|index| site.statuses_of(index))
            .collect(),
        gaps: gaps(&site),
        use_groups: site
            .usage
            .iter()
            .map(|usage| usage.uses.iter().map(groups).collect())
            .collect(),
        term_orders: languages
            .map(|&language| term_order::terms(&site, language))
            .collect(),
        entries: findable::entries(&site),
        is_unofficial: site.documents.iter().any(|document| !document.record.official),
        provenance: provenance(&site, DocumentIx::all(&site)),
        figures,
        outlines,
        site,
    }
}

impl Facts {
    /// The page and anchor that show a node.
    pub(crate) fn place_of(&self, node: Node) -> (PageAt, Option<&str>) {
        let (page, anchor) = crate::site::page_of(&self.site, node);
        let later = anchor.and_then(|_| self.later_pages.get(&node));
        let page = PageAt {
            spot: Spot::Node(page),
            number: later.copied().unwrap_or(1),
        };
        (page, anchor)
    }

    pub(crate) fn use_groups(&self, term: TermIx, language: Language) -> &[(UseGrouping, Range<usize>)] {
        let mut usage = self.site.usage.iter();
        let place = usage.position(|usage| usage.language == language);
        let groups = place.and_then(|place| self.use_groups[place].get(term.position()));
        groups.map_or(&[], Vec::as_slice)
    }

    /// The place of a language among those of the site.
    pub(crate) fn place(&self, language: Language) -> usize {
        let mut languages = self.site.languages().iter();
        let place = languages.position(|known| *known == language);
        place.expect("pages are planned in the site's languages")
    }

    /// The terms in the order of a language.
    pub(crate) fn terms(&self, language: Language) -> &TermOrder {
        &self.term_orders[self.place(language)]
    }

    pub(crate) fn values_of(&self, indicator: IndicatorIx) -> &[ValueIx] {
        self.values.get(&indicator).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn replacement_of(&self, indicator: IndicatorIx) -> Option<IndicatorIx> {
        self.replaced_by.get(&indicator).copied()
    }

    /// The statuses of a city. Empty where nothing of it has been assessed.
    pub(crate) fn statuses(&self, municipality: MunicipalityIx) -> &[StatusList] {
        &self.statuses[municipality.position()]
    }

    pub(crate) fn judged_in(&self, document: DocumentIx) -> JudgedShare {
        self.judged_in_document[document.position()]
    }

    pub(crate) fn counted_in_city(&self, municipality: MunicipalityIx) -> &Counted {
        &self.counted_in_city[municipality.position()]
    }

    pub(crate) fn counted_in_document(&self, document: DocumentIx) -> &Counted {
        &self.counted_in_document[document.position()]
    }
}

/// Whether any commitment has a deadline or a milestone.
fn has_deadlines(site: &Site) -> bool {
    site.commitments
        .iter()
        .any(|commitment| commitment.record.deadline.is_some() || !commitment.record.milestones.is_empty())
}

/// Whether any document of a municipality is kept by somebody other than the city.
pub(crate) fn is_unofficial(site: &Site, municipality: MunicipalityIx) -> bool {
    site[municipality]
        .documents
        .iter()
        .any(|&document| !site[document].record.official)
}

/// The provenance that holds for texts of several documents: the one that asks for the most care.
pub(crate) fn provenance(site: &Site, documents: impl Iterator<Item = DocumentIx>) -> Provenance {
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
