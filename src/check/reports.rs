//! What a report must bring: the parts of its kind, and what the scale demands of its status.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Path, Place, path_to};
use crate::model::{Date, Evidence, Family, Period, ReportHead, ReportKind, Requirement, Value, ValueState};
use crate::site::{LinkedReport, Node, Site};
use jiff::civil::Date as Day;

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for report in &site.reports {
        check_shape(site, report, problems);
        check_requirements(site, report, problems);
        check_times(site, report, problems);
    }
}

/// Evidence that did not exist yet when the report was made, and an achievement before the plan began, are
/// slips of dates.
fn check_times(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let file = &report.texts[0].prose.file;
    let made = report.head.published.or(report.head.assessed).map(Date::last_day);
    for (at, document) in report.evidence.iter().enumerate() {
        let Some(Node::Document(document)) = document else {
            continue;
        };
        let published = site[*document].record.source.published.map(Date::first_day);
        if let (Some(made), Some(published)) = (made, published)
            && published > made
        {
            problems.push(WORDS.warning(
                Code::EvidenceLater,
                Place::yaml(file, path_to![ReportHead::evidence, at, Evidence::document]),
                "evidence-later",
                &[("published", &published)],
            ));
        }
    }
    check_start(site, report, problems);
    check_order(report, problems);
}

/// A judgement is made after what it judges has begun, published after it was made, and approved before it is
/// published.
fn check_order(report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let head = &report.head;
    let file = &report.texts[0].prose.file;
    let mut refuse = |path: Path, ja: &str, en: &str| {
        problems.push(
            Diagnostic::error(Code::ReportShape, Place::yaml(file, path), Message::new(ja, en))
                .remedy(Message::new("日付を確かめてください", "check the dates")),
        );
    };
    let is_before =
        |date: Option<Date>, day: Option<Day>| date.zip(day).is_some_and(|(date, day)| date.last_day() < day);
    let made = head.assessed.or(head.published);
    if head.status.is_some() && is_before(made, head.period.map(Period::first_day)) {
        refuse(
            path_to![ReportHead::period],
            "まだ始まっていない期間を評価しています",
            "this judges a period that had not begun",
        );
    }
    if is_before(head.published, head.assessed.map(Date::first_day)) {
        refuse(
            path_to![ReportHead::published],
            "評価した日より前に公表しています",
            "this was published before it was judged",
        );
    }
    let approved = head.approved.as_ref().map(|approval| approval.date.first_day());
    if is_before(head.published, approved) {
        refuse(
            path_to![ReportHead::approved],
            "承認より前に公表しています",
            "this was published before it was approved",
        );
    }
    for (at, value) in head.values.iter().enumerate() {
        let same = |other: &Value| other.indicator == value.indicator && other.period == value.period;
        if head.values[..at].iter().any(same) {
            refuse(
                path_to![ReportHead::values, at, Value::period],
                "同じ指標の同じ時期の値が二つあります",
                "there are two values of one indicator for one period",
            );
        }
        let is_final = value.state == Some(ValueState::Final);
        if is_final && is_before(made, Some(value.period.first_day())) {
            refuse(
                path_to![ReportHead::values, at, Value::state],
                "まだ始まっていない時期の確定値です",
                "this is a final value of a period that had not begun",
            );
        }
    }
}

fn check_start(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let family = report.status.map(|status| site[status].family);
    let document = site.document_of(report.node);
    let period = document.and_then(|document| site[document].record.period);
    let made = report.head.assessed.or(report.head.published);
    let (Some(Family::Achieved), Some(period), Some(made)) = (family, period, made) else {
        return;
    };
    let (start, judged) = (period.first_day(), made.last_day());
    if judged >= start {
        return;
    }
    problems.push(WORDS.warning(
        Code::AchievedEarly,
        Place::yaml(&report.texts[0].prose.file, path_to![ReportHead::status]),
        "achieved-early",
        &[("start", &start), ("judged", &judged)],
    ));
}

fn check_shape(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    let file = &report.texts[0].prose.file;
    let mut refuse = |field: &'static str, message: Message, remedy: Message| {
        let place = Place::yaml(file, path_to![field]);
        problems.push(Diagnostic::error(Code::ReportShape, place, message).remedy(remedy));
    };
    match report.head.kind {
        ReportKind::Fact if report.head.status.is_some() => refuse(
            ReportHead::status,
            WORDS.say("fact-with-status", &[]),
            WORDS.say("fact-with-status.remedy", &[]),
        ),
        ReportKind::Assessment if report.head.status.is_none() => refuse(
            ReportHead::kind,
            WORDS.say("assessment-without-status", &[]),
            WORDS.say("assessment-without-status.remedy", &[]),
        ),
        ReportKind::Correction if report.head.corrects.is_none() => refuse(
            ReportHead::kind,
            WORDS.say("correction-of-nothing", &[]),
            WORDS.say("correction-of-nothing.remedy", &[]),
        ),
        _ if site.settings.approval_required && report.head.approved.is_none() => refuse(
            ReportHead::kind,
            WORDS.say("approval-missing", &[]),
            WORDS.say("approval-missing.remedy", &[]),
        ),
        _ if report.head.redacted.is_some()
            && report
                .texts
                .iter()
                .any(|text| !text.prose.body.trim().is_empty() || text.title.is_some()) =>
        {
            refuse(
                ReportHead::redacted,
                WORDS.say("redacted-but-there", &[]),
                WORDS.say("redacted-but-there.remedy", &[]),
            );
        }
        ReportKind::Correction
            if report
                .corrects
                .is_some_and(|original| site[original].public > report.public) =>
        {
            refuse(
                ReportHead::corrects,
                WORDS.say("correction-before", &[]),
                Message::new("日付を確かめてください", "check the dates"),
            );
        }
        ReportKind::Correction if report.head.reason.is_none() => refuse(
            ReportHead::kind,
            WORDS.say("correction-without-reason", &[]),
            Message::new("reason: {text: …} を書いてください", "write reason: {text: …}"),
        ),
        _ => {}
    }
    if report.head.kind != ReportKind::Correction && report.head.corrects.is_some() {
        refuse(
            ReportHead::corrects,
            WORDS.say("corrects-elsewhere", &[]),
            WORDS.say("corrects-elsewhere.remedy", &[]),
        );
    }
}

fn check_requirements(site: &Site, report: &LinkedReport, problems: &mut Vec<Diagnostic>) {
    // A published figure has no status; one that is there all the same has been refused already.
    let judged = report.head.kind != ReportKind::Fact;
    let Some(status) = report.status.filter(|_| judged).map(|status| &site[status]) else {
        return;
    };
    for requirement in &status.requires {
        let (met, ja, en) = match requirement {
            Requirement::Evidence => (
                !report.head.evidence.is_empty(),
                "根拠資料（evidence）",
                "`evidence`",
            ),
            Requirement::Reason => (report.head.reason.is_some(), "理由（reason）", "a `reason`"),
            Requirement::Next => (report.head.next.is_some(), "今後の対応（next）", "`next`"),
            Requirement::Assessor => (
                report.head.assessor.is_some(),
                "評価者（assessor）",
                "an `assessor`",
            ),
        };
        if !met {
            problems.push(WORDS.error(
                Code::StatusRequires,
                Place::yaml(&report.texts[0].prose.file, path_to![ReportHead::status]),
                "status-requires",
                &[("id", &status.id), ("ja", &ja), ("en", &en)],
            ));
        }
    }
}
