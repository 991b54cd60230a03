//! One dated, append-only statement about a node.

use super::walk::{
    Free, SEALED, SEALED_LATER, Seal, figure, name, ours, parts, printed, setting, title, walk, written,
};
use super::{
    Address, Assessor, Date, Figure, Fingerprint, Id, LocalTime, Period, ReportKind, Text, TranslatedHead,
    Url, ValueState, choice::Direction, number::unquoted, translation::Translation,
};
use serde::Deserialize;

/// Front matter of `content/<node>/<when>[-slug].md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportHead {
    pub kind: ReportKind,
    pub title: Option<Box<str>>,
    /// What it speaks about.
    pub period: Option<Period>,
    /// When it was judged.
    pub assessed: Option<Date>,
    /// When it became public: the site as of an earlier day does not have it.
    pub published: Option<Date>,
    pub assessor: Option<Assessor>,
    /// A status of the scale.
    pub status: Option<StatusWord>,
    /// The city's own word, as printed.
    pub label: Option<Box<str>>,
    pub reason: Option<Reason>,
    pub next: Option<Text>,
    pub direction: Option<Direction>,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    #[serde(default)]
    pub values: Vec<Value>,
    /// For a correction: the report of the same node that it corrects, named by its file without `.md`.
    #[serde(default, deserialize_with = "unquoted")]
    pub corrects: Option<Box<str>>,
    #[serde(default)]
    pub draft: bool,
    /// Who decided within the city that it may be published.
    pub approved: Option<Approval>,
    /// Before this moment it is not there at all.
    pub publish_from: Option<LocalTime>,
    /// Its text had to be removed.
    pub redacted: Option<Redaction>,
}

/// A status as an editor wrote it: its id, or the word that is printed for it. Which one is meant, the scale
/// that is in force says; it is asked when reports are put on their nodes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct StatusWord(Box<str>);

impl StatusWord {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 決裁: that a report may be published.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub by: Text,
    pub date: Date,
    /// The number of the decision, as the city writes it.
    #[serde(default, deserialize_with = "unquoted")]
    pub number: Option<Box<str>>,
}

/// That the text of a report was removed because the law requires it. The report itself stays.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redaction {
    pub reason: Text,
    pub date: Option<Date>,
}

/// Why things stand as they do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub code: Option<Id>,
    pub text: Text,
}

/// Something that a reader can open to check the report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub title: Text,
    pub url: Option<Url>,
    pub document: Option<Address>,
    #[serde(default, deserialize_with = "unquoted")]
    pub page: Option<Box<str>>,
    pub summary: Option<Text>,
}

/// A measured value of an indicator of the same document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    pub indicator: Id,
    pub period: Period,
    pub value: Figure,
    /// The unit in which the value is given, which must be the indicator's.
    pub unit: Option<Box<str>>,
    pub state: Option<ValueState>,
    /// The value as printed.
    pub printed: Option<Box<str>>,
    /// The rate of achievement as printed.
    pub rate: Option<Box<str>>,
    pub remark: Option<Text>,
}

/// Front matter of a report's translation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportTranslation {
    pub title: Option<Box<str>>,
    pub translation: Option<Translation>,
    pub translates: Option<Fingerprint>,
}

impl TranslatedHead for ReportTranslation {
    fn made(&self) -> (Option<Translation>, Option<Fingerprint>) {
        (self.translation, self.translates)
    }
}

written!(StatusWord: |value| value.as_str().to_owned());

walk!(ReportHead {
    kind: figure(SEALED),
    title: title(SEALED_LATER).by_file(),
    period: figure(SEALED),
    assessed: figure(SEALED),
    published: figure(SEALED),
    assessor: figure(SEALED),
    status: figure(SEALED),
    label: printed(SEALED).untranslated().unsearched(),
    reason: parts(),
    next: ours(SEALED),
    direction: figure(SEALED),
    redacted: parts(),
    evidence: parts(),
    approved: parts(),
    values: parts(),
    corrects: name(SEALED),
    draft: setting(Seal::Free(Free::Publication)),
    publish_from: setting(Seal::Free(Free::Publication)),
});

walk!(Approval {
    by: name(SEALED_LATER).translated().searched(),
    date: figure(SEALED_LATER),
    number: figure(SEALED_LATER),
});

walk!(Redaction {
    reason: ours(SEALED_LATER),
    date: figure(SEALED_LATER),
});

walk!(Reason {
    code: name(SEALED_LATER),
    text: ours(SEALED.once("")),
});

walk!(Evidence {
    title: ours(SEALED.once("")),
    url: name(SEALED_LATER),
    document: name(SEALED_LATER),
    page: figure(SEALED_LATER),
    summary: ours(SEALED_LATER),
});

walk!(Value {
    indicator: name(SEALED),
    period: figure(SEALED),
    value: figure(SEALED).exported(),
    unit: printed(SEALED_LATER).untranslated().unsearched(),
    state: figure(SEALED).exported(),
    printed: printed(SEALED).untranslated().unsearched(),
    rate: printed(SEALED).untranslated().unsearched(),
    remark: ours(SEALED_LATER),
});

walk!(ReportTranslation {
    title: title(Seal::Free(Free::Translation)).by_file(),
    translation: parts(),
    translates: setting(Seal::Free(Free::Translation)),
});
