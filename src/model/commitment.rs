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
    /// Its name within the document, mostly the number printed beside it: `24`, `1-2-3`. It ends the
    /// address of its page.
    pub id: Id,
    /// What sort of undertaking it is: only manifestos hold pledges (公約).
    pub kind: CommitmentKind,
    /// As printed, and only where the document prints one.
    pub heading: Option<Text>,
    /// The editors' short title.
    pub title: Text,
    /// Word for word; absent only where actions carry the wording.
    pub text: Option<Text>,
    /// Misprints and doubtful readings in `heading` and `text`; empty where all is plain.
    #[serde(default)]
    pub sic: Vec<Sic>,
    /// What completing it would mean, by the words of the text; `None` where nobody has judged that.
    pub strength: Option<Strength>,
    /// A label of the document's `deadlines`; absent where none is stated.
    pub deadline: Option<Box<str>>,
    /// Dated steps that the text names; empty where it names none.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Statements of its own that the document prints apart, each with an id; empty where `text` says
    /// all.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// What the document measures it by; empty where it prints no indicator.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Who is responsible, in which years; empty where no source says. Not sealed: organisations change
    /// every April.
    #[serde(default)]
    pub departments: Vec<Responsibility>,
    /// Subjects of the settings that it is sorted under, by id. Our sorting, and not sealed.
    #[serde(default)]
    pub subjects: Vec<Id>,
    /// Districts of its city that it concerns, by id; empty where it concerns none in particular.
    #[serde(default)]
    pub areas: Vec<Id>,
    /// 再掲: the commitment that this one lists again.
    pub relists: Option<Address>,
    /// What was budgeted for it, a row for each fiscal year; empty where no source says.
    #[serde(default)]
    pub budget: Vec<Budget>,
    /// Reasoned pointers to other nodes, such as the initiative that carries out a pledge. Ours, and not
    /// sealed.
    #[serde(default)]
    pub links: Vec<LinkRecord>,
    /// Where it stood before: each address gets a page that leads here.
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
    /// Its name within the commitment, such as `a`. Its address is that of the commitment with `.a`.
    pub id: Id,
    /// Word for word, as printed.
    pub text: Text,
    /// Misprints and doubtful readings in `text`.
    #[serde(default)]
    pub sic: Vec<Sic>,
}

/// A misprint or a doubtful reading, left in the text as printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sic {
    /// The characters as they are printed: an exact part of the wording (`sic-not-in-text`).
    pub printed: Box<str>,
    /// What they are taken to mean. It is told beside the wording and never stands in it.
    pub read_as: Box<str>,
    /// `yes` where no other reading is possible. What holds a reading with `no` is not sealed.
    pub sure: Certainty,
}

/// A dated step that the text itself names. Either `fy` or `date` is given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// An exact part of the commitment's text.
    pub text: Text,
    /// The fiscal year by whose end the step is due.
    pub fy: Option<FiscalYear>,
    /// The day, month or year by whose last day the step is due.
    pub date: Option<Date>,
}

impl Milestone {
    /// When it is due: a fiscal year or a date.
    pub(crate) fn when(&self) -> Option<Period> {
        self.fy.map(Period::FiscalYear).or(self.date.map(Period::Date))
    }
}

/// Who is responsible, in which fiscal years.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    /// The department that answers for it (主担当), by its id in `municipality.yaml`.
    pub lead: Id,
    /// Departments that help it (協力), by id.
    #[serde(default)]
    pub support: Vec<Id>,
    /// The first fiscal year in which this holds; open where absent.
    pub from: Option<FiscalYear>,
    /// The last fiscal year in which this holds; open where absent.
    pub to: Option<FiscalYear>,
}

/// The money of one fiscal year, in thousands of yen (千円).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The fiscal year of the figures. One year stands once in a commitment (`period-twice`).
    pub fy: FiscalYear,
    /// 当初予算: what was budgeted before the year; `None` where no source says.
    pub initial: Option<Figure>,
    /// 補正後: the budget with its supplements; `None` where there was none or no source says.
    pub revised: Option<Figure>,
    /// 決算: what was spent in the end; `None` until it is published.
    pub settled: Option<Figure>,
}

impl Budget {
    /// One of its figures.
    pub(crate) fn figure(&self, stage: Stage) -> Option<&Figure> {
        match stage {
            Stage::Initial => self.initial.as_ref(),
            Stage::Revised => self.revised.as_ref(),
            Stage::Settled => self.settled.as_ref(),
        }
    }

    /// The place of one of its figures.
    pub(crate) fn figure_mut(&mut self, stage: Stage) -> &mut Option<Figure> {
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
    /// The node that it points at, in any document or city of the site.
    pub to: Address,
    /// In which relation the two stand. Pages of both ends say it, each from its side.
    pub kind: LinkKind,
    /// Why they belong together, in the editors' words. Both ends show it.
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
