//! Values of an indicator over time: a line through circles, targets as bars across it. A forecast is a hollow circle; the line breaks where
//! a period has no value.

use super::Size;
use super::axis::Axis;
use crate::render::escape::escape;
use std::fmt::Write;

/// A period.
#[derive(Debug, Clone)]
pub struct Point {
    /// As short as it can be: 2023.
    pub label: String,
    /// The value with its words, and whether it is a forecast.
    pub actual: Option<(f64, String, bool)>,
    pub target: Option<f64>,
    /// The upper end, where the target is a range.
    pub upper: Option<f64>,
}

/// What is said about the drawing and in it.
#[derive(Debug)]
pub struct Words<'a> {
    /// Unique on the page.
    pub id: &'a str,
    pub title: &'a str,
    /// All values and targets in a sentence.
    pub description: &'a str,
    pub unit: &'a str,
    pub actual: &'a str,
    pub target: &'a str,
    pub forecast: &'a str,
}

const LEFT: f64 = 48.0;
const RIGHT: f64 = 24.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 28.0;

/// A drawing of the points, of which at least one has a value.
pub fn line(points: &[Point], words: &Words, size: Size) -> String {
    let values: Vec<f64> = points.iter().flat_map(|point| [point.actual.as_ref().map(|(value, ..)| *value), point.target, point.upper]).flatten().collect();
    let drawing = Drawing { points, axis: Axis::of(&values), size };
    let mut out = String::with_capacity(2048);
    open(words, size, &mut out);
    legend(points, words, &mut out);
    drawing.grid(words.unit, &mut out);
    drawing.targets(&mut out);
    drawing.values(&mut out);
    out.push_str("</svg>");
    out
}

struct Drawing<'a> {
    points: &'a [Point],
    axis: Axis,
    size: Size,
}

fn open(words: &Words, size: Size, out: &mut String) {
    let (width, height, class, id) = (size.width(), size.height(), size.class(), words.id);
    let written = write!(
        out,
        "<svg class=\"chart {class}\" role=\"img\" aria-labelledby=\"{id}-{class}-t {id}-{class}-d\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><title id=\"{id}-{class}-t\">"
    );
    written.expect("writing into a string cannot fail");
    escape(words.title, out);
    write!(out, "</title><desc id=\"{id}-{class}-d\">").expect("writing into a string cannot fail");
    escape(words.description, out);
    out.push_str("</desc>");
}

/// Which shape means what, above the drawing.
fn legend(points: &[Point], words: &Words, out: &mut String) {
    let mut x = 8.0;
    let mut entry = |shape: &dyn Fn(f64) -> String, word: &str, out: &mut String| {
        out.push_str(&shape(x));
        text((x + 16.0, 17.0), ("", word), out);
        // Japanese characters are as wide as they are high, Latin ones about half.
        x += 28.0 + word.chars().map(|character| if character.is_ascii() { 7.0 } else { 13.0 }).sum::<f64>();
    };
    entry(&|x| format!("<circle class=\"value\" cx=\"{x}\" cy=\"12\" r=\"5\"/>"), words.actual, out);
    if points.iter().any(|point| point.target.is_some()) {
        entry(&|x| format!("<rect class=\"target\" x=\"{}\" y=\"10\" width=\"16\" height=\"4\"/>", x - 6.0), words.target, out);
    }
    if points.iter().any(|point| point.actual.as_ref().is_some_and(|(_, _, forecast)| *forecast)) {
        entry(&|x| format!("<circle class=\"forecast\" cx=\"{x}\" cy=\"12\" r=\"4.5\"/>"), words.forecast, out);
    }
}

fn text((x, y): (f64, f64), (class, words): (&str, &str), out: &mut String) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    write!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\"{class}>").expect("writing into a string cannot fail");
    escape(words, out);
    out.push_str("</text>");
}

impl Drawing<'_> {
    fn x(&self, at: usize) -> f64 {
        let width = self.size.width() - LEFT - RIGHT;
        let step = width / self.points.len() as f64;
        LEFT + step * (at as f64 + 0.5)
    }

    fn y(&self, value: f64) -> f64 {
        let height = self.size.height() - TOP - BOTTOM;
        TOP + height * (1.0 - self.axis.share(value))
    }

    fn grid(&self, unit: &str, out: &mut String) {
        for tick in self.axis.ticks() {
            let y = self.y(tick);
            let class = if tick.abs() < self.axis.step / 1e6 { "zero" } else { "grid" };
            write!(out, "<line class=\"{class}\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>", self.size.width() - RIGHT / 2.0).expect("writing into a string cannot fail");
            text((LEFT - 6.0, y + 4.0), ("scale", &self.axis.label(tick)), out);
        }
        text((4.0, TOP - 20.0), ("unit", unit), out);
        // Years that would touch are left out, but never the first or the last.
        let widest = self.points.iter().map(|point| point.label.chars().count()).max().unwrap_or(0) as f64 * 8.0 + 8.0;
        let room = (self.size.width() - LEFT - RIGHT) / self.points.len() as f64;
        let every = (widest / room).ceil().max(1.0) as usize;
        let last = self.points.len() - 1;
        for (at, point) in self.points.iter().enumerate() {
            if at == last || (at % every == 0 && last - at >= every) {
                text((self.x(at), self.size.height() - 8.0), ("when", &point.label), out);
            }
        }
    }

    fn targets(&self, out: &mut String) {
        for (at, point) in self.points.iter().enumerate() {
            let Some(target) = point.target else { continue };
            let (x, y) = (self.x(at) - 18.0, self.y(target));
            match point.upper {
                Some(upper) => write!(out, "<rect class=\"band\" x=\"{x:.1}\" y=\"{:.1}\" width=\"36\" height=\"{:.1}\"/>", self.y(upper), (y - self.y(upper)).max(2.0)),
                None => write!(out, "<rect class=\"target\" x=\"{x:.1}\" y=\"{:.1}\" width=\"36\" height=\"4\"/>", y - 2.0),
            }
            .expect("writing into a string cannot fail");
        }
    }

    fn values(&self, out: &mut String) {
        let place = |at: usize| self.points[at].actual.as_ref().map(|(value, ..)| (self.x(at), self.y(*value)));
        for at in 1..self.points.len() {
            if let (Some((x1, y1)), Some((x2, y2))) = (place(at - 1), place(at)) {
                let class = if self.points[at].actual.as_ref().is_some_and(|(_, _, forecast)| *forecast) { "path forecast" } else { "path" };
                write!(out, "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>").expect("writing into a string cannot fail");
            }
        }
        let known: Vec<usize> = (0..self.points.len()).filter(|at| self.points[*at].actual.is_some()).collect();
        for (order, &at) in known.iter().enumerate() {
            let Some((_, words, forecast)) = &self.points[at].actual else { continue };
            let Some((x, y)) = place(at) else { continue };
            let (class, radius) = if *forecast { ("forecast", 4.5) } else { ("value", 5.0) };
            write!(out, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\"/>").expect("writing into a string cannot fail");
            // On a narrow drawing numbers side by side would touch: the first and the last say enough, the table says all.
            let ends = order == 0 || order + 1 == known.len();
            if ends || (self.size == Size::Wide && known.len() <= 8) {
                let below = self.points[at].target.is_some_and(|target| (self.y(target) - (y - 12.0)).abs() < 10.0);
                text((x, if below { y + 20.0 } else { y - 10.0 }), ("number", words), out);
            }
        }
    }
}
