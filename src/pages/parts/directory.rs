//! What stands on the page of the search beside its form: everything that can be opened, in the order in
//! which readers look for it. On sites whose lists would outgrow a page they stop a step earlier, at the page
//! that holds the rest.

use crate::html::{Link, Passage};
use crate::pages::kinds::glossary;
use crate::pages::{OtherName, Scope, order};
use crate::site::{DocumentIx, LinkedDocument, MunicipalityIx, Node, PageAt, SectionIx, Site, Spot};
use serde::Serialize;

/// What can be browsed of a city.
#[derive(Debug, Serialize)]
pub(crate) struct CityDirectory<'a> {
    /// Its anchor in the directory: `_city-atsugi`.
    pub id: String,
    pub link: Link<'a>,
    /// Kana; on Japanese pages only.
    pub reading: Option<&'a str>,
    /// In the city's order. May be empty.
    pub documents: Vec<Shelf<'a>>,
    /// Plain pages about the city. May be empty.
    pub pages: Vec<Link<'a>>,
    /// By name. May be empty.
    pub departments: Vec<NamedLink<'a>>,
    /// By name. May be empty.
    pub areas: Vec<NamedLink<'a>>,
}

/// A document with its contents.
#[derive(Debug, Serialize)]
pub(crate) struct Shelf<'a> {
    pub link: Link<'a>,
    pub total: usize,
    /// Empty on sites that have too many to be read through.
    pub sections: Vec<DirectorySection<'a>>,
    /// Plain pages about the document. May be empty.
    pub pages: Vec<Link<'a>>,
}

/// A section of a document with what stands below it.
#[derive(Debug, Serialize)]
pub(crate) struct DirectorySection<'a> {
    pub link: Link<'a>,
    /// How many commitments stand below it.
    pub total: usize,
    /// Its own commitments. Empty where the document has too many to be listed here.
    pub items: Vec<Link<'a>>,
    /// May be empty.
    pub sections: Vec<DirectorySection<'a>>,
}

/// A link with its reading, on Japanese pages.
#[derive(Debug, Serialize)]
pub(crate) struct NamedLink<'a> {
    pub link: Link<'a>,
    pub reading: Option<&'a str>,
}

/// The glossary entries under a letter.
#[derive(Debug, Serialize)]
pub(crate) struct LetterTerms<'a> {
    /// To the same letter of the glossary.
    pub letter: Link<'a>,
    /// Empty on sites that have too many to be read through.
    pub terms: Vec<Link<'a>>,
}

/// The Latin names under a letter.
#[derive(Debug, Serialize)]
pub(crate) struct LetterNames<'a> {
    /// To the same letter of the glossary.
    pub letter: Link<'a>,
    /// Empty on sites that have too many to be read through.
    pub names: Vec<OtherName<'a>>,
}

/// More sections than this are found through their documents.
const MOST_SECTIONS: usize = 300;
/// The commitments of a document with more are found through its sections.
const MOST_ITEMS: usize = 60;
/// With more commitments in such documents all of them are.
const MOST_LISTED: usize = 400;
/// More terms are found through the glossary.
const MOST_TERMS: usize = 600;

/// The cities in the site's order.
pub(crate) fn cities<'s>(scope: &Scope<'s>) -> Vec<CityDirectory<'s>> {
    let listed: usize = scope
        .site
        .documents
        .iter()
        .filter(|document| is_short(document))
        .map(|document| document.commitments.len())
        .sum();
    let city = |index: MunicipalityIx| {
        let municipality = &scope.site[index];
        let departments = municipality.departments.iter().copied().map(Node::Department);
        let areas = municipality.areas.iter().copied().map(Node::Area);
        CityDirectory {
            id: format!("_city-{}", municipality.id),
            link: scope.link(Node::Municipality(index)),
            reading: scope.reading(municipality.record.reading.as_deref()),
            documents: scope.each(&municipality.documents, |scope, document| {
                shelf(scope, document, listed <= MOST_LISTED)
            }),
            pages: scope.links(&municipality.pages, Node::Page),
            departments: named(scope, departments.collect()),
            areas: named(scope, areas.collect()),
        }
    };
    MunicipalityIx::all(scope.site).map(city).collect()
}

/// The glossary by letter.
pub(crate) fn terms<'s>(scope: &Scope<'s>) -> Vec<LetterTerms<'s>> {
    let is_whole = scope.site.terms.len() <= MOST_TERMS;
    let group = |(letter, terms): (crate::pages::Letter, Vec<_>)| LetterTerms {
        letter: at_letter(scope, &letter.id(), letter.head()),
        terms: terms
            .into_iter()
            .filter(|_| is_whole)
            .map(|term| scope.link(Node::Term(term)))
            .collect(),
    };
    glossary::by_letter(scope).into_iter().map(group).collect()
}

/// On Japanese pages the Latin names of the glossary.
pub(crate) fn names<'s>(scope: &Scope<'s>) -> Vec<LetterNames<'s>> {
    let is_whole = scope.site.terms.len() <= MOST_TERMS;
    let group = |group: glossary::NameGroup<'s>| LetterNames {
        letter: at_letter(scope, &group.id, group.head),
        names: group.names.into_iter().filter(|_| is_whole).collect(),
    };
    glossary::latin(scope).into_iter().map(group).collect()
}

fn at_letter<'s>(scope: &Scope<'s>, id: &str, head: String) -> Link<'s> {
    Link {
        href: format!("{}#{id}", scope.href(PageAt::first(Spot::Glossary))),
        title: Passage::native(head),
    }
}

fn named<'s>(scope: &Scope<'s>, nodes: Vec<Node>) -> Vec<NamedLink<'s>> {
    let named = order::by_name(scope, nodes).into_iter().map(|node| NamedLink {
        link: scope.link(node),
        reading: scope.reading_of(node),
    });
    named.collect()
}

fn shelf<'s>(scope: &Scope<'s>, index: DocumentIx, may_list: bool) -> Shelf<'s> {
    let document = &scope.site[index];
    let is_listed = may_list && is_short(document);
    let sections = document.sections.iter().filter(|_| has_few_sections(scope.site));
    Shelf {
        link: scope.short_link(Node::Document(index)),
        total: document.commitments.len(),
        sections: sections
            .map(|&section| heading(scope, section, is_listed))
            .collect(),
        pages: scope.links(&document.pages, Node::Page),
    }
}

/// Sections nest only as deep as a record may, so this may recurse.
fn heading<'s>(scope: &Scope<'s>, index: SectionIx, is_listed: bool) -> DirectorySection<'s> {
    let section = &scope.site[index];
    let items = section.commitments.iter().filter(|_| is_listed);
    DirectorySection {
        link: scope.link(Node::Section(index)),
        total: section.total,
        items: items
            .map(|&commitment| scope.link(Node::Commitment(commitment)))
            .collect(),
        sections: scope.each(&section.sections, |scope, nested| {
            heading(scope, nested, is_listed)
        }),
    }
}

fn has_few_sections(site: &Site) -> bool {
    site.sections.len() <= MOST_SECTIONS
}

fn is_short(document: &LinkedDocument) -> bool {
    document.commitments.len() <= MOST_ITEMS
}
