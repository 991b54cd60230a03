//! `koyaku diff`: what changed between two days, as text, Markdown or JSON.

use super::arguments::{Format, Run};
use super::{FAILED, Surroundings, report};
use crate::diagnostic::human::EditorLanguage;
use crate::model::{AmendmentKind, Date, Language as Tag, Text};
use crate::pipeline;
use crate::reckoning::deadline::DeadlineState;
use crate::site::{ActionIx, Difference, Event, Happening, Node, ReportIx, Site, address};
use serde_json::{Value, json};

pub(crate) fn run(run: &Run, from: Date, to: Date, format: Format, around: &Surroundings) -> u8 {
    let outcome = pipeline::compare(&report::request(run), from, to);
    let code = report::problems(run, &outcome, around);
    let Some((ready, difference)) = outcome.made else {
        return FAILED;
    };
    let written = match format {
        Format::Json => format!(
            "{:#}\n",
            as_json(ready.site(), &difference, from, to, run.language)
        ),
        Format::Text => as_lines(ready.site(), &difference, from, to, &TEXT, run.language),
        Format::Markdown => as_lines(ready.site(), &difference, from, to, &MARKDOWN, run.language),
    };
    (around.out)(&written);
    code
}

/// What makes plain lines Markdown.
struct Marks {
    heading: &'static str,
    item: &'static str,
    code: &'static str,
}

const TEXT: Marks = Marks {
    heading: "",
    item: "  ",
    code: "",
};

const MARKDOWN: Marks = Marks {
    heading: "## ",
    item: "- ",
    code: "`",
};

fn as_lines(
    site: &Site,
    difference: &Difference,
    from: Date,
    to: Date,
    marks: &Marks,
    language: EditorLanguage,
) -> String {
    let Marks { heading, item, code } = marks;
    let mut out = match language {
        EditorLanguage::Ja => format!("{heading}{} から {} までに変わったこと\n", from.key(), to.key()),
        EditorLanguage::En => format!("{heading}What changed from {} to {}\n", from.key(), to.key()),
    };
    if !heading.is_empty() {
        out.push('\n');
    }
    if difference.events.is_empty() && difference.deadlines.is_empty() {
        let nothing = language.choose("変わったことはありません", "nothing");
        out.push_str(&format!("{item}{nothing}\n"));
    }
    for event in &difference.events {
        let what = kind(site, event, language);
        let (day, title) = (event.day, headline(site, event, language));
        let address = address(site, event.node);
        out.push_str(&format!("{item}{day} {what}: {title} {code}{address}{code}\n"));
    }
    if !difference.deadlines.is_empty() {
        let title = language.choose("期限の状態", "Deadlines");
        let gap = if heading.is_empty() { "" } else { "\n" };
        out.push_str(&format!("\n{heading}{title}\n{gap}"));
    }
    for (index, before, after) in &difference.deadlines {
        let node = Node::Commitment(*index);
        let (title, address) = (title(site, node, language), address(site, node));
        let (before, after) = (state(before, language), state(after, language));
        out.push_str(&format!(
            "{item}{title} {code}{address}{code}: {before} → {after}\n"
        ));
    }
    out
}

fn as_json(site: &Site, difference: &Difference, from: Date, to: Date, language: EditorLanguage) -> Value {
    let events = difference.events.iter().map(|event| {
        let (kind, status, before) = match event.what {
            Happening::Report(index) => {
                let status = |index: ReportIx| site[index].status.map(|at| site[at].id.to_string());
                let before = site.assessment_before(index).and_then(status);
                (site[index].head.kind.word(), status(index), before)
            }
            Happening::Amendment(index) => (site[index].kind.word(), None, None),
        };
        json!({
            "day": event.day.to_string(),
            "address": address(site, event.node),
            "kind": kind,
            "status": status,
            "before": before,
            "title": headline(site, event, language),
        })
    });
    let deadlines = difference.deadlines.iter().map(|(index, before, after)| {
        let address = address(site, Node::Commitment(*index));
        json!({"address": address, "before": named(before).0, "after": named(after).0})
    });
    json!({
        "from": from.key(),
        "to": to.key(),
        "events": events.collect::<Vec<_>>(),
        "deadlines": deadlines.collect::<Vec<_>>(),
    })
}

/// 進捗報告（順調 → やや遅れ）, or the kind of a change.
fn kind(site: &Site, event: &Event, language: EditorLanguage) -> String {
    match event.what {
        Happening::Report(index) => {
            use crate::model::ReportKind::{Assessment, Correction, Fact};
            let word = match site[index].head.kind {
                Assessment => language.choose("進捗報告", "assessment"),
                Fact => language.choose("公表値", "published figure"),
                Correction => language.choose("訂正", "correction"),
            };
            let label = |index: ReportIx| site[index].status.map(|at| text(site, &site[at].label, language));
            let before = site.assessment_before(index).and_then(label);
            match (before, label(index)) {
                (Some(before), Some(now)) if before != now => format!("{word} ({before} → {now})"),
                (_, Some(now)) => format!("{word} ({now})"),
                _ => word.to_owned(),
            }
        }
        Happening::Amendment(index) => {
            let word = match site[index].kind {
                AmendmentKind::Wording => "文言の変更",
                AmendmentKind::Deadline => "期限の変更",
                AmendmentKind::Figure => "予算額の変更",
                AmendmentKind::Target => "目標値の変更",
                AmendmentKind::Scope => "範囲の変更",
                AmendmentKind::Merge => "統合",
                AmendmentKind::Split => "分割",
                AmendmentKind::Withdraw => "取り下げ",
                AmendmentKind::Transcription => "記録の訂正",
            };
            let english = format!("amendment ({})", site[index].kind.word());
            language.choose(word.to_owned(), english)
        }
    }
}

/// A report's own title before that of what it is about.
fn headline(site: &Site, event: &Event, language: EditorLanguage) -> String {
    let about = title(site, event.node, language);
    let Happening::Report(index) = event.what else {
        return about;
    };
    let tag = language.choose(Tag::JAPANESE, Tag::ENGLISH);
    let texts = &site[index].texts;
    let titled = || texts.iter().filter(|text| text.title.is_some());
    let own = titled().find(|text| text.prose.language == tag);
    match own.or(titled().next()).and_then(|text| text.title.as_deref()) {
        Some(own) => format!("{own} – {about}"),
        None => about,
    }
}

fn title(site: &Site, node: Node, language: EditorLanguage) -> String {
    match node {
        Node::Municipality(index) => text(site, &site[index].record.name, language),
        Node::Document(index) => text(site, &site[index].record.title, language),
        Node::Section(index) => text(site, &site[index].record.heading, language),
        Node::Commitment(commitment) | Node::Action(ActionIx { commitment, .. }) => {
            text(site, &site[commitment].record.title, language)
        }
        other => address(site, other),
    }
}

fn text(site: &Site, text: &Text, language: EditorLanguage) -> String {
    let tag = language.choose(Tag::JAPANESE, Tag::ENGLISH);
    site.text(text, tag).1.to_owned()
}

fn state(state: &DeadlineState, language: EditorLanguage) -> &'static str {
    let (_, ja, en) = named(state);
    language.choose(ja, en)
}

/// The name of a state in data and in both languages.
fn named(state: &DeadlineState) -> (&'static str, &'static str, &'static str) {
    match state {
        DeadlineState::NoneStated => ("none-stated", "記載なし", "none stated"),
        DeadlineState::Ongoing { .. } => ("ongoing", "常に", "ongoing"),
        DeadlineState::LongTerm => ("long-term", "長期", "long term"),
        DeadlineState::StartUnknown => ("start-unknown", "起点不明", "start unknown"),
        DeadlineState::Upcoming(_) => ("upcoming", "まだ先", "upcoming"),
        DeadlineState::DueSoon(_) => ("due-soon", "6か月以内", "due within six months"),
        DeadlineState::PassedWithReport(_) => (
            "passed-with-report",
            "過ぎて評価あり",
            "passed, with an assessment since",
        ),
        DeadlineState::PassedWithoutReport(_) => (
            "passed-without-report",
            "過ぎて報告なし",
            "passed, with no report kept here",
        ),
        DeadlineState::Met(_) => ("met", "達成", "met"),
        DeadlineState::Closed(_) => ("closed", "文書の期間が終了", "period over"),
    }
}
