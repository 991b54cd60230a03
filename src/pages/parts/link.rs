//! Links from one page to another.

use crate::html::{Html, Link, Passage};
use crate::model::LinkKind;
use crate::pages::{Scope, terms};
use crate::site;
use crate::site::{Backlink, BacklinkKind, DocumentIx, Node, page_of};
use serde::Serialize;
use std::collections::HashSet;

/// What points from here to elsewhere, or from elsewhere to here, for one reason.
#[derive(Debug, Serialize)]
pub(crate) struct LinkGroup<'a> {
    /// `carried_out_by`, `carries_out`, `continues`, `continued_by`, `supersedes`, `superseded_by`,
    /// `related`, `similar` (related, in another municipality), `mentioned_in` or `evidence_in`: a name for
    /// styling.
    pub kind: &'static str,
    /// The same in words of the page's language, as a heading.
    pub heading: &'a str,
    /// What a reader must know about the whole group.
    pub note: Option<&'a str>,
    /// Never empty.
    pub places: Vec<LinkDocument<'a>>,
}

/// The entries of a group that stand in one document, which is named once.
#[derive(Debug, Serialize)]
pub(crate) struct LinkDocument<'a> {
    /// The document with its municipality, when that is not the page's own.
    pub within: Option<Link<'a>>,
    /// Never empty.
    pub items: Vec<Reference<'a>>,
}

/// One entry of a group of links.
#[derive(Debug, Serialize)]
pub(crate) struct Reference<'a> {
    pub href: String,
    pub title: Passage<'a>,
    /// The document in which the target stands.
    #[serde(skip)]
    within: Option<Link<'a>>,
    /// Why the two belong together. Only links of the record have one.
    pub reason: Option<Html>,
}

/// The kinds of groups in the order in which pages show them.
const KINDS: [&str; 10] = [
    "carried_out_by",
    "carries_out",
    "continues",
    "continued_by",
    "supersedes",
    "superseded_by",
    "related",
    "similar",
    "mentioned_in",
    "evidence_in",
];

const SIMILAR: &str = "similar";

/// What the links of a node and the links of others to it come to, by kind. `nodes` are the node and those of
/// its parts that have no place of their own for links. The same target stands once in a group.
pub(crate) fn groups<'s>(
    scope: &Scope<'s>,
    nodes: &[Node],
    links: &'s [site::FollowedLink],
) -> Vec<LinkGroup<'s>> {
    let Some(&node) = nodes.first() else {
        return Vec::new();
    };
    let backlinks = nodes.iter().flat_map(|node| scope.site.backlinks(*node));
    let mut groups: [Vec<Reference>; KINDS.len()] = Default::default();
    let mut seen = HashSet::new();
    for link in links {
        let kind = place(across(scope, link.kind.word(), node, link.to));
        if seen.insert((kind, link.to)) {
            let reason = Some(terms::running(scope, &link.reason));
            groups[kind].push(reference(scope, node, link.to, reason));
        }
    }
    for backlink in backlinks {
        let Some((kind, reason)) = backwards(scope, backlink) else {
            continue;
        };
        let kind = place(across(scope, kind, node, backlink.from));
        if seen.insert((kind, backlink.from)) {
            groups[kind].push(reference(scope, node, backlink.from, reason));
        }
    }
    for &from in nodes.iter().flat_map(|node| scope.site.mentioned_on(*node)) {
        let kind = place(across(scope, "mentioned_in", node, from));
        if seen.insert((kind, from)) {
            groups[kind].push(reference(scope, node, from, None));
        }
    }
    let named = KINDS.into_iter().zip(groups);
    let views = named.filter(|(_, items)| !items.is_empty());
    let views = views.map(|(kind, items)| LinkGroup {
        kind,
        heading: scope.choice("link", kind),
        note: (kind == SIMILAR).then(|| scope.word("link_similar_note")),
        places: places(items),
    });
    views.collect()
}

/// The entries by document, in the order in which the documents first occur.
fn places(items: Vec<Reference>) -> Vec<LinkDocument> {
    let mut places: Vec<LinkDocument> = Vec::new();
    for mut item in items {
        let within = item.within.take();
        match places.iter_mut().find(|place| place.within == within) {
            Some(place) => place.items.push(item),
            None => places.push(LinkDocument {
                within,
                items: vec![item],
            }),
        }
    }
    // A document that heads its own place is not listed beside it.
    let heads = places.iter().filter_map(|place| place.within.as_ref());
    let headed: Vec<String> = heads.map(|head| head.href.clone()).collect();
    for place in &mut places {
        let own = |item: &Reference| item.reason.is_some() || !headed.contains(&item.href);
        place.items.retain(own);
    }
    places.retain(|place| !place.items.is_empty());
    places
}

/// Cities judge and count differently, so what resembles something in another city stands apart.
fn across(scope: &Scope, kind: &'static str, from: Node, to: Node) -> &'static str {
    let city = |node| document_of(scope, node).map(|document| scope.site[document].municipality);
    match (city(from), city(to)) {
        (Some(one), Some(other)) if one != other && kind == "related" => SIMILAR,
        _ => kind,
    }
}

fn place(kind: &str) -> usize {
    KINDS
        .iter()
        .position(|known| *known == kind)
        .expect("every kind of link has its place")
}

/// A link seen from its target, with the reason that stands at its source. Relistings are shown in a place of
/// their own.
fn backwards(scope: &Scope, backlink: &Backlink) -> Option<(&'static str, Option<Html>)> {
    match backlink.kind {
        BacklinkKind::Link(kind, number) => {
            let kind = match kind {
                LinkKind::CarriedOutBy => "carries_out",
                LinkKind::Continues => "continued_by",
                LinkKind::Supersedes => "superseded_by",
                LinkKind::Related => "related",
            };
            let link = scope.site.links_of(backlink.from).get(number);
            Some((kind, link.map(|link| terms::running(scope, &link.reason))))
        }
        BacklinkKind::Evidence => Some(("evidence_in", None)),
        BacklinkKind::Relisting => None,
    }
}

fn reference<'s>(scope: &Scope<'s>, from: Node, to: Node, reason: Option<Html>) -> Reference<'s> {
    let home = document_of(scope, to);
    let within = home
        .filter(|document| Some(*document) != document_of(scope, from) && to != Node::Document(*document));
    Reference {
        href: scope.href_of(to),
        title: scope.title(to),
        within: within.map(|document| Link {
            href: scope.href_of(Node::Document(document)),
            title: place_name(scope, document_of(scope, from), document),
        }),
        reason,
    }
}

/// The title of a document, with its city when that is another one.
fn place_name<'s>(scope: &Scope<'s>, own: Option<DocumentIx>, document: DocumentIx) -> Passage<'s> {
    let title = scope.title(Node::Document(document));
    let city = scope.site[document].municipality;
    if own.is_none_or(|own| scope.site[own].municipality == city) {
        return title;
    }
    let city = scope.title(Node::Municipality(city));
    Passage {
        text: format!("{} {}", city.text, title.text).into(),
        ..title
    }
}

/// The document in which a node stands.
fn document_of(scope: &Scope, node: Node) -> Option<DocumentIx> {
    match page_of(scope.site, node).0 {
        Node::Document(index) => Some(index),
        Node::Section(index) => Some(scope.site[index].document),
        Node::Commitment(index) => Some(scope.site[index].document),
        Node::Page(index) => match scope.site[index].parent {
            Some(Node::Document(document)) => Some(document),
            _ => None,
        },
        _ => None,
    }
}
