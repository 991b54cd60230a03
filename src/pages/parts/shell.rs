//! What pages of one language and one depth share. It is rendered once and then only copied.
//! `head.html`, `header.html` and `footer.html` see it under `shell`; pages see the three results as well.

use crate::html::{Html, Link, Passage};
use serde::Serialize;
use std::collections::BTreeMap;

/// Links and parts that do not depend on the page. All links are relative to the depth of the page.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Shell<'a> {
    /// The home page in this language.
    pub home: String,
    /// The main links at the top, in the site's order; only those that lead somewhere. May be empty.
    pub menu: Vec<MenuLink<'a>>,
    /// The list of subjects; absent when the site has none.
    pub subjects: Option<String>,
    /// The glossary; absent when the site has no terms.
    pub glossary: Option<String>,
    /// The page of all updates; absent where nothing has happened.
    pub updates: Option<String>,
    /// The list of all changes; absent where there are none.
    pub amendments: Option<String>,
    /// What the script says of a filtered list, as JSON for an attribute.
    pub filter_texts: String,
    /// The page of the search.
    pub search: String,
    /// The page of the data files.
    pub data: String,
    /// The page that counts missing and old translations; absent on a site of one language.
    pub translations: Option<String>,
    /// The page of deadlines; absent where no document states any.
    pub deadlines: Option<String>,
    /// The feed of the site in this language; absent without a base address.
    pub feed: Option<String>,
    /// The municipalities in the site's order. Never empty on a site that builds.
    pub municipalities: Vec<Link<'a>>,
    /// The plain pages that belong to no municipality or document: about, accessibility …
    pub pages: Vec<Link<'a>>,
    /// The site's own picture, which stands for its name at the top of pages; absent where it chooses none.
    pub logo: Option<Logo<'a>>,
    /// By what browsers mark the site where it chooses a picture of its own.
    pub icon: Option<Icon>,
    /// The site's own colour, for `<meta name="theme-color">`; absent where it chooses none.
    pub colour: Option<String>,
    /// The published name of every asset of the theme by its file name: `shell.assets["koyaku.css"]`.
    pub assets: BTreeMap<&'a str, String>,
    /// The day as of which the site was built, with `<time>`.
    pub as_of: Html,
    /// What `head.html` rendered to; empty while that happens.
    pub head: Html,
    /// What `header.html` rendered to; empty while that happens.
    pub header: Html,
    /// What `footer.html` rendered to; empty while that happens.
    pub footer: Html,
}

/// An entry of the menu.
#[derive(Debug, Serialize)]
pub(crate) struct MenuLink<'a> {
    /// For the class `to-…`: `cities`, another word of the menu, or the page kind that an address leads to.
    pub kind: &'static str,
    pub href: String,
    pub title: Passage<'a>,
}

/// A picture in the place of the site's name.
#[derive(Debug, Serialize)]
pub(crate) struct Logo<'a> {
    pub href: String,
    /// The name of the site, as plain text.
    pub alt: &'a str,
}

/// A picture by which browsers mark the site.
#[derive(Debug, Serialize)]
pub(crate) struct Icon {
    pub href: String,
    /// For `type`: `image/svg+xml`.
    pub media_type: &'static str,
    /// Whether telephones can put it on their first screen, which takes no drawing of lines.
    pub is_touchable: bool,
}
