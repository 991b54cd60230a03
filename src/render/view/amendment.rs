//! Changes to a commitment: what it said before, what it says after, with the difference marked, and who decided it and why.

use super::link::Link;
use super::passage::{Html, Passage};
use super::report::{self, Evidence};
use crate::model::amendment::{self, Field};
use crate::model::choice::AmendmentKind;
use crate::render::escape::escape;
use crate::render::terms;
use crate::render::scope::Scope;
use crate::render::theme::Filling;
use crate::site::{self, CommitmentIx, Node, page_of};
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// One change.
#[derive(Debug, Serialize)]
pub struct Amendment<'a> {
    /// Its anchor.
    pub id: String,
    pub when: Html,
    /// 文言の変更, 期限の変更 …
    pub kind: &'a str,
    /// What it changed, in words; absent where it concerns the whole commitment.
    pub field: Option<String>,
    /// What it said before, with what was taken out in `<del>`, in the language of the sources.
    pub before: Option<Html>,
    /// What it says after, with what was put in in `<ins>`.
    pub after: Option<Html>,
    /// The language of both.
    pub lang: &'a str,
    /// What takes its place. May be empty.
    pub into: Vec<Link<'a>>,
    pub reason: Html,
    pub decided_by: Option<Passage<'a>>,
    /// May be empty.
    pub evidence: Vec<Evidence<'a>>,
}

/// What has become of a commitment that no longer stands as it was.
#[derive(Debug, Serialize)]
pub struct Standing<'a> {
    /// `withdrawn` or `replaced`.
    pub kind: &'static str,
    pub sentence: String,
    /// What takes its place. May be empty.
    pub into: Vec<Link<'a>>,
}

/// The changes made until the day of the site, oldest first.
pub fn of_commitment<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Vec<Amendment<'s>> {
    scope.site.amendments_of(index).map(|(position, amendment)| of(scope, (index, position), amendment)).collect()
}

/// One change, for the page of its commitment and for the list of all.
pub fn of<'s>(scope: &Scope<'s>, (index, position): (CommitmentIx, usize), record: &'s amendment::Amendment) -> Amendment<'s> {
    let (before, after) = match scope.site.change_of(index, position) {
        Some((before, after)) => marked(&before, &after),
        None => (None, None),
    };
    let commitment = &scope.site[index];
    let evidence = record.evidence.iter().map(|piece| {
        let document = piece.document.as_ref().and_then(|address| scope.site.addresses.get(address.as_str()).copied());
        report::evidence(scope, piece, document.map(|node| page_of(scope.site, node).0))
    });
    Amendment {
        id: anchor(position),
        when: scope.date(record.date),
        kind: scope.choice("amendment", record.kind.word()),
        field: record.field.as_ref().map(|field| name(scope, index, field)),
        before,
        after,
        lang: scope.prepared.theme.voice(scope.first).texts.language_tag(),
        into: commitment.replaced_by.get(position).into_iter().flatten().map(|&other| scope.link(Node::Commitment(other))).collect(),
        reason: terms::running(scope, &record.reason),
        decided_by: scope.optional(record.decided_by.as_ref()),
        evidence: evidence.collect(),
    }
}

/// The anchor of a change on the page of its commitment.
pub fn anchor(position: usize) -> String {
    format!("_change-{}", position + 1)
}

/// What has become of a commitment; nothing while it stands.
pub fn standing<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Option<Standing<'s>> {
    let (kind, key, record) = match scope.site.standing_of(index) {
        site::Standing::Stands => return None,
        site::Standing::Withdrawn(record) => ("withdrawn", "standing.withdrawn", record),
        site::Standing::Replaced(record) if record.kind == AmendmentKind::Split => ("replaced", "standing.split", record),
        site::Standing::Replaced(record) => ("replaced", "standing.merged", record),
    };
    let position = scope.site[index].record.amendments.iter().position(|one| std::ptr::eq(one, record))?;
    let into = scope.site[index].replaced_by.get(position).into_iter().flatten();
    let date = crate::render::format::date(record.date, scope.language);
    Some(Standing {
        kind,
        sentence: scope.voice.texts.fill(key, &[("date", Filling::Text(&date))]),
        into: into.map(|&other| scope.link(Node::Commitment(other))).collect(),
    })
}

fn name(scope: &Scope, index: CommitmentIx, field: &Field) -> String {
    let texts = &scope.voice.texts;
    match field {
        Field::Text => texts.word("amended.text").to_owned(),
        Field::Heading => texts.word("amended.heading").to_owned(),
        Field::Deadline => texts.word("amended.deadline").to_owned(),
        Field::Action(id) => texts.fill("amended.action", &[("id", Filling::Text(id.as_str()))]),
        Field::Target(id, period) => {
            let indicators = &scope.site[index].record.indicators;
            let named = indicators.iter().find(|indicator| indicator.id == *id).map(|indicator| scope.text(&indicator.name).text);
            let period = crate::render::format::period(*period, scope.language);
            texts.fill("amended.target", &[("indicator", Filling::Text(&named.unwrap_or_default())), ("period", Filling::Text(&period))])
        }
    }
}

/// Both texts as HTML, character by character, because Japanese has no spaces to go by.
fn marked(before: &str, after: &str) -> (Option<Html>, Option<Html>) {
    let difference = TextDiff::from_chars(before, after);
    let (mut old, mut new) = (String::new(), String::new());
    let (mut deleting, mut inserting) = (false, false);
    for change in difference.iter_all_changes() {
        let tag = change.tag();
        switch(&mut old, (&mut deleting, tag == ChangeTag::Delete), "del", tag != ChangeTag::Insert);
        switch(&mut new, (&mut inserting, tag == ChangeTag::Insert), "ins", tag != ChangeTag::Delete);
        if tag != ChangeTag::Insert {
            escape(change.value(), &mut old);
        }
        if tag != ChangeTag::Delete {
            escape(change.value(), &mut new);
        }
    }
    switch(&mut old, (&mut deleting, false), "del", true);
    switch(&mut new, (&mut inserting, false), "ins", true);
    (Some(Html(old)).filter(|html| !html.0.is_empty()), Some(Html(new)))
}

/// Opens or closes an element where what follows belongs into it or no longer does. What does not concern this side changes nothing.
fn switch(out: &mut String, (open, wanted): (&mut bool, bool), element: &str, concerned: bool) {
    if !concerned || *open == wanted {
        return;
    }
    out.push_str(if wanted { "<" } else { "</" });
    out.push_str(element);
    out.push('>');
    *open = wanted;
}
