//! Values that are written as one text: how serde reads each by its own `parse`, whose refusal it keeps.

use crate::diagnostic::Refusal;
use serde::de::{Deserialize, Deserializer, Visitor};
use std::fmt;

/// Each type with a text that it takes. A reader that has to go on without a value is told of it by the name
/// under which the type asks for its text.
macro_rules! parsed {
    ($($type:ty, like $example:literal);+ $(;)?) => {
        $(impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_newtype_struct($example, Parsed(<$type>::parse))
            }
        })+
    };
}

parsed! {
    super::amendment::AmendedField, like "text";
    super::bilingual::Language, like "ja";
    super::date::Date, like "2000";
    super::date::FiscalYear, like "FY2000";
    super::date::Moment, like "2000";
    super::fingerprint::Fingerprint, like "b3-0000000000000000";
    super::id::Address, like "a";
    super::id::Id, like "a";
    super::local_time::LocalTime, like "2000-01-01T00:00";
    super::look::Colour, like "#000000";
    super::look::FontList, like "serif";
    super::look::FontName, like "serif";
    super::look::FontWeight, like "400";
    super::municipality::AreaCode, like "131016";
    super::number::Count, like "0";
    super::number::Figure, like "0";
    super::reading::Kana, like "あ";
    super::settings::UtcOffset, like "+09:00";
    super::url::Url, like "https://example.org/";
}

struct Parsed<T>(fn(&str) -> Result<T, Refusal>);

impl<'de, T> Visitor<'de> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        self.0(&String::deserialize(from)?).map_err(Refusal::raise)
    }
}
