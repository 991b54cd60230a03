//! Shares of a total in percent, and whether printed ones are right.

use super::{decimal, written};
use crate::model::Figure;
use rust_decimal::Decimal;

/// `count` of `total` in percent with so many places, 四捨五入; `None` of a total of nothing, which has no
/// shares.
pub fn percent(count: u64, total: u64, places: u32) -> Option<String> {
    exact(count, total).map(|share| written(share, places))
}

/// Whether a printed percentage is the share, or off by no more than rounding to its own last digit explains,
/// in either direction: some offices cut digits off, others adjust one share so that all add up to 100.
pub fn is_share(printed: &Figure, count: u64, total: u64) -> bool {
    let (Some(printed), Some(share)) = (decimal(printed), exact(count, total)) else {
        return false;
    };
    (printed - share).abs() < Decimal::new(1, printed.scale())
}

/// How many places a printed figure has behind its point.
pub(crate) fn places(printed: &Figure) -> u32 {
    decimal(printed).map_or(0, |number| number.scale())
}

fn exact(count: u64, total: u64) -> Option<Decimal> {
    Decimal::from(count)
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(Decimal::from(total))
}
