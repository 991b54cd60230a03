//! Every page of a site, in its order.

use crate::facts::outline::list_pages;
use crate::facts::{Facts, use_groups};
use crate::model::Language;
use crate::site::page_kinds::page_kinds;
use crate::site::{
    DeadlineList, Event, Happening, IndicatorIx, MunicipalityIx, Node, PageAt, PageIx, Spot, SubjectIx,
    TermIx,
};

/// Every page in every language, in the order of the site.
pub(crate) fn pages(facts: &Facts) -> Vec<(PageAt, Language)> {
    let site = &facts.site;
    let mut pages = Pages(Vec::with_capacity(
        site.commitments.len() + site.sections.len() + 16,
    ));
    pages.one(Spot::Home);
    for (index, municipality) in MunicipalityIx::all(site).zip(&site.municipalities) {
        pages.node(Node::Municipality(index));
        for &document in &municipality.documents {
            pages.node(Node::Document(document));
            for &section in &site[document].sections {
                pages.several(
                    Spot::Node(Node::Section(section)),
                    facts.outlines[&section].pages.len(),
                );
            }
            for &commitment in &site[document].commitments {
                pages.node(Node::Commitment(commitment));
            }
            for &commitment in &site[document].commitments {
                for indicator in IndicatorIx::all_of(site, commitment) {
                    pages.node(Node::Indicator(indicator));
                }
            }
        }
        if !municipality.departments.is_empty() {
            pages.one(Spot::Departments(index));
        }
        for &department in &municipality.departments {
            let rows = site[department].leads.len() + site[department].supports.len();
            pages.list(Spot::Node(Node::Department(department)), rows);
        }
        for list in facts.statuses(index) {
            pages.list(Spot::Status(index, list.status), list.commitments.len());
        }
        for &area in &municipality.areas {
            pages.list(Spot::Node(Node::Area(area)), site[area].commitments.len());
        }
    }
    for (spot, number) in alone(facts) {
        if spot != Spot::Home {
            pages.several(spot, number);
        }
        pages.below(spot, facts);
    }
    let languages = site.languages().iter();
    languages
        .flat_map(|&language| pages.0.iter().map(move |&page| (page, language)))
        .collect()
}

/// The pages of a language.
struct Pages(Vec<PageAt>);

impl Pages {
    fn one(&mut self, spot: Spot) {
        self.0.push(PageAt::first(spot));
    }

    fn node(&mut self, node: Node) {
        self.one(Spot::Node(node));
    }

    fn several(&mut self, spot: Spot, pages: usize) {
        let numbered = (1..).take(pages);
        self.0.extend(numbered.map(|number| PageAt { spot, number }));
    }

    /// As many pages as a list of so many rows has.
    fn list(&mut self, spot: Spot, rows: usize) {
        self.several(spot, list_pages(rows));
    }

    /// What the lists of a page lead to.
    fn below(&mut self, spot: Spot, facts: &Facts) {
        let site = &facts.site;
        match spot {
            Spot::Subjects => {
                for subject in SubjectIx::all(site) {
                    self.list(
                        Spot::Node(Node::Subject(subject)),
                        site[subject].commitments.len(),
                    );
                }
            }
            Spot::Glossary => {
                for term in TermIx::all(site) {
                    self.several(Spot::Node(Node::Term(term)), use_groups::pages(site, term));
                }
                PageIx::all(site).for_each(|page| self.node(Node::Page(page)));
            }
            Spot::Updates => {
                for month in facts.events.chunk_by(same_month) {
                    let day = month[0].day;
                    self.list(Spot::Month(day.year(), day.month()), month.len());
                }
            }
            Spot::Deadlines if facts.has_deadlines => {
                for kind in DeadlineList::listed(site) {
                    self.list(Spot::DeadlineList(kind), facts.due[&kind].len());
                }
            }
            _ => {}
        }
    }
}

macro_rules! alone {
    (
        alone { $($lone:ident $lone_name:literal $lone_address:literal $lone_view:path, $pages:ident;)+ }
        others { $($others:tt)+ }
        nodes { $($nodes:tt)+ }
    ) => {
        /// The pages that stand alone, each with how many of them there are: none where there is nothing to
        /// show.
        fn alone(facts: &Facts) -> Vec<(Spot, usize)> {
            vec![$((Spot::$lone, $pages(facts)),)+]
        }
    };
}

page_kinds!(alone);

fn always(_: &Facts) -> usize {
    1
}

fn with_subjects(facts: &Facts) -> usize {
    usize::from(!facts.site.subjects.is_empty())
}

fn with_terms(facts: &Facts) -> usize {
    usize::from(!facts.site.terms.is_empty())
}

fn with_events(facts: &Facts) -> usize {
    usize::from(!facts.events.is_empty())
}

fn by_amendments(facts: &Facts) -> usize {
    let is_amendment = |event: &&Event| matches!(event.what, Happening::Amendment(..));
    match facts.events.iter().filter(is_amendment).count() {
        0 => 0,
        amended => list_pages(amended),
    }
}

fn with_deadlines(facts: &Facts) -> usize {
    usize::from(facts.has_deadlines)
}

fn with_translations(facts: &Facts) -> usize {
    usize::from(facts.site.languages().len() > 1)
}

/// Whether two events belong on the page of one month.
pub(crate) fn same_month(one: &Event, other: &Event) -> bool {
    (one.day.year(), one.day.month()) == (other.day.year(), other.day.month())
}

/// Whether search engines should know a page.
pub(crate) fn is_indexed(page: PageAt) -> bool {
    !matches!(page.spot, Spot::NotFound | Spot::Translations)
}
