//! What makes a printed table a schedule. It is our reading of the table and no part of its wording, so it is
//! not sealed.

use super::walk::{Free, Seal, figure, parts, printed, walk};
use super::{Count, Date, FiscalYear, Moment, Text};
use serde::Deserialize;

/// The rows are months or fiscal years, one after another; every column but the first is a lane of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The month or the fiscal year of the first row.
    pub from: Moment,
    /// What lasts longer than the row in which it stands.
    #[serde(default)]
    pub spans: Vec<Span>,
}

/// A cell that says by itself until when it lasts: 各課等ヒアリング（～7月）.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Which column, where the first is 1 and names the rows.
    pub column: Count,
    /// The row in which it stands.
    pub from: Moment,
    /// The last row of its time.
    pub to: Moment,
    /// The part of the cell that lasts so long; the whole cell where absent.
    pub words: Option<Text>,
}

impl Schedule {
    /// The time of a row, counted from 0; `None` where `from` is neither a month nor a fiscal year.
    pub(crate) fn moment_of(&self, row: usize) -> Option<Moment> {
        let row = i32::try_from(row).ok()?;
        match self.from {
            Moment::FiscalYear(FiscalYear(year)) => {
                let year = i16::try_from(i32::from(year) + row).ok()?;
                Some(Moment::FiscalYear(FiscalYear(year)))
            }
            Moment::Date(Date::Month { year, month }) => {
                let months = i32::from(year) * 12 + i32::from(month) - 1 + row;
                let year = i16::try_from(months.div_euclid(12)).ok()?;
                let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
                Some(Moment::Date(Date::Month { year, month }))
            }
            Moment::Date(_) => None,
        }
    }

    /// The row of a time among so many, counted from 0.
    pub(crate) fn row_of(&self, moment: Moment, rows: usize) -> Option<usize> {
        (0..rows).find(|row| self.moment_of(*row) == Some(moment))
    }
}

walk!(Schedule {
    from: figure(Seal::Free(Free::Layout)),
    spans: parts(),
});

walk!(Span {
    column: figure(Seal::Free(Free::Layout)),
    from: figure(Seal::Free(Free::Layout)),
    to: figure(Seal::Free(Free::Layout)),
    words: printed(Seal::Free(Free::Layout)).untranslated().unsearched(),
});
