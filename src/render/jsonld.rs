//! Structured data for search engines, as JSON-LD. Only what the page shows anyway.

use super::view::frame::Crumb;
use super::view::passage::Html;
use std::fmt::Write;

/// The breadcrumb as a `BreadcrumbList`. The page's own address is `own`; the links of the others are relative to it.
pub fn breadcrumbs(crumbs: &[Crumb], own: &str) -> Html {
    let mut out = String::with_capacity(128 * crumbs.len());
    out.push_str(r#"{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":["#);
    for (at, crumb) in crumbs.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write!(out, r#"{{"@type":"ListItem","position":{},"name":"#, at + 1).expect("writing into a string cannot fail");
        string(&crumb.title.text, &mut out);
        out.push_str(",\"item\":");
        match &crumb.href {
            Some(href) => string(&joined(own, href), &mut out),
            None => string(own, &mut out),
        }
        out.push('}');
    }
    out.push_str("]}");
    Html(out)
}

/// A link of one of our own pages, from the page at `own` on. Only `../` at its beginning and `./` occur.
fn joined(own: &str, href: &str) -> String {
    let mut folder = own.trim_end_matches(|character| character != '/');
    let mut rest = href.trim_start_matches("./");
    while let Some(up) = rest.strip_prefix("../") {
        folder = folder.trim_end_matches('/').trim_end_matches(|character| character != '/');
        rest = up;
    }
    format!("{folder}{rest}")
}

/// A JSON string that is also harmless inside `<script>`.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                write!(out, "\\u{:04x}", u32::from(character)).expect("writing into a string cannot fail");
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
