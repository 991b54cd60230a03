//! The types that pass between the stages: `Content` (loaded), `Site` (linked), `Artifact` (planned), and the
//! options of a run. They hold data and answer questions about it; the stages fill them.

mod address;
mod artifact;
mod content;
mod deadlines;
mod destination;
mod difference;
mod events;
mod ledgers;
mod linked;
mod node;
mod options;
pub(crate) mod page_kinds;
mod pieces;
pub mod place;
mod progress;
mod prose;
mod read;
mod remarks;
mod sources;
mod statuses;
mod texts;
mod theme_files;
mod translations;
mod uses;
mod wording;

pub use address::{address, page_of, write_address};
pub use artifact::{Artifact, DataFile, Moved, Output, PageAt};
pub use content::{
    Attachment, Content, DocumentFile, Incomplete, IntroductionFile, MarkdownFile, MunicipalityFile,
    PageFile, ReportFile, TermFile,
};
pub use deadlines::{DeadlineClass, DeadlineList, Due};
pub use destination::{Destination, follow};
pub use difference::{Difference, difference};
pub use events::{Event, Happening};
pub use ledgers::LedgerOwner;
pub use linked::{
    Backlink, BacklinkKind, FollowedLink, LinkedArea, LinkedCommitment, LinkedDepartment, LinkedDocument,
    LinkedMenuEntry, LinkedMunicipality, LinkedPage, LinkedReport, LinkedResponsibility, LinkedSection,
    LinkedSubject, LinkedTerm, MenuTarget, Site,
};
pub use node::{
    ActionIx, AmendmentIx, AreaIx, AttachmentIx, CommitmentIx, DepartmentIx, DocumentIx, IndicatorIx,
    MilestoneIx, MunicipalityIx, Node, PageIx, ReportIx, SectionIx, StatementIx, StatusIx, SubjectIx,
    TableIx, TallyIx, TermIx, TextSource, ValueIx,
};
pub use options::Options;
pub use page_kinds::{PAGE_KINDS, Spot, reserved, write_page_address};
pub use pieces::{Piece, PieceKind, chosen, pieces};
pub use progress::day_for;
pub use prose::{Freshness, Introduction, PageText, Prose, ReportText, TermText};
pub use read::ReadSite;
pub use sources::sources;
pub use statuses::{Counted, StatusList};
pub use texts::{Owner, ToldText, each_text};
pub use theme_files::{ThemeFile, ThemeFiles};
pub use translations::{Gap, Lack, file_in, gaps, is_of_no_language};
pub use uses::{Mention, TermUse, Usage, Uses, WordReadings};
pub use wording::Standing;
