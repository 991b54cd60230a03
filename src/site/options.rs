//! What a run of koyaku was asked for, after the command line and `site.yaml` have been put together.

use jiff::ToSpan;
use jiff::civil::Date;

/// The options that decide what the output is. The same input with the same options gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The time of the run on the clocks of the site's place. It only keeps back what must not be public yet.
    pub now: jiff::civil::DateTime,
    /// The day as of which the site is built.
    pub as_of: Date,
    /// `https://host/path` without a slash at its end; without it there is no canonical address, hreflang or
    /// sitemap.
    pub base_url: Option<String>,
    /// Links name `index.html`, so that the site can be read from a folder without a server.
    pub portable: bool,
    /// Whether templates are minified. Golden trees are compared unminified.
    pub minify: bool,
}

impl Options {
    /// The last day that something may say to have happened: sites are built as of days to come too, and
    /// what is decided is sometimes dated by the day from which it holds. Behind it lie slips of the year.
    pub(crate) fn last_likely_day(&self) -> Date {
        self.as_of.max(self.now.date()).saturating_add(1.year())
    }

    /// The path part of the base address, with a slash at both ends: `/` or `/koyaku/`.
    pub(crate) fn base_path(&self) -> String {
        let path = self
            .base_url
            .as_deref()
            .and_then(|url| url.split_once("://"))
            .and_then(|(_, rest)| rest.split_once('/'));
        match path {
            Some((_, path)) if !path.is_empty() => format!("/{path}/"),
            _ => "/".to_owned(),
        }
    }
}
