//! What templates see of a page: `kinds` holds one file per page kind, `parts` what several kinds share,
//! `list` every page of a site. A page is made from the facts of the site and the texts of the theme; its
//! types borrow from the site, hold finished words and links, and leave nothing to look up, sort or decide.

mod basis;
pub mod body;
pub mod excerpt;
pub mod frame;
mod jsonld;
pub mod kinds;
pub mod list;
mod made;
mod order;
pub mod parts;
mod phrase;
pub mod quoted;
pub mod scope;
pub mod shell;
mod sizes;
pub mod terms;

// What pages and files take of another file here, they take from this door.
pub use basis::Basis;
pub use body::BodyView;
pub use frame::About;
pub use kinds::glossary::OtherName;
pub use parts::amendment::{AmendmentView, StandingView};
pub use parts::card::{DocumentCard, GroupCard, PageCard};
pub use parts::chart::{Chart, DrawingPair, LegendKey};
pub use parts::counts::{Counts, DeadlineRow};
pub use parts::deadline::DeadlineView;
pub use parts::directory::{CityDirectory, LetterNames, LetterTerms};
pub use parts::event::{Day, EventRow};
pub use parts::evidence::EvidenceView;
pub use parts::figures::{TableView, TallyLine, TallyView};
pub use parts::indicator::IndicatorView;
pub use parts::item::{Detail, Item, ItemGroup, Paging};
pub use parts::letter::Letter;
pub use parts::link::LinkGroup;
pub use parts::milestone::MilestoneView;
pub use parts::quotation::{HeadingView, LineView, Quotation, StatementView};
pub use parts::report::ReportView;
pub use parts::responsibility::{BudgetRow, ResponsibilityView};
pub use parts::status::StatusView;
pub use parts::timeline::Timeline;
pub use parts::used_in::UsedIn;
pub use parts::value::ValueView;
pub use scope::Scope;
pub use sizes::Sizes;
