//! Spans of time under one another on one line of years, and the scale below them. Places are hundredths of
//! the width, and nothing is scaled, so that one drawing serves narrow and wide pages. It shows what words
//! say beside it, and is hidden from those who hear them.

use crate::html::escape;

/// The line of years.
#[derive(Debug)]
pub(crate) struct Track {
    /// Where years begin, but for the first.
    pub years: Vec<f64>,
    /// The day of the site; absent where it lies outside.
    pub today: Option<f64>,
}

/// The words of a scale.
#[derive(Debug)]
pub(crate) struct Ends<'a> {
    pub first: &'a str,
    pub last: &'a str,
    pub today: &'a str,
}

/// The part of the width that is drawn on, so that the line of a day at either end lies inside.
const MARGIN: f64 = 0.75;

/// A span from one place to another.
pub(crate) fn span(track: &Track, from: f64, to: f64) -> String {
    let mut out = String::from(
        "<svg class=\"spanned\" height=\"24\" aria-hidden=\"true\"><rect \
         class=\"track\" x=\"0.25%\" y=\"5\" width=\"99.5%\" height=\"14\"/>",
    );
    for year in &track.years {
        upright("year", *year, 5, 19, &mut out);
    }
    // What lasts a day is still to be seen.
    let (start, width) = (place(from), (place(to) - place(from)).max(1.0));
    out.push_str(&format!(
        "<rect class=\"span\" x=\"{start:.1}%\" y=\"5\" width=\"{width:.1}%\" height=\"14\"/>"
    ));
    if let Some(today) = track.today {
        upright("today", today, 0, 24, &mut out);
    }
    out.push_str("</svg>");
    out
}

/// The first and the last year, and the day of the site below them.
pub(crate) fn scale(track: &Track, ends: &Ends) -> String {
    let height = if track.today.is_some() { 44 } else { 22 };
    let mut out = format!("<svg class=\"spanned\" height=\"{height}\" aria-hidden=\"true\">");
    let mut text = |at: &str, (class, words): (&str, &str), y: u32| {
        out.push_str(&format!("<text x=\"{at}%\" y=\"{y}\" class=\"{class}\">"));
        escape(words, &mut out);
        out.push_str("</text>");
    };
    text("0", ("from", ends.first), 16);
    text("100", ("to", ends.last), 16);
    if let Some(today) = track.today {
        // Near the ends the words would run out of the drawing.
        let class = if today < 25.0 {
            "from"
        } else if today > 75.0 {
            "to"
        } else {
            "mid"
        };
        text(&format!("{:.1}", place(today)), (class, ends.today), 38);
        let [from, to] = if class == "mid" { [0, 24] } else { [18, 24] };
        upright("today", today, from, to, &mut out);
    }
    out.push_str("</svg>");
    out
}

fn place(at: f64) -> f64 {
    MARGIN + at / 100.0 * (100.0 - 2.0 * MARGIN)
}

fn upright(class: &str, at: f64, from: u32, to: u32, out: &mut String) {
    let x = place(at);
    out.push_str(&format!(
        "<line class=\"{class}\" x1=\"{x:.1}%\" x2=\"{x:.1}%\" y1=\"{from}\" y2=\"{to}\"/>"
    ));
}
