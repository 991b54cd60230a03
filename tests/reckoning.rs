//! The reckoning of progress: rates, percentages, deadlines, fiscal years and eras, by tables of known cases
//! and by properties that hold for all.

use jiff::civil::{Date as Day, date};
use koyaku::model::{Date, Deadline, Figure, FiscalYear, Indicator, Period};
use koyaku::numerals::era::{ERAS, Era};
use koyaku::reckoning::deadline::{self, DeadlineState, DocumentTerm, Judged, StepState};
use koyaku::reckoning::indicator::{Rate, Verdict, WhyNot, agrees, outcome};
use koyaku::reckoning::share;
use koyaku::source::{Source, yaml};
use proptest::prelude::*;

const YEAR: Period = Period::FiscalYear(FiscalYear(2019));

/// An indicator as an editor writes it, with its targets of FY2019.
fn indicator(fields: &str) -> Indicator {
    let source = Source {
        path: "seeds/shiomino/plan.yaml".into(),
        text: format!("id: a\nname: 指標\n{fields}"),
    };
    let parsed = yaml::parse(&source, 0..source.text.len(), yaml::Limits::RECORD);
    assert!(parsed.problems.is_empty(), "{fields}: {:?}", parsed.problems);
    parsed.value.expect("an indicator without problems is read")
}

fn figure(text: &str) -> Figure {
    Figure::parse(text).expect("the figure of a test is one")
}

fn known(percent: &str, capped: bool) -> Rate {
    Rate::Known {
        percent: percent.to_owned(),
        capped,
    }
}

#[test]
fn the_ten_rates_of_the_sixth_reform_are_reproduced() {
    // Target, actual and printed rate of appendix 9 of Atsugi's 7th reform outline; the fourth has a
    // direction and a kind of its own.
    let rows = [
        ("69.0", "66.3", "96.1％"),
        ("58.0", "48.7", "84.0％"),
        ("18", "12", "66.7％"),
        ("6", "5", "83.3％"),
        ("1", "0", "0％"),
        ("56.0", "54.5", "97.3％"),
        ("237", "235", "99.2％"),
        ("74.0", "67.4", "91.1％"),
        ("3", "2", "66.7％"),
    ];
    for (target, actual, printed) in rows {
        let indicator = indicator(&format!(
            "direction: up\nkind: level\ntargets: [{{period: FY2019, value: {target}}}]\n"
        ));
        let actual = figure(actual);
        assert_eq!(
            outcome(&indicator, YEAR, &actual).verdict,
            Verdict::NotMet,
            "{target}"
        );
        assert_eq!(
            agrees(&indicator, YEAR, &actual, printed),
            Some(true),
            "{printed}"
        );
    }
    let overtime = indicator("direction: down\nkind: change\ntargets: [{period: FY2019, value: -5}]\n");
    let outcome = outcome(&overtime, YEAR, &figure("+7.5"));
    assert_eq!(
        (outcome.verdict, outcome.rate),
        (Verdict::NotMet, Rate::NotComputed(WhyNot::NotAQuantity))
    );
    assert_eq!(agrees(&overtime, YEAR, &figure("+7.5"), "―"), Some(true));
    assert_eq!(agrees(&overtime, YEAR, &figure("+7.5"), "150％"), Some(false));
}

#[test]
fn each_direction_and_kind_has_its_verdict_and_rate() {
    let rows: &[(&str, &str, Verdict, Rate)] = &[
        (
            "direction: up\ntargets: [{period: FY2019, value: 10}]",
            "10",
            Verdict::Met,
            known("100.0", false),
        ),
        (
            "direction: up\ntargets: [{period: FY2019, value: 10}]",
            "12.5",
            Verdict::Met,
            known("125.0", false),
        ),
        (
            "direction: up\nrate: {cap: 100}\ntargets: [{period: FY2019, value: 10}]",
            "12.5",
            Verdict::Met,
            known("100.0", true),
        ),
        (
            "direction: up\nrate: {places: 0}\ntargets: [{period: FY2019, value: 8}]",
            "1",
            Verdict::NotMet,
            known("13", false),
        ),
        (
            "direction: up\nrate: {places: 2}\ntargets: [{period: FY2019, value: 3}]",
            "2",
            Verdict::NotMet,
            known("66.67", false),
        ),
        (
            "direction: maintain\ntargets: [{period: FY2019, value: 3}]",
            "3",
            Verdict::Met,
            known("100.0", false),
        ),
        (
            "direction: down\ntargets: [{period: FY2019, value: 10}]",
            "8",
            Verdict::Met,
            Rate::NotComputed(WhyNot::NoFormula),
        ),
        (
            "direction: down\nrate: {formula: target-over-actual}\ntargets: [{period: FY2019, value: 10}]",
            "8",
            Verdict::Met,
            known("125.0", false),
        ),
        (
            "direction: down\nrate: {formula: target-over-actual}\ntargets: [{period: FY2019, value: 10}]",
            "0",
            Verdict::Met,
            Rate::NotComputed(WhyNot::DivisionByZero),
        ),
        (
            "direction: range\ntargets: [{period: FY2019, value: 3, upper: 4}]",
            "3.5",
            Verdict::Met,
            Rate::NotComputed(WhyNot::NotAQuantity),
        ),
        (
            "direction: range\ntargets: [{period: FY2019, value: 3, upper: 4}]",
            "4.1",
            Verdict::NotMet,
            Rate::NotComputed(WhyNot::NotAQuantity),
        ),
        (
            "direction: up\nkind: milestone\ntargets: [{period: FY2019, value: 1}]",
            "1",
            Verdict::Met,
            Rate::NotComputed(WhyNot::NotAQuantity),
        ),
        (
            "direction: up\ntargets: [{period: FY2019, value: 0}]",
            "0",
            Verdict::Met,
            Rate::NotComputed(WhyNot::DivisionByZero),
        ),
        (
            "direction: up\ntargets: [{period: FY2019, value: 5}]",
            "-1",
            Verdict::NotMet,
            Rate::NotComputed(WhyNot::Negative),
        ),
        (
            "targets: [{period: FY2019, value: 5}]",
            "7",
            Verdict::NoDirection,
            Rate::NotComputed(WhyNot::NoFormula),
        ),
        (
            "direction: up\nno_target: [{period: FY2019, why: 見直し中}]",
            "7",
            Verdict::NoTarget,
            Rate::NotComputed(WhyNot::NoTarget),
        ),
        (
            "direction: up\ntargets: [{period: FY2020, value: 5}]",
            "7",
            Verdict::TargetUnknown,
            Rate::NotComputed(WhyNot::NoTarget),
        ),
    ];
    for (fields, actual, verdict, rate) in rows {
        let found = outcome(&indicator(fields), YEAR, &figure(actual));
        assert_eq!(
            (found.verdict, &found.rate),
            (*verdict, rate),
            "{fields} with {actual}"
        );
    }
}

#[test]
fn the_percentages_of_the_first_plan_are_reproduced() {
    for (count, percent) in [
        (164, "61.7"),
        (73, "27.4"),
        (18, "6.8"),
        (11, "4.1"),
        (266, "100.0"),
    ] {
        assert_eq!(share::percent(count, 266, 1).as_deref(), Some(percent));
        assert!(share::is_share(&figure(percent), count, 266));
    }
    assert_eq!(share::percent(17, 27, 1).as_deref(), Some("63.0"));
    assert!(
        !share::is_share(&figure("59.3"), 17, 27),
        "the outline's own contradiction"
    );
    assert_eq!(share::percent(0, 0, 1), None);
}

#[test]
fn each_deadline_has_its_state() {
    let as_of = date(2026, 11, 21);
    let year = |fy| Deadline::ByFiscalYear { fy: FiscalYear(fy) };
    let day = |year, month, day| Deadline::ByDate {
        date: Date::Day(date(year, month, day)),
    };
    let none = (DocumentTerm::default(), Judged::default());
    let started = (
        DocumentTerm {
            start: Some(Date::Day(date(2023, 4, 1))),
            ..DocumentTerm::default()
        },
        Judged::default(),
    );
    let achieved = (
        DocumentTerm::default(),
        Judged {
            achieved: true,
            last: Some(date(2026, 5, 1)),
        },
    );
    let judged = |last| {
        (
            DocumentTerm::default(),
            Judged {
                achieved: false,
                last: Some(last),
            },
        )
    };
    let ended = (
        DocumentTerm {
            end: Some(date(2026, 3, 31)),
            ..DocumentTerm::default()
        },
        Judged::default(),
    );
    let reviewed = (
        DocumentTerm {
            review_months: Some(12),
            ..DocumentTerm::default()
        },
        Judged {
            achieved: true,
            last: Some(date(2026, 1, 31)),
        },
    );
    let rows: &[(Option<Deadline>, (DocumentTerm, Judged), DeadlineState)] = &[
        (None, none, DeadlineState::NoneStated),
        (
            Some(Deadline::Ongoing),
            none,
            DeadlineState::Ongoing { review: None },
        ),
        (
            Some(Deadline::Ongoing),
            reviewed,
            DeadlineState::Ongoing {
                review: Some(date(2027, 1, 31)),
            },
        ),
        (Some(Deadline::LongTerm), none, DeadlineState::LongTerm),
        (Some(Deadline::LongTerm), achieved, DeadlineState::Met(None)),
        (
            Some(Deadline::WithinYears { years: 4 }),
            none,
            DeadlineState::StartUnknown,
        ),
        (
            Some(Deadline::WithinYears { years: 4 }),
            started,
            DeadlineState::DueSoon(date(2027, 3, 31)),
        ),
        (
            Some(Deadline::WithinYears { years: 5 }),
            started,
            DeadlineState::Upcoming(date(2028, 3, 31)),
        ),
        (
            Some(Deadline::WithinYears { years: 3 }),
            started,
            DeadlineState::PassedWithoutReport(date(2026, 3, 31)),
        ),
        (
            Some(year(2025)),
            judged(date(2026, 3, 30)),
            DeadlineState::PassedWithoutReport(date(2026, 3, 31)),
        ),
        (
            Some(year(2025)),
            judged(date(2026, 3, 31)),
            DeadlineState::PassedWithReport(date(2026, 3, 31)),
        ),
        (
            Some(year(2025)),
            achieved,
            DeadlineState::Met(Some(date(2026, 3, 31))),
        ),
        (
            Some(year(2030)),
            ended,
            DeadlineState::Closed(Some(date(2031, 3, 31))),
        ),
        (
            Some(day(2026, 11, 21)),
            none,
            DeadlineState::DueSoon(date(2026, 11, 21)),
        ),
        (
            Some(day(2026, 11, 20)),
            none,
            DeadlineState::PassedWithoutReport(date(2026, 11, 20)),
        ),
        (
            Some(day(2027, 5, 21)),
            none,
            DeadlineState::DueSoon(date(2027, 5, 21)),
        ),
        (
            Some(day(2027, 5, 22)),
            none,
            DeadlineState::Upcoming(date(2027, 5, 22)),
        ),
    ];
    for (deadline, (term, judged), expected) in rows {
        assert_eq!(
            deadline::state(deadline.as_ref(), *term, *judged, as_of),
            *expected,
            "{deadline:?}"
        );
    }
    // A term that begins on 29 February ends on 28 February of a year that has no 29th.
    let leap = Some(Date::Day(date(2024, 2, 29)));
    assert_eq!(
        deadline::last_day(&Deadline::WithinYears { years: 1 }, leap),
        Some(date(2025, 2, 27))
    );
}

proptest! {
    #[test]
    fn a_rate_says_met_exactly_from_a_hundred_percent_on(target in 1u32..100_000, actual in 0u32..200_000) {
        let indicator = indicator(&format!("direction: up\nrate: {{places: 6}}\ntargets: [{{period: FY2019, \
             value: {target}}}]\n"));
        let found = outcome(&indicator, YEAR, &figure(&actual.to_string()));
        prop_assert_eq!(found.verdict == Verdict::Met, actual >= target);
        let Rate::Known { percent, capped } = found.rate else { panic!("two whole numbers have a rate") };
        prop_assert!(!capped);
        let percent: f64 = percent.parse().expect("a rate is a number");
        prop_assert!((percent - f64::from(actual) / f64::from(target) * 100.0).abs() < 1e-5);
    }

    #[test]
    fn a_rate_agrees_with_itself_at_any_number_of_places(
        target in 1u32..10_000,
        actual in 0u32..10_000,
        places in 0u32..4,
    ) {
        let indicator = indicator(&format!("direction: up\nrate: {{places: {places}}}\ntargets: [{{period: \
             FY2019, value: {target}}}]\n"));
        let actual = figure(&actual.to_string());
        let Rate::Known { percent, .. } = outcome(&indicator, YEAR, &actual).rate else {
            panic!("two whole numbers have a rate")
        };
        prop_assert_eq!(agrees(&indicator, YEAR, &actual, &format!("{percent}％")), Some(true));
    }

    #[test]
    fn a_cap_is_never_exceeded(target in 1u32..1_000, actual in 0u32..10_000, cap in 1u32..200) {
        let indicator = indicator(&format!("direction: up\nrate: {{cap: {cap}}}\ntargets: [{{period: \
             FY2019, value: {target}}}]\n"));
        let found = outcome(&indicator, YEAR, &figure(&actual.to_string()));
        let Rate::Known { percent, capped } = found.rate else {
            panic!("two whole numbers have a rate")
        };
        prop_assert!(percent.parse::<f64>().expect("a rate is a number") <= f64::from(cap));
        prop_assert_eq!(capped, u64::from(actual) * 100 > u64::from(cap) * u64::from(target));
    }

    #[test]
    fn percentages_are_rounded_half_up_and_recognised(
        count in 0u64..1_000_000,
        more in 0u64..1_000_000,
        places in 0u32..4,
    ) {
        let total = count + more;
        prop_assume!(total > 0);
        let percent = share::percent(count, total, places).expect("a total has shares");
        prop_assert!(share::is_share(&figure(&percent), count, total));
        let step = 10f64.powi(-(places as i32));
        let shown: f64 = percent.parse().expect("a share is a number");
        prop_assert!((shown - count as f64 / total as f64 * 100.0).abs() <= step / 2.0 + 1e-9);
        // Two steps away is no rounding any more.
        let wrong = format!("{:.*}", places as usize, shown + 2.0 * step);
        prop_assert!(!share::is_share(&figure(&wrong), count, total));
    }

    #[test]
    fn every_day_lies_in_exactly_one_fiscal_year(offset in 0i64..60_000) {
        let day = date(1890, 1, 1).saturating_add(jiff::ToSpan::days(offset));
        let year = FiscalYear(if day.month() >= 4 { day.year() } else { day.year() - 1 });
        prop_assert!(year.first_day() <= day && day <= year.last_day());
        prop_assert!(FiscalYear(year.0 - 1).last_day() < day && day < FiscalYear(year.0 + 1).first_day());
    }

    #[test]
    fn era_dates_are_read_back_as_the_same_day(offset in 0i64..55_000) {
        let day = date(1873, 1, 1).saturating_add(jiff::ToSpan::days(offset));
        let era = Era::on(day).expect("the day lies in an era");
        let year = match era.year_of(day.year()) { 1 => "元".to_owned(), year => year.to_string() };
        let written = format!("{}{year}年{}月{}日", era.name, day.month(), day.day());
        prop_assert_eq!(Date::parse(&written).expect("an era date is one"), Date::Day(day));
    }

    #[test]
    fn era_fiscal_years_are_read_as_their_western_year(year in 1870i16..2100) {
        for era in ERAS.into_iter().filter(|era| era.begins.year() <= year && year - era.begins.year() < 98) {
            let count = match era.year_of(year) { 1 => "元".to_owned(), count => count.to_string() };
            let read = FiscalYear::parse(&format!("{}{count}年度", era.name));
            prop_assert_eq!(read.expect("an era year is one"), FiscalYear(year));
        }
    }

    #[test]
    fn a_deadline_passes_once_and_stays_passed(
        start in 0i64..10_000,
        years in 1u8..20,
        later in 0i64..4_000,
    ) {
        let start = date(2000, 1, 1).saturating_add(jiff::ToSpan::days(start));
        let term = DocumentTerm { start: Some(Date::Day(start)), ..DocumentTerm::default() };
        let deadline = Deadline::WithinYears { years };
        let last = deadline::last_day(&deadline, term.start).expect("a term with a start has an end");
        let state = |day: Day| deadline::state(Some(&deadline), term, Judged::default(), day);
        prop_assert!(matches!(state(last), DeadlineState::DueSoon(day) if day == last));
        let after = last.saturating_add(jiff::ToSpan::days(1 + later));
        prop_assert_eq!(state(after), DeadlineState::PassedWithoutReport(last));
        let step = deadline::step(last, DocumentTerm::default(), Judged::default(), after);
        prop_assert_eq!(step, StepState::Passed { day: last, reported: false });
    }
}

#[test]
fn a_number_is_found_in_what_is_printed() {
    use koyaku::reckoning::prints;
    for (printed, value) in [
        ("+7.5％（571H）", "+7.5"),
        ("前年比-5%（504.5H）", "-5"),
        ("▲2.1％", "-2.1"),
        ("18 件", "18"),
        ("1,200ｍ", "1200"),
        ("６６．３％", "66.3"),
        ("69.0％", "69.0"),
        ("着工なし", "0"),
    ] {
        assert!(prints(printed, &figure(value)), "{printed} prints {value}");
    }
    for (printed, value) in [("66.3％", "63.6"), ("+7.5％（571H）", "5.7"), ("900人", "610")] {
        assert!(
            !prints(printed, &figure(value)),
            "{printed} does not print {value}"
        );
    }
}
