//! Indices into a linked site. An index is only made by linking, so it always points at something.

use super::linked::{
    Area, Commitment, Department, Document, Municipality, Page, Report, Section, Site, Subject, Term,
};

macro_rules! indices {
    ($($name:ident => $field:ident: $type:ty),+ $(,)?) => {$(
        #[doc = concat!("The position of an entry in [`Site::", stringify!($field), "`].")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The index of the entry at `position` of its list.
            pub(crate) fn at(position: usize) -> Self {
                Self(u32::try_from(position).expect("a site holds fewer than 2^32 entries of a kind"))
            }

            /// All of a site, in its order.
            pub fn all(site: &Site) -> impl Iterator<Item = Self> + use<> {
                (0..site.$field.len()).map(Self::at)
            }

            pub fn position(self) -> usize {
                self.0 as usize
            }
        }

        impl std::ops::Index<$name> for Site {
            type Output = $type;
            fn index(&self, index: $name) -> &$type {
                &self.$field[index.position()]
            }
        }
    )+};
}

indices! {
    MunicipalityIx => municipalities: Municipality,
    DocumentIx => documents: Document,
    SectionIx => sections: Section,
    CommitmentIx => commitments: Commitment,
    ReportIx => reports: Report,
    DepartmentIx => departments: Department,
    AreaIx => areas: Area,
    SubjectIx => subjects: Subject,
    TermIx => terms: Term,
    PageIx => pages: Page,
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
    Subject(SubjectIx),
    Term(TermIx),
    Page(PageIx),
}
