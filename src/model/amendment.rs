//! A dated, reasoned change to a commitment. The original wording stays in the record; what holds on a day is
//! the fold of the amendments made until then.

use super::walk::{SEALED, Seal, figure, name, ours, parts, printed, walk, written};
use super::{Address, AmendmentKind, Date, Evidence, FiscalYear, Id, Period, Text, choice::Stage};
use crate::diagnostic::{Code, Message, Refusal};
use serde::Deserialize;

/// One change, in the order in which they were made.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// When it took effect.
    pub date: Date,
    /// What sort of change it is. It decides which of `field`, `to` and `into` must be there
    /// (`amendment-shape`).
    pub kind: AmendmentKind,
    /// What it changes; absent where the commitment as a whole is withdrawn, merged or split.
    pub field: Option<AmendedField>,
    /// The new wording, label or value.
    pub to: Option<Text>,
    /// For a merge or a split: the commitments that take its place.
    #[serde(default)]
    pub into: Vec<Address>,
    /// Why it was made, in the editors' words. It is sealed with the change.
    pub reason: Text,
    /// Who decided it, such as the council; `None` where no source says.
    pub decided_by: Option<Text>,
    /// What a reader can open to check the change; may be empty.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// A sealed part of a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmendedField {
    /// `text`: the wording of the commitment itself.
    Text,
    /// `heading`: the heading that the document prints for the commitment.
    Heading,
    /// `deadline`: the printed label, which must be a key of the document's `deadlines`.
    Deadline,
    /// `actions.a`
    Action(Id),
    /// `indicators.tax-rate.FY2026`
    Target(Id, Period),
    /// `budget.FY2024.initial`
    Budget(FiscalYear, Stage),
    /// How strong the words are, which follows a change of wording, or was read wrongly.
    Strength,
}

impl Amendment {
    /// Whether it puts other words in the place of words, which have translations.
    pub(crate) fn is_rewording(&self) -> bool {
        use AmendedField::{Action, Heading, Text};
        use AmendmentKind::{Deadline, Figure, Target};
        matches!(self.field, Some(Text | Heading | Action(_)))
            && !matches!(self.kind, Deadline | Target | Figure)
    }

    /// Whether it changes a target whose time was over when it was made.
    pub(crate) fn is_late(&self) -> bool {
        let Some(AmendedField::Target(_, period)) = &self.field else {
            return false;
        };
        self.date.last_day() > period.last_day()
    }
}

impl AmendedField {
    /// # Errors
    /// A refusal that lists what can be amended.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let parts: Vec<&str> = text.split('.').collect();
        match parts[..] {
            ["text"] => Ok(AmendedField::Text),
            ["heading"] => Ok(AmendedField::Heading),
            ["deadline"] => Ok(AmendedField::Deadline),
            ["actions", id] => Id::parse(id).map(AmendedField::Action),
            ["strength"] => Ok(AmendedField::Strength),
            ["budget", year, stage] if Stage::ALL.iter().any(|one| one.word() == stage) => {
                let stage = Stage::ALL.iter().find(|one| one.word() == stage);
                let stage = *stage.expect("the guard has found it");
                Ok(AmendedField::Budget(FiscalYear::parse(year)?, stage))
            }
            ["indicators", id, period] => Ok(AmendedField::Target(Id::parse(id)?, Period::parse(period)?)),
            _ => {
                let message = Message::new(
                    format!("「{text}」は変更できる項目ではありません"),
                    format!("`{text}` is nothing that can be amended"),
                );
                Err(Refusal::new(Code::ValueChoice, message).remedy(Message::new(
                    "text、heading、deadline、strength、actions.<id>、indicators.<id>.<年度>、\
                     budget.<年度>.<initial|revised|settled> のいずれかを書いてください",
                    "write text, heading, deadline, strength, actions.<id>, indicators.<id>.<fiscal year> \
                     or budget.<fiscal year>.<initial|revised|settled>",
                )))
            }
        }
    }
}

impl std::fmt::Display for AmendedField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            AmendedField::Text => f.write_str("text"),
            AmendedField::Heading => f.write_str("heading"),
            AmendedField::Deadline => f.write_str("deadline"),
            AmendedField::Action(id) => write!(f, "actions.{id}"),
            AmendedField::Budget(year, stage) => write!(f, "budget.FY{}.{}", year.0, stage.word()),
            AmendedField::Strength => f.write_str("strength"),
            AmendedField::Target(id, period) => write!(f, "indicators.{id}.{}", period.key()),
        }
    }
}

written!(AmendedField: |value| value.to_string());

walk!(Amendment {
    date: figure(Seal::Address),
    kind: figure(SEALED),
    field: name(SEALED),
    to: printed(SEALED).unsearched(),
    into: name(SEALED),
    reason: ours(SEALED),
    decided_by: ours(SEALED),
    evidence: parts(),
});
