//! What was sealed must stand: every sealed value is compared with the record. A change needs an amendment,
//! never an edit.

use crate::diagnostic::{At, Code, Diagnostic, Message, Place};
use crate::model::ledger::Line;
use crate::seal::{self, Change, Entry};
use crate::site::{Document, DocumentIx, Site};
use std::collections::HashMap;

/// How much of a long text a message shows around what has changed, in characters.
const AROUND: usize = 20;

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    // A site that has begun to seal is sealed as a whole: a ledger that is missing may have been taken away.
    if site
        .documents
        .iter()
        .all(|document| document.ledger.lines.is_empty())
    {
        return;
    }
    let later = seal::later(site);
    for (at, document) in site.documents.iter().enumerate() {
        let entries = seal::entries(site, DocumentIx::at(at));
        let by_address: HashMap<&str, &Entry> = entries
            .iter()
            .map(|entry| (entry.address.as_str(), entry))
            .collect();
        for line in &document.ledger.lines {
            match by_address.get(&*line.address) {
                None if later.contains(&*line.address) => {}
                None => problems.push(gone(document, line)),
                // What the law requires removed may go.
                Some(entry) if entry.value["redacted"] == true => {}
                Some(entry) => problems.extend(
                    seal::changes(&line.value, &entry.value)
                        .into_iter()
                        .map(|change| changed((document, line), entry, &change)),
                ),
            }
        }
        let missing: Vec<&Entry> = seal::unsealed(&document.ledger, &entries, site.options.as_of)
            .filter(|entry| !entry.is_report)
            .collect();
        if let Some(first) = missing.first() {
            problems.push(unsealed(first, missing.len()));
        }
    }
}

fn changed((document, line): (&Document, &Line), entry: &Entry, change: &Change) -> Diagnostic {
    let (before, after) = around(&change.before, &change.after);
    let (address, field) = (&line.address, &change.field);
    let remedy = match entry.is_report {
        true => Message::new(
            "報告を元に戻し、誤りは訂正（correction）の報告を加えて正してください",
            "put the report back, and add a `correction` that mends it",
        ),
        false => Message::new(
            "封印された文に戻し、変更は amendments に日付・理由とともに書いてください",
            "put back what was sealed, and write the change into `amendments` with its date and reason",
        ),
    };
    Diagnostic::error(
        Code::SealChanged,
        place_of(entry, change),
        Message::new(
            format!("封印された {address} の {field} が変わっています\n封印: {before}\n現在: {after}"),
            format!("the sealed {field} of {address} has changed\n  sealed: {before}\n     now: {after}"),
        ),
    )
    .also(
        Place::span(&document.ledger.file, line.span.clone()),
        Message::new(
            format!("{} に封印されました", line.date.key()),
            format!("sealed on {}", line.date.key()),
        ),
    )
    .remedy(remedy)
}

/// Where the field stands, if it is one that the record names in the same way and still has.
fn place_of(entry: &Entry, change: &Change) -> Place {
    let field = change.field.as_str();
    match &entry.place.at {
        At::Yaml(path)
            if path.steps().last().is_some_and(|step| step.key() == "id")
                && !change.after.is_empty()
                && matches!(field, "text" | "heading" | "deadline" | "total" | "kind") =>
        {
            let mut path = path.clone();
            path.pop();
            Place::yaml(&entry.place.file, path.entry(field))
        }
        _ => entry.place.clone(),
    }
}

fn gone(document: &Document, line: &Line) -> Diagnostic {
    let address = &line.address;
    Diagnostic::error(
        Code::SealGone,
        Place::file(&document.file),
        Message::new(
            format!("封印された {address} が記録にありません"),
            format!("the sealed {address} is no longer in the record"),
        ),
    )
    .also(
        Place::span(&document.ledger.file, line.span.clone()),
        Message::new(
            format!("{} に封印されました", line.date.key()),
            format!("sealed on {}", line.date.key()),
        ),
    )
    .remedy(Message::new(
        "項目と id、または報告を元に戻してください。項目の取り下げは amendments に kind: withdraw として書き\
         ます",
        "put it back with its id; the withdrawal of a commitment is written into `amendments` as kind: \
         withdraw",
    ))
}

fn unsealed(first: &Entry, count: usize) -> Diagnostic {
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
    .remedy(Message::new(
        "新しいものなら、確かめてから koyaku seal を実行してください。台帳が消えたのなら元に戻してください",
        "if they are new, proofread them and run `koyaku seal`; if their ledger is gone, put it back",
    ))
}

/// The part of two texts in which they differ, with a little on either side.
fn around(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let start = old
        .iter()
        .zip(&new)
        .take_while(|(one, other)| one == other)
        .count();
    let most = old.len().min(new.len()) - start;
    let end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(one, other)| one == other)
        .count();
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
