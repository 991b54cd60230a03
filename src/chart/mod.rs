//! Drawings made at build time: SVG without scripts and styles, in a narrow and a wide version so that no
//! text is ever scaled below 12 pixels. Shapes tell things apart, so that they survive greyscale; the same
//! data stands on the page as a table and in `data/` as CSV.

mod axis;
mod bar;
mod label;
mod line;
mod mark;
mod schedule;
mod span;

pub(crate) use bar::{Length, bar};
pub(crate) use line::{Point, line};
pub(crate) use mark::{Mark, mark};
pub(crate) use schedule::{Lane, Phrases, ScheduleEvent, ScheduleRow, ScheduleTimes, schedule};
pub(crate) use span::{Ends, Track, scale, span};

use crate::html::{Writing, escape};
use std::fmt::Write;

/// How large a drawing is, in CSS pixels. Neither is scaled by the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// Fits a page of 320 pixels with its margins.
    Narrow,
    Wide,
}

/// What is said about a drawing.
#[derive(Debug)]
pub(crate) struct DrawingWords<'a> {
    /// Unique on the page.
    pub id: &'a str,
    pub title: &'a str,
    /// Everything that is drawn, in sentences.
    pub description: &'a str,
    pub unit: &'a str,
    pub writing: &'a Writing,
}

impl Size {
    fn width(self) -> f64 {
        match self {
            Size::Narrow => 288.0,
            Size::Wide => 640.0,
        }
    }

    fn height(self) -> f64 {
        match self {
            Size::Narrow => 220.0,
            Size::Wide => 280.0,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Size::Narrow => "narrow",
            Size::Wide => "wide",
        }
    }
}

/// Begins a drawing of a height with its title and description.
fn open(words: &DrawingWords, size: Size, height: f64, out: &mut String) {
    let (width, class, id) = (size.width(), size.class(), words.id);
    let written = write!(
        out,
        "<svg class=\"chart {class}\" role=\"img\" aria-labelledby=\"{id}-{class}-t {id}-{class}-d\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><title \
         id=\"{id}-{class}-t\">"
    );
    written.expect("writing into a string cannot fail");
    escape(words.title, out);
    out.push_str(&format!("</title><desc id=\"{id}-{class}-d\">"));
    escape(words.description, out);
    out.push_str("</desc>");
}

/// Words at a point, set as their class says.
fn text(x: f64, y: f64, class: &str, words: &str, out: &mut String) {
    out.push_str(&format!("<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\">"));
    escape(words, out);
    out.push_str("</text>");
}
