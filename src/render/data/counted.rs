//! The files of what is worked out from many commitments: how they have been judged, and when they mean to
//! have taken their steps.

use super::columns::{STATUSES, STEPS};
use super::{Sheet, ends};
use crate::reckoning::share;
use crate::site::{Counted, DocumentIx};

/// A row for every status that some commitment has.
pub fn statuses(counted: &Counted, sheet: &mut Sheet<impl std::io::Write>) {
    sheet.head(STATUSES);
    for &(status, count) in &counted.statuses {
        let status = &sheet.site.scale[status];
        let labels = sheet.texts(Some(&status.label));
        let percent = share::percent(count as u64, counted.assessed as u64, 1).unwrap_or_default();
        let figures = vec![
            count.to_string(),
            percent,
            counted.assessed.to_string(),
            counted.total.to_string(),
        ];
        sheet.row([vec![status.id.to_string()], labels, figures].concat());
    }
}

/// A row for every step, in printed order.
pub fn steps(index: DocumentIx, sheet: &mut Sheet<impl std::io::Write>) {
    sheet.head(STEPS);
    let site = sheet.site;
    for (step, period) in site.dated_steps(index) {
        let commitment = site[step.commitment].record.id.to_string();
        let texts = sheet.texts(Some(&site[step].text));
        sheet.row([vec![commitment], texts, ends(period).to_vec()].concat());
    }
}
