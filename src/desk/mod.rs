//! What writes into a site's sources on behalf of its editors. It decides nothing: it is told what to write,
//! and it never leaves a file half written.

pub mod ledger;
pub mod named;
pub mod new_file;
mod replace;
pub mod rewrite;
pub mod translation;
