//! The files of the output that are no pages: feeds, sitemaps, data as CSV, the index of the search,
//! redirects.

pub mod csv;
pub mod feed;
pub mod redirect;
pub mod robots;
pub mod search;
pub mod sitemap;
