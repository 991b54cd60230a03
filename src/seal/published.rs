//! Compares the ledgers of the sources with those published last: what was published once must be continued,
//! never replaced.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::ledger::Ledger;
use crate::site::Site;
use std::sync::Arc;

/// Whether the ledger of a name continues the one that was published.
///
/// # Errors
/// `ledger-shortened` at the first line that is not where it was, or for a record that has gone.
pub(crate) fn continues(site: &Site, name: &str, published: &str) -> Result<(), Diagnostic> {
    let Some(ledger) = called(site, name) else {
        let file: Arc<str> = format!("seeds/{name}.yaml").into();
        return if published.is_empty() {
            Ok(())
        } else {
            Err(shortened(Place::file(&file), 1))
        };
    };
    if ledger.continues(published) {
        return Ok(());
    }
    let same = published
        .split_inclusive('\n')
        .zip(ledger.text.split_inclusive('\n'))
        .take_while(|(old, new)| old == new)
        .count();
    let place = ledger.lines.get(same).map_or_else(
        || Place::file(&ledger.file),
        |line| Place::span(&ledger.file, line.span.clone()),
    );
    Err(shortened(place, same + 1))
}

/// Whether a site as of its own day publishes at least what was published of a record before.
///
/// # Errors
/// `ledger-shortened` when it would publish less, because it is built as of an earlier day.
pub(crate) fn is_published_whole(site: &Site, name: &str, published: &str) -> Result<(), Diagnostic> {
    let Some(ledger) = called(site, name) else {
        return Ok(());
    };
    if ledger.until(site.options.as_of).len() >= published.len() {
        return Ok(());
    }
    let as_of = site.options.as_of;
    Err(Diagnostic::error(
        Code::LedgerShortened,
        Place::file(&ledger.file),
        Message::new(
            format!("{as_of} 時点のサイトは、書き出し先にある台帳より短い台帳を公開することになります"),
            format!("a site as of {as_of} would publish a shorter ledger than the one it replaces"),
        ),
    )
    .remedy(Message::new(
        "過去の時点のサイトは --out で別のフォルダーに書き出してください",
        "write a site as of an earlier day to another folder with --out",
    )))
}

fn called<'s>(site: &'s Site, name: &str) -> Option<&'s Ledger> {
    let mut owners = site.ledger_owners();
    let owner = owners.find(|owner| site.ledger_name(*owner) == name)?;
    Some(site.ledger(owner))
}

fn shortened(place: Place, line: usize) -> Diagnostic {
    Diagnostic::error(
        Code::LedgerShortened,
        place,
        Message::new(
            format!("公開済みの台帳の続きになっていません（{line}行目から違います）"),
            format!("this does not continue the published ledger, from which it differs in line {line}"),
        ),
    )
    .remedy(Message::new(
        "公開済みの台帳（公開先の data/ の下）を元に戻し、変更は amendments に書いてください",
        "put the published ledger back (under data/ of the published site), and write changes into \
         `amendments`",
    ))
}
