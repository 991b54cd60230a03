//! What a text on a page tells about itself besides its words: that there is no translation of it, or an old
//! one. It goes with the text into the view, and is noticed where the view is made into what templates take
//! (`pages::made`), so that no view has to write it down anywhere.

use serde::{Serialize, Serializer};

/// What the page as a whole has to say of a text that it shows.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Noted {
    /// It is shown in another language for want of a translation.
    pub untranslated: bool,
    /// It is translated from words that have changed since.
    pub stale: bool,
}

/// Whether a text has no translation, in a place that says so itself. Templates see yes or no.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Untranslated(pub bool);

/// What a value is wrapped in while it is made into what templates take, where something is to be noticed.
pub(crate) const UNTRANSLATED: &str = "koyaku untranslated";
pub(crate) const STALE: &str = "koyaku stale";

impl Noted {
    pub(crate) const UNTRANSLATED: Self = Self {
        untranslated: true,
        stale: false,
    };

    pub(crate) const STALE: Self = Self {
        untranslated: false,
        stale: true,
    };

    /// What is to be said of two texts together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            untranslated: self.untranslated || other.untranslated,
            stale: self.stale || other.stale,
        }
    }

    /// Writes a value in the wrappings that say what was noted.
    ///
    /// # Errors
    /// Those of the serializer.
    pub(crate) fn wrap<S: Serializer>(
        self,
        value: &(impl Serialize + ?Sized),
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match self {
            Self {
                untranslated: true,
                stale,
            } => serializer.serialize_newtype_struct(UNTRANSLATED, &Wrapped(value, stale)),
            Self { stale: true, .. } => serializer.serialize_newtype_struct(STALE, value),
            _ => value.serialize(serializer),
        }
    }
}

/// A value that may be of an old translation.
struct Wrapped<'a, T: ?Sized>(&'a T, bool);

impl<T: Serialize + ?Sized> Serialize for Wrapped<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(value, stale) = *self;
        let rest = Noted {
            untranslated: false,
            stale,
        };
        rest.wrap(value, serializer)
    }
}

impl Serialize for Untranslated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let noted = Noted {
            untranslated: self.0,
            stale: false,
        };
        noted.wrap(&self.0, serializer)
    }
}
