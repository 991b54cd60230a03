//! What pages and files share: text that is HTML already, passages with their language, links, escapes, dates
//! in words, places to break. It knows neither pages nor themes.

pub mod escape;
pub mod format;
pub mod href;
mod link;
mod markup;
mod noted;
pub mod passage;
pub mod together;
pub mod writing;

pub use escape::{escape, escaped};
pub use link::Link;
pub use markup::{Html, LINKED, TermLink};
pub use noted::{Noted, STALE, UNTRANSLATED, Untranslated};
pub use passage::Passage;
pub use writing::Writing;
