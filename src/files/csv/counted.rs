//! The files of what is worked out from many commitments: how they have been judged, and when they mean to
//! have taken their steps.

use crate::facts::columns::{STATUSES, STEPS};
use crate::files::csv::{Cells, Sheet, ends};
use crate::reckoning::share;
use crate::site::{Counted, DocumentIx};

/// A row for every status that some commitment has.
pub(crate) fn statuses(counted: &Counted, sheet: &mut Sheet<impl std::io::Write>) {
    sheet.head(STATUSES);
    for &(status, count) in &counted.statuses {
        let status = &sheet.site[status];
        let percent = share::percent(count as u64, counted.assessed as u64, 1).unwrap_or_default();
        let mut cells = Cells::from_record(status, sheet);
        cells.put("status", &status.id);
        cells.put("count", count);
        cells.put("percent", percent);
        cells.put("assessed", counted.assessed);
        cells.put("total", counted.total);
        sheet.row(cells.in_order(STATUSES));
    }
}

/// A row for every step, in printed order.
pub(crate) fn steps(index: DocumentIx, sheet: &mut Sheet<impl std::io::Write>) {
    sheet.head(STEPS);
    let site = sheet.site;
    for (step, period) in site.dated_steps(index) {
        let [from, to] = ends(period);
        let mut cells = Cells::from_record(&site[step], sheet);
        cells.put("commitment", &site[step.commitment].record.id);
        cells.put("from", from);
        cells.put("to", to);
        sheet.row(cells.in_order(STEPS));
    }
}
