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
const OWN_HEAD: [&str; 6] = [
    "<title>",
    "<meta name=\"description\"",
    "<meta name=\"robots\"",
    "<link rel=\"canonical\"",
    "<link rel=\"alternate\"",
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
    let (head, rest) = page.split_once("<title>")?;
    let (_, rest) = rest.split_once("\n</header>\n")?;
    let (middle, _) = rest.split_once("\n<footer class=\"foot\">\n")?;
    let own_lines = middle.as_ptr() as usize - page.as_ptr() as usize;
    let own_lines = own_lines..own_lines + middle.len();
    let language = head.split_once("<html lang=\"")?.1.split_once('"')?.0;
    let title = page.split_once("<title>")?.1.split_once("</title>")?.0;
    let (mut frame, mut own) = (String::new(), String::new());
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let in_head = at >= head.len() && at < own_lines.start;
        let is_own = own_lines.contains(&at)
            || (in_head && OWN_HEAD.iter().any(|start| line.starts_with(start)))
            || line.starts_with("<body ")
            || line.starts_with("<ul class=\"tongues\"");
        at += line.len();
        let (into, other, mark) = if is_own {
            (&mut own, &mut frame, OWN)
        } else {
            (&mut frame, &mut own, FRAME)
        };
        if is_own {
            *into += line;
        } else {
            let shown = format!("<meta property=\"og:title\" content=\"{title}\">\n");
            let same = "<meta property=\"og:title\" content=\"(the title)\">\n";
            *into += &from_the_top(if line == shown { same } else { line }, path, base);
        }
        if !other.ends_with(mark) {
            *other += mark;
        }
    }
    Some((language.to_owned(), frame, own))
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
