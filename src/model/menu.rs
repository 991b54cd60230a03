//! The menu at the top of every page, where a site chooses it itself. Whether an address leads anywhere is
//! the matter of link.

use super::walk::{Free, Seal, name, setting, walk};
use super::{Address, Text, choice::choice};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

choice! {
    /// The pages that every site may have, by the words that a menu calls them by.
    MenuWord {
        Home = "home",
        /// The cities on the home page, or the only city.
        Documents = "documents",
        Subjects = "subjects",
        Updates = "updates",
        Amendments = "amendments",
        Deadlines = "deadlines",
        Glossary = "glossary",
        Search = "search",
        Data = "data",
        Translations = "translations",
    }
}

/// An entry of the menu: `search`, `about`, or `{to: about, label: …}`.
#[derive(Debug, Clone)]
pub struct MenuEntry {
    /// A word of [`MenuWord`], or the address of something of the site.
    pub to: Address,
    /// Other words than those by which the page is called.
    pub label: Option<Text>,
}

impl MenuWord {
    /// The menu of a site that does not choose one.
    pub(crate) const USUAL: [Self; 5] = [
        Self::Documents,
        Self::Subjects,
        Self::Updates,
        Self::Glossary,
        Self::Search,
    ];

    /// The page that is called so.
    pub(crate) fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.word() == word)
    }
}

impl<'de> Deserialize<'de> for MenuEntry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(EntryVisitor)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    to: Address,
    label: Option<Text>,
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = MenuEntry;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a page, or a map of `to` and `label`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<MenuEntry, E> {
        let to = Address::parse(text).map_err(crate::diagnostic::Refusal::raise)?;
        Ok(MenuEntry { to, label: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<MenuEntry, A::Error> {
        let Labelled { to, label } = Labelled::deserialize(MapAccessDeserializer::new(map))?;
        Ok(MenuEntry { to, label })
    }
}

walk!(MenuEntry {
    to: setting(Seal::Free(Free::Placement)),
    label: name(Seal::Free(Free::Settings)).translated(),
});
