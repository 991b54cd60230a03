//! Puts reports on their nodes. Drafts and reports that are not yet public on the day of the build are left
//! out here, once, so that no page, count or feed can show them.

use super::prose;
use super::references::{Names, add_backlink};
use super::status;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::link::WORDS;
use crate::model::{Date, Evidence, Period, ReportHead, Value};
use crate::site::{
    ActionIx, Backlink, BacklinkKind, IndicatorIx, LinkedReport, Node, ReportFile, ReportIx, ReportText,
    Site, StatusIx, page_of,
};
use jiff::ToSpan;
use jiff::civil::Date as Day;
use std::collections::HashMap;
use std::sync::Arc;

/// Adds every public report, oldest first within its node. Files that belong by their names to a draft, to a
/// report under embargo or to one whose text was removed are left out with it: `2026-06-01-map.pdf` beside
/// `2026-06-01.md`.
pub fn attach(site: &mut Site, mut files: Vec<ReportFile>, names: &mut Names) {
    let mut hidden: Vec<String> = Vec::new();
    files.sort_by(|one, other| {
        let day = |file: &ReportFile| file.when.first_day();
        one.node
            .cmp(&other.node)
            .then_with(|| day(one).cmp(&day(other)))
            .then_with(|| one.name.cmp(&other.name))
    });
    let mut corrections = Vec::new();
    let mut by_name: HashMap<(Node, Box<str>), ReportIx> = HashMap::new();
    for file in files {
        let Some(node) = names.find(site, &file.node, || Place::file(&file.original.file)) else {
            continue;
        };
        if !matches!(
            node,
            Node::Municipality(_)
                | Node::Document(_)
                | Node::Section(_)
                | Node::Commitment(_)
                | Node::Action(..)
        ) {
            if !names.unread(&file.node) {
                names.problems.push(wrong_node(&file));
            }
            continue;
        }
        let key = (node, file.name.clone());
        let corrects = file.original.head.corrects.clone();
        let place = file.original.file.clone();
        let head = &file.original.head;
        if head.draft
            || head.redacted.is_some()
            || head
                .publish_from
                .is_some_and(|from| site.options.now < from.0 || site.options.as_of < from.0.date())
        {
            hidden.push(format!("{}/{}", file.node, file.name));
        }
        let Some(report) = resolve(site, node, file, names) else {
            continue;
        };
        let index = ReportIx::at(site.reports.len());
        if let Some(corrected) = corrects {
            corrections.push((index, (node, corrected), place));
        }
        by_name.insert(key, index);
        site.reports.push(report);
        put_on_node(site, node, index);
    }
    let belongs = |path: &str, prefix: &String| {
        path.strip_prefix(prefix.as_str())
            .is_some_and(|rest| rest.starts_with(['.', '-', '_', '/']))
    };
    site.attachments
        .retain(|attachment| !hidden.iter().any(|prefix| belongs(&attachment.path, prefix)));
    for (index, key, file) in corrections {
        match by_name.get(&key) {
            Some(&corrected) if corrected != index => {
                site.reports[index.position()].corrects = Some(corrected);
                site.reports[corrected.position()].corrections.push(index);
            }
            _ => names.problems.push(WORDS.error(
                Code::ReferenceDangling,
                Place::yaml(&file, path_to![ReportHead::corrects]),
                "reference-dangling",
                &[("key", &key.1)],
            )),
        }
    }
}

/// A report with its names followed; `None` when it is not public as of the day of the build.
fn resolve(site: &mut Site, node: Node, file: ReportFile, names: &mut Names) -> Option<LinkedReport> {
    let path = file.original.file.clone();
    let status = resolve_status(site, node, file.when, &file.original.head, &path, names);
    let indicators = resolve_values(site, node, &file.original.head, &path, names);
    let mut evidence = Vec::with_capacity(file.original.head.evidence.len());
    for (at, piece) in file.original.head.evidence.iter().enumerate() {
        let found = piece.document.as_ref().and_then(|address| {
            names.find(site, address.as_str(), || {
                Place::yaml(&path, path_to![ReportHead::evidence, at, Evidence::document])
            })
        });
        evidence.push(found);
    }
    let (head, prose, original) = prose::original(file.original);
    if head.draft {
        return None;
    }
    let public = public_from(file.when, &head);
    if let Some(problem) = far(site, file.when, &head, &path) {
        names.problems.push(problem);
    }
    let early = head.publish_from.is_some_and(|from| site.options.now < from.0);
    if early || public > site.day_for(site.document_of(node)) {
        site.later.insert((node, file.name));
        return None;
    }
    let from = page_of(site, node).0;
    for document in evidence.iter().flatten() {
        add_backlink(
            site,
            *document,
            Backlink {
                from,
                kind: BacklinkKind::Evidence,
            },
        );
    }
    let mut texts = vec![ReportText {
        title: head.title.clone(),
        prose,
    }];
    for translation in file.translations {
        let (head, prose) = prose::translation(translation, Some(original));
        texts.push(ReportText {
            title: head.title,
            prose,
        });
    }
    Some(LinkedReport {
        node,
        name: file.name,
        when: file.when,
        head,
        public,
        status,
        indicators,
        evidence,
        corrects: None,
        corrections: Vec::new(),
        texts,
    })
}

/// A report is public from the day on which it was published. One that does not say when became public when
/// it was made, or, where not even that is known, when the time it is named after was over: before that
/// nobody can have known what it says.
fn public_from(when: Period, head: &ReportHead) -> Day {
    let from = head
        .published
        .or(head.assessed)
        .map_or_else(|| when.last_day(), Date::last_day);
    head.publish_from.map_or(from, |moment| from.max(moment.0.date()))
}

/// How many years ahead a report may be kept back on purpose.
const LONGEST_EMBARGO: i16 = 5;

/// A report of a day that lies so far ahead that it is a slip of the year. Nothing of it would be seen.
fn far(site: &Site, when: Period, head: &ReportHead, file: &Arc<str>) -> Option<Diagnostic> {
    let last = site.options.last_likely_day();
    let said =
        |key: &'static str, date: Option<Date>| Some((Place::yaml(file, path_to![key]), date?.first_day()));
    let embargo = || {
        let from = head.publish_from?.0.date();
        let last = last.saturating_add(LONGEST_EMBARGO.years());
        Some((Place::yaml(file, path_to![ReportHead::publish_from]), from)).filter(|_| from > last)
    };
    let (place, day) = said(ReportHead::published, head.published)
        .or_else(|| said(ReportHead::assessed, head.assessed))
        .or_else(|| Some((Place::file(file), when.first_day())))
        .filter(|(_, day)| *day > last)
        .or_else(embargo)?;
    Some(WORDS.warning(Code::DateFar, place, "date-far", &[("day", &day)]))
}

fn resolve_status(
    site: &Site,
    node: Node,
    when: Period,
    head: &ReportHead,
    file: &Arc<str>,
    names: &mut Names,
) -> Option<StatusIx> {
    let status = head.status.as_ref()?;
    let period = head.period.unwrap_or(when);
    let scale = match site.document_of(node) {
        Some(document) => site[document].scale.clone(),
        None => site.own_scale().collect(),
    };
    let known: Vec<StatusIx> = scale
        .iter()
        .copied()
        .filter(|index| site[*index].holds_for(period))
        .collect();
    let found = status::named(site, status.as_str(), &known);
    if found.is_none() {
        let place = Place::yaml(file, path_to![ReportHead::status]);
        let unknown = status::unknown(site, status.as_str(), period, &scale, &known, place);
        names.problems.push(unknown);
    }
    found
}

fn resolve_values(
    site: &Site,
    node: Node,
    head: &ReportHead,
    file: &Arc<str>,
    names: &mut Names,
) -> Vec<IndicatorIx> {
    let document = site.document_of(node);
    let mut found = Vec::with_capacity(head.values.len());
    for (at, value) in head.values.iter().enumerate() {
        let place = || Place::yaml(file, path_to![ReportHead::values, at, Value::indicator]);
        let address = document.map(|document| {
            format!(
                "{}/{}/{}",
                site[site[document].municipality].id, site[document].id, value.indicator
            )
        });
        match address
            .as_deref()
            .and_then(|address| names.find(site, address, place))
        {
            Some(Node::Indicator(indicator)) => found.push(indicator),
            None if address.is_some() => {}
            _ => names.problems.push(WORDS.error(
                Code::ReferenceKind,
                place(),
                "reference-kind.resolve-values",
                &[("indicator", &value.indicator)],
            )),
        }
    }
    found
}

fn put_on_node(site: &mut Site, node: Node, report: ReportIx) {
    match node {
        Node::Municipality(index) => site.municipalities[index.position()].reports.push(report),
        Node::Document(index) => site.documents[index.position()].reports.push(report),
        Node::Section(index) => site.sections[index.position()].reports.push(report),
        Node::Commitment(index)
        | Node::Action(ActionIx {
            commitment: index, ..
        }) => {
            site.commitments[index.position()].reports.push(report);
        }
        _ => {}
    }
}

fn wrong_node(file: &ReportFile) -> Diagnostic {
    WORDS.error(
        Code::NodeMissing,
        Place::file(&file.original.file),
        "node-missing",
        &[("node", &file.node)],
    )
}
