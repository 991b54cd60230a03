//! What writes into a site's sources on behalf of its editors. It decides nothing: it is told what to write,
//! and it never leaves a file half written.

pub(crate) mod ledger;
pub(crate) mod named;
pub(crate) mod new_file;
mod replace;
pub(crate) mod rewrite;
pub(crate) mod translation;
