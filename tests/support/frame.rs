//! Golden pages without what all pages of a site share. The frame of a language, which is its head, header
//! and footer, stands once in `_frame.<language>.html`; a page's own file holds the rest, with a mark where
//! the frame stands. Nothing is lost: frame and own file together are the page.

use super::Tree;
use std::collections::BTreeMap;

/// What stands in a page's own file where a part of the frame stands in the page.
const FRAME: &str = "<!-- frame -->\n";
/// What stands in the frame where pages differ.
const OWN: &str = "<!-- the page’s own -->\n";

/// The lines of a head in which pages differ.
const OWN_HEAD: [&str; 8] = [
    "<title>",
    "<meta name=\"description\"",
    "<meta name=\"robots\"",
    "<link rel=\"canonical\"",
    "<link rel=\"alternate\"",
    "<meta property=\"og:description\"",
    "<meta property=\"og:url\"",
    "<script ",
];

/// The tree with its frames taken out. A page with another frame than most of its language is named before
/// its own one.
pub fn framed(mut tree: Tree) -> Tree {
    // The page for what is not found has absolute addresses, below the path of the site.
    let base = tree.0.get("404.html").and_then(|page| {
        let page = std::str::from_utf8(page).ok()?;
        let before = page.split_once("assets/koyaku.css")?.0;
        Some(before.rsplit_once('"')?.1.to_owned())
    });
    let base = base.unwrap_or_else(|| "/".to_owned());
    let mut frames: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (path, bytes) in tree.0.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let Some((language, frame, own)) = parted(page, path, &base) else {
            continue;
        };
        frames
            .entry(language)
            .or_default()
            .entry(frame)
            .or_default()
            .push(path.clone());
        *bytes = own.into_bytes();
    }
    for (language, frames) in frames {
        let mut frames: Vec<(String, Vec<String>)> = frames.into_iter().collect();
        frames.sort_by_key(|(_, pages)| std::cmp::Reverse(pages.len()));
        let mut text = String::new();
        for (at, (frame, pages)) in frames.into_iter().enumerate() {
            if at > 0 {
                text += &format!("\n<!-- {} -->\n", pages.join(" "));
            }
            text += &frame;
        }
        tree.0
            .insert(format!("_frame.{language}.html"), text.into_bytes());
    }
    tree
}

/// The language, the frame and the own part of a page; `None` for one that only leads to another.
fn parted(page: &str, path: &str, base: &str) -> Option<(String, String, String)> {
    let language = page.split_once("<html lang=\"")?.1.split_once('"')?.0;
    let title = page.split_once("<title>")?.1.split_once("</title>")?.0;
    let shown = format!("<meta property=\"og:title\" content=\"{title}\">");
    let same = "<meta property=\"og:title\" content=\"(the title)\">";
    let (mut frame, mut own) = (String::new(), String::new());
    let mut part = PagePart::Top;
    let mut in_tongues = false;
    for line in page.split_inclusive('\n') {
        let words = line.trim();
        if part == PagePart::Top && words.starts_with("<title>") {
            part = PagePart::Head;
        }
        in_tongues |= words.starts_with("<ul class=\"tongues\"");
        if part == PagePart::Own && words == "<footer class=\"foot\">" {
            part = PagePart::Foot;
        }
        let is_own = part == PagePart::Own
            || (part == PagePart::Head && OWN_HEAD.iter().any(|start| words.starts_with(start)))
            || words.starts_with("<body ")
            || in_tongues;
        if part == PagePart::Head && words == "</header>" {
            part = PagePart::Own;
        }
        in_tongues &= !words.ends_with("</ul>");
        let (into, other, mark) = if is_own {
            (&mut own, &mut frame, OWN)
        } else {
            (&mut frame, &mut own, FRAME)
        };
        if is_own {
            *into += line;
        } else {
            let line = if words == shown {
                line.replace(words, same)
            } else {
                line.to_owned()
            };
            *into += &from_the_top(&line, path, base);
        }
        if !other.ends_with(mark) {
            *other += mark;
        }
    }
    (part == PagePart::Foot).then(|| (language.to_owned(), frame, own))
}

/// Where in a page a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PagePart {
    /// The head before its title.
    Top,
    /// The rest of the head, and the header.
    Head,
    /// What the page shows.
    Own,
    Foot,
}

/// A line whose addresses are written as seen from the top of the site, whatever page it stands on.
fn from_the_top(line: &str, path: &str, base: &str) -> String {
    let mut parts = line.split_inclusive(" href=\"").peekable();
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_once('"').unwrap_or((part, ""));
        out += &resolved(address, path, base);
        out.push('"');
        out += rest;
    }
    out
}

fn resolved(address: &str, path: &str, base: &str) -> String {
    if address.starts_with('#') || address.contains("://") || address.starts_with("mailto:") {
        return address.to_owned();
    }
    if let Some(rest) = address.strip_prefix('/') {
        // Other pages name what is theirs as seen from where they stand.
        let own = address.strip_prefix(base).filter(|_| path.ends_with("404.html"));
        return own.map_or_else(|| format!("absolute:/{rest}"), |own| format!("/{own}"));
    }
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    let mut rest = address;
    while let Some(above) = rest.strip_prefix("../") {
        if folders.pop().is_none() {
            return format!("outside:{address}");
        }
        rest = above;
    }
    let rest = rest.strip_prefix("./").unwrap_or(rest);
    let folder: String = folders.iter().map(|folder| format!("{folder}/")).collect();
    format!("/{folder}{rest}")
}
