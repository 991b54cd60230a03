//! What koyaku keeps: plain data in the words of the record. No files, no HTML, nothing here is `Serialize`.
//! The shapes are what an editor may write, and every value checks itself while it is read (see
//! docs/decisions/0002).

mod amendment;
mod area;
mod bilingual;
mod choice;
mod commitment;
mod date;
mod deadline;
mod department;
mod document;
mod fingerprint;
mod id;
mod indicator;
mod keyed;
pub(crate) mod ledger;
mod local_time;
mod look;
mod menu;
mod municipality;
mod number;
mod page;
mod parsed;
mod reading;
mod report;
mod scale;
mod schedule;
mod section;
mod settings;
mod subject;
mod table;
mod tally;
mod term;
mod translation;
mod url;
pub mod walk;

pub use amendment::{AmendedField, Amendment};
pub(crate) use area::Area;
pub use bilingual::{Language, Text};
pub(crate) use choice::{
    Aim, AmendmentKind, Assessor, CommitmentKind, LinkKind, Measure, RateFormula, Strength, Translator,
    ValueState,
};
pub use choice::{Certainty, DocumentKind};
pub use commitment::Sic;
pub(crate) use commitment::{Action, Budget, Commitment, LinkRecord, Milestone, Responsibility};
pub use date::{Date, FiscalYear, Moment, Period};
pub use deadline::Deadline;
pub(crate) use deadline::LegendRow;
pub(crate) use department::Department;
pub use document::Document;
pub(crate) use document::DocumentSource;
pub use fingerprint::Fingerprint;
pub use id::{Address, Id};
pub use indicator::Indicator;
pub(crate) use indicator::{NoTarget, Target};
pub use keyed::Keyed;
pub use local_time::LocalTime;
pub(crate) use look::{Colour, Colours, FontFile, FontList, FontName, Fonts, Look};
pub(crate) use menu::{MenuEntry, MenuWord};
pub use municipality::{AreaCode, Municipality};
pub use number::{Count, Figure};
pub use page::{IntroductionHead, PageHead, PageTranslation};
pub use reading::Kana;
pub(crate) use reading::Readings;
pub(crate) use report::{Direction, Evidence, Redaction, ReportKind, Value};
pub use report::{ReportHead, ReportTranslation, StatusWord};
pub use scale::BUILT_IN_SCALE;
pub(crate) use scale::{Family, Requirement, Status};
pub(crate) use schedule::{Schedule, Span};
pub(crate) use section::{Section, Statement};
pub(crate) use settings::{FORMAT, Hold};
pub use settings::{Settings, UtcOffset};
pub(crate) use subject::Subject;
pub use table::Cell;
pub(crate) use table::Table;
pub(crate) use tally::Tally;
pub use tally::TallyPart;
pub(crate) use term::TermSource;
pub use term::{TermHead, TermTranslation};
pub(crate) use translation::TranslatedHead;
pub use url::Url;
