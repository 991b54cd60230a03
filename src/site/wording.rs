//! What a commitment says on the day of the build: its original wording with the amendments made until then.

use super::linked::Site;
use super::node::{ActionIx, AmendmentIx, CommitmentIx, IndicatorIx};
use crate::model::{
    Action, AmendedField, Amendment, AmendmentKind, Budget, Commitment, Figure, Indicator, Language,
    Strength, Target, Text,
};
use std::borrow::Cow;

/// Whether a commitment still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Stands,
    Withdrawn(AmendmentIx),
    /// Merged into others, or split into several.
    Replaced(AmendmentIx),
}

impl Site {
    /// The amendments in force, oldest first.
    pub(crate) fn amendments_of(
        &self,
        index: CommitmentIx,
    ) -> impl Iterator<Item = (AmendmentIx, &Amendment)> {
        let as_of = self.day_for(Some(self[index].document));
        AmendmentIx::all_of(self, index)
            .zip(&self[index].record.amendments)
            .filter(move |(_, amendment)| amendment.date.last_day() <= as_of)
    }

    /// A commitment as it holds on the day of the build, with its amendments folded in.
    pub(crate) fn current_of(&self, index: CommitmentIx) -> Cow<'_, Commitment> {
        let record = &*self[index].record;
        if record.amendments.is_empty() {
            return Cow::Borrowed(record);
        }
        Cow::Owned(Commitment {
            heading: self.heading_of(index).cloned(),
            text: self.text_of(index).cloned(),
            deadline: self.deadline_label_of(index).map(Box::from),
            strength: self.strength_of(index),
            budget: self.budget_of(index).into_owned(),
            actions: ActionIx::all_of(self, index)
                .map(|action| Action {
                    text: self.action_of(action).clone(),
                    ..self[action].clone()
                })
                .collect(),
            indicators: IndicatorIx::all_of(self, index)
                .map(|indicator| self.indicator_of(indicator).into_owned())
                .collect(),
            ..record.clone()
        })
    }

    /// The wording that holds; `None` where only actions carry it.
    pub(crate) fn text_of(&self, index: CommitmentIx) -> Option<&Text> {
        self.amended(index, &AmendedField::Text)
            .or(self[index].record.text.as_ref())
    }

    pub(crate) fn heading_of(&self, index: CommitmentIx) -> Option<&Text> {
        self.amended(index, &AmendedField::Heading)
            .or(self[index].record.heading.as_ref())
    }

    /// The label of the deadline that holds.
    pub(crate) fn deadline_label_of(&self, index: CommitmentIx) -> Option<&str> {
        let first = self.first_language();
        let amended = self
            .amended(index, &AmendedField::Deadline)
            .and_then(|label| label.get(first, first));
        amended.or(self[index].record.deadline.as_deref())
    }

    /// What completion would mean, by the words that hold.
    pub(crate) fn strength_of(&self, index: CommitmentIx) -> Option<Strength> {
        let first = self.first_language();
        let amended = self
            .amended(index, &AmendedField::Strength)
            .and_then(|word| word.get(first, first))
            .and_then(|word| Strength::ALL.iter().find(|strength| strength.word() == word));
        amended.copied().or(self[index].record.strength)
    }

    /// The budgets that hold.
    pub(crate) fn budget_of(&self, index: CommitmentIx) -> Cow<'_, [Budget]> {
        let first = self.first_language();
        let mut current = Cow::Borrowed(&*self[index].record.budget);
        for (_, amendment) in self.amendments_of(index) {
            let Some(AmendedField::Budget(year, stage)) = &amendment.field else {
                continue;
            };
            let to = amendment.to.as_ref().and_then(|to| to.get(first, first));
            let rows = current.to_mut().iter_mut().find(|row| row.fy == *year);
            if let (Some(row), Some(figure)) = (rows, to.and_then(|to| Figure::parse(to).ok())) {
                *row.figure_mut(*stage) = Some(figure);
            }
        }
        current
    }

    /// The wording of an action that holds.
    pub(crate) fn action_of(&self, index: ActionIx) -> &Text {
        self.amended(index.commitment, &AmendedField::Action(self[index].id.clone()))
            .unwrap_or(&self[index].text)
    }

    /// An indicator with the targets that hold.
    pub(crate) fn indicator_of(&self, index: IndicatorIx) -> Cow<'_, Indicator> {
        let record = &self[index];
        let first = self.first_language();
        let mut current = Cow::Borrowed(record);
        for (_, amendment) in self.amendments_of(index.commitment) {
            let Some(AmendedField::Target(id, period)) = &amendment.field else {
                continue;
            };
            let value = amendment
                .to
                .as_ref()
                .and_then(|to| to.get(first, first))
                .and_then(|to| Figure::parse(to).ok());
            let (true, Some(value)) = (*id == record.id, value) else {
                continue;
            };
            // A target that is changed when its time is over judges nothing any more; only our own slip is
            // mended.
            if amendment.is_late() && amendment.kind != AmendmentKind::Transcription {
                continue;
            }
            let targets = &mut current.to_mut().targets;
            match targets.iter_mut().find(|target| target.period == *period) {
                Some(target) => {
                    *target = Target {
                        value,
                        upper: target.upper.take(),
                        printed: None,
                        period: *period,
                    }
                }
                None => targets.push(Target {
                    period: *period,
                    value,
                    upper: None,
                    printed: None,
                }),
            }
        }
        current
    }

    /// Whether it still stands, has been withdrawn, or has been replaced by others.
    pub(crate) fn standing_of(&self, index: CommitmentIx) -> Standing {
        let last = self
            .amendments_of(index)
            .filter(|(_, amendment)| amendment.field.is_none())
            .last();
        match last.map(|(index, amendment)| (amendment.kind, index)) {
            Some((AmendmentKind::Withdraw, index)) => Standing::Withdrawn(index),
            Some((AmendmentKind::Merge | AmendmentKind::Split, index)) => Standing::Replaced(index),
            _ => Standing::Stands,
        }
    }

    /// What a field said before an amendment, and what it says after it, both in the language of the sources.
    pub(crate) fn change_of(&self, index: AmendmentIx) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
        let (before, after) = self.change_in(index, self.first_language())?;
        Some((Cow::Owned(before.unwrap_or_default()), Cow::Owned(after?)))
    }

    /// The same in another language, each where it is translated. `None` where no field is changed.
    pub(crate) fn change_in(
        &self,
        index: AmendmentIx,
        language: Language,
    ) -> Option<(Option<String>, Option<String>)> {
        let field = self[index].field.as_ref()?;
        let plain = |to: Option<&Text>| to?.get(language, self.first_language()).map(str::to_owned);
        let before = match self.change_before(index) {
            Some(earlier) => plain(earlier.to.as_ref()),
            None => self.original(index.commitment, field, language),
        };
        Some((before, plain(self[index].to.as_ref())))
    }

    /// Whether its words are other ones only because a slip in copying them was mended.
    pub(crate) fn is_only_transcribed(&self, index: CommitmentIx) -> bool {
        let mut rewordings = self
            .amendments_of(index)
            .filter(|(_, amendment)| amendment.is_rewording())
            .peekable();
        rewordings.peek().is_some()
            && rewordings.all(|(_, amendment)| amendment.kind == AmendmentKind::Transcription)
    }

    /// Whether an amendment has put other words in the place of a field's own, to which notes on doubtful
    /// readings belong.
    pub(crate) fn is_amended(&self, index: CommitmentIx, field: &AmendedField) -> bool {
        self.amended(index, field).is_some()
    }

    fn amended(&self, index: CommitmentIx, field: &AmendedField) -> Option<&Text> {
        let changes = self
            .amendments_of(index)
            .filter(|(_, amendment)| amendment.field.as_ref() == Some(field));
        changes.last().and_then(|(_, amendment)| amendment.to.as_ref())
    }

    /// The amendment before this one that changed the same field.
    pub(super) fn change_before(&self, index: AmendmentIx) -> Option<&Amendment> {
        let field = self[index].field.as_ref()?;
        self[index.commitment].record.amendments[..index.position()]
            .iter()
            .rev()
            .find(|earlier| earlier.field.as_ref() == Some(field))
    }

    /// The words that the record has in a field, before any amendment; `None` for a field that holds none.
    pub(super) fn original_text(&self, index: CommitmentIx, field: &AmendedField) -> Option<&Text> {
        let record = &self[index].record;
        match field {
            AmendedField::Text => record.text.as_ref(),
            AmendedField::Heading => record.heading.as_ref(),
            AmendedField::Action(id) => record
                .actions
                .iter()
                .find(|action| action.id == *id)
                .map(|action| &action.text),
            AmendedField::Deadline
            | AmendedField::Target(..)
            | AmendedField::Budget(..)
            | AmendedField::Strength => None,
        }
    }

    /// What the record says of a field, before any amendment.
    fn original(&self, index: CommitmentIx, field: &AmendedField, language: Language) -> Option<String> {
        let record = &self[index].record;
        match field {
            AmendedField::Text | AmendedField::Heading | AmendedField::Action(_) => {
                let text = self.original_text(index, field)?;
                text.get(language, self.first_language()).map(str::to_owned)
            }
            AmendedField::Deadline => record.deadline.as_deref().map(str::to_owned),
            AmendedField::Strength => record.strength.map(|strength| strength.word().to_owned()),
            AmendedField::Budget(year, stage) => {
                let row = record.budget.iter().find(|row| row.fy == *year)?;
                row.figure(*stage).map(|figure| figure.as_str().to_owned())
            }
            AmendedField::Target(id, period) => {
                let indicator = record.indicators.iter().find(|indicator| indicator.id == *id)?;
                indicator
                    .targets
                    .iter()
                    .find(|target| target.period == *period)
                    .map(|target| target.value.as_str().to_owned())
            }
        }
    }
}
