//! One dated, append-only statement about a node.

use super::walk::{
    Free, SEALED, SEALED_LATER, Seal, figure, name, ours, parts, printed, setting, title, walk, written,
};
use super::{
    Address, Assessor, Date, Figure, Fingerprint, Id, LocalTime, Period, Text, TranslatedHead, Url,
    ValueState, choice::choice, number::unquoted, translation::Translation,
};
use serde::Deserialize;

choice! {
    /// What a report is.
    ReportKind {
        /// 進捗報告: a judgement by somebody, with a status of the scale.
        Assessment = "assessment",
        /// 公表値: a published figure, which judges nothing and has no status.
        Fact = "fact",
        /// 訂正: what was wrong in another report, which stays as it was. It names that report and gives
        /// a reason.
        Correction = "correction",
    }
}

choice! {
    /// What is to become of an initiative (今後の方向性).
    Direction {
        /// 拡大: more is to be done than before.
        Expand = "expand",
        /// 継続: it goes on as it is.
        Continue = "continue",
        /// 見直し: it is to be done in another way.
        Revise = "revise",
        /// 縮小: less is to be done than before.
        Reduce = "reduce",
        /// 廃止・終了: it is given up before it is complete.
        End = "end",
        /// 完了: all of it has been done.
        Complete = "complete",
    }
}

/// Front matter of `content/<node>/<when>[-slug].md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportHead {
    /// Whether it judges, publishes a figure, or corrects another report. The other fields must fit it
    /// (`report-shape`).
    pub kind: ReportKind,
    /// A title of its own. Where absent the report is called by its time and kind.
    pub title: Option<Box<str>>,
    /// What it speaks about.
    pub period: Option<Period>,
    /// When it was judged.
    pub assessed: Option<Date>,
    /// When it became public: the site as of an earlier day does not have it.
    pub published: Option<Date>,
    /// Who judged. Where several have judged one period, the settings say whose judgement heads the page.
    /// `None` where the source does not say.
    pub assessor: Option<Assessor>,
    /// A status of the scale.
    pub status: Option<StatusWord>,
    /// The city's own word, as printed.
    pub label: Option<Box<str>>,
    /// Why things stand as they do. The scale demands it for some statuses (`status-requires`).
    pub reason: Option<Reason>,
    /// What is to be done next (今後の対応), as the report says it.
    pub next: Option<Text>,
    /// What is to become of the initiative (今後の方向性); `None` where the report does not say.
    pub direction: Option<Direction>,
    /// What a reader can open to check the report. The scale demands it for some statuses.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Measured values of indicators of the same document; empty where it gives none.
    #[serde(default)]
    pub values: Vec<Value>,
    /// For a correction: the report of the same node that it corrects, named by its file without `.md`.
    #[serde(default, deserialize_with = "unquoted")]
    pub corrects: Option<Box<str>>,
    /// Whether it is still being written: then it appears nowhere, whatever its dates say.
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
    /// The word as it was written: `slightly-behind` or やや遅れ.
    pub(crate) fn as_str(&self) -> &str {
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
    /// Which law or decision requires it, in words that readers see in the place of the text.
    pub reason: Text,
    /// When the text was removed; `None` where that is not said.
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
    /// What it is called, so that a reader can tell what opens.
    pub title: Text,
    /// Where it can be opened on the web; `None` for what is only kept here or on paper.
    pub url: Option<Url>,
    /// The document kept on this site in which it stands.
    pub document: Option<Address>,
    /// The page in it, as text: `3`, `12-14`.
    #[serde(default, deserialize_with = "unquoted")]
    pub page: Option<Box<str>>,
    /// What it shows, in the editors' words.
    pub summary: Option<Text>,
}

/// A measured value of an indicator of the same document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The id of an indicator of the document on which the report is.
    pub indicator: Id,
    /// The time for which it was measured. Its target is the one with the same period.
    pub period: Period,
    /// What was measured. Missing is not zero: without a figure there is no row to write.
    pub value: Figure,
    /// The unit in which the value is given, which must be the indicator's.
    pub unit: Option<Box<str>>,
    /// Whether it is a forecast, preliminary or final; `None` where the source does not say.
    pub state: Option<ValueState>,
    /// The value as printed.
    pub printed: Option<Box<str>>,
    /// The rate of achievement as printed.
    pub rate: Option<Box<str>>,
    /// What the report says about the value, such as a change in how it is counted.
    pub remark: Option<Text>,
}

/// Front matter of a report's translation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportTranslation {
    /// The title in the language of the file; the original's stays where absent.
    pub title: Option<Box<str>>,
    /// How the translation was made; `None` where nobody has said.
    pub translation: Option<Translation>,
    /// The version of the original that was translated, set by `koyaku translated`. `None` is told as a
    /// gap (`translation-unstated`).
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
