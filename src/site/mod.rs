//! The types that pass between the stages: `Content` (loaded), `Site` (linked), `Artifact` (planned), and the options of a run.
//! They hold data and answer questions about it; the stages fill them.

mod address;
mod artifact;
mod content;
mod destination;
mod difference;
mod events;
mod linked;
mod node;
mod options;
mod progress;
mod theme_files;
mod wording;

pub use address::{RESERVED, address, page_of, write_address};
pub use artifact::{Artifact, Output};
pub use content::{
    Attachment, Content, DocumentFile, Incomplete, IntroductionFile, MarkdownFile, MunicipalityFile, PageFile, ReportFile, TermFile,
};
pub use destination::{Destination, follow};
pub use difference::{Difference, difference};
pub use events::{DeadlineList, Due, Event, Happening};
pub use linked::{
    Area, Backlink, BacklinkKind, Commitment, Department, Document, Introduction, Link, Municipality, Page, PageText, Prose, Report,
    ReportText, Responsibility, Section, Site, Term, TermText, Theme,
};
pub use node::{AreaIx, CommitmentIx, DepartmentIx, DocumentIx, MunicipalityIx, Node, PageIx, ReportIx, SectionIx, TermIx, ThemeIx};
pub use options::Options;
pub use wording::Standing;
pub use theme_files::{ThemeFile, ThemeFiles};
