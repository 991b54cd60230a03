//! The files of the output that are no pages: feeds, sitemaps, data as CSV, the index of the search,
//! redirects.

pub(crate) mod csv;
pub(crate) mod feed;
pub(crate) mod redirect;
pub(crate) mod robots;
pub(crate) mod search;
pub(crate) mod sitemap;
