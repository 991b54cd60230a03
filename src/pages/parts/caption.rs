//! What stands under the quotation of a commitment: whether it is word for word, since when it is recorded
//! here, and whose the title is. It calls nothing a change that only mends a slip in copying, and names no
//! field as changed that is not.

use crate::html::format;
use crate::model::AmendedField;
use crate::pages::Scope;
use crate::site;
use crate::site::{CommitmentIx, Node};

/// Whole sentences.
pub(crate) fn caption(scope: &Scope, index: CommitmentIx) -> String {
    let reworded = scope.site.amendments_of(index).any(|(_, amendment)| {
        matches!(
            amendment.field,
            Some(AmendedField::Text | AmendedField::Heading | AmendedField::Action(_))
        )
    });
    let transcribed = reworded && scope.site.is_only_transcribed(index);
    let (wording, seal) = match (reworded, transcribed) {
        (_, true) => ("commitment.transcribed", "seal.transcribed"),
        (true, false) => ("commitment.amended", "seal.original"),
        (false, false) if scope.is_first() => ("commitment.verbatim", unchanged(scope, index)),
        (false, false) => ("commitment.verbatim_original", unchanged(scope, index)),
    };
    let sentences = [
        scope.fill(wording, &[("language", &scope.name_of_first())]),
        scope.word("commitment.title_is_ours").to_owned(),
    ]
    .into_iter()
    .chain(sealed(scope, index, seal));
    sentences.collect::<Vec<_>>().join(&scope.writing().gap)
}

/// What to say of a wording that stands: deadline and target may have changed all the same.
fn unchanged(scope: &Scope, index: CommitmentIx) -> &'static str {
    let changed = |wanted: fn(&AmendedField) -> bool| {
        scope
            .site
            .amendments_of(index)
            .any(|(_, amendment)| amendment.field.as_ref().is_some_and(wanted))
    };
    match (
        changed(|field| *field == AmendedField::Deadline),
        changed(|field| matches!(field, AmendedField::Target(..))),
    ) {
        (true, true) => "seal.terms",
        (true, false) => "seal.deadline",
        (false, true) => "seal.target",
        (false, false) => "seal.unchanged",
    }
}

/// The day on which the commitment was sealed, if that is past on the day of the site.
fn sealed(scope: &Scope, index: CommitmentIx, key: &str) -> Option<String> {
    let line = scope.site[scope.site[index].document]
        .ledger
        .find(&site::address(scope.site, Node::Commitment(index)))?;
    let date = format::date(line.date, scope.writing());
    (line.date.last_day() <= scope.site.options.as_of).then(|| scope.fill(key, &[("date", &date)]))
}
