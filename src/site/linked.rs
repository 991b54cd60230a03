//! A site whose references have all been followed. After linking there is no dangling name left to handle.

use super::content::Attachment;
use super::node::{
    ActionIx, AmendmentIx, AreaIx, AttachmentIx, CommitmentIx, DepartmentIx, DocumentIx, IndicatorIx,
    MilestoneIx, MunicipalityIx, Node, PageIx, ReportIx, SectionIx, StatementIx, StatusIx, SubjectIx,
    TableIx, TallyIx, TermIx, ValueIx,
};
use super::options::Options;
use super::prose::{Introduction, PageText, ReportText, TermText};
use crate::diagnostic::Path;
use crate::model;
use crate::model::{FiscalYear, Id, Language, LinkKind, MenuWord, Period, Settings, Text};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// The whole site. Every list is in the order in which pages show it.
#[derive(Debug)]
pub struct Site {
    pub settings: Settings,
    pub settings_file: Arc<str>,
    /// The menu at the top of every page.
    pub menu: Vec<LinkedMenuEntry>,
    /// What has been sealed of the settings; empty where nothing has.
    pub ledger: model::ledger::Ledger,
    pub options: Options,
    pub municipalities: Vec<LinkedMunicipality>,
    pub documents: Vec<LinkedDocument>,
    pub sections: Vec<LinkedSection>,
    pub commitments: Vec<LinkedCommitment>,
    /// The statuses of the site, and behind them those of documents that bring their own.
    pub scale: Vec<model::Status>,
    /// Only those that are public as of the day of the build, oldest first within a node.
    pub reports: Vec<LinkedReport>,
    /// The reports on the page of a node, oldest first.
    pub reports_on: HashMap<Node, Vec<ReportIx>>,
    pub introductions: BTreeMap<Node, Introduction>,
    /// The node and name of each report that will only become public after that day. Texts may speak of it
    /// already.
    pub later: HashSet<(Node, Box<str>)>,
    pub departments: Vec<LinkedDepartment>,
    pub areas: Vec<LinkedArea>,
    pub subjects: Vec<LinkedSubject>,
    /// By reading, in Japanese order.
    pub terms: Vec<LinkedTerm>,
    pub pages: Vec<LinkedPage>,
    pub attachments: Vec<Attachment>,
    /// Every address with what is there.
    pub addresses: HashMap<Box<str>, Node>,
    /// What of the record and the reports points at a node, in the order of the sources.
    pub backlinks: HashMap<Node, Vec<Backlink>>,
    /// Former addresses, with what has taken their place.
    pub formerly: Vec<(Box<str>, Node)>,
}

/// An entry of the menu.
#[derive(Debug)]
pub struct LinkedMenuEntry {
    pub to: MenuTarget,
    /// The site's own words for it.
    pub label: Option<Text>,
}

/// Where an entry of the menu leads. A page that is called by a word may have nothing to show yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuTarget {
    Word(MenuWord),
    Node(Node),
}

#[derive(Debug)]
pub struct LinkedMunicipality {
    pub id: Id,
    pub file: Arc<str>,
    pub record: model::Municipality,
    /// What has been sealed of it and of the reports on it; empty where nothing has.
    pub ledger: model::ledger::Ledger,
    pub documents: Vec<DocumentIx>,
    pub departments: Vec<DepartmentIx>,
    pub areas: Vec<AreaIx>,
    pub pages: Vec<PageIx>,
}

#[derive(Debug)]
pub struct LinkedDocument {
    pub id: Id,
    pub municipality: MunicipalityIx,
    pub file: Arc<str>,
    pub record: model::Document,
    /// What has been sealed of it; empty where nothing has.
    pub ledger: model::ledger::Ledger,
    /// The first-level sections.
    pub sections: Vec<SectionIx>,
    /// All commitments, in printed order.
    pub commitments: Vec<CommitmentIx>,
    pub links: Vec<FollowedLink>,
    /// The statuses by which reports on this document judge.
    pub scale: Vec<StatusIx>,
    /// For each tally and each table of the record, the section under which it stands.
    pub tally_sections: Vec<Option<SectionIx>>,
    pub table_sections: Vec<Option<SectionIx>>,
    pub pages: Vec<PageIx>,
}

#[derive(Debug)]
pub struct LinkedSection {
    pub document: DocumentIx,
    /// `None` for a first-level section, which has a page of its own.
    pub parent: Option<SectionIx>,
    /// The first-level section above it, or itself.
    pub top: SectionIx,
    /// Where it stands in its record.
    pub path: Path,
    pub record: Arc<model::Section>,
    pub sections: Vec<SectionIx>,
    pub commitments: Vec<CommitmentIx>,
    /// How many commitments stand in it and in the sections below it.
    pub total: usize,
}

#[derive(Debug)]
pub struct LinkedCommitment {
    pub document: DocumentIx,
    pub section: SectionIx,
    /// 掲載順: its place among the commitments of the document, from 1.
    pub position: usize,
    /// Its place in its section's list in the record, from 0.
    pub in_section: usize,
    pub record: Arc<model::Commitment>,
    pub subjects: Vec<SubjectIx>,
    pub areas: Vec<AreaIx>,
    pub departments: Vec<LinkedResponsibility>,
    pub links: Vec<FollowedLink>,
    /// For each amendment, the commitments that take its place.
    pub replaced_by: Vec<Vec<CommitmentIx>>,
    pub relists: Option<CommitmentIx>,
}

#[derive(Debug)]
pub struct LinkedResponsibility {
    pub lead: DepartmentIx,
    pub support: Vec<DepartmentIx>,
    pub from: Option<FiscalYear>,
    pub to: Option<FiscalYear>,
}

#[derive(Debug)]
pub struct FollowedLink {
    pub to: Node,
    pub kind: LinkKind,
    pub reason: Text,
}

/// A pointer seen from the node that it points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backlink {
    pub from: Node,
    pub kind: BacklinkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BacklinkKind {
    /// A link of the record; the number counts among the links of `from`.
    Link(LinkKind, usize),
    /// 再掲 of the node.
    Relisting,
    /// Evidence that names the document.
    Evidence,
}

#[derive(Debug)]
pub struct LinkedReport {
    pub node: Node,
    /// Its file name, which is its anchor on the page of its node.
    pub name: Box<str>,
    /// The time its name says.
    pub when: Period,
    pub head: model::ReportHead,
    /// The day from which it is public.
    pub public: jiff::civil::Date,
    pub status: Option<StatusIx>,
    /// For each value, its indicator.
    pub indicators: Vec<IndicatorIx>,
    /// For each piece of evidence, the document it names.
    pub evidence: Vec<Option<Node>>,
    pub corrects: Option<ReportIx>,
    /// The corrections of it, oldest first.
    pub corrections: Vec<ReportIx>,
    pub texts: Vec<ReportText>,
}

#[derive(Debug)]
pub struct LinkedDepartment {
    pub municipality: MunicipalityIx,
    pub record: Arc<model::Department>,
    pub successors: Vec<DepartmentIx>,
    pub predecessors: Vec<DepartmentIx>,
    pub leads: Vec<CommitmentIx>,
    pub supports: Vec<CommitmentIx>,
}

#[derive(Debug)]
pub struct LinkedArea {
    pub municipality: MunicipalityIx,
    pub record: Arc<model::Area>,
    pub commitments: Vec<CommitmentIx>,
}

#[derive(Debug)]
pub struct LinkedSubject {
    pub record: Arc<model::Subject>,
    pub commitments: Vec<CommitmentIx>,
    /// By reading.
    pub terms: Vec<TermIx>,
}

#[derive(Debug)]
pub struct LinkedTerm {
    pub id: Id,
    pub reading: Option<Box<str>>,
    pub abbreviation: Option<Box<str>>,
    pub not_inside: Vec<Box<str>>,
    pub subjects: Vec<SubjectIx>,
    pub related: Vec<TermIx>,
    pub source: Option<(Node, Option<Box<str>>)>,
    pub texts: Vec<TermText>,
}

#[derive(Debug)]
pub struct LinkedPage {
    pub address: Box<str>,
    /// The municipality or document in whose folder it stands.
    pub parent: Option<Node>,
    /// The template of the theme that shows it in the place of that of plain pages.
    pub template: Option<Id>,
    pub texts: Vec<PageText>,
}

impl Site {
    pub(crate) fn languages(&self) -> &[Language] {
        &self.settings.languages
    }

    /// The language of the sources.
    pub fn first_language(&self) -> Language {
        self.settings.first_language()
    }

    /// The text in `language`, or in another one with its language, for a page that must mark it.
    pub(crate) fn text<'a>(&self, text: &'a Text, language: Language) -> (Language, &'a str) {
        text.best(language, self.first_language())
            .expect("reading refuses a text without words")
    }

    /// The reports shown on the page of a node, those on a commitment's actions among them.
    pub(crate) fn reports_on(&self, node: Node) -> &[ReportIx] {
        let page = match node {
            Node::Action(index) => Node::Commitment(index.commitment),
            node => node,
        };
        self.reports_on.get(&page).map_or(&[], Vec::as_slice)
    }

    /// The lasting text of a node.
    pub(crate) fn introduction(&self, node: Node) -> Option<&Introduction> {
        self.introductions.get(&node)
    }

    /// The document that a node belongs to, if it belongs to one.
    pub(crate) fn document_of(&self, node: Node) -> Option<DocumentIx> {
        match node {
            Node::Document(document)
            | Node::Tally(TallyIx { document, .. })
            | Node::Table(TableIx { document, .. }) => Some(document),
            Node::Section(section) | Node::Statement(StatementIx { section, .. }) => {
                Some(self[section].document)
            }
            Node::Commitment(commitment)
            | Node::Action(ActionIx { commitment, .. })
            | Node::Indicator(IndicatorIx { commitment, .. }) => Some(self[commitment].document),
            _ => None,
        }
    }

    /// The commitments that take the place of another by an amendment.
    pub(crate) fn replaced_by(&self, index: AmendmentIx) -> &[CommitmentIx] {
        let all = &self[index.commitment].replaced_by;
        all.get(index.position()).map_or(&[], Vec::as_slice)
    }

    /// The links of a record.
    pub(crate) fn links_of(&self, node: Node) -> &[FollowedLink] {
        match node {
            Node::Document(index) => &self[index].links,
            Node::Commitment(index) => &self[index].links,
            _ => &[],
        }
    }

    pub(crate) fn backlinks(&self, node: Node) -> &[Backlink] {
        self.backlinks.get(&node).map_or(&[], Vec::as_slice)
    }
}

macro_rules! lists {
    ($($index:ty => $field:ident: $type:ty),+ $(,)?) => {$(
        impl std::ops::Index<$index> for Site {
            type Output = $type;

            fn index(&self, index: $index) -> &$type {
                &self.$field[index.position()]
            }
        }
    )+};
}

lists! {
    MunicipalityIx => municipalities: LinkedMunicipality,
    DocumentIx => documents: LinkedDocument,
    SectionIx => sections: LinkedSection,
    CommitmentIx => commitments: LinkedCommitment,
    ReportIx => reports: LinkedReport,
    DepartmentIx => departments: LinkedDepartment,
    AreaIx => areas: LinkedArea,
    SubjectIx => subjects: LinkedSubject,
    TermIx => terms: LinkedTerm,
    PageIx => pages: LinkedPage,
    StatusIx => scale: model::Status,
    AttachmentIx => attachments: Attachment,
}

/// The lists that are gone through as a whole; sections are found by their documents.
macro_rules! whole_lists {
    ($($index:ty => $field:ident),+ $(,)?) => {$(
        impl $index {
            /// Every one of a site, in its order.
            pub(crate) fn all(site: &Site) -> impl ExactSizeIterator<Item = Self> + use<> {
                (0..site.$field.len()).map(Self::at)
            }
        }
    )+};
}

whole_lists! {
    MunicipalityIx => municipalities,
    DocumentIx => documents,
    CommitmentIx => commitments,
    ReportIx => reports,
    DepartmentIx => departments,
    AreaIx => areas,
    SubjectIx => subjects,
    TermIx => terms,
    PageIx => pages,
    StatusIx => scale,
    AttachmentIx => attachments,
}

macro_rules! lists_of_records {
    ($($index:ty => $owner:ident: $owner_index:ty, $record:ident.$field:ident: $type:ty),+ $(,)?) => {$(
        impl $index {
            /// Every one that its owner has, in printed order.
            pub fn all_of(site: &Site, $owner: $owner_index) -> impl Iterator<Item = Self> + use<> {
                (0..site[$owner].$record.$field.len()).map(move |position| Self::at($owner, position))
            }
        }

        impl std::ops::Index<$index> for Site {
            type Output = $type;

            fn index(&self, index: $index) -> &$type {
                &self[index.$owner].$record.$field[index.position()]
            }
        }
    )+};
}

lists_of_records! {
    StatementIx => section: SectionIx, record.statements: model::Statement,
    ActionIx => commitment: CommitmentIx, record.actions: model::Action,
    MilestoneIx => commitment: CommitmentIx, record.milestones: model::Milestone,
    IndicatorIx => commitment: CommitmentIx, record.indicators: model::Indicator,
    AmendmentIx => commitment: CommitmentIx, record.amendments: model::Amendment,
    TallyIx => document: DocumentIx, record.tallies: model::Tally,
    TableIx => document: DocumentIx, record.tables: model::Table,
    ValueIx => report: ReportIx, head.values: model::Value,
}
