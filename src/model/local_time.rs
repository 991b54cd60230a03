//! A moment by the clocks of the site's place, for what must not be public before it.

use super::{Date, date::read_iso};
use crate::diagnostic::{Code, Message, Refusal};
use crate::numerals::digits;
use jiff::civil;

/// A moment in the site's own time: a day with hours and minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(pub civil::DateTime);

impl LocalTime {
    /// Reads `2026-06-01T09:00`, also with a space between day and time.
    ///
    /// # Errors
    /// A refusal for anything else, a day without a time among it.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let folded = digits::fold(text.trim());
        let read = || {
            let (day, time) = folded.split_once(['T', ' '])?;
            let Date::Day(day) = read_iso(day)? else {
                return None;
            };
            let (hour, minute) = time
                .split_once(':')
                .filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2)?;
            civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0)
                .ok()
                .map(|time| Self(day.to_datetime(time)))
        };
        read().ok_or_else(|| {
            let message = Message::new(
                format!("「{text}」は日時として読めません"),
                format!("`{text}` cannot be read as a time"),
            );
            Refusal::new(Code::ValueDate, message).remedy(Message::new(
                "2026-06-01T09:00 のように書いてください",
                "write it like 2026-06-01T09:00",
            ))
        })
    }
}
