//! Where a link leads. The parser has already decoded entities and escapes, so what is judged here is what a
//! browser would see. Whether a page exists is not known here; that is the resolver's task.

use percent_encoding::percent_decode_str;

/// What a link or an image points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// `[[atsugi/manifesto/24#2026-03-31]]`
    Address {
        /// What stands before `#`: the address of a node, as it was written.
        address: String,
        /// What stands behind `#`; `None` where nothing does.
        anchor: Option<String>,
    },
    /// `other.md#anchor`, `photo.jpg` or `/from/the/root`: the path as written, percent-decoded. It may
    /// contain `..`.
    Relative {
        /// What stands before `#`. It is not resolved: that depends on the file in which it stands.
        path: String,
        /// What stands behind `#`, percent-decoded; `None` where nothing does.
        anchor: Option<String>,
    },
    /// `#anchor` on the page that shows the text.
    Anchor(String),
    /// A URL whose scheme is http, https, mailto or tel.
    External(String),
}

/// Why a destination becomes no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// A scheme that is not on the list, or one of the list without what belongs behind it.
    Scheme,
    /// `//host/path`, which leaves the site without saying how.
    NoScheme,
    /// `\`, which browsers read as `/`.
    Backslash,
    /// A control character, which browsers drop: `java&#10;script:` would work.
    Control,
    Empty,
}

/// Reads the destination of `[text](destination)`.
pub(super) fn destination(written: &str) -> Result<LinkTarget, Refused> {
    let url = written
        .trim_matches(|character: char| character.is_ascii_whitespace() || character.is_ascii_control());
    if url.is_empty() {
        return Err(Refused::Empty);
    }
    if url.contains(char::is_control) {
        return Err(Refused::Control);
    }
    if let Some(anchor) = url.strip_prefix('#') {
        return Ok(LinkTarget::Anchor(decoded(anchor)));
    }
    if let Some(scheme) = scheme(url) {
        return if is_allowed(scheme, &url[scheme.len() + 1..]) {
            Ok(LinkTarget::External(url.to_owned()))
        } else {
            Err(Refused::Scheme)
        };
    }
    if url.contains('\\') {
        return Err(Refused::Backslash);
    }
    if url.starts_with("//") {
        return Err(Refused::NoScheme);
    }
    let (path, anchor) = split(url);
    Ok(LinkTarget::Relative {
        path: decoded(path),
        anchor: anchor.map(decoded),
    })
}

/// Reads the address of `[[address]]`.
pub(super) fn address(written: &str) -> Result<LinkTarget, Refused> {
    // In a table the bar is written `\|`, and the backslash is left behind.
    let written = written.trim_end_matches('\\').trim();
    if written.is_empty() {
        return Err(Refused::Empty);
    }
    if written.contains(char::is_control) {
        return Err(Refused::Control);
    }
    let (address, anchor) = split(written);
    let anchor = anchor.map(|anchor| anchor.trim().to_owned());
    match (address.trim(), anchor) {
        ("", Some(anchor)) => Ok(LinkTarget::Anchor(anchor)),
        (address, anchor) => Ok(LinkTarget::Address {
            address: address.to_owned(),
            anchor,
        }),
    }
}

/// Whether a browser that follows `href` stays with the schemes of the list. Asked of everything that is
/// written into a page, so that a mistake of a resolver cannot run a script.
pub(super) fn is_safe(href: &str) -> bool {
    let begins_clean = !href.starts_with(|character: char| character.is_ascii_whitespace());
    let scheme = scheme(href).is_none_or(|scheme| is_allowed(scheme, &href[scheme.len() + 1..]));
    begins_clean && scheme && !href.contains(char::is_control) && !href.starts_with("//")
}

/// The scheme of a URL as browsers find it, without the colon.
pub(super) fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let begins = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let goes_on = scheme
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    (begins && goes_on).then_some(scheme)
}

fn is_allowed(scheme: &str, rest: &str) -> bool {
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest
            .strip_prefix("//")
            .is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '\\'])),
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    }
}

fn split(url: &str) -> (&str, Option<&str>) {
    match url.split_once('#') {
        Some((path, "")) => (path, None),
        Some((path, anchor)) => (path, Some(anchor)),
        None => (url, None),
    }
}

/// Percent-decodes, or returns the text as written where the result would not be text.
fn decoded(written: &str) -> String {
    match percent_decode_str(written).decode_utf8() {
        Ok(text) if !text.contains(char::is_control) => text.into_owned(),
        _ => written.to_owned(),
    }
}
