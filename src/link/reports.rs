//! Puts reports on their nodes. Drafts and reports that are not yet public on the day of the build are left
//! out here, once, so that no page, count or feed can show them.

use super::names::Names;
use super::prose;
use super::records::LinkedRecords;
use super::status;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::link::WORDS;
use crate::model::{Date, Evidence, Period, ReportHead, Settings, Status, Value};
use crate::site::{
    DocumentIx, IndicatorIx, LinkedReport, Node, Options, ReportFile, ReportIx, ReportText, StatusIx, day_for,
};
use jiff::ToSpan;
use jiff::civil::Date as Day;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The reports of a site.
pub(crate) struct Reports {
    /// Only those that are public as of the day of the build, oldest first within a node.
    pub public: Vec<LinkedReport>,
    /// Those on the page of a node, oldest first.
    pub on: HashMap<Node, Vec<ReportIx>>,
    /// The node and name of each report that will only become public after that day.
    pub later: HashSet<(Node, Box<str>)>,
    /// How the paths of files begin that belong by their names to a draft, to a report under embargo or to
    /// one whose text was removed: `…/2026-06-01` for `…/2026-06-01-map.pdf` beside `…/2026-06-01.md`.
    hidden: Vec<String>,
}

/// The reports with their names followed.
pub(crate) fn reports(
    mut files: Vec<ReportFile>,
    settings: &Settings,
    options: &Options,
    records: &LinkedRecords,
    names: &mut Names,
) -> Reports {
    files.sort_by(|one, other| {
        let day = |file: &ReportFile| file.when.first_day();
        one.node
            .cmp(&other.node)
            .then_with(|| day(one).cmp(&day(other)))
            .then_with(|| one.name.cmp(&other.name))
    });
    let mut public = Vec::new();
    let mut later = HashSet::new();
    let mut hidden = Vec::new();
    for file in files {
        let Some(node) = names.find(&file.node, || Place::file(&file.original.file)) else {
            continue;
        };
        let document = match node {
            Node::Municipality(_) => None,
            Node::Document(index) => Some(index),
            Node::Section(index) => Some(records.sections[index.position()].document),
            Node::Commitment(index) => Some(records.commitments[index.position()].document),
            Node::Action(index) => Some(records.commitments[index.commitment.position()].document),
            _ => {
                if !names.incomplete.holds(&file.node) {
                    names.problems.push(wrong_node(&file));
                }
                continue;
            }
        };
        let head = &file.original.head;
        if head.draft || head.redacted.is_some() || is_early(options, head) {
            hidden.push(format!("{}/{}", file.node, file.name));
        }
        let followed = follow(node, document, file, settings, records, names);
        let ReportFile {
            name, when, original, ..
        } = &followed.file;
        if original.head.draft {
            continue;
        }
        names
            .problems
            .extend(far(options, *when, &original.head, &original.file));
        let address = || Some(address_of(records, document?));
        let early = original
            .head
            .publish_from
            .is_some_and(|from| options.now < from.0);
        if early || followed.from > day_for(settings.hold.as_ref(), options.as_of, address) {
            later.insert((node, name.clone()));
        } else {
            public.push(followed);
        }
    }
    let mut on: HashMap<Node, Vec<ReportIx>> = HashMap::new();
    for (at, report) in public.iter().enumerate() {
        let page = match report.node {
            Node::Action(index) => Node::Commitment(index.commitment),
            node => node,
        };
        on.entry(page).or_default().push(ReportIx::at(at));
    }
    Reports {
        public: corrected(public, names),
        on,
        later,
        hidden,
    }
}

impl Reports {
    /// Whether a file belongs to a report that is not shown.
    pub(crate) fn hides(&self, path: &str) -> bool {
        let belongs = |prefix: &String| {
            path.strip_prefix(prefix.as_str())
                .is_some_and(|rest| rest.starts_with(['.', '-', '_', '/']))
        };
        self.hidden.iter().any(belongs)
    }
}

/// A report whose names have been followed, but for the report that it corrects.
struct Followed {
    node: Node,
    file: ReportFile,
    /// The day from which it is public.
    from: Day,
    status: Option<StatusIx>,
    indicators: Vec<IndicatorIx>,
    evidence: Vec<Option<Node>>,
}

fn follow(
    node: Node,
    document: Option<DocumentIx>,
    file: ReportFile,
    settings: &Settings,
    records: &LinkedRecords,
    names: &mut Names,
) -> Followed {
    let (head, path) = (&file.original.head, &file.original.file);
    let status = follow_status(document, file.when, head, path, settings, records, names);
    let indicators = follow_values(document, head, path, records, names);
    let evidence = head.evidence.iter().enumerate().map(|(at, piece)| {
        let place = || Place::yaml(path, path_to![ReportHead::evidence, at, Evidence::document]);
        names.find(piece.document.as_ref()?.as_str(), place)
    });
    Followed {
        node,
        from: public_from(file.when, head),
        status,
        indicators,
        evidence: evidence.collect(),
        file,
    }
}

/// The finished reports: each with what it corrects and what corrects it.
fn corrected(reports: Vec<Followed>, names: &mut Names) -> Vec<LinkedReport> {
    let by_name: HashMap<(Node, &str), ReportIx> = reports
        .iter()
        .enumerate()
        .map(|(at, report)| ((report.node, &*report.file.name), ReportIx::at(at)))
        .collect();
    let mut corrects = Vec::with_capacity(reports.len());
    let mut corrections = vec![Vec::new(); reports.len()];
    for (at, report) in reports.iter().enumerate() {
        let name = report.file.original.head.corrects.as_deref();
        let found = name.and_then(|name| by_name.get(&(report.node, name)).copied());
        let found = found.filter(|corrected| corrected.position() != at);
        match (name, found) {
            (_, Some(corrected)) => corrections[corrected.position()].push(ReportIx::at(at)),
            (Some(name), None) => names.problems.push(WORDS.error(
                Code::ReferenceDangling,
                Place::yaml(&report.file.original.file, path_to![ReportHead::corrects]),
                "reference-dangling",
                &[("key", &name)],
            )),
            (None, None) => {}
        }
        corrects.push(found);
    }
    let links = corrects.into_iter().zip(corrections);
    let finish = |(report, (corrects, corrections))| finished(report, corrects, corrections);
    reports.into_iter().zip(links).map(finish).collect()
}

fn finished(report: Followed, corrects: Option<ReportIx>, corrections: Vec<ReportIx>) -> LinkedReport {
    let file = report.file;
    let (head, prose, original) = prose::original(file.original);
    let mut texts = vec![ReportText {
        title: head.title.clone(),
        prose,
    }];
    texts.extend(file.translations.into_iter().map(|translation| {
        let (head, prose) = prose::translation(translation, Some(original));
        ReportText {
            title: head.title,
            prose,
        }
    }));
    LinkedReport {
        node: report.node,
        name: file.name,
        when: file.when,
        head,
        public: report.from,
        status: report.status,
        indicators: report.indicators,
        evidence: report.evidence,
        corrects,
        corrections,
        texts,
    }
}

/// Whether a report is kept back until a time that has not come.
fn is_early(options: &Options, head: &ReportHead) -> bool {
    head.publish_from
        .is_some_and(|from| options.now < from.0 || options.as_of < from.0.date())
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
fn far(options: &Options, when: Period, head: &ReportHead, file: &Arc<str>) -> Option<Diagnostic> {
    let last = options.last_likely_day();
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

fn follow_status(
    document: Option<DocumentIx>,
    when: Period,
    head: &ReportHead,
    file: &Arc<str>,
    settings: &Settings,
    records: &LinkedRecords,
    names: &mut Names,
) -> Option<StatusIx> {
    let status = head.status.as_ref()?;
    let period = head.period.unwrap_or(when);
    let scale: Vec<(StatusIx, &Status)> = match document {
        Some(document) => records.documents[document.position()].scale.clone(),
        None => (0..settings.scale.len()).map(StatusIx::at).collect(),
    }
    .into_iter()
    .map(|index| (index, &records.scale[index.position()]))
    .collect();
    let mut known = scale.clone();
    known.retain(|(_, status)| status.holds_for(period));
    let found = status::named(settings, status.as_str(), &known);
    if found.is_none() {
        let place = Place::yaml(file, path_to![ReportHead::status]);
        let unknown = status::unknown(settings, status.as_str(), period, &scale, &known, place);
        names.problems.push(unknown);
    }
    found
}

fn follow_values(
    document: Option<DocumentIx>,
    head: &ReportHead,
    file: &Arc<str>,
    records: &LinkedRecords,
    names: &mut Names,
) -> Vec<IndicatorIx> {
    let mut found = Vec::with_capacity(head.values.len());
    for (at, value) in head.values.iter().enumerate() {
        let place = || Place::yaml(file, path_to![ReportHead::values, at, Value::indicator]);
        let address =
            document.map(|document| format!("{}/{}", address_of(records, document), value.indicator));
        match address.as_deref().and_then(|address| names.find(address, place)) {
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

fn address_of(records: &LinkedRecords, index: DocumentIx) -> String {
    let document = &records.documents[index.position()];
    format!(
        "{}/{}",
        records.municipalities[document.municipality.position()].id,
        document.id
    )
}

fn wrong_node(file: &ReportFile) -> Diagnostic {
    WORDS.error(
        Code::NodeMissing,
        Place::file(&file.original.file),
        "node-missing",
        &[("node", &file.node)],
    )
}
