//! Indices into a linked site. An index is only made by linking, so it always points at something.

macro_rules! indices {
    ($($name:ident => $field:ident),+ $(,)?) => {$(
        #[doc = concat!("The position of an entry in `Site::", stringify!($field), "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

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
    ThemeIx => themes,
    TermIx => terms,
    PageIx => pages,
}

/// Anything that has an address. The second number counts within the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    Municipality(MunicipalityIx),
    Document(DocumentIx),
    Section(SectionIx),
    Statement(SectionIx, u32),
    Commitment(CommitmentIx),
    Action(CommitmentIx, u32),
    Indicator(CommitmentIx, u32),
    Tally(DocumentIx, u32),
    Table(DocumentIx, u32),
    Department(DepartmentIx),
    Area(AreaIx),
    Theme(ThemeIx),
    Term(TermIx),
    Page(PageIx),
}

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// What the settings say of the whole site, on its home page.
    Home,
    Node(Node),
    Report(ReportIx),
}
