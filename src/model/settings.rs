//! What `content/site.yaml` says about the site as a whole.

use super::walk::{Free, Seal, free_parts, name, ours, parts, setting, title, walk, written};
use super::{Address, Assessor, Date, Id, Language, Look, MenuEntry, Status, Subject, Text, Url};
use crate::diagnostic::{Code, Message, Refusal};
use jiff::tz::Offset;
use serde::Deserialize;
use std::sync::Arc;

/// The format of the sources that this koyaku reads. The first had `themes` for `subjects`, and did not say
/// which it was.
pub(crate) const FORMAT: u32 = 2;

/// `content/site.yaml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Always `FORMAT`: loading reads no other.
    pub format: u32,
    /// What the site is called: in its header, in titles of pages and in feeds.
    pub title: Text,
    /// The editors' words about the site, on its home page and for search engines; nothing is shown where
    /// absent.
    pub description: Option<Text>,
    /// The first is the language of the sources and of the addresses without a language part.
    pub languages: Vec<Language>,
    /// Where the site is published, such as `https://example.jp/koyaku`. Without it there are no feeds,
    /// sitemap or `hreflang`. A run may name another.
    pub base_url: Option<Url>,
    /// The day as of which the site is built; today where absent.
    pub as_of: Option<Date>,
    /// A fixed distance from UTC such as `+09:00`, which decides what day "today" is.
    #[serde(default)]
    pub time_zone: UtcOffset,
    /// Who publishes the site, for the foot of every page; nothing is shown where absent.
    pub publisher: Option<Text>,
    /// How readers reach the publisher, for the foot of every page; nothing is shown where absent.
    pub contact: Option<Text>,
    /// Under what terms the site's own words may be used; nothing is shown where absent.
    pub licence: Option<Licence>,
    /// The folder under `themes/`; the built-in one where absent.
    pub theme: Option<Id>,
    /// What of the look the site chooses without a theme of its own.
    pub look: Option<Look>,
    /// The menu at the top of every page, in order; the usual one where absent.
    pub menu: Option<Vec<MenuEntry>>,
    /// The municipalities in the order in which they are shown; others follow by id.
    #[serde(default)]
    pub municipalities: Vec<Id>,
    /// What commitments of all cities are sorted by, in the order in which pages list it. There are no
    /// pages of subjects where empty.
    #[serde(default)]
    pub subjects: Vec<Arc<Subject>>,
    /// The words by which reports judge; the built-in scale where empty. A document may bring its own.
    #[serde(default)]
    pub scale: Vec<Status>,
    /// How many months may pass between reports on a commitment before `check` says that one is due.
    pub review_months: Option<u32>,
    /// Where several have judged one node for one period, whose judgement heads its page; the newest where
    /// absent.
    #[serde(default)]
    pub assessor_order: Vec<Assessor>,
    /// Whether a report needs an `approved` before it is published.
    #[serde(default)]
    pub approval_required: bool,
    /// A time in which what it names stands still, such as that of an election.
    pub hold: Option<Hold>,
}

impl Settings {
    /// The language of the sources. Loading refuses a site without languages.
    pub(crate) fn first_language(&self) -> Language {
        self.languages[0]
    }
}

/// From the first to the last day nothing new appears on the documents that it names, or on all where it
/// names none.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// The first day on which it holds.
    pub from: Date,
    /// The last day on which it holds.
    pub to: Date,
    /// The documents that stand still; all of the site where empty.
    #[serde(default)]
    pub documents: Vec<Address>,
}

/// Under what terms the site's own words may be used.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    pub name: Text,
    pub url: Option<Url>,
}

/// A fixed distance from UTC. Japan has had no other since 1951, so no table of time zones is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UtcOffset(pub Offset);

impl UtcOffset {
    /// # Errors
    /// A refusal when the text is not like `+09:00`.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let read = || {
            let (sign, rest) = text
                .strip_prefix('+')
                .map(|rest| (1, rest))
                .or_else(|| text.strip_prefix('-').map(|rest| (-1, rest)))?;
            let (hours, minutes) = rest
                .split_once(':')
                .filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?;
            let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
            let in_range = (0..=14).contains(&hours) && (0..60).contains(&minutes);
            Offset::from_seconds(sign * (hours * 3600 + minutes * 60))
                .ok()
                .filter(|_| in_range)
        };
        read().map(Self).ok_or_else(|| {
            let message = Message::new(
                format!("「{text}」は協定世界時との差として読めません"),
                format!("`{text}` is not a distance from UTC"),
            );
            Refusal::new(Code::ValueChoice, message).remedy(Message::new(
                "日本なら \"+09:00\" と書いてください",
                "for Japan write \"+09:00\"",
            ))
        })
    }
}

impl Default for UtcOffset {
    /// Japan standard time.
    fn default() -> Self {
        Self(jiff::tz::offset(9))
    }
}

written!(UtcOffset: |value| value.0.to_string());

walk!(Settings {
    format: setting(Seal::Free(Free::Settings)),
    title: title(Seal::Free(Free::Settings)).unsearched(),
    description: ours(Seal::Free(Free::Settings)),
    languages: setting(Seal::Free(Free::Settings)),
    base_url: setting(Seal::Free(Free::Settings)),
    as_of: setting(Seal::Free(Free::Settings)),
    time_zone: setting(Seal::Free(Free::Settings)),
    publisher: name(Seal::Free(Free::Settings)).translated(),
    contact: name(Seal::Free(Free::Settings)).translated(),
    licence: parts(),
    theme: setting(Seal::Free(Free::Settings)),
    look: parts(),
    menu: parts(),
    municipalities: setting(Seal::Free(Free::Placement)),
    subjects: free_parts(Free::Subject),
    scale: parts(),
    review_months: setting(Seal::Free(Free::Settings)),
    assessor_order: setting(Seal::Free(Free::Settings)),
    approval_required: setting(Seal::Free(Free::Settings)),
    hold: parts(),
});

walk!(Hold {
    from: setting(Seal::Free(Free::Settings)),
    to: setting(Seal::Free(Free::Settings)),
    documents: setting(Seal::Free(Free::Settings)),
});

walk!(Licence {
    name: name(Seal::Free(Free::Settings)).translated(),
    url: name(Seal::Free(Free::Settings)),
});
