//! koyaku (公約) turns a city's promises and the reports on them into a website that a citizen can check.
//!
//! A run is a line of stages, each a folder, a function and a type: [`load`] reads files into
//! [`site::Content`]; [`link`] follows every name and gives [`site::ReadSite`]; [`check`] judges it;
//! [`render`] plans every output file and makes its bytes; [`publish`] writes them beside the old site and
//! exchanges the two. [`pipeline`] alone knows that order. `migrate` says what the sources of an older site
//! become. What readers get is made of [`html`], [`facts`], [`theme`], `chart`, `pages` and `files`.
//! What the stages share lives in [`site`], [`model`], [`reckoning`], [`lexicon`], [`source`], [`markdown`],
//! [`numerals`] and [`diagnostic`].

#![warn(missing_docs, unreachable_pub)]

pub mod pipeline;

pub mod load;

pub mod link;

pub mod check;

pub mod render;

mod pages;

mod files;

pub mod theme;

mod chart;

pub mod facts;

pub mod html;

pub mod publish;

#[cfg(feature = "serve")]
mod serve;

mod migrate;

mod desk;

pub mod site;

pub mod model;

pub mod reckoning;

pub mod numerals;

mod seal;

pub mod lexicon;

pub mod source;

pub mod markdown;

pub mod diagnostic;

pub mod cli;
