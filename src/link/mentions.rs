//! Reads every Markdown text once: reports what is wrong in it, follows its links, and remembers who mentions
//! whom.

use super::names::Known;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::link::WORDS;
use crate::markdown::{self, LinkTarget};
use crate::model::Language;
use crate::site::{Destination, Incomplete, Node, PageIx, Prose, Site, TermIx, follow, page_of};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// A text, with the node on whose page it stands.
#[derive(Clone, Copy)]
struct BodyOnPage<'a> {
    page: Node,
    prose: &'a Prose,
    /// The node whose text it is, by which others can link to its headings. Those of reports belong to the
    /// report alone.
    owner: Option<Node>,
}

/// What one text holds.
struct FoundInText {
    problems: Vec<Diagnostic>,
    mentions: Vec<Node>,
    anchors: Vec<Box<str>>,
    /// Anchors in the texts of other nodes, with the place of the link.
    headings: Vec<(Node, Box<str>, Place)>,
}

/// The pages that mention a node, in the order of the texts, and what is wrong in these.
pub(crate) fn mentions(site: &Site, incomplete: &Incomplete) -> (HashMap<Node, Vec<Node>>, Vec<Diagnostic>) {
    let bodies = bodies(site);
    let known = Known::new(&site.addresses);
    let found: Vec<FoundInText> = bodies
        .par_iter()
        .map(|body| read(site, body, &known, incomplete))
        .collect();
    let mut anchors: HashSet<(Node, Language, &str)> = HashSet::new();
    let mut written: HashSet<(Node, Language)> = HashSet::new();
    for (body, found) in bodies.iter().zip(&found) {
        let Some(owner) = body.owner else { continue };
        written.insert((owner, body.prose.language));
        anchors.extend(
            found
                .anchors
                .iter()
                .map(|anchor| (owner, body.prose.language, &**anchor)),
        );
    }
    let mut missing = Vec::new();
    for (body, found) in bodies.iter().zip(&found) {
        for (node, anchor, place) in &found.headings {
            // A text without a translation is shown in the first language, with the headings of that.
            let language = if written.contains(&(*node, body.prose.language)) {
                body.prose.language
            } else {
                site.first_language()
            };
            if !anchors.contains(&(*node, language, &**anchor)) {
                missing.push(no_anchor(anchor, place.clone()));
            }
        }
    }
    let mut problems = Vec::new();
    let mut mentioned_on: HashMap<Node, Vec<Node>> = HashMap::new();
    for (BodyOnPage { page, .. }, found) in bodies.iter().zip(found) {
        problems.extend(found.problems);
        for node in found.mentions.into_iter().filter(|node| node != page) {
            let pages = mentioned_on.entry(node).or_default();
            if !pages.contains(page) {
                pages.push(*page);
            }
        }
    }
    problems.extend(missing);
    (mentioned_on, problems)
}

fn read(site: &Site, body: &BodyOnPage, known: &Known, incomplete: &Incomplete) -> FoundInText {
    let prose = body.prose;
    let scan = markdown::scan(&prose.body);
    let place = |span: &std::ops::Range<usize>| {
        Place::span(
            &prose.file,
            prose.body_start + span.start..prose.body_start + span.end,
        )
    };
    let problems = scan.problems.into_iter();
    let mut found = FoundInText {
        problems: problems
            .map(|problem| problem.into_diagnostic(&prose.file, prose.body_start))
            .collect(),
        mentions: Vec::new(),
        anchors: Vec::new(),
        headings: Vec::new(),
    };
    let headings: HashSet<&str> = scan.headings.iter().map(|heading| &*heading.anchor).collect();
    for link in &scan.links {
        match follow(site, prose, &link.target) {
            None if link.image => found.problems.push(no_picture(&link.target, place(&link.span))),
            None => found
                .problems
                .extend(leads_nowhere(known, &link.target, place(&link.span), incomplete)),
            Some(Destination::Here(anchor)) => {
                if !headings.contains(anchor)
                    && !is_part(site, body.page, anchor)
                    && !site.is_later(body.page, anchor)
                {
                    found.problems.push(no_anchor(anchor, place(&link.span)));
                }
            }
            Some(Destination::Node(node, anchor)) => {
                found.mentions.push(node);
                let page = page_of(site, node).0;
                if let Some(anchor) =
                    anchor.filter(|anchor| !is_part(site, page, anchor) && !site.is_later(page, anchor))
                {
                    let owner = if is_nested(site, node) { node } else { page };
                    found.headings.push((owner, anchor.into(), place(&link.span)));
                }
            }
            Some(Destination::Attachment(_) | Destination::External) => {}
        }
    }
    // The headings of a nested section's text carry its id before them, so they meet nothing else.
    if body.owner.is_some_and(|owner| !is_nested(site, owner)) {
        let met = scan
            .headings
            .iter()
            .filter(|heading| is_part(site, body.page, &heading.anchor));
        found
            .problems
            .extend(met.map(|heading| taken(&heading.anchor, place(&heading.span))));
    }
    found.anchors = scan
        .headings
        .into_iter()
        .map(|heading| heading.anchor.into())
        .collect();
    found
}

/// Whether a node is a section below a first-level one, which shares its page with others.
fn is_nested(site: &Site, node: Node) -> bool {
    matches!(node, Node::Section(index) if site[index].parent.is_some())
}

/// Whether an anchor is a report on a page or a part of the record that the page shows.
fn is_part(site: &Site, page: Node, anchor: &str) -> bool {
    if site
        .reports_on(page)
        .iter()
        .any(|&report| *site[report].name == *anchor)
    {
        return true;
    }
    if let Node::Commitment(index) = page {
        let record = &site[index].record;
        return record.actions.iter().any(|action| action.id.as_str() == anchor)
            || record
                .indicators
                .iter()
                .any(|indicator| indicator.id.as_str() == anchor);
    }
    let document = match page {
        Node::Document(index) => index,
        Node::Section(index) => site[index].document,
        _ => return false,
    };
    let address = format!(
        "{}/{}/{anchor}",
        site[site[document].municipality].id, site[document].id
    );
    site.addresses
        .get(address.as_str())
        .is_some_and(|&node| node != page && page_of(site, node).0 == page)
}

fn leads_nowhere(
    known: &Known,
    target: &LinkTarget,
    place: Place,
    incomplete: &Incomplete,
) -> Option<Diagnostic> {
    match target {
        LinkTarget::Address { address, .. } if incomplete.holds(address) => None,
        LinkTarget::Address { address, .. } => Some(Diagnostic {
            code: Code::LinkDangling,
            ..known.dangling(address, place)
        }),
        LinkTarget::Relative { path, .. } => {
            Some(WORDS.error(Code::LinkDangling, place, "link-dangling", &[("path", &path)]))
        }
        LinkTarget::Anchor(_) | LinkTarget::External(_) => None,
    }
}

fn no_picture(target: &LinkTarget, place: Place) -> Diagnostic {
    let name = match target {
        LinkTarget::Address { address, .. } => address,
        LinkTarget::Relative { path, .. } => path,
        LinkTarget::Anchor(anchor) => anchor,
        LinkTarget::External(url) => url,
    };
    WORDS.error(Code::MarkdownImage, place, "markdown-image", &[("name", &name)])
}

/// Two parts of a page with one anchor: a link to it would lead to whichever comes first.
fn taken(anchor: &str, place: Place) -> Diagnostic {
    WORDS.error(Code::IdDuplicate, place, "id-duplicate", &[("anchor", &anchor)])
}

fn no_anchor(anchor: &str, place: Place) -> Diagnostic {
    WORDS.error(Code::LinkAnchor, place, "link-anchor", &[("anchor", &anchor)])
}

/// Every Markdown text of the site.
fn bodies(site: &Site) -> Vec<BodyOnPage<'_>> {
    let mut bodies = Vec::with_capacity(site.reports.len() + site.pages.len() + site.terms.len());
    let mut add = |owner: Node, prose| {
        bodies.push(BodyOnPage {
            page: page_of(site, owner).0,
            prose,
            owner: Some(owner),
        });
    };
    for (index, page) in PageIx::all(site).zip(&site.pages) {
        page.texts
            .iter()
            .for_each(|text| add(Node::Page(index), &text.prose));
    }
    for (index, term) in TermIx::all(site).zip(&site.terms) {
        term.texts
            .iter()
            .for_each(|text| add(Node::Term(index), &text.prose));
    }
    for (node, introduction) in &site.introductions {
        introduction.texts.iter().for_each(|(_, prose)| add(*node, prose));
    }
    for report in &site.reports {
        let page = page_of(site, report.node).0;
        bodies.extend(report.texts.iter().map(|text| BodyOnPage {
            page,
            prose: &text.prose,
            owner: None,
        }));
    }
    bodies
}
