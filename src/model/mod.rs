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
pub mod ledger;
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
pub use area::Area;
pub use bilingual::{Language, Text};
pub use choice::{
    Aim, AmendmentKind, Assessor, Certainty, CommitmentKind, DocumentKind, LinkKind, Measure, RateFormula,
    Strength, Translator, ValueState,
};
pub use commitment::{Action, Budget, Commitment, LinkRecord, Milestone, Responsibility, Sic};
pub use date::{Date, FiscalYear, Moment, Period};
pub use deadline::{Deadline, LegendRow};
pub use department::Department;
pub use document::{Document, DocumentSource};
pub use fingerprint::Fingerprint;
pub use id::{Address, Id};
pub use indicator::{Indicator, NoTarget, Target};
pub use keyed::Keyed;
pub use local_time::LocalTime;
pub use look::{Colour, Colours, FontFile, FontList, FontName, FontWeight, Fonts, Look};
pub use menu::{MenuEntry, MenuWord};
pub use municipality::{AreaCode, Municipality};
pub use number::{Count, Figure};
pub use page::{IntroductionHead, PageHead, PageTranslation};
pub use reading::{Kana, Readings};
pub use report::{
    Direction, Evidence, Redaction, ReportHead, ReportKind, ReportTranslation, StatusWord, Value,
};
pub use scale::{BUILT_IN_SCALE, Family, Requirement, Status};
pub use schedule::{Schedule, Span};
pub use section::{Section, Statement};
pub use settings::{FORMAT, Hold, Settings, UtcOffset};
pub use subject::Subject;
pub use table::{Cell, Table};
pub use tally::{Tally, TallyPart};
pub use term::{TermHead, TermSource, TermTranslation};
pub use translation::TranslatedHead;
pub use url::Url;
