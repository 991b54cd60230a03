//! What templates see of a page: `kinds` holds one file per page kind, `parts` what several kinds share,
//! `list` every page of a site. A page is made from the facts of the site and the texts of the theme; its
//! types borrow from the site, hold finished words and links, and leave nothing to look up, sort or decide.

mod basis;
pub(crate) mod body;
pub(crate) mod excerpt;
pub(crate) mod frame;
mod jsonld;
pub(crate) mod kinds;
pub(crate) mod list;
mod made;
mod order;
pub(crate) mod parts;
mod phrase;
pub(crate) mod quoted;
pub(crate) mod scope;
pub(crate) mod shell;
mod sizes;
pub(crate) mod terms;

// What pages and files take of another file here, they take from this door.
pub(crate) use basis::Basis;
pub(crate) use body::BodyView;
pub(crate) use frame::About;
pub(crate) use kinds::glossary::OtherName;
pub(crate) use parts::amendment::{AmendmentView, StandingView};
pub(crate) use parts::card::{DocumentCard, GroupCard, PageCard};
pub(crate) use parts::chart::{Chart, DrawingPair, LegendKey};
pub(crate) use parts::counts::{Counts, DeadlineRow};
pub(crate) use parts::deadline::DeadlineView;
pub(crate) use parts::directory::{CityDirectory, LetterNames, LetterTerms};
pub(crate) use parts::event::{Day, EventRow};
pub(crate) use parts::evidence::EvidenceView;
pub(crate) use parts::figures::{TableView, TallyLine, TallyView};
pub(crate) use parts::indicator::IndicatorView;
pub(crate) use parts::item::{Detail, Item, ItemGroup, Paging};
pub(crate) use parts::letter::Letter;
pub(crate) use parts::link::LinkGroup;
pub(crate) use parts::milestone::MilestoneView;
pub(crate) use parts::quotation::{HeadingView, LineView, Quotation, StatementView};
pub(crate) use parts::report::ReportView;
pub(crate) use parts::responsibility::{BudgetRow, ResponsibilityView};
pub(crate) use parts::status::StatusView;
pub(crate) use parts::timeline::Timeline;
pub(crate) use parts::used_in::UsedIn;
pub(crate) use parts::value::ValueView;
pub(crate) use scope::Scope;
pub(crate) use sizes::Sizes;
