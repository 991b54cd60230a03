//! Evidence: what a reader can open to check a report or a change, with what opening it brings.

use crate::html::{Html, Link, Passage, format};
use crate::model::Evidence as Record;
use crate::pages::{Scope, terms};
use crate::site::Node;
use serde::Serialize;

/// Something that a reader can open.
#[derive(Debug, Serialize)]
pub(crate) struct EvidenceView<'a> {
    pub title: Passage<'a>,
    /// An address on another site.
    pub href: Option<&'a str>,
    /// What the address opens: `PDF`, on pages of another language with the language of the document. Absent
    /// where neither is known.
    pub opens: Option<String>,
    /// The language of what the address opens, for `hreflang`; absent on pages of that language.
    pub hreflang: Option<&'a str>,
    /// A document kept here.
    pub document: Option<Link<'a>>,
    /// The page in it, as printed.
    pub page: Option<&'a str>,
    pub summary: Option<Html>,
}

/// The endings that name a kind of file. A page of a website ends in none of them.
const KINDS: [&str; 12] = [
    "pdf", "csv", "xls", "xlsx", "doc", "docx", "ppt", "pptx", "zip", "txt", "jpg", "png",
];

/// A piece of evidence with the document it names.
pub(crate) fn evidence_view<'s>(
    scope: &Scope<'s>,
    piece: &'s Record,
    document: Option<Node>,
) -> EvidenceView<'s> {
    let href = piece.url.as_ref().map(crate::model::Url::as_str);
    EvidenceView {
        title: scope.text(&piece.title),
        opens: href.and_then(|href| opens(scope, href)),
        hreflang: href.filter(|_| !scope.is_first()).map(|_| scope.first_tag()),
        href,
        document: document.map(|node| scope.link(node)),
        page: piece.page.as_deref(),
        summary: terms::optional(scope, &piece.summary),
    }
}

/// The kind of file that an address ends in, with the size of one that is kept on this site, and the language
/// of the sources on pages of another one: what a city publishes is in its own language.
fn opens(scope: &Scope, href: &str) -> Option<String> {
    let kind = kind(href);
    let size = scope
        .site
        .options
        .base_url
        .as_deref()
        .and_then(|base| href.strip_prefix(base))
        .and_then(|path| {
            let path = path.trim_start_matches('/');
            scope
                .site
                .attachments
                .iter()
                .find(|attachment| &*attachment.path == path)
                .map(|attachment| format::size(attachment.bytes, scope.writing()))
        });
    let language =
        (!scope.is_first()).then(|| scope.fill("evidence.language", &[("language", &scope.name_of_first())]));
    let parts: Vec<String> = kind.into_iter().chain(size).chain(language).collect();
    if parts.is_empty() {
        return None;
    }
    Some(scope.fill(
        "evidence.opens",
        &[("what", &parts.join(scope.word("join.more")))],
    ))
}

fn kind(href: &str) -> Option<String> {
    let path = href.split(['?', '#']).next()?.split_once("://")?.1;
    // What stands behind the last dot of a host is no kind of file.
    let (_, file) = path.rsplit_once('/')?;
    let (_, ending) = file.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    KINDS.contains(&ending.as_str()).then(|| ending.to_uppercase())
}
