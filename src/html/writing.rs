//! How a language writes dates, years, numbers and lists: its patterns, parsed once from the theme's texts of
//! the language. It says what is written; `format` writes it. Eras are the one thing that it leaves to Rust:
//! they are worked out and written in Japanese.

use std::fmt::Write;

/// The conventions of one language.
#[derive(Debug, Default)]
pub struct Writing {
    /// Whether its letters are about as wide as high, so that half as many say as much: kanji, kana, hangul.
    pub has_wide_letters: bool,
    /// Whether spaces stand between its words.
    pub has_spaces: bool,
    /// What stands between two sentences.
    pub gap: Box<str>,
    /// What stands between the parts of a list without `and`.
    pub comma: Box<str>,
    /// What stands between what is spoken of and what is said of it.
    pub colon: Box<str>,
    /// What stands between two ends of a time.
    pub range: Box<str>,
    /// What groups digits by three.
    pub thousands: Box<str>,
    /// What stands before the decimals.
    pub decimal: Box<str>,
    /// What stands before a negative number.
    pub minus: Box<str>,
    /// The names of the months from January.
    pub months: [Box<str>; 12],
    /// The same, as short as a drawing needs them.
    pub short_months: [Box<str>; 12],
    /// A year by itself and in the two below.
    pub year: Pattern,
    /// A year before all eras, in languages that write eras.
    pub year_without_era: Option<Pattern>,
    /// A month of a year, which is written as `year` writes it.
    pub month: Pattern,
    /// A day, with its year as `year` writes it.
    pub day: Pattern,
    /// A fiscal year in full.
    pub fiscal_year: Pattern,
    /// A fiscal year in a sentence that names it once.
    pub named_fiscal_year: Pattern,
    /// A fiscal year as short as a drawing needs it.
    pub short_fiscal_year: Pattern,
    /// Several fiscal years in pieces, each of which stays on one line.
    pub fiscal_years: Vec<Pattern>,
    /// A year beside a drawing of months.
    pub drawn_year: Pattern,
    /// A month in such a drawing.
    pub drawn_month: Pattern,
    /// A number with what it counts.
    pub unit: Pattern,
    /// A number with a sign such as % or ℃.
    pub sign: Pattern,
}

/// A text with places for parts of a date or a number.
#[derive(Debug, Clone, Default)]
pub struct Pattern(Box<[PatternPart]>);

#[derive(Debug, Clone)]
pub(crate) enum PatternPart {
    Text(Box<str>),
    Blank(Blank),
}

macro_rules! blanks {
    ($($blank:ident = $name:literal),+ $(,)?) => {
        /// What can stand in a place of a pattern.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Blank {
            $($blank),+
        }

        impl Blank {
            /// The blank of a placeholder: `{era_year}`.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$blank),)+
                    _ => None,
                }
            }
        }
    };
}

blanks! {
    Year = "year",
    NextYear = "next_year",
    ShortYear = "short_year",
    EraYear = "era_year",
    ShortEraYear = "short_era_year",
    Month = "month",
    MonthName = "month_name",
    ShortMonthName = "short_month_name",
    Day = "day",
    From = "from",
    FromEraYear = "from_era_year",
    To = "to",
    ToEraYear = "to_era_year",
    AfterTo = "after_to",
    Number = "number",
    Unit = "unit",
}

impl Pattern {
    pub(crate) fn new(parts: impl Iterator<Item = PatternPart>) -> Self {
        Self(parts.collect())
    }

    pub(crate) fn has(&self, wanted: Blank) -> bool {
        let is_wanted = |part: &PatternPart| matches!(part, PatternPart::Blank(blank) if *blank == wanted);
        self.0.iter().any(is_wanted)
    }

    /// Whether nothing is filled into it.
    pub(crate) fn is_fixed(&self) -> bool {
        self.0.iter().all(|part| matches!(part, PatternPart::Text(_)))
    }

    /// Writes the pattern, with what a function writes into each place.
    pub(crate) fn write(&self, out: &mut String, mut fill: impl FnMut(Blank, &mut String)) {
        for part in &self.0 {
            match part {
                PatternPart::Text(text) => out.push_str(text),
                PatternPart::Blank(blank) => fill(*blank, out),
            }
        }
    }
}

impl Writing {
    /// Writes the parts of a month, where `blank` is one.
    pub(crate) fn write_month(&self, blank: Blank, month: i8, out: &mut String) {
        let at = month as usize - 1;
        match blank {
            Blank::Month => push(month.into(), out),
            Blank::MonthName => out.push_str(&self.months[at]),
            Blank::ShortMonthName => out.push_str(&self.short_months[at]),
            _ => {}
        }
    }
}

/// Appends a whole number as it is.
pub(crate) fn push(number: i64, out: &mut String) {
    write!(out, "{number}").expect("writing into memory cannot fail");
}
