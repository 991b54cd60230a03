//! Where pages are in the output, and how one page names another: relative to itself, so that a site can be
//! moved, or absolute for the 404 page, which is shown at any address.

use crate::model::Language;
use crate::site::{Node, PageAt, Site, Spot, write_page_address};

/// The place from which links are made.
#[derive(Debug, Clone)]
pub enum Base {
    /// The folder of the page in the output, with a slash at its end unless it is the top:
    /// `en/atsugi/manifesto/`.
    Folder(String),
    /// The path of the site on its host, with a slash at both ends.
    Root(String),
}

/// How links are written in one build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkStyle {
    /// To folders, which a server answers with their `index.html`.
    Folders,
    /// To files, for reading without a server.
    Files,
}

/// The path of a page in the output as links name it: a folder with a slash at its end, nothing for the top,
/// or a file.
pub(crate) fn path(site: &Site, page: PageAt, language: Language) -> String {
    let mut path = String::with_capacity(64);
    let out = &mut path;
    if language != site.first_language() {
        out.push_str(language.as_str());
        out.push('/');
    }
    write_page_address(site, page.spot, out);
    if page.number > 1 {
        out.push_str(&format!("page-{}/", page.number));
    }
    path
}

/// The file that is served for a path: `index.html` in its folder.
pub fn file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The link from a place to a path of the output.
pub fn link(base: &Base, path: &str, style: LinkStyle) -> String {
    let index = if style == LinkStyle::Files && (path.is_empty() || path.ends_with('/')) {
        "index.html"
    } else {
        ""
    };
    match base {
        Base::Root(root) => format!("{root}{path}{index}"),
        Base::Folder(folder) => {
            let shared = shared_folders(folder, path);
            let up = "../".repeat(folder[shared..].matches('/').count());
            let link = format!("{up}{}{index}", &path[shared..]);
            if link.is_empty() { "./".to_owned() } else { link }
        }
    }
}

/// The length of the folders with which both paths begin.
fn shared_folders(folder: &str, path: &str) -> usize {
    let both = folder.bytes().zip(path.bytes());
    let same = both.take_while(|(one, other)| one == other).count();
    let slash = folder.as_bytes()[..same].iter().rposition(|byte| *byte == b'/');
    slash.map_or(0, |slash| slash + 1)
}

/// The path of a feed: `feed.xml` beside the page of what it is about.
pub(crate) fn feed(site: &Site, node: Option<Node>, language: Language) -> String {
    format!(
        "{}feed.xml",
        path(site, PageAt::first(node.map_or(Spot::Home, Spot::Node)), language)
    )
}
