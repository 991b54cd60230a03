//! What a value of an indicator means beside its target: met or not, and the rate of achievement, or why
//! there is none.
//!
//! Sources of the rules: a rate of achievement is the actual value divided by the target (実績値÷目標値×100),
//! as appendix 9 of Atsugi's 7th reform outline computes it. For values that are meant to fall, cities use
//! different formulas, so none is applied unless the document names it. A change (前年比) is no quantity of
//! which another can be a share.

use super::{decimal, rounded, written};
use crate::model::{Aim, Figure, Indicator, Measure, Period, RateFormula, Target};
use crate::numerals::digits::is_digit;
use rust_decimal::Decimal;

/// The outcome for one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueOutcome {
    /// Whether the value reaches the target, or why that cannot be said.
    pub verdict: Verdict,
    /// How much of the target it is. There may be a verdict without a rate, but no rate without a target.
    pub rate: Rate,
}

/// Whether the target of the period was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The value is at or beyond the target in the direction of the indicator, or within its range. To
    /// maintain is not to fall below.
    Met,
    /// The value does not reach the target, or lies outside its range.
    NotMet,
    /// The record does not say which way the indicator is meant to move.
    NoDirection,
    /// The document says that the period has no target.
    NoTarget,
    /// Nothing is known of a target for the period.
    TargetUnknown,
}

/// The rate of achievement in percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rate {
    /// With the places that the indicator asks for. `capped` when it was higher than the indicator's cap,
    /// which stands in its place.
    Known {
        /// Digits without a sign for percent, rounded 四捨五入: `96.1`.
        percent: String,
        /// Whether the cap stands in the place of a higher rate.
        capped: bool,
    },
    /// There is a value, and no rate follows from it.
    NotComputed(WhyNot),
}

/// Why there is no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNot {
    /// No target is kept for the period, whether the document sets none or nothing is known of one.
    NoTarget,
    /// The indicator is a change (前年比), a step that is reached or not, or a range.
    NotAQuantity,
    /// It is meant to fall or its direction is unknown, and the document names no formula.
    NoFormula,
    /// The number to divide by is zero.
    DivisionByZero,
    /// One of the numbers is negative, so that their quotient would mislead.
    Negative,
    /// A number has more digits than can be reckoned with.
    TooLong,
}

/// How many places a rate has where the indicator does not say: 96.1.
const PLACES: u32 = 1;

/// More digits than this say nothing about a city.
const MOST_PLACES: u32 = 6;

/// The outcome of a value reported for a period.
pub fn outcome(indicator: &Indicator, period: Period, actual: &Figure) -> ValueOutcome {
    match indicator.targets.iter().find(|target| target.period == period) {
        Some(target) => ValueOutcome {
            verdict: verdict(indicator, target, actual),
            rate: rate(indicator, target, actual),
        },
        None => {
            let told = indicator.no_target.iter().any(|none| none.period == period);
            ValueOutcome {
                verdict: if told {
                    Verdict::NoTarget
                } else {
                    Verdict::TargetUnknown
                },
                rate: Rate::NotComputed(WhyNot::NoTarget),
            }
        }
    }
}

/// Whether a printed rate is what the numbers give, at the digits it was printed with. `―` says that there is
/// none. `None` when the printed rate is neither a number nor such a dash, so that it cannot be compared.
pub fn agrees(indicator: &Indicator, period: Period, actual: &Figure, printed: &str) -> Option<bool> {
    let rate = outcome(indicator, period, actual).rate;
    let printed = printed.trim().trim_end_matches(['%', '％']).trim_end();
    if printed
        .chars()
        .all(|character| matches!(character, '―' | '—' | '-' | '－' | '–' | 'ー' | '─'))
        && !printed.is_empty()
    {
        return Some(matches!(rate, Rate::NotComputed(_)));
    }
    let printed = decimal(&Figure::parse(number_in(printed)).ok()?)?;
    let Some(target) = indicator.targets.iter().find(|target| target.period == period) else {
        return Some(false);
    };
    match quotient(indicator, target, actual) {
        Ok(exact) => Some(rounded(limited(indicator, exact).0, printed.scale()) == printed),
        Err(_) => Some(false),
    }
}

/// The first number of a printed rate, which may say 約 before it and 以上 behind it.
fn number_in(printed: &str) -> &str {
    let start = printed.find(is_digit).unwrap_or(printed.len());
    let rest = &printed[start..];
    let end = rest
        .find(|character| !is_digit(character) && character != '.' && character != '．')
        .unwrap_or(rest.len());
    &rest[..end]
}

fn verdict(indicator: &Indicator, target: &Target, actual: &Figure) -> Verdict {
    let (Some(aimed), Some(actual)) = (decimal(&target.value), decimal(actual)) else {
        return Verdict::NoDirection;
    };
    let upper = target.upper.as_ref().and_then(decimal);
    let met = match indicator.direction {
        // To maintain is not to fall below.
        Some(Aim::Up | Aim::Maintain) => actual >= aimed,
        Some(Aim::Down) => actual <= aimed,
        Some(Aim::Range) => match upper {
            Some(upper) => (aimed..=upper).contains(&actual),
            None => return Verdict::NoDirection,
        },
        None => return Verdict::NoDirection,
    };
    if met { Verdict::Met } else { Verdict::NotMet }
}

fn rate(indicator: &Indicator, target: &Target, actual: &Figure) -> Rate {
    match quotient(indicator, target, actual) {
        Ok(exact) => {
            let (percent, capped) = limited(indicator, exact);
            Rate::Known {
                percent: written(percent, indicator.rate.places.unwrap_or(PLACES).min(MOST_PLACES)),
                capped,
            }
        }
        Err(why) => Rate::NotComputed(why),
    }
}

/// The rate in percent before rounding and capping.
fn quotient(indicator: &Indicator, target: &Target, actual: &Figure) -> Result<Decimal, WhyNot> {
    if matches!(indicator.kind, Some(Measure::Change | Measure::Milestone))
        || indicator.direction == Some(Aim::Range)
    {
        return Err(WhyNot::NotAQuantity);
    }
    let formula = match (indicator.rate.formula, indicator.direction) {
        (Some(formula), _) => formula,
        (None, Some(Aim::Up | Aim::Maintain)) => RateFormula::ActualOverTarget,
        (None, _) => return Err(WhyNot::NoFormula),
    };
    let (Some(target), Some(actual)) = (decimal(&target.value), decimal(actual)) else {
        return Err(WhyNot::TooLong);
    };
    let (part, whole) = match formula {
        RateFormula::ActualOverTarget => (actual, target),
        RateFormula::TargetOverActual => (target, actual),
        RateFormula::None => return Err(WhyNot::NoFormula),
    };
    if whole.is_zero() {
        return Err(WhyNot::DivisionByZero);
    }
    if part.is_sign_negative() && !part.is_zero() || whole.is_sign_negative() {
        return Err(WhyNot::Negative);
    }
    part.checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|percent| percent.checked_div(whole))
        .ok_or(WhyNot::TooLong)
}

/// The rate under the indicator's cap, and whether the cap has cut it.
fn limited(indicator: &Indicator, exact: Decimal) -> (Decimal, bool) {
    match indicator.rate.cap.as_ref().and_then(decimal) {
        Some(cap) if exact > cap => (cap, true),
        _ => (exact, false),
    }
}
