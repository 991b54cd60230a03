//! Values of an indicator over time: a line through circles, targets as bars across it or, for a range, as
//! open boxes. A forecast is a hollow circle; the line breaks where a period has no value. What the shapes
//! mean stands beside the drawing, not in it.

use crate::chart::axis::Axis;
use crate::chart::label::{Drawn, Rectangle};
use crate::chart::{DrawingWords, Size, label, open, text};
use crate::html::Writing;

/// A period.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    /// As short as it can be: 令5, `FY23`, 2023.
    pub label: String,
    /// The value with its words, and whether it is a forecast.
    pub actual: Option<(f64, String, bool)>,
    pub target: Option<f64>,
    /// The upper end, where the target is a range.
    pub upper: Option<f64>,
}

const LEFT: f64 = 52.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 28.0;

/// So many values all have their number beside them.
const FEW: usize = 4;

/// Half the width of the mark of a target.
const MARK: f64 = 18.0;

/// A drawing of the points, of which at least one has a value.
pub(crate) fn line(points: &[Point], words: &DrawingWords, size: Size) -> String {
    let values: Vec<f64> = points
        .iter()
        .flat_map(|point| {
            [
                point.actual.as_ref().map(|(value, ..)| *value),
                point.target,
                point.upper,
            ]
        })
        .flatten()
        .collect();
    let drawing = LineDrawing {
        points,
        axis: Axis::for_values(&values),
        size,
        writing: words.writing,
    };
    let mut out = String::with_capacity(2048);
    open(words, size, size.height(), &mut out);
    drawing.grid(words.unit, &mut out);
    let mut drawn = Drawn::default();
    drawing.targets(&mut drawn, &mut out);
    drawing.values(&mut drawn, &mut out);
    drawing.numbers(&mut drawn, &mut out);
    out.push_str("</svg>");
    out
}

struct LineDrawing<'a> {
    points: &'a [Point],
    axis: Axis,
    size: Size,
    writing: &'a Writing,
}

impl LineDrawing<'_> {
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
            let class = if tick.abs() < self.axis.step / 1e6 {
                "zero"
            } else {
                "grid"
            };
            out.push_str(&format!(
                "<line class=\"{class}\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
                self.size.width() - RIGHT / 2.0
            ));
            text(
                LEFT - 6.0,
                y + 4.0,
                "scale",
                &self.axis.label(tick, self.writing),
                out,
            );
        }
        text(4.0, TOP - 22.0, "unit", unit, out);
        // Years that would touch are left out, but never the first or the last.
        let widest = self
            .points
            .iter()
            .map(|point| label::width(&point.label))
            .fold(0.0, f64::max)
            + 8.0;
        let room = (self.size.width() - LEFT - RIGHT) / self.points.len() as f64;
        let every = (widest / room).ceil().max(1.0) as usize;
        let last = self.points.len() - 1;
        for (at, point) in self.points.iter().enumerate() {
            if at == last || (at % every == 0 && last - at >= every) {
                text(self.x(at), self.size.height() - 8.0, "when", &point.label, out);
            }
        }
    }

    fn targets(&self, drawn: &mut Drawn, out: &mut String) {
        // Marks of neighbours stay apart however many there are.
        let half = MARK.min((self.x(1) - self.x(0)) / 2.0 - 2.0).max(3.0);
        for (at, point) in self.points.iter().enumerate() {
            let Some(target) = point.target else { continue };
            let (left, y) = (self.x(at) - half, self.y(target));
            let (class, top, height) = match point.upper {
                Some(upper) => ("band", self.y(upper), (y - self.y(upper)).max(2.0)),
                None => ("target", y - 2.0, 4.0),
            };
            out.push_str(&format!(
                "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" \
                 height=\"{height:.1}\"/>",
                2.0 * half
            ));
            drawn.areas.push(Rectangle(
                left - 2.0,
                top - 2.0,
                left + 2.0 * half + 2.0,
                top + height + 2.0,
            ));
        }
    }

    fn values(&self, drawn: &mut Drawn, out: &mut String) {
        for at in 1..self.points.len() {
            if let (Some(from), Some(to)) = (self.place(at - 1), self.place(at)) {
                let class = if self.is_forecast(at) {
                    "path forecast"
                } else {
                    "path"
                };
                out.push_str(&format!(
                    "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
                    from.0, from.1, to.0, to.1
                ));
                drawn.lines.push([from, to]);
            }
        }
        for at in 0..self.points.len() {
            let Some((x, y)) = self.place(at) else { continue };
            let (class, radius) = if self.is_forecast(at) {
                ("forecast", 4.5)
            } else {
                ("value", 5.0)
            };
            out.push_str(&format!(
                "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\"/>"
            ));
            drawn.areas.push(Rectangle(x - 6.0, y - 6.0, x + 6.0, y + 6.0));
        }
    }

    /// The newest value that is no forecast always has its number, and so has every value where they are few.
    /// Of many, the others have theirs where there is room: the table says all.
    fn numbers(&self, drawn: &mut Drawn, out: &mut String) {
        let known: Vec<usize> = (0..self.points.len())
            .filter(|at| self.points[*at].actual.is_some())
            .collect();
        let newest = known.iter().rev().copied().find(|at| !self.is_forecast(*at));
        let ends = [known.first().copied(), known.last().copied()];
        let mut order: Vec<usize> = newest
            .into_iter()
            .chain(ends.into_iter().flatten())
            .chain(known.iter().copied())
            .collect();
        let mut seen = vec![false; self.points.len()];
        order.retain(|at| !std::mem::replace(&mut seen[*at], true));
        let within = Rectangle(
            2.0,
            TOP - 20.0,
            self.size.width() - 2.0,
            self.size.height() - BOTTOM + 4.0,
        );
        for at in order {
            let (Some((_, words, _)), Some((x, y))) = (&self.points[at].actual, self.place(at)) else {
                continue;
            };
            let ((x, y), touched) = label::place(words, x, y, drawn, within);
            if touched > 0 && Some(at) != newest && known.len() > FEW {
                continue;
            }
            text(x, y, "number", words, out);
            drawn.areas.push(label::area(words, x, y));
        }
    }

    fn place(&self, at: usize) -> Option<(f64, f64)> {
        self.points[at]
            .actual
            .as_ref()
            .map(|(value, ..)| (self.x(at), self.y(*value)))
    }

    fn is_forecast(&self, at: usize) -> bool {
        self.points[at]
            .actual
            .as_ref()
            .is_some_and(|(_, _, forecast)| *forecast)
    }
}
