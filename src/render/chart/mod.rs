//! Drawings made at build time: SVG without scripts and styles, in a narrow and a wide version so that no text is ever scaled below
//! 12 pixels. Shapes tell things apart, so that they survive greyscale; the same data stands on the page as a table and in `data/` as CSV.

mod axis;
mod line;

pub use line::{Point, Words, line};

/// How large a drawing is, in CSS pixels. Neither is scaled by the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Fits a page of 320 pixels with its margins.
    Narrow,
    Wide,
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
