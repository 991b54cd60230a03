//! Sealing, and comparing the ledgers of a site with those published before. Both need a site without errors
//! first.

use super::{Outcome, Request, pool, prepare};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Date;
use crate::site::{LedgerOwner, Site};
use crate::{desk, load, seal};
use std::path::Path;

/// Seals what is not sealed yet, in every record of the site, and says how much that was. With any error
/// nothing is sealed.
pub(crate) fn seal(request: &Request, date: Option<Date>) -> Outcome<Vec<Sealed>> {
    pool(request).install(|| {
        prepare(request, &|_, _, _| {}).then(|ready, problems| {
            let site = ready.site();
            let today = || Date::Day(site.settings.time_zone.0.to_datetime(request.now).date());
            let date = date.unwrap_or_else(today);
            let owners = site.ledger_owners();
            let sealed = owners.map(|owner| seal_record(site, owner, &request.root, date));
            let sealed: Result<Vec<Sealed>, Diagnostic> = sealed.collect();
            let sealed = sealed.map_err(|problem| problems.push(problem)).ok()?;
            // What sealing has just mended is no longer a problem.
            problems.retain(|problem| problem.code != Code::SealMissing);
            Some(sealed)
        })
    })
}

/// What sealing did to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sealed {
    /// The name of its ledger: `atsugi/manifesto`.
    pub name: String,
    /// How many entries were added to its ledger.
    pub added: usize,
    /// How many entries its ledger had before.
    pub known: usize,
    /// The addresses of what was left out because it cannot be read surely.
    pub unsure: Vec<String>,
}

fn seal_record(site: &Site, owner: LedgerOwner, root: &Path, date: Date) -> Result<Sealed, Diagnostic> {
    let ledger = site.ledger(owner);
    let entries = seal::entries(site, owner);
    let unsealed = seal::unsealed(ledger, &entries, date.last_day());
    let new: Vec<_> = unsealed
        .iter()
        .map(|unsealed| (&*unsealed.entry.address, unsealed.value()))
        .collect();
    if !new.is_empty() {
        desk::ledger::append(root, &ledger.file, &ledger.text, &ledger.continued(&new, date))?;
    }
    // What is sealed by itself is not named beside what it belongs to.
    let unsure = entries
        .iter()
        .filter(|entry| !entry.sure && !entry.address.contains('#') && ledger.find(&entry.address).is_none());
    Ok(Sealed {
        name: site.ledger_name(owner),
        added: new.len(),
        known: ledger.lines.len(),
        unsure: unsure.map(|entry| entry.address.clone()).collect(),
    })
}

/// Whether the ledgers of the site continue those of a site published before; how many were compared.
pub(crate) fn verify(request: &Request, previous: &Path) -> Outcome<usize> {
    pool(request).install(|| {
        prepare(request, &|_, _, _| {}).then(|ready, problems| {
            let found = compare_published(ready.site(), previous);
            let compared = found.len();
            let before = problems.len();
            problems.extend(found.into_iter().filter_map(Result::err));
            (problems.len() == before).then_some(compared)
        })
    })
}

/// The ledgers of the output that is about to be replaced which what takes its place does not continue. A
/// site as of an earlier day has shorter ledgers, and would break the chain for whoever builds after it.
pub(crate) fn compare_with_output(site: &Site, out: &Path) -> Vec<Diagnostic> {
    let published = load::published::ledgers(out);
    let compared = published.iter().map(|ledger| {
        seal::continues(site, &ledger.name, &ledger.text)?;
        seal::is_published_whole(site, &ledger.name, &ledger.text)
    });
    compared.filter_map(Result::err).collect()
}

/// For each published ledger, whether the site continues it.
pub(crate) fn compare_published(site: &Site, published: &Path) -> Vec<Result<(), Diagnostic>> {
    load::published::ledgers(published)
        .iter()
        .map(|ledger| seal::continues(site, &ledger.name, &ledger.text))
        .collect()
}
