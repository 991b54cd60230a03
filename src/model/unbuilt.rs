//! A key whose meaning koyaku does not yet keep. Accepting and ignoring it would be a silent lie, so it is an error.

use crate::diagnostic::{Code, Message, Refusal};
use serde::{Deserialize, Deserializer, de::Error};

/// Stands where a design names a field that this version cannot honour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unbuilt {}

impl<'de> Deserialize<'de> for Unbuilt {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom(
            Refusal::new(
                Code::YamlNotBuilt,
                Message::new("この項目はこの版の koyaku ではまだ扱えません", "this version of koyaku cannot honour this field yet"),
            )
            .remedy(Message::new(
                "行ごと消してください。書いたまま無視されることはありません",
                "delete the line: koyaku never accepts a field and ignores it",
            )),
        ))
    }
}
