//! Indices into a linked site. An index is only made by linking, so it always points at something.

macro_rules! indices {
    ($($name:ident => $field:ident),+ $(,)?) => {$(
        #[doc = concat!("The position of an entry in `Site::", stringify!($field), "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The index of the entry at `position` of its list.
            pub(crate) fn at(position: usize) -> Self {
                Self(u32::try_from(position).expect("a site holds fewer than 2^32 entries of a kind"))
            }

            pub fn position(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

indices! {
    MunicipalityIx => municipalities,
    DocumentIx => documents,
    SectionIx => sections,
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

macro_rules! parts {
    ($($name:ident of $owner:ident: $index:ty),+ $(,)?) => {$(
        #[doc = concat!("A part of a ", stringify!($owner), ", by its place in the list of the record.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            pub $owner: $index,
            place: u32,
        }

        impl $name {
            pub(crate) fn at($owner: $index, position: usize) -> Self {
                let place = u32::try_from(position).expect("a record holds fewer than 2^32 parts");
                Self { $owner, place }
            }

            /// From 0.
            pub fn position(self) -> usize {
                self.place as usize
            }
        }
    )+};
}

parts! {
    StatementIx of section: SectionIx,
    ActionIx of commitment: CommitmentIx,
    MilestoneIx of commitment: CommitmentIx,
    IndicatorIx of commitment: CommitmentIx,
    AmendmentIx of commitment: CommitmentIx,
    TallyIx of document: DocumentIx,
    TableIx of document: DocumentIx,
    ValueIx of report: ReportIx,
}

/// Anything that has an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    Municipality(MunicipalityIx),
    Document(DocumentIx),
    Section(SectionIx),
    Statement(StatementIx),
    Commitment(CommitmentIx),
    Action(ActionIx),
    Indicator(IndicatorIx),
    Tally(TallyIx),
    Table(TableIx),
    Department(DepartmentIx),
    Area(AreaIx),
    Subject(SubjectIx),
    Term(TermIx),
    Page(PageIx),
}

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextSource {
    /// What the settings say of the whole site, on its home page.
    Home,
    Node(Node),
    Report(ReportIx),
}
