//! The record of the real site is word for word and complete: every passage on the built pages, in both
//! languages, against hashes made from the source documents by `hash.py`, which knows nothing of the record;
//! every figure of the documents; and the numbers of commitments and actions.

mod atsugi;
mod ayase;
mod counts;
mod figures;
mod isesaki;
mod plan;
mod printed;
mod results;
mod shown;
mod terms;
