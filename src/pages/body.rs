//! The Markdown of pages, introductions, reports and glossary entries as HTML, with its links led to where
//! they go.

use crate::html::passage::attributes;
use crate::html::{Html, Noted, TermLink, format};
use crate::markdown;
use crate::markdown::{HtmlOptions, LinkTarget, Resolved};
use crate::model::Translator;
use crate::pages::{Scope, terms};
use crate::site::{
    ActionIx, Attachment, Destination, DocumentIx, Freshness, Node, PageAt, Prose, Spot, TermIx, address,
    follow, page_of,
};
use serde::Serialize;

/// A Markdown text.
#[derive(Debug, Serialize)]
pub(crate) struct BodyView<'a> {
    /// Block content, without `h1`. Its headings are one level below the heading under which it stands.
    pub html: Html,
    /// Always given, for the `lang` attribute of its container.
    pub lang: &'a str,
    /// How it was translated, in words; absent for an original and where nothing is said.
    pub translator: Option<&'a str>,
}

/// Where a body stands on its page.
#[derive(Debug, Default)]
pub(crate) struct BodyPlace {
    /// The level of its first headings.
    pub level: u8,
    /// What its ids begin with, so that several bodies can share a page.
    pub prefix: String,
    /// What tells its tables and notes from those of others on the page; empty where it is the only one.
    pub label: String,
}

impl BodyPlace {
    /// Directly below the title of the page.
    pub(crate) fn below_title() -> Self {
        Self {
            level: 2,
            ..Self::default()
        }
    }

    /// Below a heading of the page.
    fn below_heading() -> Self {
        Self {
            level: 3,
            ..Self::default()
        }
    }
}

/// A body as a page shows it; `None` when there is nothing in it.
pub(crate) fn body<'s>(scope: &Scope<'s>, prose: &'s Prose, place: &BodyPlace) -> Option<BodyView<'s>> {
    if prose.body.trim().is_empty() {
        return None;
    }
    // What a writer put into the text is in the text's language, and so are the words around it.
    let voice = scope.theme.voice(prose.language);
    let find = |runs: &[markdown::TextRun]| terms::mentions(scope, &prose.body, runs, prose.language);
    let options = HtmlOptions {
        heading_shift: place.level.saturating_sub(2),
        id_prefix: &place.prefix,
        label: &place.label,
        find: Some(&find),
        texts: &voice.body_texts,
        mark_japanese: !prose.language.is_japanese(),
    };
    let mut html = String::new();
    let resolve = |target: &LinkTarget| resolve(scope, prose, target);
    let mentions = markdown::html(&prose.body, &options, &resolve, &mut html);
    let terms = mentions.into_iter().map(|mention| TermLink {
        over: mention.over,
        term: TermIx::at(mention.term),
    });
    Some(BodyView {
        html: Html {
            text: html,
            terms: terms.collect(),
            noted: Noted {
                untranslated: prose.language != scope.language,
                stale: prose.freshness == Freshness::Stale,
            },
        },
        lang: voice.texts.language_tag(),
        translator: scope.chosen("translator", prose.translator.map(Translator::word)),
    })
}

/// The lasting text of a node, below a heading of its page.
pub(crate) fn introduction<'s>(scope: &Scope<'s>, node: Node) -> Option<BodyView<'s>> {
    introduction_at(scope, node, &BodyPlace::below_heading())
}

/// The same at a place on its page.
pub(crate) fn introduction_at<'s>(scope: &Scope<'s>, node: Node, place: &BodyPlace) -> Option<BodyView<'s>> {
    let introduction = scope.site.introduction(node)?;
    let (_, prose) = scope.choose(&introduction.texts, |(_, prose)| prose)?;
    body(scope, prose, place)
}

/// What an introduction says about its node in a sentence, in the page's language.
pub(crate) fn description<'s>(scope: &Scope<'s>, node: Node) -> Option<&'s str> {
    let introduction = scope.site.introduction(node)?;
    let (description, _) = introduction
        .texts
        .iter()
        .find(|(_, prose)| prose.language == scope.language)?;
    description.as_deref()
}

fn resolve(scope: &Scope, prose: &Prose, target: &LinkTarget) -> Option<Resolved> {
    match follow(scope.site, prose, target)? {
        Destination::Node(node, anchor) => {
            let title = scope.title(node);
            // The text around the link may itself be in another language than the page.
            let lang = title.lang.unwrap_or(scope.language);
            // A report that is not public yet has no anchor to go to; its page is the nearest that there is.
            let anchor = anchor.filter(|anchor| !scope.site.is_later(page_of(scope.site, node).0, anchor));
            Some(Resolved {
                href: anchor.map_or_else(
                    || scope.href_of(node),
                    |anchor| href_of_anchor(scope, node, anchor),
                ),
                title: Some(title.text.into_owned()),
                lang: (lang != prose.language).then(|| attributes(lang)),
                ..Resolved::default()
            })
        }
        Destination::Attachment(attachment) => Some(Resolved {
            href: scope.href_of_file(&attachment.path),
            note: note(scope, attachment, prose),
            ..Resolved::default()
        }),
        // Headings of the same text are found by the Markdown writer; what is left is a report or a part of
        // the record.
        Destination::Here(anchor) => match scope.page.spot {
            Spot::Node(node) if scope.site.is_later(node, anchor) => None,
            Spot::Node(node) => Some(Resolved {
                href: href_of_anchor(scope, node, anchor),
                ..Resolved::default()
            }),
            _ => None,
        },
        Destination::External => None,
    }
}

/// The link to an anchor of a node's page: a report, a part of the record, or a heading of the node's own
/// text.
fn href_of_anchor(scope: &Scope, node: Node, anchor: &str) -> String {
    let site = scope.site;
    let (page, part) = page_of(site, node);
    let named = |own: bool| {
        site.reports_on(node)
            .iter()
            .copied()
            .find(|&report| *site[report].name == *anchor && (!own || site[report].node == node))
    };
    if let Some(report) = named(true).or_else(|| named(false)) {
        return scope.href_of_report(report);
    }
    if let Node::Commitment(commitment) = page
        && let Some(action) =
            ActionIx::all_of(site, commitment).find(|&action| site[action].id.as_str() == anchor)
    {
        return scope.href_of(Node::Action(action));
    }
    if let Some(&inner) = document_of(scope, page).and_then(|document| {
        let address = format!("{}/{anchor}", address(site, Node::Document(document)));
        site.addresses.get(address.as_str())
    }) {
        return scope.href_of(inner);
    }
    let (at, _): (PageAt, _) = scope.facts.place_of(node);
    match (node, part) {
        (Node::Section(_), Some(id)) => scope.with_anchor(at, Some(&format!("{id}.{anchor}"))),
        _ => scope.with_anchor(at, Some(anchor)),
    }
}

fn document_of(scope: &Scope, page: Node) -> Option<DocumentIx> {
    match page {
        Node::Document(index) => Some(index),
        Node::Section(index) => Some(scope.site[index].document),
        Node::Commitment(index) => Some(scope.site[index].document),
        _ => None,
    }
}

/// Links say what they open: （PDF、1.2 MB）. Pages of the site need no note.
fn note(scope: &Scope, attachment: &Attachment, prose: &Prose) -> Option<String> {
    let (_, extension) = attachment.path.rsplit_once('.')?;
    let kind = extension.to_uppercase();
    let texts = scope.texts_of(prose.language);
    let size = format::size(attachment.bytes, &texts.writing);
    Some(texts.fill("format.file_note", &[("kind", &kind), ("size", &size)]))
}
