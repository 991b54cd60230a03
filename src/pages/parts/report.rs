//! Reports: what was said when by whom, what it rests on, and what has been corrected.

use crate::html::{Html, Link, Passage, format};
use crate::model::{Assessor, Date, Direction, Id, Period, ReportHead, ReportKind};
use crate::pages::parts::{evidence, status, value};
use crate::pages::scope::report_id;
use crate::pages::{BodyView, EvidenceView, Scope, StatusView, ValueView, body, terms};
use crate::site::{CommitmentIx, Node, ReportIx, ReportText};
use serde::Serialize;
use std::cmp::Reverse;

/// One dated report on the node of the page, or on something that stands on the page.
#[derive(Debug, Serialize)]
pub(crate) struct ReportView<'a> {
    /// Its anchor and permanent link on the page: `2026-03-31`, or `a.2026-03-31` for a report on action `a`.
    pub id: String,
    /// The level of its heading: 3 under the page's heading for reports, more inside the blocks of a section
    /// page. At most 6.
    pub level: u8,
    /// `assessment`, `fact` or `correction`.
    pub kind: &'static str,
    /// 進捗報告, 公表値 or 訂正.
    pub kind_word: &'a str,
    /// The editors' title; absent where the period has to serve.
    pub title: Option<Passage<'a>>,
    /// The time its file name says, with `<time>`. Never empty.
    pub when: Html,
    /// What that time is, where it is one of the times below, which are then not said again.
    pub when_word: Option<&'a str>,
    /// What it speaks about (対象年度).
    pub period: Option<Html>,
    pub assessed: Option<Html>,
    pub published: Option<Html>,
    /// Who judged, in words.
    pub assessor: Option<&'a str>,
    /// Only assessments have one.
    pub status: Option<StatusView<'a>>,
    /// The status of the assessment before it, where that was another one.
    pub before: Option<StatusView<'a>>,
    /// The city's own word as printed, with its language marked, where that is another one than the scale's.
    pub label: Option<Passage<'a>>,
    /// That the text had to be removed, and why.
    pub redacted: Option<Html>,
    /// When it was removed.
    pub redacted_on: Option<Html>,
    /// The text below the front matter.
    pub body: Option<BodyView<'a>>,
    /// May be empty.
    pub values: Vec<ValueView<'a>>,
    pub reason: Option<ReasonView<'a>>,
    pub next: Option<Html>,
    /// 今後の方向性, in words.
    pub direction: Option<&'a str>,
    /// May be empty.
    pub evidence: Vec<EvidenceView<'a>>,
    /// Who decided that it may be published, when, and under what number.
    pub approved: Option<ApprovalView<'a>>,
    /// The action or section that it speaks about, when that is not the page's own node.
    pub about: Option<Link<'a>>,
    /// The same in a few words, for the heading.
    pub about_name: Option<Passage<'a>>,
    /// For a correction: the report that it corrects.
    pub corrects: Option<Link<'a>>,
    /// That it has been corrected, as a sentence that leads to the correction, oldest first. May be empty.
    pub corrected: Vec<Html>,
}

/// 決裁.
#[derive(Debug, Serialize)]
pub(crate) struct ApprovalView<'a> {
    pub by: Passage<'a>,
    pub when: Html,
    pub number: Option<Passage<'a>>,
}

/// Why things stand as they do.
#[derive(Debug, Serialize)]
pub(crate) struct ReasonView<'a> {
    /// A short code such as `external-party`.
    pub code: Option<&'a str>,
    pub text: Html,
}

/// The reports of a node's page, newest first, with headings of a level. `own` is the node of the page or
/// block.
pub(crate) fn newest_first<'s>(
    scope: &Scope<'s>,
    reports: &[ReportIx],
    own: Node,
    level: u8,
) -> Vec<ReportView<'s>> {
    let mut order = reports.to_vec();
    // Of what became public on one day, the node's own report leads, and those on its parts follow.
    order.sort_by_key(|&index| {
        let report = &scope.site[index];
        (
            Reverse(report.when.first_day()),
            Reverse(report.public),
            report.node != own,
            Reverse(index),
        )
    });
    order
        .into_iter()
        .map(|report| report_view(scope, report, own, level))
        .collect()
}

/// The link to a report, by its title or by what it is.
pub(crate) fn link<'s>(scope: &Scope<'s>, index: ReportIx) -> Link<'s> {
    Link {
        href: scope.href_of_report(index),
        title: name(scope, index),
    }
}

/// A report's title, or its time and kind where nobody gave it one.
pub(crate) fn name<'s>(scope: &Scope<'s>, index: ReportIx) -> Passage<'s> {
    title(scope, index).unwrap_or_else(|| {
        let report = &scope.site[index];
        let when = format::period(report.when, scope.writing());
        let kind = kind_word(scope, index);
        Passage::native(scope.fill("report_name", &[("when", &when), ("kind", &kind)]))
    })
}

/// 進捗報告, 公表値 or 訂正; a published fact that is no figure says so.
pub(crate) fn kind_word<'s>(scope: &Scope<'s>, index: ReportIx) -> &'s str {
    let head = &scope.site[index].head;
    match head.kind {
        ReportKind::Fact if head.values.is_empty() => scope.word("report_kind.statement"),
        kind => scope.choice("report_kind", kind.word()),
    }
}

/// The city's own word as printed, where it says something else than the word of the scale.
pub(crate) fn printed_label<'s>(scope: &Scope<'s>, index: ReportIx) -> Option<Passage<'s>> {
    let report = &scope.site[index];
    let label = report.head.label.as_deref()?;
    let status = report.status.map(|status| &scope.site[status].label);
    let word = status.map(|label| scope.site.text(label, scope.first).1);
    (word != Some(label)).then(|| scope.printed(label))
}

fn report_view<'s>(scope: &Scope<'s>, index: ReportIx, own: Node, level: u8) -> ReportView<'s> {
    let report = &scope.site[index];
    let head = &report.head;
    let id = report_id(scope.site, index);
    let prose = shown(scope, index).map(|text| &text.prose);
    let place = body::BodyPlace {
        level: level + 1,
        prefix: format!("{id}."),
        label: format::period(report.when, scope.writing()),
    };
    let other = |date: &Date| Period::Date(*date) != report.when;
    let period = head.period.filter(|period| *period != report.when);
    let redacted = head.redacted.as_ref();
    let evidence = head.evidence.iter().enumerate().map(|(at, piece)| {
        let document = report.evidence.get(at).copied().flatten();
        evidence::evidence_view(scope, piece, document)
    });
    ReportView {
        level: level.min(6),
        kind: head.kind.word(),
        kind_word: kind_word(scope, index),
        title: title(scope, index),
        when: scope.period(report.when),
        when_word: meaning_of_when(head, report.when).map(|key| scope.word(key)),
        period: period.map(|period| scope.period(period)),
        assessed: head.assessed.filter(other).map(|date| scope.date(date)),
        published: head.published.filter(other).map(|date| scope.date(date)),
        assessor: scope.chosen("assessor", head.assessor.map(Assessor::word)),
        status: status::status(scope, index),
        before: before(scope, index),
        redacted: redacted.map(|redaction| terms::running(scope, &redaction.reason)),
        redacted_on: redacted.and_then(|redaction| Some(scope.date(redaction.date?))),
        approved: head.approved.as_ref().map(|approval| ApprovalView {
            by: scope.text(&approval.by),
            when: scope.date(approval.date),
            number: approval.number.as_deref().map(|number| scope.printed(number)),
        }),
        label: printed_label(scope, index),
        reason: head.reason.as_ref().map(|reason| ReasonView {
            code: reason.code.as_ref().map(Id::as_str),
            text: terms::running(scope, &reason.text),
        }),
        next: terms::optional(scope, &head.next),
        direction: scope.chosen("direction", head.direction.map(Direction::word)),
        evidence: evidence.collect(),
        values: value::all(scope, index),
        body: prose.and_then(|prose| body::body(scope, prose, &place)),
        about: (report.node != own).then(|| scope.link(report.node)),
        corrects: report.corrects.map(|corrected| link(scope, corrected)),
        about_name: (report.node != own).then(|| short_name(scope, report.node)),
        corrected: scope.each(&report.corrections, corrected),
        id: id.into_owned(),
    }
}

/// Which of the times of a report its file name repeats.
fn meaning_of_when(head: &ReportHead, when: Period) -> Option<&'static str> {
    let is = |date: Option<Date>| date.is_some_and(|date| Period::Date(date) == when);
    match () {
        () if head.period == Some(when) => Some("report.period"),
        () if is(head.published) && is(head.assessed) => Some("report.both"),
        () if is(head.published) => Some("report.published"),
        () if is(head.assessed) => Some("report.assessed"),
        () => None,
    }
}

/// An action is known by its letter; its whole wording stands above.
fn short_name<'s>(scope: &Scope<'s>, node: Node) -> Passage<'s> {
    match node {
        Node::Action(index) => {
            let id = scope.site[index].id.as_str();
            Passage::native(scope.fill("amended.action", &[("id", &id)]))
        }
        node => scope.title(node),
    }
}

/// When a correction was made, leading to it.
fn corrected(scope: &Scope, correction: ReportIx) -> Html {
    let report = &scope.site[correction];
    let made = report.head.published.or(report.head.assessed);
    let when = made.map_or(report.when, Period::Date);
    let date = Html::text(&format::period(when, scope.writing()));
    let sentence = scope.fill_html("report.corrected", None, &[("date", &date)]);
    Html::link(&scope.href_of_report(correction), &sentence)
}

/// The status from which this report moved; nothing where it is the first assessment or repeats the one
/// before.
pub(crate) fn before<'s>(scope: &Scope<'s>, index: ReportIx) -> Option<StatusView<'s>> {
    let report = &scope.site[index];
    let now = report.status?;
    let earlier = scope.site.assessment_before(index)?;
    status::status(scope, earlier).filter(|_| scope.site[earlier].status != Some(now))
}

fn shown<'s>(scope: &Scope<'s>, index: ReportIx) -> Option<&'s ReportText> {
    scope.choose(&scope.site[index].texts, |text| &text.prose)
}

pub(crate) fn title<'s>(scope: &Scope<'s>, index: ReportIx) -> Option<Passage<'s>> {
    let texts = &scope.site[index].texts;
    let text = shown(scope, index)
        .filter(|text| text.title.is_some())
        .or_else(|| texts.iter().find(|text| text.title.is_some()))?;
    Some(scope.passage(text.prose.language, text.title.as_deref()?))
}

/// The newest assessment, whoever made it: its day as a link to it.
pub(crate) fn last_assessment(scope: &Scope, index: CommitmentIx) -> Option<Html> {
    let (site, node) = (scope.site, Node::Commitment(index));
    let all = site.reports_on(node).iter().copied();
    let judging = all.filter(|report| site[*report].status.is_some());
    let last = judging.max_by_key(|report| site.day_of(*report));
    let last = last.or_else(|| site.assessment_of(node))?;
    Some(Html::link(
        &scope.href_of_report(last),
        &Html::text(&format::date(Date::Day(site.day_of(last)), scope.writing())),
    ))
}
