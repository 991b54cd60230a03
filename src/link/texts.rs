//! Plain pages, introductions and glossary entries: each original with its translations becomes one entry of
//! the site.

use super::names::Names;
use super::prose;
use super::records::PagesOf;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::link::WORDS;
use crate::model::{Fingerprint, Language, TermHead, TermSource};
use crate::site::{
    Content, Freshness, Introduction, IntroductionFile, LinkedPage, LinkedTerm, Node, PageFile, PageIx,
    PageText, TermFile, TermIx, TermText,
};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::locale;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Puts pages in the order in which their parents show them, and terms by reading.
pub(crate) fn sort(content: &mut Content) {
    content.pages.sort_by(|one, other| {
        let order = |page: &PageFile| page.original.head.order.map_or(u64::MAX, |count| count.0);
        order(one)
            .cmp(&order(other))
            .then_with(|| one.address.cmp(&other.address))
    });
    let collator = japanese();
    content.terms.sort_by(|one, other| {
        fn key(term: &TermFile) -> &str {
            let head = &term.original.head;
            head.reading.as_deref().unwrap_or(&head.term)
        }
        collator
            .compare(key(one), key(other))
            .then_with(|| one.id.cmp(&other.id))
    });
}

fn japanese() -> CollatorBorrowed<'static> {
    Collator::try_new(locale!("ja").into(), CollatorOptions::default())
        .expect("the collation data of Japanese is compiled in")
}

/// The plain pages, with the lists of those in the folder of a municipality or document.
pub(crate) fn pages(files: Vec<PageFile>, nodes: &HashMap<Box<str>, Node>) -> (Vec<LinkedPage>, PagesOf) {
    let mut of: PagesOf = HashMap::new();
    let pages = files.into_iter().enumerate().map(|(at, file)| {
        let parent = parent_of(nodes, &file.address);
        if let Some(parent) = parent {
            of.entry(parent).or_default().push(PageIx::at(at));
        }
        page(file, parent)
    });
    (pages.collect(), of)
}

fn page(file: PageFile, parent: Option<Node>) -> LinkedPage {
    let (head, prose, original) = prose::original(file.original);
    let template = head.template;
    let mut texts = vec![PageText {
        title: head.title,
        description: head.description,
        prose,
    }];
    texts.extend(file.translations.into_iter().map(|translation| {
        let (head, prose) = prose::translation(translation, Some(original));
        PageText {
            title: head.title,
            description: head.description,
            prose,
        }
    }));
    LinkedPage {
        address: file.address,
        parent,
        template,
        texts,
    }
}

/// The municipality or document in whose folder a page stands.
fn parent_of(nodes: &HashMap<Box<str>, Node>, address: &str) -> Option<Node> {
    let above = |kind: fn(&Node) -> bool, parts: usize| {
        let (end, _) = address.match_indices('/').nth(parts - 1)?;
        nodes.get(&address[..end]).copied().filter(kind)
    };
    above(|node| matches!(node, Node::Document(_)), 2)
        .or_else(|| above(|node| matches!(node, Node::Municipality(_)), 1))
}

/// The introductions by the node that each belongs to.
pub(crate) fn introductions(
    files: Vec<IntroductionFile>,
    first: Language,
    names: &mut Names,
) -> BTreeMap<Node, Introduction> {
    let mut all = BTreeMap::new();
    for file in files {
        let place = file.texts[0].file.clone();
        match names.find(&file.node, || Place::file(&place)) {
            Some(
                node @ (Node::Municipality(_) | Node::Document(_) | Node::Section(_) | Node::Commitment(_)),
            ) => {
                all.insert(node, introduction(file, first));
            }
            Some(_) => names.problems.push(not_a_node(&place, &file.node)),
            None => {}
        }
    }
    all
}

fn introduction(file: IntroductionFile, first: Language) -> Introduction {
    let original = file.texts.iter().find(|text| text.language == first);
    let original = original.map(|text| Fingerprint::from_words(&text.head, &text.body));
    let texts = file.texts.into_iter().map(|text| {
        let (head, mut prose) = prose::translation(text, original);
        if prose.language == first {
            prose.freshness = Freshness::Original;
        }
        (head.description, prose)
    });
    Introduction {
        texts: texts.collect(),
    }
}

fn not_a_node(file: &Arc<str>, node: &str) -> Diagnostic {
    let place = Place::file(file);
    WORDS.error(
        Code::NodeMissing,
        place,
        "node-missing.not-a-node",
        &[("node", &node)],
    )
}

/// The glossary entries, with their names followed.
pub(crate) fn terms(files: Vec<TermFile>, names: &mut Names) -> Vec<LinkedTerm> {
    let files = files.into_iter().enumerate();
    files
        .map(|(at, file)| term(TermIx::at(at), file, names))
        .collect()
}

fn term(index: TermIx, file: TermFile, names: &mut Names) -> LinkedTerm {
    let path = file.original.file.clone();
    let (head, prose, original) = prose::original(file.original);
    let mut related = Vec::with_capacity(head.related.len());
    for (number, id) in head.related.iter().enumerate() {
        let place = || Place::yaml(&path, path_to![TermHead::related, number]);
        let idle = match names.find(&format!("glossary/{id}"), place) {
            Some(Node::Term(term)) if term == index => "related-self",
            Some(Node::Term(term)) if related.contains(&term) => "related-twice",
            Some(Node::Term(term)) => {
                related.push(term);
                continue;
            }
            _ => continue,
        };
        names
            .problems
            .push(idle_relation(place(), WORDS.say(idle, &[("id", id)])));
    }
    let subject = |node| match node {
        Node::Subject(subject) => Some(subject),
        _ => None,
    };
    let place = |number| Place::yaml(&path, path_to![TermHead::subjects, number]);
    let subjects = names.find_all("subjects", &head.subjects, subject, place);
    let source = head.source.and_then(|source| {
        let place = || Place::yaml(&path, path_to![TermHead::source, TermSource::address]);
        Some((names.find(source.address.as_str(), place)?, source.note))
    });
    let mut texts = vec![TermText {
        term: head.term,
        expansion: head.expansion,
        aliases: head.aliases,
        also_matches: head.also_matches,
        summary: head.summary,
        prose,
    }];
    texts.extend(file.translations.into_iter().map(|translation| {
        let (head, prose) = prose::translation(translation, Some(original));
        TermText {
            term: head.term,
            expansion: head.expansion,
            aliases: head.aliases,
            also_matches: head.also_matches,
            summary: head.summary,
            prose,
        }
    }));
    LinkedTerm {
        id: file.id,
        reading: head.reading,
        abbreviation: head.abbreviation,
        not_inside: head.not_inside,
        subjects,
        related,
        source,
        texts,
    }
}

/// A relation that tells a reader nothing: to the term itself, or to one that has been named.
fn idle_relation(place: Place, message: Message) -> Diagnostic {
    Diagnostic::warning(Code::TermRelated, place, message).remedy(Message::new("消してください", "delete it"))
}
