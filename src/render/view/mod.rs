//! What templates see: one file per page kind, and the parts that several kinds share. These are the only
//! types that are `Serialize`. They borrow from the site, hold finished words and links, and leave nothing to
//! look up, sort or decide.

pub mod amendment;
pub mod amendments;
pub mod answer;
pub mod area;
pub mod caption;
pub mod card;
pub mod chart;
pub mod citation;
pub mod commitment;
pub mod counts;
pub mod data;
pub mod deadline;
pub mod deadlines;
pub mod department;
pub mod departments;
pub mod difference;
pub mod directory;
pub mod document;
pub mod enumeration;
pub mod event;
pub mod evidence;
pub mod figures;
pub mod findings;
pub mod frame;
pub mod glossary;
pub mod home;
pub mod indicator;
pub mod indicator_page;
pub mod item;
pub mod letter;
pub mod link;
pub mod milestone;
pub mod municipality;
pub mod not_found;
pub mod page;
pub mod passage;
pub mod quotation;
pub mod rate;
pub mod report;
pub mod responsibility;
pub mod schedule;
pub mod search;
pub mod section;
pub mod sentence;
pub mod shell;
pub mod source;
pub mod status;
pub mod steps;
pub mod subject;
pub mod subjects;
pub mod term;
pub mod timeline;
pub mod translations;
pub mod updates;
pub mod used_in;
pub mod value;

use frame::About;
use serde::Serialize;
use tera::Value;

/// A finished view as templates take it, and what the page's frame says of it.
pub struct Shown<'s> {
    pub view: Value,
    pub about: About<'s>,
}

pub fn shown<'s>(page: (impl Serialize, About<'s>)) -> Shown<'s> {
    let (view, about) = page;
    Shown {
        view: Value::from_serializable(&view),
        about,
    }
}
