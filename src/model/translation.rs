//! How a text in another language than the original's was made, and from what.

use super::walk::{Free, Seal, figure, walk};
use super::{Fingerprint, Translator};
use serde::Deserialize;

/// How it was made.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    pub by: Translator,
}

/// The front matter of a translation.
pub(crate) trait TranslatedHead {
    /// How it was made, and from what, as its last translator has set it.
    fn made(&self) -> (Option<Translation>, Option<Fingerprint>);
}

walk!(Translation {
    by: figure(Seal::Free(Free::Translation)),
});
