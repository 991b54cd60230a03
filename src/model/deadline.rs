//! How a document's printed deadline labels are reckoned, and the legend it prints for them.

use super::bilingual::Text;
use super::date::{Date, FiscalYear};
use super::walk::{SEALED, Seal, printed, walk, written};
use serde::Deserialize;

/// What a label means. The printed label itself is the key under which this stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Deadline {
    /// 常に: it never ends, and needs a review date instead.
    Ongoing,
    /// So many years from the start of the term.
    WithinYears {
        years: u8,
    },
    /// 長期: no date is promised.
    LongTerm,
    ByDate {
        date: Date,
    },
    ByFiscalYear {
        fy: FiscalYear,
    },
}

/// One row of the legend, as printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegendRow {
    pub label: Box<str>,
    pub meaning: Text,
}

// How it is reckoned, as one text.
written!(Deadline: |value| match value {
    Deadline::Ongoing => "ongoing".to_owned(),
    Deadline::LongTerm => "long_term".to_owned(),
    Deadline::WithinYears { years } => format!("within_years {years}"),
    Deadline::ByDate { date } => format!("by_date {}", date.key()),
    Deadline::ByFiscalYear { fy } => format!("by_fiscal_year FY{}", fy.0),
});

walk!(LegendRow {
    label: printed(Seal::Address).untranslated().unsearched(),
    meaning: printed(SEALED.once("legend")),
});
