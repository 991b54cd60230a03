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
pub(crate) mod place;
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

pub(crate) use address::{address, page_of};
pub use artifact::{Artifact, Output, PageAt};
pub(crate) use artifact::{DataFile, Moved};
pub use content::Content;
pub(crate) use content::{
    Attachment, DocumentFile, Incomplete, IntroductionFile, MarkdownFile, MunicipalityFile, PageFile,
    ReportFile, TermFile,
};
pub(crate) use deadlines::{DeadlineList, Due};
pub(crate) use destination::{Destination, follow};
pub(crate) use difference::{Difference, difference};
pub(crate) use events::{Event, Happening};
pub(crate) use ledgers::LedgerOwner;
pub(crate) use linked::{
    Backlink, BacklinkKind, FollowedLink, LinkedArea, LinkedCommitment, LinkedDepartment, LinkedDocument,
    LinkedMenuEntry, LinkedMunicipality, LinkedPage, LinkedReport, LinkedResponsibility, LinkedSection,
    LinkedSubject, LinkedTerm, MenuTarget, Site,
};
pub(crate) use node::{
    ActionIx, AmendmentIx, AreaIx, AttachmentIx, CommitmentIx, DepartmentIx, DocumentIx, IndicatorIx,
    MunicipalityIx, Node, PageIx, ReportIx, SectionIx, StatementIx, StatusIx, SubjectIx, TableIx, TallyIx,
    TermIx, TextSource, ValueIx,
};
pub use options::Options;
pub(crate) use page_kinds::write_page_address;
pub use page_kinds::{PAGE_KINDS, Spot, reserved};
pub(crate) use pieces::{Piece, PieceKind, chosen, pieces};
pub(crate) use progress::day_for;
pub(crate) use prose::{Freshness, Introduction, PageText, Prose, ReportText, TermText};
pub use read::ReadSite;
pub(crate) use sources::sources;
pub(crate) use statuses::{Counted, StatusList};
pub(crate) use texts::{Owner, each_text};
pub use theme_files::{ThemeFile, ThemeFiles};
pub use translations::gaps;
pub(crate) use translations::{Gap, Lack, file_in, is_of_no_language};
pub(crate) use uses::{Mention, TermUse, Usage, Uses, WordReadings};
pub(crate) use wording::Standing;
