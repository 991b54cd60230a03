//! How dates, fiscal years, periods and numbers are written for readers. Pure functions of a value and a
//! language: Japanese is written by Japanese rules, every other language by English ones.
//!
//! A year or a fiscal year carries the era in force on the 31 December that it holds. This gives 令和元年度
//! for FY2019, as the ministries agreed on 2019-04-01 (改元に伴う元号による年表示の取扱いについて), and the
//! usual names of the years around the change before: FY1988 is 昭和63年度, FY1989 is 平成元年度.

use crate::model::{Date, Figure, FiscalYear, Language, Moment, Period};
use crate::numerals::era::Era;
use jiff::civil;

/// The months in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in plain text: 令和8年（2026年）3月31日, `31 March 2026`.
pub fn date(date: Date, language: Language) -> String {
    let (year, month, day) = match date {
        Date::Day(day) => (day.year(), Some(day.month()), Some(day.day())),
        Date::Month { year, month } => (year, Some(month), None),
        Date::Year(year) => (year, None, None),
    };
    let mut out = String::new();
    if !language.is_japanese() {
        out.extend(day.map(|day| format!("{day} ")));
        out.extend(month.map(|month| format!("{} ", MONTHS[month as usize - 1])));
        return format!("{out}{year}");
    }
    out.push_str(&era_year(year, date.last_day()));
    out.extend(Era::on(date.last_day()).map(|_| format!("（{year}年）")));
    out.extend(month.map(|month| format!("{month}月")));
    out.extend(day.map(|day| format!("{day}日")));
    out
}

/// A fiscal year in plain text: 令和5年度（2023年度）, `FY2023 (Apr 2023–Mar 2024)`.
pub fn fiscal_year(year: FiscalYear, language: Language) -> String {
    period(Period::FiscalYear(year), language)
}

/// A period in plain text.
pub fn period(period: Period, language: Language) -> String {
    let parts = parts(period, language).into_iter();
    parts.map(|part| part.text).collect()
}

/// A period as HTML: dates stand in `<time datetime>`, fiscal years, which HTML has no notation for, in
/// `<span class="when">`.
pub fn period_html(period: Period, language: Language) -> String {
    let mut out = String::with_capacity(96);
    for part in parts(period, language) {
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
pub fn figure(figure: &Figure) -> String {
    digits(figure.as_str())
}

/// A whole number with separators: `1,234`.
pub fn count(count: u64) -> String {
    digits(&count.to_string())
}

/// A size to one decimal below ten, as people say it.
pub fn size(bytes: u64) -> String {
    let tenths = |unit: u64| (bytes * 10).div_ceil(unit);
    let written = |tenths: u64, unit: &str| {
        if tenths < 100 {
            format!("{}.{} {unit}", tenths / 10, tenths % 10)
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
pub fn named_period(of: Period, language: Language) -> String {
    match of {
        Period::FiscalYear(FiscalYear(year)) if language.is_japanese() => {
            era_year(year, last_of(year)) + "度"
        }
        Period::FiscalYear(FiscalYear(year)) => format!("FY{year}"),
        other => period(other, language),
    }
}

/// The year of a date: 令和5年, `2023`.
pub fn year_of(date: Date, language: Language) -> String {
    let year = date.first_day().year();
    if !language.is_japanese() {
        return year.to_string();
    }
    era_year(year, date.last_day())
}

/// The month of a date: 5月, `May`.
pub fn month_of(date: Date, language: Language) -> String {
    let month = date.first_day().month();
    if language.is_japanese() {
        format!("{month}月")
    } else {
        MONTHS[month as usize - 1][..3].to_owned()
    }
}

/// A period as short as a drawing has room for: 令5 or `FY23` for a fiscal year, `2023` for a year, `2023.5`
/// for a month, `2023.5.31` for a day; of a range its end.
pub fn short_period(period: Period, language: Language) -> String {
    match period {
        Period::FiscalYear(year)
        | Period::Range {
            to: Moment::FiscalYear(year),
            ..
        } => short_year(year, language),
        Period::Date(date)
        | Period::Range {
            to: Moment::Date(date),
            ..
        } => iso(date).replace('-', ".").replace(".0", "."),
    }
}

/// 令5, 令元, `FY23`.
fn short_year(FiscalYear(year): FiscalYear, language: Language) -> String {
    if !language.is_japanese() {
        return format!("FY{:02}", year.rem_euclid(100));
    }
    let written = era_year(year, last_of(year));
    let written = written.trim_end_matches('年');
    // The first letter of an era names it on every form of an office.
    let mut letters = written.chars();
    match letters.next() {
        Some(first) if !first.is_ascii_digit() => format!("{first}{}", letters.skip(1).collect::<String>()),
        _ => written.to_owned(),
    }
}

/// The digits of a decimal number, with separators and a true minus.
pub fn digits(digits: &str) -> String {
    let (sign, digits) = match digits.as_bytes().first() {
        Some(b'-') => ("−", &digits[1..]),
        Some(b'+') => ("+", &digits[1..]),
        _ => ("", digits),
    };
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut out = String::from(sign);
    for (at, digit) in digits.char_indices() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
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

fn parts(period: Period, language: Language) -> Vec<PeriodPart> {
    match period {
        Period::FiscalYear(year) => vec![one(Moment::FiscalYear(year), language)],
        Period::Date(date) => vec![one(Moment::Date(date), language)],
        Period::Range {
            from: Moment::FiscalYear(from),
            to: Moment::FiscalYear(to),
        } => fiscal_years(from, to, language),
        Period::Range { from, to } => {
            let between = PeriodPart::between(if language.is_japanese() { "〜" } else { " – " });
            vec![one(from, language), between, one(to, language)]
        }
    }
}

fn one(moment: Moment, language: Language) -> PeriodPart {
    match moment {
        Moment::Date(at) => PeriodPart {
            kind: PeriodPartKind::Time(at),
            text: date(at, language),
        },
        Moment::FiscalYear(FiscalYear(year)) if language.is_japanese() => {
            PeriodPart::year(format!("{}度（{year}年度）", era_year(year, last_of(year))))
        }
        Moment::FiscalYear(FiscalYear(year)) => {
            PeriodPart::year(format!("FY{year} (Apr {year}–Mar {})", year + 1))
        }
    }
}

/// 令和3年度〜令和8年度（2021〜2026年度）, `FY2021–FY2026 (Apr 2021–Mar 2027)`: the Western years stand
/// together at the end.
fn fiscal_years(
    FiscalYear(from): FiscalYear,
    FiscalYear(to): FiscalYear,
    language: Language,
) -> Vec<PeriodPart> {
    if !language.is_japanese() {
        return vec![
            PeriodPart::year(format!("FY{from}–FY{to}")),
            PeriodPart::between(" "),
            PeriodPart::year(format!("(Apr {from}–Mar {})", to + 1)),
        ];
    }
    let era = |western: i16| PeriodPart::year(era_year(western, last_of(western)) + "度");
    vec![
        era(from),
        PeriodPart::between("〜"),
        era(to),
        PeriodPart::year(format!("（{from}〜{to}年度）")),
    ]
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
