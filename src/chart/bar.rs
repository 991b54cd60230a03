//! A single value beside its target, as a bar as wide as the page. A target that was met and one that was not
//! differ in their pattern too, so that they survive greyscale. Places are hundredths of the width, and
//! nothing is scaled.

use crate::html::escape;

/// What is drawn.
#[derive(Debug)]
pub(crate) struct Length {
    pub value: f64,
    pub target: Option<f64>,
    /// The upper end, where the target is a range.
    pub upper: Option<f64>,
    /// `met`, `not_met`, `unknown` or `forecast`.
    pub outcome: &'static str,
}

/// The part of the width that is drawn on. The mark of a target at either end would else lie half outside.
const MARGIN: f64 = 1.5;

/// A bar; `words` say all that it shows.
pub(crate) fn bar(length: &Length, words: &str) -> String {
    let all = [Some(length.value), length.target, length.upper, Some(0.0)]
        .into_iter()
        .flatten();
    let (low, high) = all.fold((0.0f64, 0.0f64), |(low, high), one| (low.min(one), high.max(one)));
    let spread = if high > low { high - low } else { 1.0 };
    let place = |one: f64| MARGIN + (one - low) / spread * (100.0 - 2.0 * MARGIN);
    let (zero, end) = (place(0.0), place(length.value));
    let (start, width, outcome) = (zero.min(end), (zero - end).abs(), length.outcome);
    let mut out = String::from("<svg class=\"length\" height=\"32\" role=\"img\" aria-label=\"");
    escape(words, &mut out);
    out.push_str("\"><rect class=\"track\" x=\"0.5%\" y=\"6\" width=\"99%\" height=\"20\"/>");
    out.push_str(&format!(
        "<rect class=\"{outcome}\" x=\"{start:.1}%\" y=\"6\" width=\"{width:.1}%\" height=\"20\"/>"
    ));
    if outcome == "not_met" {
        out.push_str(&format!(
            "<line class=\"stripes\" x1=\"{start:.1}%\" x2=\"{:.1}%\" y1=\"16\" y2=\"16\"/>",
            start + width
        ));
    }
    let mut upright = |class: &str, at: f64| {
        out.push_str(&format!(
            "<line class=\"{class}\" x1=\"{at:.1}%\" x2=\"{at:.1}%\" y1=\"0\" y2=\"32\"/>"
        ));
    };
    if low < 0.0 {
        upright("zero", zero);
    }
    for target in [length.target, length.upper].into_iter().flatten() {
        upright("aim", place(target));
    }
    out.push_str("</svg>");
    out
}
