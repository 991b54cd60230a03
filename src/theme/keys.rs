//! The texts that render itself asks for: `keys.txt`, a key a line with the placeholders that are filled into
//! it, and a ? where a language may do without it; and what the columns of data files mean. A theme may have
//! any others for its own templates.

use crate::facts::columns;
use crate::site::PAGE_KINDS;
use std::borrow::Cow;

/// A text with what can be filled into it.
#[derive(Debug)]
pub(crate) struct TextKey {
    pub name: Cow<'static, str>,
    pub placeholders: Vec<&'static str>,
    /// Whether a language may do without it.
    pub is_optional: bool,
}

/// Every key that any page can need, so that a theme without one is refused before a page is made.
pub(crate) fn all() -> Vec<TextKey> {
    let mut keys = Vec::new();
    for line in include_str!("keys.txt").lines() {
        let mut words = line.split(' ');
        keys.extend(words.next().map(|name| TextKey {
            name: name.trim_end_matches('?').into(),
            placeholders: words.collect(),
            is_optional: name.ends_with('?'),
        }));
    }
    // What a page that stands alone is called and says of itself, where it asks for nothing more.
    let alone = PAGE_KINDS.iter().filter(|(_, address)| !address.contains('<'));
    for name in alone.map(|(kind, _)| kind.replace('-', "_")) {
        let title = format!("title.{name}");
        if keys.iter().all(|key| key.name != title) {
            keys.extend([title, format!("summary.{name}")].map(|name| TextKey {
                name: name.into(),
                placeholders: Vec::new(),
                is_optional: false,
            }));
        }
    }
    for (kind, list) in columns::all() {
        keys.extend(list.iter().map(|column| TextKey {
            name: columns::meaning(kind, column).into(),
            placeholders: vec!["original"],
            is_optional: false,
        }));
    }
    keys
}
