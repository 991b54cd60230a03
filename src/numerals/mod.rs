//! How numbers and years are written in Japanese: digits of both widths, eras, and what is counted. It knows
//! no record and no page.

pub(crate) mod digits;
pub mod era;
pub(crate) mod units;
