//! What pages and files share: text that is HTML already, passages with their language, links, escapes, dates
//! in words, places to break. It knows neither pages nor themes.

pub(crate) mod escape;
pub mod format;
pub mod href;
mod link;
mod markup;
mod noted;
pub(crate) mod passage;
pub mod together;
pub(crate) mod writing;

pub(crate) use escape::{escape, escaped};
pub(crate) use link::Link;
pub(crate) use markup::{Html, LINKED, TermLink};
pub(crate) use noted::{Noted, STALE, UNTRANSLATED, Untranslated};
pub(crate) use passage::Passage;
pub use writing::Writing;
