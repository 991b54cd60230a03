//! Days, months and years as documents give them, Japanese fiscal years, and the periods made of them.
//! Reading accepts the ways Japanese offices write dates; how a date is shown is the matter of render.

use crate::diagnostic::{Code, Message, Refusal};
use crate::numerals::digits;
use crate::numerals::era::{ERAS, Era};
use jiff::civil::{self, date};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

/// A date as exact as its source: a day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    /// One day: `2026-03-31`.
    Day(civil::Date),
    /// One month, where the source gives no day: `2023-05`.
    Month {
        /// The Western year, from 1868 to 2999.
        year: i16,
        /// From 1 to 12.
        month: i8,
    },
    /// A calendar year, where the source gives no month: `2023`. No fiscal year, which begins in April.
    Year(i16),
}

/// A fiscal year, from 1 April of `0` to 31 March of the year after (地方自治法 第208条).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i16);

/// The time that something is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// One fiscal year, as budgets, targets and most reports have it.
    FiscalYear(FiscalYear),
    /// A day, a month or a calendar year.
    Date(Date),
    /// From the first day of one moment to the last day of another. One that ends before it begins is
    /// refused.
    Range {
        /// The beginning, which counts from its first day.
        from: Moment,
        /// The end, which counts to its last day.
        to: Moment,
    },
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// All of a fiscal year: its 1 April as a beginning, its 31 March as an end.
    FiscalYear(FiscalYear),
    /// All of a date: its first day as a beginning, its last as an end.
    Date(Date),
}

impl Date {
    /// Reads `2026-03-31`, `2023-05`, `2023`, `令和8年4月1日`, `令和5年5月`, `2023年5月`.
    ///
    /// # Errors
    /// A refusal for days that do not exist and for orders that can be read two ways, such as 4/5/26.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let folded = digits::fold(text.trim());
        let read = if folded.contains('年') {
            read_japanese_date(&folded)
        } else {
            read_iso(&folded)
        };
        read.ok_or_else(|| {
            let message = Message::new(
                format!("「{text}」は日付として読めません"),
                format!("`{text}` cannot be read as a date"),
            );
            Refusal::new(Code::ValueDate, message).remedy(Message::new(
                "2026-03-31 または 令和8年3月31日 のように、実在する日付を書いてください",
                "write an existing day like 2026-03-31",
            ))
        })
    }

    /// The first day that the date can mean: of `2023-05` it is 1 May.
    pub(crate) fn first_day(self) -> civil::Date {
        match self {
            Date::Day(day) => day,
            Date::Month { year, month } => date(year, month, 1),
            Date::Year(year) => date(year, 1, 1),
        }
    }

    /// The last day that the date can mean. "Published 2023-05" has certainly happened only when May is over.
    pub fn last_day(self) -> civil::Date {
        match self {
            Date::Day(day) => day,
            Date::Month { year, month } => date(year, month, 1).last_of_month(),
            Date::Year(year) => date(year, 12, 31),
        }
    }

    /// `2026-03-31`, `2023-05`, `2023`.
    pub(crate) fn key(self) -> String {
        match self {
            Date::Day(day) => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Date::Month { year, month } => format!("{year:04}-{month:02}"),
            Date::Year(year) => format!("{year:04}"),
        }
    }
}

impl FiscalYear {
    /// Reads `FY2023`, `2023年度`, `令和5年度`, `令和元年度`, `平成32年度`.
    ///
    /// # Errors
    /// A refusal for anything else, a plain `2023` among it, which could be a calendar year.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        read_fiscal_year(&digits::fold(text.trim())).ok_or_else(|| {
            let message = Message::new(
                format!("「{text}」は年度として読めません"),
                format!("`{text}` cannot be read as a fiscal year"),
            );
            Refusal::new(Code::ValueFiscalYear, message).remedy(Message::new(
                "FY2023、2023年度、令和5年度 のいずれかの形で書いてください",
                "write it like FY2023, 2023年度 or 令和5年度",
            ))
        })
    }

    /// The fiscal year in which a day lies.
    pub(crate) fn containing(day: civil::Date) -> Self {
        Self(day.year() - i16::from(day.month() < 4))
    }

    /// Fiscal years in the words of a message, where either end may be open.
    pub(crate) fn span(from: Option<Self>, to: Option<Self>) -> Message {
        match (from, to) {
            (Some(from), Some(to)) if from == to => {
                Message::new(format!("FY{}", from.0), format!("FY{}", to.0))
            }
            (Some(from), Some(to)) => Message::new(
                format!("FY{}～FY{}", from.0, to.0),
                format!("FY{} to FY{}", from.0, to.0),
            ),
            (Some(from), None) => Message::new(format!("FY{}から", from.0), format!("FY{} onwards", from.0)),
            (None, Some(to)) => Message::new(format!("FY{}まで", to.0), format!("FY{} and before", to.0)),
            (None, None) => Message::new("すべての年度", "every year"),
        }
    }

    /// 1 April.
    pub fn first_day(self) -> civil::Date {
        date(self.0, 4, 1)
    }

    /// 31 March of the calendar year behind it.
    pub fn last_day(self) -> civil::Date {
        date(self.0 + 1, 3, 31)
    }
}

impl Moment {
    /// `FY2024`, or the notation of a date.
    pub(crate) fn key(self) -> String {
        match self {
            Moment::FiscalYear(year) => format!("FY{}", year.0),
            Moment::Date(date) => date.key(),
        }
    }

    /// # Errors
    /// The refusal of a date when the text is neither a fiscal year nor a date.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        match FiscalYear::parse(text) {
            Ok(year) => Ok(Moment::FiscalYear(year)),
            Err(refusal) if text.contains("年度") || text.starts_with("FY") => Err(refusal),
            Err(_) => Date::parse(text).map(Moment::Date),
        }
    }

    /// The first day of the fiscal year or date.
    pub(crate) fn first_day(self) -> civil::Date {
        match self {
            Moment::FiscalYear(year) => year.first_day(),
            Moment::Date(date) => date.first_day(),
        }
    }

    /// The last day of the fiscal year or date.
    pub(crate) fn last_day(self) -> civil::Date {
        match self {
            Moment::FiscalYear(year) => year.last_day(),
            Moment::Date(date) => date.last_day(),
        }
    }
}

impl Period {
    /// The first day that belongs to it.
    pub(crate) fn first_day(self) -> civil::Date {
        self.ends().0.first_day()
    }

    /// The last day that belongs to it.
    pub(crate) fn last_day(self) -> civil::Date {
        self.ends().1.last_day()
    }

    /// Reads a fiscal year or a date. A range has a map of its own and is not read here.
    ///
    /// # Errors
    /// The refusal of a date when the text is neither a fiscal year nor a date.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        Moment::parse(text).map(|moment| match moment {
            Moment::FiscalYear(year) => Period::FiscalYear(year),
            Moment::Date(date) => Period::Date(date),
        })
    }

    /// A notation that does not depend on how it was written: `FY2024`, `2026-03-31`, `FY2024/FY2026`.
    pub(crate) fn key(self) -> String {
        let (from, to) = self.ends();
        if from == to {
            from.key()
        } else {
            format!("{}/{}", from.key(), to.key())
        }
    }

    /// Both ends, which are the same for a single year or date.
    pub(crate) fn ends(self) -> (Moment, Moment) {
        match self {
            Period::FiscalYear(year) => (Moment::FiscalYear(year), Moment::FiscalYear(year)),
            Period::Date(date) => (Moment::Date(date), Moment::Date(date)),
            Period::Range { from, to } => (from, to),
        }
    }
}

pub(super) fn read_iso(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    let year = parts[0].parse().ok().filter(|_| parts[0].len() == 4)?;
    let two = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() == 2);
    within_calendar(match parts[1..] {
        [] => Date::Year(year),
        [month] => {
            let month = two(month)?;
            Date::Month { year, month }
        }
        [month, day] => Date::Day(civil::Date::new(year, two(month)?, two(day)?).ok()?),
        _ => return None,
    })
}

fn read_japanese_date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('年')?;
    let year = read_year(year)?;
    let (month, day) = match rest.split_once('月') {
        None if rest.is_empty() => (None, ""),
        None => return None,
        Some((month, day)) => (Some(month.parse().ok()?), day),
    };
    within_calendar(match (month, day.strip_suffix('日')) {
        (None, _) => Date::Year(year),
        (Some(month), None) if day.is_empty() => Date::Month { year, month },
        (Some(month), Some(day)) => Date::Day(civil::Date::new(year, month, day.parse().ok()?).ok()?),
        _ => return None,
    })
}

/// Months outside 1 to 12 and years that no document of a city can mean are refused.
fn within_calendar(read: Date) -> Option<Date> {
    let (year, month) = match read {
        Date::Day(day) => (day.year(), day.month()),
        Date::Month { year, month } => (year, month),
        Date::Year(year) => (year, 1),
    };
    ((1868..=2999).contains(&year) && (1..=12).contains(&month)).then_some(read)
}

fn read_fiscal_year(text: &str) -> Option<FiscalYear> {
    let year = match text.strip_prefix("FY") {
        Some(year) if year.len() == 4 => year.parse().ok()?,
        Some(_) => return None,
        None => read_year(text.strip_suffix("年度")?)?,
    };
    (1868..=2999).contains(&year).then_some(FiscalYear(year))
}

/// A Western year, or an era with a year of it.
fn read_year(text: &str) -> Option<i16> {
    for era in ERAS {
        if let Some(year) = text.strip_prefix(era.name) {
            let year = if year == "元" { 1 } else { year.parse().ok()? };
            return (1..100).contains(&year).then(|| Era::western_year(era, year));
        }
    }
    (text.len() == 4).then(|| text.parse().ok())?
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(PeriodVisitor)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    from: Moment,
    to: Moment,
}

struct PeriodVisitor;

impl<'de> Visitor<'de> for PeriodVisitor {
    type Value = Period;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a fiscal year, a date, or a map of `from` and `to`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Period, E> {
        Period::parse(text).map_err(Refusal::raise)
    }

    fn visit_i64<E: Error>(self, year: i64) -> Result<Period, E> {
        self.visit_str(&year.to_string())
    }

    fn visit_u64<E: Error>(self, year: u64) -> Result<Period, E> {
        self.visit_str(&year.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Period, A::Error> {
        let Range { from, to } = Range::deserialize(MapAccessDeserializer::new(map))?;
        if from.first_day() > to.last_day() {
            let message = Message::new(
                "期間の終わりが始まりより前です",
                "the period ends before it begins",
            );
            return Err(Refusal::new(Code::ValueDate, message)
                .remedy(Message::new(
                    "from と to を確かめてください",
                    "check `from` and `to`",
                ))
                .raise());
        }
        Ok(Period::Range { from, to })
    }
}
