//! How many of a list of commitments have been judged, and how: always with the number of all, and never over
//! more than one city.

use crate::facts::{data_files, outline};
use crate::html::{Passage, format};
use crate::model::{Deadline, Family};
use crate::pages::parts::{deadline, status};
use crate::pages::{Scope, StatusView};
use crate::reckoning::share;
use crate::site::{
    CommitmentIx, Counted, DataFile, DocumentIx, MunicipalityIx, Node, PageAt, Spot, StatusIx,
};
use serde::Serialize;

/// The newest assessments of a list of commitments, counted.
#[derive(Debug, Serialize)]
pub(crate) struct Counts<'a> {
    /// How many commitments there are, those listed again not counted twice.
    pub total: usize,
    /// How many of them have an assessment kept here.
    pub assessed: usize,
    /// By status, in the order of the scale. Empty where nothing has been assessed.
    pub parts: Vec<StatusCount<'a>>,
    /// The same as a file; only cities and documents have one.
    pub csv: Option<String>,
}

/// One status.
#[derive(Debug, Serialize)]
pub(crate) struct StatusCount<'a> {
    pub status: StatusView<'a>,
    /// Every commitment of the city with this status; absent on that page itself.
    pub href: Option<String>,
    pub count: usize,
    /// Its share of those assessed in percent, with one place.
    pub percent: String,
    /// The same in whole hundredths, for the length of a bar.
    pub share: u32,
}

/// A group of commitments by the label of their deadline.
#[derive(Debug, Default, Serialize)]
pub(crate) struct DeadlineRow<'a> {
    /// As printed; absent for those without one.
    pub label: Option<Passage<'a>>,
    /// On pages of another language: the label in words of that language.
    pub reading: Option<String>,
    pub total: usize,
    pub assessed: usize,
    /// How many of them the newest assessment calls achieved.
    pub achieved: usize,
}

/// Counts a list of commitments of one city.
pub(crate) fn counts<'s>(scope: &Scope<'s>, commitments: &[CommitmentIx]) -> Counts<'s> {
    let first = commitments.first().map(|first| scope.site[*first].document);
    let municipality = first.map(|document| scope.site[document].municipality);
    let counted = scope.site.counted(commitments.iter().copied());
    shown(scope, municipality, &counted)
}

/// The commitments of a city, as they have been counted once for all pages and files.
pub(crate) fn of_city<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> Counts<'s> {
    let counts = shown(scope, Some(index), scope.facts.counted_in_city(index));
    with_file(scope, Node::Municipality(index), counts)
}

/// The commitments of a document, likewise.
pub(crate) fn of_document<'s>(scope: &Scope<'s>, index: DocumentIx) -> Counts<'s> {
    let city = Some(scope.site[index].municipality);
    let counts = shown(scope, city, scope.facts.counted_in_document(index));
    with_file(scope, Node::Document(index), counts)
}

fn with_file<'s>(scope: &Scope<'s>, node: Node, counts: Counts<'s>) -> Counts<'s> {
    let csv = (counts.assessed > 0)
        .then(|| scope.href_of_file(&data_files::path(scope.site, DataFile::Statuses(node))));
    Counts { csv, ..counts }
}

fn shown<'s>(scope: &Scope<'s>, municipality: Option<MunicipalityIx>, counted: &Counted) -> Counts<'s> {
    let assessed = counted.assessed;
    let parts = counted.statuses.iter().map(|&(status, count)| StatusCount {
        href: municipality.and_then(|municipality| link(scope, municipality, status)),
        status: status::status_word(scope, status),
        count,
        share: u32::try_from(count * 100 / assessed.max(1)).unwrap_or(100),
        percent: share::percent(count as u64, assessed as u64, 1).map_or(String::new(), |percent| {
            format::percent(&percent, scope.writing())
        }),
    });
    Counts {
        total: counted.total,
        assessed,
        parts: parts.collect(),
        csv: None,
    }
}

/// The page of a status in a city; nothing on that page itself.
pub(crate) fn link(scope: &Scope, municipality: MunicipalityIx, status: StatusIx) -> Option<String> {
    let page = PageAt::first(Spot::Status(municipality, scope.site.first_of_its_id(status)));
    (page.spot != scope.page.spot).then(|| scope.href(page))
}

/// Years first, the fewest before the most, then what has a day, then what has none.
fn order(deadline: &Deadline) -> (u8, u32) {
    match deadline {
        Deadline::WithinYears { years } => (0, u32::from(*years)),
        Deadline::ByDate { .. } | Deadline::ByFiscalYear { .. } => (1, 0),
        Deadline::Ongoing => (2, 0),
        Deadline::LongTerm => (3, 0),
    }
}

/// The commitments of a document by their deadlines, the soonest first. Empty where no deadline is printed.
pub(crate) fn by_deadline<'s>(scope: &Scope<'s>, document: DocumentIx) -> Vec<DeadlineRow<'s>> {
    let site = scope.site;
    let deadlines = &site[document].record.deadlines;
    let mut rows: Vec<(Option<&'s str>, DeadlineRow)> = Vec::new();
    for index in outline::listed_once(site, document) {
        let label = site.deadline_label_of(index);
        let at = rows
            .iter()
            .position(|(known, _)| *known == label)
            .unwrap_or_else(|| {
                let row = DeadlineRow {
                    label: label.map(|label| scope.printed(label)),
                    reading: deadline::reading_of(scope, &site[document].record, label),
                    ..DeadlineRow::default()
                };
                rows.push((label, row));
                rows.len() - 1
            });
        let row = &mut rows[at].1;
        row.total += 1;
        if let Some((status, _)) = site.status_of(Node::Commitment(index)) {
            row.assessed += 1;
            row.achieved += usize::from(status.family == Family::Achieved);
        }
    }
    if rows.iter().all(|(label, _)| label.is_none()) {
        return Vec::new();
    }
    rows.sort_by_key(|(label, _)| {
        label.map_or((u8::MAX, 0), |label| {
            deadlines.get(label).map_or((u8::MAX - 1, 0), order)
        })
    });
    rows.into_iter().map(|(_, row)| row).collect()
}
