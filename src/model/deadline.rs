//! How a document's printed deadline labels are reckoned, and the legend it prints for them.

use super::walk::{SEALED, Seal, printed, walk, written};
use super::{Date, FiscalYear, Text};
use serde::de::{Deserialize, Deserializer, Error};

/// What a label means. The printed label itself is the key under which this stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deadline {
    /// 常に: it never ends, and needs a review date instead.
    Ongoing,
    /// So many years from the start of the term.
    WithinYears {
        /// Whole years. Within 4 years of 1 April is until 31 March (民法 第143条).
        years: u8,
    },
    /// 長期: no date is promised.
    LongTerm,
    /// By a date that the document names. Of a month or a year, its last day counts.
    ByDate {
        /// The last day on which it is kept, or the month or year with that day.
        date: Date,
    },
    /// By the end of a fiscal year, its 31 March.
    ByFiscalYear {
        /// The fiscal year at whose end it is due.
        fy: FiscalYear,
    },
}

/// One row of the legend, as printed.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegendRow {
    /// The label as it is printed, which commitments give as their `deadline`.
    pub label: Box<str>,
    /// What the document says that the label means, word for word.
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

/// As it is written. What stands beside `kind` is judged when all is known, so that each value is read where
/// it stands.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Reckoning {
    kind: DeadlineKind,
    years: Option<u8>,
    date: Option<Date>,
    fy: Option<FiscalYear>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum DeadlineKind {
    Ongoing,
    WithinYears,
    LongTerm,
    ByDate,
    ByFiscalYear,
}

impl<'de> Deserialize<'de> for Deadline {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = Reckoning::deserialize(from)?;
        let known: &'static [&'static str] = match written.kind {
            DeadlineKind::Ongoing | DeadlineKind::LongTerm => &["kind"],
            DeadlineKind::WithinYears => &["kind", "years"],
            DeadlineKind::ByDate => &["kind", "date"],
            DeadlineKind::ByFiscalYear => &["kind", "fy"],
        };
        for (name, given) in [
            ("years", written.years.is_some()),
            ("date", written.date.is_some()),
            ("fy", written.fy.is_some()),
        ] {
            if given && !known.contains(&name) {
                return Err(D::Error::unknown_field(name, known));
            }
        }
        let missing = D::Error::missing_field;
        Ok(match written.kind {
            DeadlineKind::Ongoing => Deadline::Ongoing,
            DeadlineKind::LongTerm => Deadline::LongTerm,
            DeadlineKind::WithinYears => Deadline::WithinYears {
                years: written.years.ok_or_else(|| missing("years"))?,
            },
            DeadlineKind::ByDate => Deadline::ByDate {
                date: written.date.ok_or_else(|| missing("date"))?,
            },
            DeadlineKind::ByFiscalYear => Deadline::ByFiscalYear {
                fy: written.fy.ok_or_else(|| missing("fy"))?,
            },
        })
    }
}

walk!(LegendRow {
    label: printed(Seal::Address).untranslated().unsearched(),
    meaning: printed(SEALED.once("legend")),
});
