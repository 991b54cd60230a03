//! How dates, fiscal years, periods and numbers are written for readers. Pure functions of a value and of how
//! a language writes it, which its file of texts says.
//!
//! A year or a fiscal year carries the era in force on the 31 December that it holds. This gives 令和元年度
//! for FY2019, as the ministries agreed on 2019-04-01 (改元に伴う元号による年表示の取扱いについて), and the
//! usual names of the years around the change before: FY1988 is 昭和63年度, FY1989 is 平成元年度.

use crate::html::writing::{Blank, Pattern, Writing, push};
use crate::model::{Date, Figure, FiscalYear, Moment, Period};
use crate::numerals::era::Era;
use jiff::civil;

/// A date in plain text: 令和8年（2026年）3月31日, `31 March 2026`.
pub fn date(date: Date, writing: &Writing) -> String {
    let mut out = String::with_capacity(40);
    let year = date.first_day().year();
    let on = date.last_day();
    match date {
        Date::Year(_) => write_year(year, on, writing, &mut out),
        Date::Month { month, .. } => writing.month.write(&mut out, |blank, out| match blank {
            Blank::Year => write_year(year, on, writing, out),
            blank => writing.write_month(blank, month, out),
        }),
        Date::Day(day) => writing.day.write(&mut out, |blank, out| match blank {
            Blank::Year => write_year(year, on, writing, out),
            Blank::Day => push(day.day().into(), out),
            blank => writing.write_month(blank, day.month(), out),
        }),
    }
    out
}

/// A year, of which the day that is spoken of decides the era.
fn write_year(year: i16, on: civil::Date, writing: &Writing, out: &mut String) {
    let pattern = match &writing.year_without_era {
        Some(pattern) if Era::on(on).is_none() => pattern,
        _ => &writing.year,
    };
    pattern.write(out, |blank, out| match blank {
        Blank::EraYear => out.push_str(&era_year(year, on)),
        _ => push(year.into(), out),
    });
}

/// A fiscal year in plain text: 令和5年度（2023年度）, `FY2023 (Apr 2023–Mar 2024)`.
pub fn fiscal_year(year: FiscalYear, writing: &Writing) -> String {
    period(Period::FiscalYear(year), writing)
}

/// A period in plain text.
pub fn period(period: Period, writing: &Writing) -> String {
    let parts = parts(period, writing).into_iter();
    parts.map(|part| part.text).collect()
}

/// A period as HTML: dates stand in `<time datetime>`, fiscal years, which HTML has no notation for, in
/// `<span class="when">`.
pub fn period_html(period: Period, writing: &Writing) -> String {
    let mut out = String::with_capacity(96);
    for part in parts(period, writing) {
        match part.kind {
            PeriodPartKind::Time(date) => {
                out.push_str(&format!("<time datetime=\"{}\">", iso(date)));
                push_breakable(&part.text, &mut out);
                out.push_str("</time>");
            }
            PeriodPartKind::Year => {
                out.push_str("<span class=\"when\">");
                push_breakable(&part.text, &mut out);
                out.push_str("</span>");
            }
            PeriodPartKind::Between => out.push_str(&part.text),
        }
    }
    out
}

/// A date is kept on one line. Where that is too narrow it may break between the year and the rest, between a
/// fiscal year and what it is in the other calendar, and between the months from and to, and nowhere else.
fn push_breakable(text: &str, out: &mut String) {
    let mut at = 0;
    for (place, character) in text.char_indices() {
        let end = place + character.len_utf8();
        let after_year = character == '）' && end < text.len();
        let before_bracket = character == '（' && text.ends_with('）') && place > 0;
        let break_at = match character {
            _ if after_year => end,
            _ if before_bracket => place,
            '–' => end,
            '(' if place > 0 => place,
            _ => continue,
        };
        out.push_str(&text[at..break_at]);
        out.push_str("<wbr>");
        at = break_at;
    }
    out.push_str(&text[at..]);
}

/// A date in the notation of `datetime` attributes and data files: `2026-03-31`, `2023-05`, `2023`.
pub fn iso(date: Date) -> String {
    match date {
        Date::Day(day) => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        Date::Month { year, month } => format!("{year:04}-{month:02}"),
        Date::Year(year) => format!("{year:04}"),
    }
}

/// A decimal number with separators and a true minus: `1,234.50`, `−0.5`.
pub fn figure(figure: &Figure, writing: &Writing) -> String {
    digits(figure.as_str(), writing)
}

/// A whole number with separators: `1,234`.
pub fn count(count: u64, writing: &Writing) -> String {
    digits(&count.to_string(), writing)
}

/// A size to one decimal below ten, as people say it.
pub fn size(bytes: u64, writing: &Writing) -> String {
    let tenths = |unit: u64| (bytes * 10).div_ceil(unit);
    let written = |tenths: u64, unit: &str| {
        if tenths < 100 {
            format!("{}{}{} {unit}", tenths / 10, writing.decimal, tenths % 10)
        } else {
            format!("{} {unit}", tenths.div_ceil(10))
        }
    };
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => written(tenths(1_000), "KB"),
        _ => written(tenths(1_000_000), "MB"),
    }
}

/// A period in a sentence that names it once: 令和5年度, `FY2023`. Anything but a single fiscal year is
/// written in full.
pub fn named_period(of: Period, writing: &Writing) -> String {
    match of {
        Period::FiscalYear(year) => of_fiscal_year(&writing.named_fiscal_year, year),
        other => period(other, writing),
    }
}

/// The year of a date beside a drawing: 令和5年, `2023`.
pub fn year_of(date: Date, writing: &Writing) -> String {
    let year = date.first_day().year();
    let mut out = String::new();
    writing.drawn_year.write(&mut out, |blank, out| match blank {
        Blank::EraYear => out.push_str(&era_year(year, date.last_day())),
        _ => push(year.into(), out),
    });
    out
}

/// The month of a date beside a drawing: 5月, `May`.
pub fn month_of(date: Date, writing: &Writing) -> String {
    let month = date.first_day().month();
    let mut out = String::new();
    writing
        .drawn_month
        .write(&mut out, |blank, out| writing.write_month(blank, month, out));
    out
}

/// A period as short as a drawing has room for: 令5 or `FY23` for a fiscal year, `2023` for a year, `2023.5`
/// for a month, `2023.5.31` for a day; of a range its end.
pub fn short_period(period: Period, writing: &Writing) -> String {
    match period {
        Period::FiscalYear(year)
        | Period::Range {
            to: Moment::FiscalYear(year),
            ..
        } => of_fiscal_year(&writing.short_fiscal_year, year),
        Period::Date(date)
        | Period::Range {
            to: Moment::Date(date),
            ..
        } => iso(date).replace('-', ".").replace(".0", "."),
    }
}

/// A fiscal year after one of the patterns for it.
fn of_fiscal_year(pattern: &Pattern, FiscalYear(year): FiscalYear) -> String {
    let mut out = String::with_capacity(40);
    pattern.write(&mut out, |blank, out| match blank {
        Blank::EraYear => out.push_str(&era_year(year, last_of(year))),
        Blank::ShortEraYear => out.push_str(&short_era_year(year)),
        Blank::ShortYear => out.push_str(&format!("{:02}", year.rem_euclid(100))),
        Blank::NextYear => push(i64::from(year) + 1, out),
        _ => push(year.into(), out),
    });
    out
}

/// 令5, 令元.
fn short_era_year(year: i16) -> String {
    let written = era_year(year, last_of(year));
    let written = written.trim_end_matches('年');
    // The first letter of an era names it on every form of an office.
    let mut letters = written.chars();
    match letters.next() {
        Some(first) if !first.is_ascii_digit() => format!("{first}{}", letters.skip(1).collect::<String>()),
        _ => written.to_owned(),
    }
}

/// A share in percent that has been worked out: `12.5`. It is not grouped.
pub(crate) fn percent(written: &str, writing: &Writing) -> String {
    written.replace('.', &writing.decimal)
}

/// The digits of a decimal number, with separators and a true minus.
pub(crate) fn digits(digits: &str, writing: &Writing) -> String {
    let (sign, digits) = match digits.as_bytes().first() {
        Some(b'-') => (&*writing.minus, &digits[1..]),
        Some(b'+') => ("+", &digits[1..]),
        _ => ("", digits),
    };
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut out = String::from(sign);
    for (at, digit) in digits.char_indices() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            out.push_str(&writing.thousands);
        }
        match digit {
            '.' => out.push_str(&writing.decimal),
            digit => out.push(digit),
        }
    }
    out
}

/// A piece of a written period that must not be broken over two lines.
struct PeriodPart {
    kind: PeriodPartKind,
    text: String,
}

enum PeriodPartKind {
    Time(Date),
    Year,
    Between,
}

impl PeriodPart {
    fn year(text: String) -> Self {
        let kind = PeriodPartKind::Year;
        Self { kind, text }
    }

    fn between(text: &str) -> Self {
        let (kind, text) = (PeriodPartKind::Between, text.to_owned());
        Self { kind, text }
    }
}

fn parts(period: Period, writing: &Writing) -> Vec<PeriodPart> {
    match period {
        Period::FiscalYear(year) => vec![one(Moment::FiscalYear(year), writing)],
        Period::Date(date) => vec![one(Moment::Date(date), writing)],
        Period::Range {
            from: Moment::FiscalYear(from),
            to: Moment::FiscalYear(to),
        } => fiscal_years(from, to, writing),
        Period::Range { from, to } => vec![
            one(from, writing),
            PeriodPart::between(&writing.range),
            one(to, writing),
        ],
    }
}

fn one(moment: Moment, writing: &Writing) -> PeriodPart {
    match moment {
        Moment::Date(at) => PeriodPart {
            kind: PeriodPartKind::Time(at),
            text: date(at, writing),
        },
        Moment::FiscalYear(year) => PeriodPart::year(of_fiscal_year(&writing.fiscal_year, year)),
    }
}

/// 令和3年度〜令和8年度（2021〜2026年度）, `FY2021–FY2026 (Apr 2021–Mar 2027)`. What holds no year stands
/// between the pieces.
fn fiscal_years(
    FiscalYear(from): FiscalYear,
    FiscalYear(to): FiscalYear,
    writing: &Writing,
) -> Vec<PeriodPart> {
    let pieces = writing.fiscal_years.iter().map(|pattern| {
        let mut text = String::with_capacity(24);
        pattern.write(&mut text, |blank, out| match blank {
            Blank::FromEraYear => out.push_str(&era_year(from, last_of(from))),
            Blank::ToEraYear => out.push_str(&era_year(to, last_of(to))),
            Blank::To => push(to.into(), out),
            Blank::AfterTo => push(i64::from(to) + 1, out),
            _ => push(from.into(), out),
        });
        match pattern.is_fixed() {
            true => PeriodPart::between(&text),
            false => PeriodPart::year(text),
        }
    });
    pieces.collect()
}

/// 令和5年, 令和元年; before the eras that koyaku knows, the Western year.
fn era_year(year: i16, day: civil::Date) -> String {
    match Era::on(day).map(|era| (era.name, era.year_of(year))) {
        Some((name, 1)) => format!("{name}元年"),
        Some((name, count)) => format!("{name}{count}年"),
        None => format!("{year}年"),
    }
}

fn last_of(year: i16) -> civil::Date {
    civil::date(year, 12, 31)
}

/// 66.3％, `66.3%`, `12 cases`: signs stand close to their number, words apart from it where words are.
pub fn with_unit(writing: &Writing, number: &str, unit: &str) -> String {
    if unit.is_empty() {
        return number.to_owned();
    }
    let is_sign = matches!(unit, "%" | "％" | "°C" | "℃");
    let pattern = if is_sign { &writing.sign } else { &writing.unit };
    let mut out = String::with_capacity(number.len() + unit.len() + 1);
    pattern.write(&mut out, |blank, out| {
        out.push_str(if blank == Blank::Unit { unit } else { number });
    });
    out
}
