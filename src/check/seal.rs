//! What was sealed must stand: every sealed value is compared with the record. A change needs an amendment,
//! never an edit.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::ledger::{Ledger, LedgerLine};
use crate::seal::{self, SealedChange, SealedEntry, Unsealed};
use crate::site::Site;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How much of a long text a message shows around what has changed, in characters.
const AROUND: usize = 20;

/// What stands behind the address of a report for the removal of its text.
const REDACTED: &str = "@redacted";

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    // A site that has begun to seal is sealed as a whole: a ledger that is missing may have been taken away.
    let mut owners = site.ledger_owners();
    if owners.all(|owner| site.ledger(owner).lines.is_empty()) {
        return;
    }
    let later = seal::later(site);
    for owner in site.ledger_owners() {
        let (ledger, file) = (site.ledger(owner), site.record_file(owner));
        let entries = seal::entries(site, owner);
        let addressed = entries.iter().map(|entry| (entry.address.as_str(), entry));
        let by_address: HashMap<&str, &SealedEntry> = addressed.collect();
        let mut known = HashSet::new();
        for line in ledger.lines.iter().filter(|line| known.insert(&line.address)) {
            match by_address.get(&*line.address) {
                None if later.contains(line.address.trim_end_matches(REDACTED)) => {}
                None => problems.push(gone(ledger, file, line)),
                // What the law requires removed may go.
                Some(entry) if entry.is_redacted => {}
                Some(entry) => {
                    let changes = seal::changes(ledger, entry).into_iter();
                    problems.extend(changes.map(|change| changed(ledger, line, entry, change)));
                }
            }
        }
        let missing = seal::unsealed(ledger, &entries, site.options.as_of);
        let (further, new): (Vec<_>, Vec<_>) = missing.iter().partition(|missing| missing.is_further);
        let mut new = new.into_iter().filter(|missing| !missing.entry.is_report);
        if let Some(first) = new.next() {
            problems.push(unsealed(first.entry, 1 + new.count()));
        }
        if let Some(first) = further.first() {
            problems.push(unsealed_fields(first, further.len()));
        }
    }
}

fn changed(ledger: &Ledger, line: &LedgerLine, entry: &SealedEntry, change: SealedChange) -> Diagnostic {
    let (address, field) = (&line.address, &change.field);
    let message = if field == seal::BODY {
        // Its words are not in the ledger, only their digest.
        WORDS.say("body-changed", &[("address", &address)])
    } else {
        let (before, after) = around(&change.before, &change.after);
        WORDS.say(
            "field-changed",
            &[
                ("address", &address),
                ("field", &field),
                ("before", &before),
                ("after", &after),
            ],
        )
    };
    let remedy = match entry.is_report {
        true => WORDS.say("report-changed.remedy", &[]),
        false => WORDS.say("field-changed.remedy", &[]),
    };
    let sealed = WORDS.say("sealed-on", &[("date", &line.date.key())]);
    Diagnostic::error(Code::SealChanged, change.place, message)
        .also(Place::span(&ledger.file, line.span.clone()), sealed)
        .remedy(remedy)
}

fn gone(ledger: &Ledger, file: &Arc<str>, line: &LedgerLine) -> Diagnostic {
    let address = &line.address;
    let place = Place::file(file);
    let sealed = WORDS.say("seal-gone.also", &[("date", &line.date.key())]);
    WORDS
        .error(Code::SealGone, place, "seal-gone", &[("address", &address)])
        .also(Place::span(&ledger.file, line.span.clone()), sealed)
}

fn unsealed(first: &SealedEntry, count: usize) -> Diagnostic {
    Diagnostic::warning(
        Code::SealMissing,
        first.place.clone(),
        Message::new(
            format!("{} など {count} 件がまだ封印されていません", first.address),
            match count {
                1 => format!("{} is not sealed yet", first.address),
                _ => format!("{count} entries are not sealed yet, {} among them", first.address),
            },
        ),
    )
    .remedy(WORDS.say("unsealed.remedy", &[]))
}

/// What koyaku has come to seal since a ledger was written.
fn unsealed_fields(first: &Unsealed, count: usize) -> Diagnostic {
    let address = &first.entry.address;
    let names: Vec<&str> = first.leaves.iter().map(|leaf| &*leaf.path).collect();
    let leaf = first.leaves.first();
    let place = leaf.map_or(&first.entry.place, |leaf| &leaf.place);
    let (ja, en) = (names.join("、"), names.join(", "));
    Diagnostic::warning(
        Code::SealMissing,
        place.clone(),
        Message::new(
            format!(
                "封印された {address} に、まだ封印されていない欄があります: {ja}（このようなものは \
                 {count} 件）"
            ),
            match count {
                1 => format!("fields of the sealed {address} are not sealed yet: {en}"),
                _ => format!(
                    "fields of {count} sealed entries are not sealed yet, among them of {address}: \
                     {en}"
                ),
            },
        ),
    )
    .remedy(WORDS.say("unsealed-fields.remedy", &[]))
}

/// The part of two texts in which they differ, with a little on either side.
fn around(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let both = old.iter().zip(&new);
    let start = both.take_while(|(one, other)| one == other).count();
    let rest = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = rest.take_while(|(one, other)| one == other).count();
    let cut = |text: &[char]| {
        if text.is_empty() {
            return "―".to_owned();
        }
        let from = start.saturating_sub(AROUND);
        let to = (text.len() - end + AROUND).min(text.len());
        let middle: String = text[from..to].iter().collect::<String>().replace('\n', "⏎");
        format!(
            "{}「{middle}」{}",
            if from > 0 { "…" } else { "" },
            if to < text.len() { "…" } else { "" }
        )
    };
    (cut(&old), cut(&new))
}
