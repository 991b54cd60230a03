//! What every template of a language knows of the site.

use crate::html::Passage;
use serde::Serialize;

/// What `content/site.yaml` says, for every template of one language under `site`.
#[derive(Debug, Serialize)]
pub(crate) struct SiteFacts<'a> {
    pub title: Passage<'a>,
    pub description: Option<Passage<'a>>,
    pub publisher: Option<Passage<'a>>,
    pub contact: Option<Passage<'a>>,
    pub licence: Option<LicenceView<'a>>,
    /// The tags of all languages; the first is the language of the sources.
    pub languages: Vec<&'a str>,
}

/// Under what terms the site's own words may be used.
#[derive(Debug, Serialize)]
pub(crate) struct LicenceView<'a> {
    pub name: Passage<'a>,
    pub href: Option<&'a str>,
}
