//! Where a link of a Markdown text leads within the site. Linking checks with it and rendering writes with
//! it, so that the two can never disagree.

use super::content::Attachment;
use super::linked::Site;
use super::node::Node;
use super::prose::Prose;
use crate::markdown::LinkTarget;

/// What a link leads to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Destination<'a> {
    /// The anchor may be a report's name, a part of the record or a heading of the page's own text.
    Node(Node, Option<&'a str>),
    Attachment(&'a Attachment),
    /// A heading or a footnote of the same text.
    Here(&'a str),
    External,
}

/// Follows a link that stands in `prose`; `None` when it leads nowhere.
pub(crate) fn follow<'a>(site: &'a Site, prose: &Prose, target: &'a LinkTarget) -> Option<Destination<'a>> {
    match target {
        LinkTarget::Address { address, anchor } => {
            let node = *site.addresses.get(address.as_str())?;
            Some(Destination::Node(node, anchor.as_deref()))
        }
        LinkTarget::Relative { path, anchor } => {
            let path = absolute(&prose.file, path)?;
            if let Some(stem) = path.strip_suffix(".md") {
                return text(site, stem, anchor.as_deref());
            }
            if let Ok(at) = site
                .attachments
                .binary_search_by(|attachment| (*attachment.path).cmp(&path))
            {
                return Some(Destination::Attachment(&site.attachments[at]));
            }
            let node = *site.addresses.get(path.as_str())?;
            Some(Destination::Node(node, anchor.as_deref()))
        }
        LinkTarget::Anchor(anchor) => Some(Destination::Here(anchor)),
        LinkTarget::External(_) => Some(Destination::External),
    }
}

/// The node whose text a Markdown file is, or the report that it is, which is an anchor of its node.
fn text<'a>(site: &'a Site, stem: &str, anchor: Option<&'a str>) -> Option<Destination<'a>> {
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let address = match (folder, name) {
        (folder, "index") => folder.to_owned(),
        ("", name) => name.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    };
    if let Some(&node) = site.addresses.get(address.as_str()) {
        return Some(Destination::Node(node, anchor));
    }
    let &node = site.addresses.get(folder)?;
    let report = site
        .reports_on(node)
        .iter()
        .map(|&report| &site[report])
        .find(|report| report.node == node && *report.name == *name);
    match report {
        Some(report) => Some(Destination::Node(node, Some(anchor.unwrap_or(&report.name)))),
        // Until a report is public, the page on which it will stand is as near as one can come.
        None => site
            .later
            .contains(&(node, name.into()))
            .then_some(Destination::Node(node, None)),
    }
}

/// A path as written in `file`, from the top of the site: `../need.md` in `content/a/b/c.md` is `a/need.md`.
/// `None` when it climbs out of the site.
fn absolute(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    if !path.starts_with('/') {
        let folder = file
            .strip_prefix("content/")
            .unwrap_or(file)
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        parts.extend(folder.split('/').filter(|part| !part.is_empty()));
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    if parts.last() == Some(&"index.html") {
        parts.pop();
    }
    Some(parts.join("/"))
}
