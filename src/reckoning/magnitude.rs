//! How far two figures of one thing are apart in powers of ten: where that is what separates them, a unit or
//! a digit was probably mistaken. What is said of it is decided elsewhere.

use super::decimal;
use crate::model::Figure;
use rust_decimal::Decimal;

/// How far a quotient may be from a power of ten, in decades: 0.79 to 1.26 times it.
const NEAR: f64 = 0.1;

/// Figures within this many decades, a threefold of each other, are of one magnitude.
const ALIKE: f64 = 0.5;

/// The largest slip that is looked for: yen for thousands of yen.
const MOST: i32 = 3;

/// The power of ten by which a figure is about as many times another: 3 for 69,000 beside 70, −1 for 7.
pub(crate) fn power(figure: &Figure, other: &Figure) -> Option<i32> {
    let apart = decades(figure, other)?;
    let nearest = apart.round();
    let power = (1..=MOST)
        .flat_map(|power| [power, -power])
        .find(|power| f64::from(*power) == nearest)?;
    ((apart - nearest).abs() <= NEAR).then_some(power)
}

/// Whether two figures are of one magnitude.
pub(crate) fn alike(figure: &Figure, other: &Figure) -> bool {
    figure == other || decades(figure, other).is_some_and(|apart| apart.abs() < ALIKE)
}

/// A figure with its point moved, so that it is of the magnitude that it was compared with.
pub(crate) fn moved(figure: &Figure, power: i32) -> Option<String> {
    let factor = Decimal::from(10_i64.pow(power.unsigned_abs()));
    let figure = decimal(figure)?;
    let moved = if power > 0 {
        figure.checked_div(factor)
    } else {
        figure.checked_mul(factor)
    };
    Some(moved?.normalize().to_string())
}

/// The logarithm of a quotient. Zeros have none, nor have figures of two signs.
fn decades(figure: &Figure, other: &Figure) -> Option<f64> {
    let number = |figure: &Figure| figure.as_str().trim_start_matches('+').parse::<f64>().ok();
    let quotient = number(figure)? / number(other)?;
    (quotient.is_finite() && quotient > 0.0).then(|| quotient.log10())
}
