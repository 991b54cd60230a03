//! The scale of a drawing: round numbers that hold all values, and where a value lies between them.

use crate::html::{Writing, format};

/// A scale from low to high with round steps.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Axis {
    pub low: f64,
    pub high: f64,
    pub step: f64,
}

/// How many steps a scale has at most.
const STEPS: f64 = 5.0;

impl Axis {
    /// A scale for values, of which there is at least one. It begins at zero unless all of them lie far from
    /// it.
    pub(crate) fn for_values(values: &[f64]) -> Self {
        let (low, high) = values
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(*value), high.max(*value))
            });
        let spread = high - low;
        // A line may leave out the empty part below it, but only where its own movement would else be lost.
        let low = if low > 0.0 && spread < 0.5 * low {
            low - spread.max(low.abs() * 0.02)
        } else {
            low.min(0.0)
        };
        let high = if high <= low { low + 1.0 } else { high.max(0.0) };
        let step = round_step((high - low) / STEPS);
        let low = (low / step).floor() * step;
        let high = (high / step).ceil() * step;
        Self { low, high, step }
    }

    /// The values at which there are lines.
    pub(crate) fn ticks(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round() as usize;
        (0..=count)
            .map(|number| self.low + number as f64 * self.step)
            .collect()
    }

    /// Where a value lies, from 0 at the low end to 1.
    pub(crate) fn share(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// A tick as it is written, with as many places as the step has.
    pub(crate) fn label(&self, tick: f64, writing: &Writing) -> String {
        let places = (0..6)
            .find(|places| ((self.step * 10f64.powi(*places)).fract()).abs() < 1e-9)
            .unwrap_or(6);
        let written = format!("{tick:.*}", places as usize);
        let written = if written
            .trim_start_matches('-')
            .chars()
            .all(|digit| matches!(digit, '0' | '.'))
        {
            written.replace('-', "")
        } else {
            written
        };
        format::digits(&written, writing)
    }
}

/// The next step of the form 1, 2 or 5 times a power of ten.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|factor| factor * power >= least * 0.999)
        .unwrap_or(10.0);
    factor * power
}
