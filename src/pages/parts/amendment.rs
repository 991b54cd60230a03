//! Changes to a commitment: what it said before, what it says after, with the difference marked, and who
//! decided it and why.

use crate::html::{Html, Link, Passage, Untranslated, format};
use crate::model::{AmendedField, AmendmentKind, Id, Indicator, Period, Strength};
use crate::pages::parts::{deadline, difference, evidence};
use crate::pages::{EvidenceView, Scope, terms};
use crate::site;
use crate::site::{AmendmentIx, CommitmentIx, Node, page_of};
use serde::Serialize;

/// One change.
#[derive(Debug, Serialize)]
pub(crate) struct AmendmentView<'a> {
    /// Its anchor.
    pub id: String,
    pub when: Html,
    /// 文言の変更, 期限の変更 …
    pub kind: &'a str,
    /// What it changed, in words; absent where it concerns the whole commitment.
    pub field: Option<String>,
    /// What it said before, with what was taken out in `<del>`.
    pub before: Option<Side<'a>>,
    /// What it says after, with what was put in in `<ins>`.
    pub after: Option<Side<'a>>,
    /// What takes its place. May be empty.
    pub into: Vec<Link<'a>>,
    pub reason: Html,
    pub decided_by: Option<Passage<'a>>,
    /// May be empty.
    pub evidence: Vec<EvidenceView<'a>>,
}

/// What a field says, before or after a change.
#[derive(Debug, Serialize)]
pub(crate) struct Side<'a> {
    /// In the page's language, where that is not the language of the sources and a translation exists.
    pub translation: Option<Html>,
    /// As the record has it.
    pub original: Html,
    /// The language of the original.
    pub lang: &'a str,
    /// Whether the page's language lacks a translation, which deserves a visible word.
    pub untranslated: Untranslated,
}

/// What has become of a commitment that no longer stands as it was.
#[derive(Debug, Serialize)]
pub(crate) struct StandingView<'a> {
    /// `withdrawn` or `replaced`.
    pub kind: &'static str,
    pub sentence: String,
    /// What takes its place. May be empty.
    pub into: Vec<Link<'a>>,
}

/// The changes made until the day of the site, oldest first: those that only mend a slip in copying, which
/// are no change to the commitment, or all others.
pub(crate) fn changes<'s>(scope: &Scope<'s>, index: CommitmentIx, are_slips: bool) -> Vec<AmendmentView<'s>> {
    let all = scope.site.amendments_of(index);
    all.filter(|(_, record)| (record.kind == AmendmentKind::Transcription) == are_slips)
        .map(|(index, _)| amendment_view(scope, index))
        .collect()
}

/// One change, for the page of its commitment and for the list of all.
pub(crate) fn amendment_view<'s>(scope: &Scope<'s>, index: AmendmentIx) -> AmendmentView<'s> {
    let record = &scope.site[index];
    let (before, after) = sides(scope, index, record.field.as_ref());
    let evidence = record.evidence.iter().map(|piece| {
        let address = piece.document.as_ref();
        let node = address.and_then(|address| scope.site.addresses.get(address.as_str()));
        evidence::evidence_view(scope, piece, node.map(|node| page_of(scope.site, *node).0))
    });
    AmendmentView {
        id: anchor(index.position()),
        when: scope.date(record.date),
        kind: scope.choice("amendment", record.kind.word()),
        field: record
            .field
            .as_ref()
            .filter(|field| !says_itself(record.kind, field))
            .map(|field| name(scope, index.commitment, field)),
        before,
        after,
        into: scope.links(scope.site.replaced_by(index), Node::Commitment),
        reason: terms::running(scope, &record.reason),
        decided_by: scope.optional(record.decided_by.as_ref()),
        evidence: evidence.collect(),
    }
}

/// The anchor of a change on the page of its commitment.
pub(crate) fn anchor(position: usize) -> String {
    format!("_change-{}", position + 1)
}

/// What has become of a commitment; nothing while it stands.
pub(crate) fn standing<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Option<StandingView<'s>> {
    let (site::Standing::Withdrawn(amendment) | site::Standing::Replaced(amendment)) =
        scope.site.standing_of(index)
    else {
        return None;
    };
    let record = &scope.site[amendment];
    let (kind, key) = match record.kind {
        AmendmentKind::Withdraw => ("withdrawn", "standing.withdrawn"),
        AmendmentKind::Split => ("replaced", "standing.split"),
        _ => ("replaced", "standing.merged"),
    };
    let date = format::date(record.date, scope.writing());
    Some(StandingView {
        kind,
        sentence: scope.fill(key, &[("date", &date)]),
        into: scope.links(scope.site.replaced_by(amendment), Node::Commitment),
    })
}

/// Whether the kind of a change says which field it concerns.
fn says_itself(kind: AmendmentKind, field: &AmendedField) -> bool {
    kind == AmendmentKind::Deadline && *field == AmendedField::Deadline
}

/// Both sides of a change. What is not words has no language: a target is a figure with its unit.
fn sides<'s>(
    scope: &Scope<'s>,
    index: AmendmentIx,
    field: Option<&AmendedField>,
) -> (Option<Side<'s>>, Option<Side<'s>>) {
    let Some((before, after)) = scope.site.change_of(index) else {
        return (None, None);
    };
    if let Some(field @ (AmendedField::Target(..) | AmendedField::Budget(..) | AmendedField::Strength)) =
        field
    {
        let written = |value: &str| plain(scope, index.commitment, field, value);
        let (before, after) = difference::marked(&written(&before), &written(&after));
        let side = |html: Html| Side {
            translation: None,
            original: html,
            lang: scope.voice.texts.language_tag(),
            untranslated: Untranslated(false),
        };
        return (before.map(side), after.map(side));
    }
    let (old, new) = translations(scope, index, field);
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => difference::marked(&old, &new),
        (old, new) => [old, new].map(|text| text.as_deref().map(Html::text)).into(),
    };
    let (before, after) = difference::marked(&before, &after);
    let side = |original: Option<Html>, translation: Option<Html>| {
        let untranslated = Untranslated(!scope.is_first() && original.is_some() && translation.is_none());
        original.map(|original| Side {
            translation,
            original,
            lang: scope.first_tag(),
            untranslated,
        })
    };
    (side(before, old), side(after, new))
}

/// What both sides are in the page's language, where that is another one: labels of deadlines are read, words
/// are translated.
fn translations(
    scope: &Scope,
    index: AmendmentIx,
    field: Option<&AmendedField>,
) -> (Option<String>, Option<String>) {
    if scope.is_first() {
        return (None, None);
    }
    if field == Some(&AmendedField::Deadline) {
        let deadlines = &scope.site[scope.site[index.commitment].document].record.deadlines;
        let read = |label: &str| deadlines.get(label).map(|known| deadline::reading(scope, known));
        let change = scope.site.change_of(index);
        return change.map_or((None, None), |(before, after)| (read(&before), read(&after)));
    }
    scope.site.change_in(index, scope.language).unwrap_or_default()
}

fn indicator<'s>(scope: &Scope<'s>, index: CommitmentIx, id: &Id) -> Option<&'s Indicator> {
    let mut indicators = scope.site[index].record.indicators.iter();
    indicators.find(|indicator| indicator.id == *id)
}

/// What a change of a figure or of the strength puts before or after, in the page's language.
fn plain(scope: &Scope, index: CommitmentIx, field: &AmendedField, value: &str) -> String {
    match field {
        _ if value.is_empty() => String::new(),
        AmendedField::Target(id, _) => {
            let unit = indicator(scope, index, id).and_then(|indicator| indicator.unit.as_ref());
            let unit = scope.optional(unit).unwrap_or_default().text;
            format::with_unit(scope.writing(), &format::digits(value, scope.writing()), &unit)
        }
        AmendedField::Budget(..) => scope.fill(
            "amended.money",
            &[("figure", &format::digits(value, scope.writing()))],
        ),
        // What is no strength has been refused, and stands as it was written.
        _ if Strength::ALL.iter().all(|strength| strength.word() != value) => value.to_owned(),
        _ => scope.choice("strength", value).to_owned(),
    }
}

fn name(scope: &Scope, index: CommitmentIx, field: &AmendedField) -> String {
    let texts = &scope.voice.texts;
    match field {
        AmendedField::Text => texts.word("amended.text").to_owned(),
        AmendedField::Heading => texts.word("amended.heading").to_owned(),
        AmendedField::Deadline => texts.word("amended.deadline").to_owned(),
        AmendedField::Action(id) => texts.fill("amended.action", &[("id", &id.as_str())]),
        AmendedField::Strength => texts.word("amended.strength").to_owned(),
        AmendedField::Budget(year, stage) => {
            let year = format::period(Period::FiscalYear(*year), scope.writing());
            let stage = texts.word(&format!("budget.{}", stage.word()));
            texts.fill("amended.budget", &[("year", &year), ("stage", &stage)])
        }
        AmendedField::Target(id, period) => {
            let name = indicator(scope, index, id).map(|indicator| &indicator.name);
            let name = scope.optional(name).unwrap_or_default().text;
            let period = format::period(*period, scope.writing());
            texts.fill("amended.target", &[("indicator", &name), ("period", &period)])
        }
    }
}
