//! Makes the output: `plan` names every file of it, `prepared` holds what many of them share, `artifact`
//! makes one, `proof` tries a theme. It reads and writes no files, and nothing of one file depends on
//! another, so that they can be made side by side.

mod artifact;
mod plan;
mod prepared;
mod proof;

pub use artifact::render;
pub(crate) use plan::no_base_url;
pub use plan::plan;
pub(crate) use prepared::Prepared;
pub use proof::{Proved, prove};
