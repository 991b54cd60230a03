//! What the tests share: one driver that makes a site in a folder of its own, calls koyaku on it as the
//! command line does and compares what came out; and a reader of whole built sites. It knows nothing of
//! koyaku's insides: it sees what a user sees.
//!
//! `KOYAKU_BLESS=1 cargo test` writes what came out over what was expected, to be read in the diff before it
//! is committed.

mod circles;
mod clock;
mod difference;
mod faults;
mod first_links;
mod folder;
mod frame;
mod generated;
mod pages;
mod parallel;
mod run;
mod site;
mod sources;
mod tree;

pub use circles::circles;
pub use clock::worked;
pub use difference::compare;
pub use first_links::Glossary;
pub use folder::Folder;
pub use frame::framed;
pub use generated::generated;
pub use pages::{Pages, selector};
pub use parallel::at_once;
pub use run::Run;
pub use site::{Site, here, in_full};
pub use sources::{Source, sources};
pub use tree::Tree;

/// Whether expectations are to be written rather than compared.
pub fn blessing() -> bool {
    std::env::var_os("KOYAKU_BLESS").is_some_and(|value| value == "1")
}
