//! Plain pages, introductions and glossary entries: each original with its translations becomes one entry of
//! the site.

use super::prose;
use super::references::Names;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::link::WORDS;
use crate::model::{Address, Fingerprint, Id, TermHead, TermSource};
use crate::site::{
    Freshness, Introduction, IntroductionFile, LinkedPage, LinkedTerm, MunicipalityIx, Node, PageFile,
    PageIx, PageText, Prose, Site, TermFile, TermIx, TermText,
};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Names in glossary entries that can only be followed once every address is known, entry by entry.
pub struct Pending(Vec<PendingTerm>);

struct PendingTerm {
    related: Vec<Id>,
    subjects: Vec<Id>,
    source: Option<(Address, Option<Box<str>>)>,
}

/// Adds pages, in the order in which their parents show them, and terms, by reading.
pub fn lay_out(site: &mut Site, pages: Vec<PageFile>, mut terms: Vec<TermFile>) -> Pending {
    let mut pages: Vec<(PageFile, Option<u64>)> = pages
        .into_iter()
        .map(|page| {
            let order = page.original.head.order.map(|count| count.0);
            (page, order)
        })
        .collect();
    pages.sort_by(|(one, first), (other, second)| {
        first
            .unwrap_or(u64::MAX)
            .cmp(&second.unwrap_or(u64::MAX))
            .then_with(|| one.address.cmp(&other.address))
    });
    for (page, order) in pages {
        add_page(site, page, order);
    }
    let collator = japanese();
    terms.sort_by(|one, other| {
        let key = |term: &TermFile| {
            term.original
                .head
                .reading
                .clone()
                .unwrap_or_else(|| term.original.head.term.clone())
        };
        collator
            .compare(&key(one), &key(other))
            .then_with(|| one.id.cmp(&other.id))
    });
    Pending(terms.into_iter().map(|term| add_term(site, term)).collect())
}

/// Puts each introduction on its node.
pub fn attach_introductions(site: &mut Site, files: Vec<IntroductionFile>, names: &mut Names) {
    for file in files {
        let place = file.texts[0].file.clone();
        let Some(node) = names.find(site, &file.node, || Place::file(&place)) else {
            continue;
        };
        let first = site.first_language();
        let original = file
            .texts
            .iter()
            .find(|text| text.language == first)
            .map(|text| Fingerprint::from_words(&text.head, &text.body));
        let texts = file.texts.into_iter().map(|text| {
            let (head, prose) = prose::translation(text, original);
            (
                head.description,
                if prose.language == first {
                    Prose {
                        freshness: Freshness::Original,
                        ..prose
                    }
                } else {
                    prose
                },
            )
        });
        let introduction = Some(Introduction {
            texts: texts.collect(),
        });
        match node {
            Node::Municipality(index) => site.municipalities[index.position()].introduction = introduction,
            Node::Document(index) => site.documents[index.position()].introduction = introduction,
            Node::Section(index) => site.sections[index.position()].introduction = introduction,
            Node::Commitment(index) => site.commitments[index.position()].introduction = introduction,
            _ => names.problems.push(not_a_node(&place, &file.node)),
        }
    }
}

/// Follows the names in glossary entries.
pub fn resolve_terms(site: &mut Site, pending: &mut Pending, names: &mut Names) {
    for (index, term) in TermIx::all(site).zip(pending.0.drain(..)) {
        let PendingTerm {
            related,
            subjects,
            source,
        } = term;
        let file = site[index].texts[0].prose.file.clone();
        for (number, id) in related.iter().enumerate() {
            let place = || Place::yaml(&file, path_to![TermHead::related, number]);
            match names.find(site, &format!("glossary/{id}"), place) {
                Some(Node::Term(term)) if term == index => {
                    names
                        .problems
                        .push(idle_relation(place(), WORDS.say("related-self", &[("id", &id)])));
                }
                Some(Node::Term(term)) if site[index].related.contains(&term) => {
                    let message = WORDS.say("related-twice", &[("id", &id)]);
                    names.problems.push(idle_relation(place(), message));
                }
                Some(Node::Term(term)) => site.terms[index.position()].related.push(term),
                _ => {}
            }
        }
        for (number, id) in subjects.iter().enumerate() {
            let place = || Place::yaml(&file, path_to![TermHead::subjects, number]);
            if let Some(Node::Subject(subject)) = names.find(site, &format!("subjects/{id}"), place) {
                site.terms[index.position()].subjects.push(subject);
            }
        }
        if let Some((address, note)) = source {
            let place = || Place::yaml(&file, path_to![TermHead::source, TermSource::address]);
            let found = names.find(site, address.as_str(), place);
            site.terms[index.position()].source = found.map(|node| (node, note));
        }
    }
}

fn add_page(site: &mut Site, file: PageFile, order: Option<u64>) {
    let index = PageIx::at(site.pages.len());
    let (head, prose, original) = prose::original(file.original);
    site.formerly.extend(
        head.formerly
            .iter()
            .map(|address| (address.as_str().into(), Node::Page(index))),
    );
    let mut texts = vec![PageText {
        title: head.title,
        description: head.description,
        prose,
    }];
    for translation in file.translations {
        let (head, prose) = prose::translation(translation, Some(original));
        texts.push(PageText {
            title: head.title,
            description: head.description,
            prose,
        });
    }
    let parent = parent_of(site, &file.address);
    match parent {
        Some(Node::Municipality(municipality)) => {
            site.municipalities[municipality.position()].pages.push(index);
        }
        Some(Node::Document(document)) => site.documents[document.position()].pages.push(index),
        _ => {}
    }
    site.pages.push(LinkedPage {
        address: file.address,
        parent,
        order,
        texts,
    });
}

/// A relation that tells a reader nothing: to the term itself, or to one that has been named.
fn idle_relation(place: Place, message: Message) -> Diagnostic {
    Diagnostic::warning(Code::TermRelated, place, message).remedy(Message::new("消してください", "delete it"))
}

/// The municipality or document in whose folder a page stands.
fn parent_of(site: &Site, address: &str) -> Option<Node> {
    let (folder, _) = address.split_once('/')?;
    let municipality = MunicipalityIx::all(site).find(|index| site[*index].id.as_str() == folder)?;
    let document = address
        .split('/')
        .nth(1)
        .filter(|_| address.matches('/').count() > 1);
    let document = document.and_then(|id| {
        site[municipality]
            .documents
            .iter()
            .find(|document| site[**document].id.as_str() == id)
    });
    Some(document.map_or(Node::Municipality(municipality), |document| {
        Node::Document(*document)
    }))
}

fn add_term(site: &mut Site, file: TermFile) -> PendingTerm {
    let (head, prose, original) = prose::original(file.original);
    let mut texts = vec![TermText {
        term: head.term,
        expansion: head.expansion,
        aliases: head.aliases,
        also_matches: head.also_matches,
        summary: head.summary,
        prose,
    }];
    for translation in file.translations {
        let (head, prose) = prose::translation(translation, Some(original));
        texts.push(TermText {
            term: head.term,
            expansion: head.expansion,
            aliases: head.aliases,
            also_matches: head.also_matches,
            summary: head.summary,
            prose,
        });
    }
    site.terms.push(LinkedTerm {
        id: file.id,
        reading: head.reading,
        abbreviation: head.abbreviation,
        not_inside: head.not_inside,
        subjects: Vec::new(),
        related: Vec::new(),
        source: None,
        texts,
    });
    PendingTerm {
        related: head.related,
        subjects: head.subjects,
        source: head.source.map(|source| (source.address, source.note)),
    }
}

fn japanese() -> CollatorBorrowed<'static> {
    Collator::try_new(locale!("ja").into(), CollatorOptions::default())
        .expect("the collation data of Japanese is compiled in")
}

fn not_a_node(file: &std::sync::Arc<str>, node: &str) -> Diagnostic {
    WORDS.error(
        Code::NodeMissing,
        Place::file(file),
        "node-missing.not-a-node",
        &[("node", &node)],
    )
}
