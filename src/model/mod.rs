//! What koyaku keeps: plain data in the words of the record. No files, no HTML, nothing here is `Serialize`.
//! The shapes are what an editor may write, and every value checks itself while it is read (see
//! docs/decisions/0002).

pub mod amendment;
pub mod area;
pub mod bilingual;
pub mod choice;
pub mod commitment;
pub mod date;
pub mod deadline;
pub mod department;
pub mod document;
pub mod fingerprint;
pub mod id;
pub mod indicator;
pub mod keyed;
pub mod ledger;
pub mod local_time;
pub mod municipality;
pub mod number;
pub mod page;
mod parsed;
pub mod reading;
pub mod report;
pub mod scale;
pub mod schedule;
pub mod section;
pub mod settings;
pub mod subject;
pub mod table;
pub mod tally;
pub mod term;
pub mod translation;
pub mod url;
pub mod walk;
