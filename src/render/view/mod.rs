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

// What a view takes of another, it takes from here.
pub use amendment::{AmendmentView, StandingView};
pub use card::{DocumentCard, GroupCard, PageCard};
pub use chart::{Chart, DrawingPair, LegendKey};
pub use counts::{Counts, DeadlineRow};
pub use deadline::DeadlineView;
pub use directory::{CityDirectory, LetterNames, LetterTerms};
pub use event::{Day, EventRow};
pub use evidence::EvidenceView;
pub use figures::{TableView, TallyLine, TallyView};
pub use frame::About;
pub use glossary::OtherName;
pub use indicator::IndicatorView;
pub use item::{Detail, Item, ItemGroup, Paging, StatusView};
pub use letter::Letter;
pub use link::{Link, LinkGroup};
pub use milestone::MilestoneView;
pub use passage::{Html, Passage};
pub use quotation::{HeadingView, LineView, Quotation, StatementView};
pub use report::{BodyView, ReportView};
pub use responsibility::{BudgetRow, ResponsibilityView};
pub use timeline::Timeline;
pub use used_in::UsedIn;
pub use value::ValueView;

use super::Scope;
use crate::render::Sizes;
use crate::site::{Node, Spot};
use serde::Serialize;
use tera::Value;

/// A finished view as templates take it, and what the page's frame says of it.
pub struct Shown<'s> {
    pub view: Value,
    pub about: About<'s>,
}

impl<'s, View: Serialize> From<(View, About<'s>)> for Shown<'s> {
    fn from(page: (View, About<'s>)) -> Self {
        let (view, about) = page;
        Self {
            view: Value::from_serializable(&view),
            about,
        }
    }
}

/// What the page of a scope shows.
pub fn shown<'s>(scope: &Scope<'s>, sizes: &'s Sizes) -> Shown<'s> {
    match scope.page.spot {
        Spot::Home => home::home_page(scope).into(),
        Spot::Subjects => subjects::subjects_page(scope).into(),
        Spot::Glossary => glossary::glossary_page(scope).into(),
        Spot::Search => search::search_page(scope, sizes.version(scope)).into(),
        Spot::Translations => translations::translations_page(scope).into(),
        Spot::Data => data::data_page(scope, sizes).into(),
        Spot::Updates => updates::updates_page(scope).into(),
        Spot::Month(year, month) => updates::month(scope, year, month).into(),
        Spot::Amendments => amendments::amendments_page(scope).into(),
        Spot::Deadlines => deadlines::deadlines_page(scope).into(),
        Spot::DeadlineList(list) => deadlines::list(scope, list).into(),
        Spot::NotFound => not_found::not_found_page(scope).into(),
        Spot::Departments(index) => departments::departments_page(scope, index).into(),
        Spot::Status(index, status) => status::status_page(scope, index, status).into(),
        Spot::Node(Node::Municipality(index)) => municipality::municipality_page(scope, index).into(),
        Spot::Node(Node::Document(index)) => document::document_page(scope, index).into(),
        Spot::Node(Node::Section(index)) => section::section_page(scope, index).into(),
        Spot::Node(Node::Commitment(index)) => commitment::commitment_page(scope, index).into(),
        Spot::Node(Node::Department(index)) => department::department_page(scope, index).into(),
        Spot::Node(Node::Area(index)) => area::area_page(scope, index).into(),
        Spot::Node(Node::Subject(index)) => subject::subject_page(scope, index).into(),
        Spot::Node(Node::Term(index)) => term::term_page(scope, index).into(),
        Spot::Node(Node::Page(index)) => page::plain_page(scope, index).into(),
        Spot::Node(Node::Indicator(index)) => indicator_page::indicator_page(scope, index).into(),
        Spot::Node(Node::Statement(..) | Node::Action(..) | Node::Tally(..) | Node::Table(..)) => {
            unreachable!("only nodes that have a page of their own are planned as pages")
        }
    }
}
