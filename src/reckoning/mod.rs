//! The reckoning of progress: what follows from figures, targets and dates that documents and reports state.
//! Pure functions of values and a day. They judge nothing that their inputs do not say, and where a figure
//! cannot be computed they give the reason instead of a number.

pub mod deadline;
pub mod indicator;
pub(crate) mod magnitude;
pub mod share;

use crate::model::Figure;
use crate::numerals::digits::folded_in_figure;
use rust_decimal::{Decimal, RoundingStrategy};

/// A figure of a record as an exact decimal number; `None` when it has more digits than can be reckoned with
/// (28).
fn decimal(figure: &Figure) -> Option<Decimal> {
    figure.as_str().trim_start_matches('+').parse().ok()
}

/// Whether a number stands in a text as printed: `+7.5％（571H）` prints 7.5, `▲2.1％` prints −2.1. A text
/// without digits prints none, and is not held against any.
pub fn prints(printed: &str, figure: &Figure) -> bool {
    let Some(wanted) = decimal(figure) else {
        return true;
    };
    let folded: String = printed
        .chars()
        .filter(|character| !matches!(character, ',' | '，'))
        .map(folded_in_figure)
        .collect();
    let mut numbers = folded
        .split(|character: char| !character.is_ascii_digit() && character != '.' && character != '-')
        .filter(|run| run.chars().any(|character| character.is_ascii_digit()))
        .peekable();
    if numbers.peek().is_none() {
        return true;
    }
    numbers.any(|run| {
        // A hyphen may be a sign or a dash before the number.
        let bare = run.trim_start_matches('-').trim_end_matches(['.', '-']);
        let read = |text: &str| text.parse::<Decimal>().ok();
        read(run.trim_end_matches(['.', '-'])) == Some(wanted) || read(bare) == Some(wanted)
    })
}

/// 四捨五入: a half is rounded away from zero, as Japanese offices do it (JIS Z 8401 規則B).
fn rounded(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A number with exactly so many places behind the point: 84 with one place is `84.0`.
fn written(number: Decimal, places: u32) -> String {
    format!("{:.*}", places as usize, rounded(number, places))
}
