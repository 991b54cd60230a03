//! Dates, periods and numbers as readers see them, in both languages, at the days on which eras change.

use koyaku::html::{Writing, format};
use koyaku::model::{Date, Figure, FiscalYear, Language, Moment, Period};
use koyaku::{load, theme};
use std::ops::Deref;
use std::sync::LazyLock;

/// How the built-in theme writes a language.
struct BuiltIn(LazyLock<Writing>);

static JA: BuiltIn = BuiltIn(LazyLock::new(|| built_in(Language::JAPANESE)));
static EN: BuiltIn = BuiltIn(LazyLock::new(|| built_in(Language::ENGLISH)));

fn built_in(language: Language) -> Writing {
    let mut problems = Vec::new();
    let texts = theme::read_texts(&load::theme::built_in(), &[language], &mut problems);
    assert_eq!(problems, []);
    let mut texts = texts.into_iter();
    texts.next().expect("the language is built in").writing
}

impl Deref for BuiltIn {
    type Target = Writing;

    fn deref(&self) -> &Writing {
        &self.0
    }
}

#[test]
fn days_carry_the_era_that_begins_or_ends_with_them() {
    let rows = [
        ("1912-07-29", "明治45年（1912年）7月29日", "29 July 1912"),
        ("1912-07-30", "大正元年（1912年）7月30日", "30 July 1912"),
        ("1926-12-24", "大正15年（1926年）12月24日", "24 December 1926"),
        ("1926-12-25", "昭和元年（1926年）12月25日", "25 December 1926"),
        ("1989-01-07", "昭和64年（1989年）1月7日", "7 January 1989"),
        ("1989-01-08", "平成元年（1989年）1月8日", "8 January 1989"),
        ("2019-04-30", "平成31年（2019年）4月30日", "30 April 2019"),
        ("2019-05-01", "令和元年（2019年）5月1日", "1 May 2019"),
        ("2020-02-29", "令和2年（2020年）2月29日", "29 February 2020"),
        ("2026-03-31", "令和8年（2026年）3月31日", "31 March 2026"),
    ];
    for (written, ja, en) in rows {
        let date = Date::parse(written).expect("the row is a day");
        assert_eq!(
            (format::date(date, &JA).as_str(), format::date(date, &EN).as_str()),
            (ja, en)
        );
        assert_eq!(format::iso(date), written);
    }
}

#[test]
fn a_day_before_the_eras_has_its_western_year_once() {
    assert_eq!(
        format::date(Date::parse("1868-01-24").expect("it is a day"), &JA),
        "1868年1月24日"
    );
    assert_eq!(
        format::date(Date::parse("1868-01-25").expect("it is a day"), &JA),
        "明治元年（1868年）1月25日"
    );
}

#[test]
fn months_and_years_are_no_more_exact_than_their_source() {
    let rows = [
        ("2023-05", "令和5年（2023年）5月", "May 2023", "2023-05"),
        ("2019-04", "平成31年（2019年）4月", "April 2019", "2019-04"),
        ("2019-05", "令和元年（2019年）5月", "May 2019", "2019-05"),
        ("2019", "令和元年（2019年）", "2019", "2019"),
        ("1989", "平成元年（1989年）", "1989", "1989"),
        ("1988", "昭和63年（1988年）", "1988", "1988"),
    ];
    for (written, ja, en, iso) in rows {
        let date = Date::parse(written).expect("the row is a date");
        assert_eq!(
            (
                format::date(date, &JA).as_str(),
                format::date(date, &EN).as_str(),
                format::iso(date).as_str()
            ),
            (ja, en, iso)
        );
    }
}

#[test]
fn fiscal_years_are_named_as_the_budget_names_them() {
    let rows = [
        (1988, "昭和63年度（1988年度）", "FY1988 (Apr 1988–Mar 1989)"),
        (1989, "平成元年度（1989年度）", "FY1989 (Apr 1989–Mar 1990)"),
        (2018, "平成30年度（2018年度）", "FY2018 (Apr 2018–Mar 2019)"),
        (2019, "令和元年度（2019年度）", "FY2019 (Apr 2019–Mar 2020)"),
        (2020, "令和2年度（2020年度）", "FY2020 (Apr 2020–Mar 2021)"),
        (2023, "令和5年度（2023年度）", "FY2023 (Apr 2023–Mar 2024)"),
    ];
    for (year, ja, en) in rows {
        assert_eq!(
            (
                format::fiscal_year(FiscalYear(year), &JA).as_str(),
                format::fiscal_year(FiscalYear(year), &EN).as_str()
            ),
            (ja, en)
        );
    }
}

#[test]
fn a_drawing_and_a_sentence_name_a_year_shortly() {
    let rows = [
        (1988, "昭63", "FY88", "昭和63年度"),
        (2019, "令元", "FY19", "令和元年度"),
        (2024, "令6", "FY24", "令和6年度"),
    ];
    for (year, short, english, named) in rows {
        let year = Period::FiscalYear(FiscalYear(year));
        assert_eq!(
            (
                format::short_period(year, &JA).as_str(),
                format::short_period(year, &EN).as_str(),
                format::named_period(year, &JA).as_str()
            ),
            (short, english, named)
        );
    }
    let of = |text| Period::parse(text).expect("the row is a period");
    assert_eq!(format::named_period(of("FY2024"), &EN), "FY2024");
    assert_eq!(
        (
            format::short_period(of("2023"), &JA).as_str(),
            format::short_period(of("2023-05"), &EN).as_str()
        ),
        ("2023", "2023.5")
    );
    assert_eq!(
        (
            format::year_of(Date::Month { year: 2019, month: 5 }, &JA).as_str(),
            format::month_of(Date::Month { year: 2019, month: 5 }, &EN).as_str()
        ),
        ("令和元年", "May")
    );
}

#[test]
fn the_years_of_a_span_of_fiscal_years_stand_together() {
    let span = Period::Range {
        from: Moment::FiscalYear(FiscalYear(2017)),
        to: Moment::FiscalYear(FiscalYear(2020)),
    };
    assert_eq!(
        format::period(span, &JA),
        "平成29年度〜令和2年度（2017〜2020年度）"
    );
    assert_eq!(format::period(span, &EN), "FY2017–FY2020 (Apr 2017–Mar 2021)");
}

#[test]
fn a_span_of_dates_names_both_ends() {
    let moment = |text| Moment::parse(text).expect("the end of a span");
    let span = Period::Range {
        from: moment("2023-05-01"),
        to: moment("2027-04"),
    };
    assert_eq!(
        format::period(span, &JA),
        "令和5年（2023年）5月1日〜令和9年（2027年）4月"
    );
    assert_eq!(format::period(span, &EN), "1 May 2023 – April 2027");
    let mixed = Period::Range {
        from: moment("FY2023"),
        to: moment("2025-09-30"),
    };
    assert_eq!(
        format::period(mixed, &JA),
        "令和5年度（2023年度）〜令和7年（2025年）9月30日"
    );
}

#[test]
fn machines_read_dates_and_nothing_that_is_not_a_date() {
    let day = Period::Date(Date::parse("2026-03-31").expect("it is a day"));
    assert_eq!(
        format::period_html(day, &EN),
        "<time datetime=\"2026-03-31\">31 March 2026</time>"
    );
    let year = Period::FiscalYear(FiscalYear(2023));
    assert_eq!(
        format::period_html(year, &JA),
        "<span class=\"when\">令和5年度<wbr>（2023年度）</span>"
    );
    let span = Period::Range {
        from: Moment::FiscalYear(FiscalYear(2021)),
        to: Moment::FiscalYear(FiscalYear(2026)),
    };
    assert_eq!(
        format::period_html(span, &JA),
        "<span class=\"when\">令和3年度</span>〜<span class=\"when\">令和8年度</span><span class=\"when\">\
         （2021〜2026年度）</span>"
    );
}

#[test]
fn figures_get_separators_and_keep_their_last_digit() {
    let rows = [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("1234567", "1,234,567"),
        ("69.0", "69.0"),
        ("1200.50", "1,200.50"),
        ("-5", "−5"),
        ("-1234.5", "−1,234.5"),
        ("+7.5", "+7.5"),
        ("１２００", "1,200"),
    ];
    for (written, shown) in rows {
        assert_eq!(
            format::figure(&Figure::parse(written).expect("the row is a number"), &EN),
            shown
        );
    }
    assert_eq!(format::count(266, &EN), "266");
    assert_eq!(
        format::count(18_446_744_073_709_551_615, &EN),
        "18,446,744,073,709,551,615"
    );
}
