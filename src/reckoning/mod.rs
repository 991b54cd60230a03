//! The reckoning of progress: what follows from figures, targets and dates that documents and reports state.
//! Pure functions of values and a day. They judge nothing that their inputs do not say, and where a figure cannot be
//! computed they give the reason instead of a number.

pub mod deadline;
pub mod indicator;
pub mod share;

use crate::model::number::Figure;
use rust_decimal::{Decimal, RoundingStrategy};

/// A figure of a record as an exact decimal number; `None` when it has more digits than can be reckoned with (28).
fn decimal(figure: &Figure) -> Option<Decimal> {
    figure.as_str().trim_start_matches('+').parse().ok()
}

/// 四捨五入: a half is rounded away from zero, as Japanese offices do it (JIS Z 8401 規則B).
fn rounded(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A number with exactly so many places behind the point: 84 with one place is `84.0`.
fn written(number: Decimal, places: u32) -> String {
    format!("{:.*}", places as usize, rounded(number, places))
}
