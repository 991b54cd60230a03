//! A commitment and the parts of it that the record prints: statements of its own, milestones, departments,
//! budget, links.

use super::walk::{ALONE, Free, SEALED, Seal, figure, name, ours, parts, printed, title, walk};
use super::{
    Address, Amendment, Certainty, CommitmentKind, Date, Figure, FiscalYear, Id, Indicator, LinkKind, Period,
    Strength, Text, choice::Stage,
};
use serde::Deserialize;

/// One undertaking, with the wording it was printed in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    pub id: Id,
    pub kind: CommitmentKind,
    /// As printed, and only where the document prints one.
    pub heading: Option<Text>,
    /// The editors' short title.
    pub title: Text,
    /// Word for word; absent only where actions carry the wording.
    pub text: Option<Text>,
    #[serde(default)]
    pub sic: Vec<Sic>,
    pub strength: Option<Strength>,
    /// A label of the document's `deadlines`; absent where none is stated.
    pub deadline: Option<Box<str>>,
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    #[serde(default)]
    pub actions: Vec<Action>,
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    #[serde(default)]
    pub departments: Vec<Responsibility>,
    #[serde(default)]
    pub subjects: Vec<Id>,
    #[serde(default)]
    pub areas: Vec<Id>,
    /// 再掲: the commitment that this one lists again.
    pub relists: Option<Address>,
    #[serde(default)]
    pub budget: Vec<Budget>,
    #[serde(default)]
    pub links: Vec<LinkRecord>,
    #[serde(default)]
    pub formerly: Vec<Address>,
    /// Changes in the order in which they were made. What stands above is the original and stays as it is.
    #[serde(default)]
    pub amendments: Vec<Amendment>,
}

/// One of a commitment's own statements.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: Id,
    pub text: Text,
    #[serde(default)]
    pub sic: Vec<Sic>,
}

/// A misprint or a doubtful reading, left in the text as printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sic {
    pub printed: Box<str>,
    pub read_as: Box<str>,
    pub sure: Certainty,
}

/// A dated step that the text itself names. Either `fy` or `date` is given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// An exact part of the commitment's text.
    pub text: Text,
    pub fy: Option<FiscalYear>,
    pub date: Option<Date>,
}

impl Milestone {
    /// When it is due: a fiscal year or a date.
    pub fn when(&self) -> Option<Period> {
        self.fy.map(Period::FiscalYear).or(self.date.map(Period::Date))
    }
}

/// Who is responsible, in which fiscal years.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    pub lead: Id,
    #[serde(default)]
    pub support: Vec<Id>,
    pub from: Option<FiscalYear>,
    pub to: Option<FiscalYear>,
}

/// The money of one fiscal year, in thousands of yen (千円).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    pub fy: FiscalYear,
    pub initial: Option<Figure>,
    pub revised: Option<Figure>,
    pub settled: Option<Figure>,
}

impl Budget {
    /// One of its figures.
    pub fn figure(&self, stage: Stage) -> Option<&Figure> {
        match stage {
            Stage::Initial => self.initial.as_ref(),
            Stage::Revised => self.revised.as_ref(),
            Stage::Settled => self.settled.as_ref(),
        }
    }

    /// The place of one of its figures.
    pub fn figure_mut(&mut self, stage: Stage) -> &mut Option<Figure> {
        match stage {
            Stage::Initial => &mut self.initial,
            Stage::Revised => &mut self.revised,
            Stage::Settled => &mut self.settled,
        }
    }
}

/// A reasoned pointer to another node.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkRecord {
    pub to: Address,
    pub kind: LinkKind,
    pub reason: Text,
}

walk!(Commitment {
    id: name(Seal::Address).exported(),
    kind: figure(SEALED).exported(),
    title: title(Seal::Free(Free::OurTitle)).exported(),
    heading: printed(SEALED),
    text: printed(SEALED).exported(),
    sic: parts(),
    strength: figure(ALONE).exported(),
    deadline: printed(SEALED).untranslated().unsearched().exported(),
    relists: name(SEALED).exported(),
    milestones: parts().exported(),
    actions: parts(),
    indicators: parts(),
    departments: parts(),
    subjects: name(Seal::Free(Free::Subject)),
    areas: name(Seal::Free(Free::District)),
    budget: parts(),
    links: parts(),
    formerly: name(Seal::Free(Free::Moved)),
    amendments: parts(),
});

walk!(Action {
    id: name(Seal::Address),
    text: printed(SEALED.once("")),
    sic: parts(),
});

walk!(Sic {
    printed: printed(Seal::Free(Free::Misprint)).untranslated().unsearched(),
    read_as: ours(Seal::Free(Free::Misprint)).untranslated().unsearched(),
    sure: figure(Seal::Free(Free::Misprint)),
});

walk!(Milestone {
    text: printed(SEALED).unsearched().exported(),
    fy: figure(SEALED.once("when")).exported(),
    date: figure(SEALED.once("when")).exported(),
});

walk!(Responsibility {
    lead: name(Seal::Free(Free::Department)),
    support: name(Seal::Free(Free::Department)),
    from: figure(Seal::Free(Free::Department)),
    to: figure(Seal::Free(Free::Department)),
});

walk!(Budget {
    fy: figure(Seal::Address),
    initial: figure(ALONE),
    revised: figure(ALONE),
    settled: figure(ALONE),
});

walk!(LinkRecord {
    to: name(Seal::Free(Free::Link)),
    kind: figure(Seal::Free(Free::Link)),
    reason: ours(Seal::Free(Free::Link)),
});
