//! Every leaf of the model, changed in turn in a sealed site that uses all of them: each change is refused
//! with its code and place, or the leaf is on the list of those that are free. docs/sealed.md is that list,
//! printed from the walk. What each change does to pages is not looked at here.

use crate::support::{self, Site, here};
use koyaku::diagnostic::{At, Code, Diagnostic, Message, Path, Place, Severity, Step};
use koyaku::model::walk::{Described, Field, Free, Leaf, Record, RecordOutline, Role, Seal, Visitor, Walk};
use koyaku::model::{
    Amendment, Certainty, Document, IntroductionHead, Language, Municipality, PageHead, PageTranslation,
    ReportHead, ReportTranslation, Settings, Sic, TermHead, TermTranslation, Text,
};
use koyaku::pipeline::{self, Request};
use koyaku::site::Content;
use koyaku::source::Sources;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::sync::Arc;

/// The site that uses every field.
const SITE: &str = "tests/sites/sample/input";

#[test]
fn the_list_of_what_is_sealed_stands_in_the_documentation() {
    let list = printed_list();
    let path = here("docs/sealed.md");
    if support::blessing() {
        fs::write(&path, &list).expect("a test may write what it is told to");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == list,
        "docs/sealed.md is not what the walk says. After reading the difference: KOYAKU_BLESS=1"
    );
}

#[test]
fn no_leaf_that_is_a_figure_or_official_words_is_free() {
    let faults: Vec<String> = kinds()
        .into_iter()
        .filter(|kind| kind.has_ledger)
        .flat_map(|kind| kind.leaves)
        .filter(|leaf| matches!(leaf.field.meaning.role, Role::Printed | Role::Figure))
        .filter(|leaf| match leaf.seal {
            // Who is responsible changes every April; a note on a misprint quotes words that are sealed; how
            // a table is drawn and how a text was translated is no part of the record.
            Seal::Free(Free::Department | Free::Misprint | Free::Layout | Free::Translation | Free::Link) => {
                false
            }
            Seal::Free(_) => true,
            _ => false,
        })
        .map(|leaf| leaf.path)
        .collect();
    assert!(
        faults.is_empty(),
        "free, and a figure or official words: {faults:?}"
    );
}

#[test]
fn every_leaf_is_refused_when_it_is_changed_or_is_free() {
    let loaded = koyaku::load::load(&here(SITE));
    let content = loaded.content.expect("the sample can be read");
    let mut found = collected(&content);
    locate(&mut found, &loaded.sources);
    let known = errors(&here(SITE));
    let (mut sealed, mut free, mut wanted) = (0, 0, Vec::new());
    let mut faults = Vec::new();
    for kind in kinds().into_iter().filter(|kind| kind.has_ledger) {
        for leaf in kind.leaves {
            if matches!(leaf.seal, Seal::Free(_)) {
                free += 1;
                continue;
            }
            sealed += 1;
            match found.get(&format!("{} {}", kind.name, leaf.path)) {
                Some(found) => wanted.push((leaf, found)),
                None => faults.push(format!("{SITE} has no {} of a {}", leaf.path, kind.name)),
            }
        }
    }
    assert!(known.is_empty(), "the sample has errors of its own: {known:?}");
    faults.extend(
        wanted
            .par_iter()
            .filter_map(|(leaf, found)| fault(leaf, found))
            .collect::<Vec<_>>(),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    println!("{sealed} sealed, {free} free");
}

/// A type of source with its leaves.
struct Kind {
    name: &'static str,
    leaves: Vec<Described>,
    /// Whether what it says can be sealed: records have ledgers, and reports on them stand there too.
    has_ledger: bool,
}

fn kinds() -> Vec<Kind> {
    let kind = |name, has_ledger, leaves| Kind {
        name,
        leaves,
        has_ledger,
    };
    vec![
        kind("document", true, RecordOutline::of_type::<Document>()),
        kind("report", true, RecordOutline::of_type::<ReportHead>()),
        kind(
            "translated report",
            false,
            RecordOutline::of_type::<ReportTranslation>(),
        ),
        kind("municipality", true, RecordOutline::of_type::<Municipality>()),
        kind("site.yaml", true, RecordOutline::of_type::<Settings>()),
        kind(
            "introduction",
            false,
            RecordOutline::of_type::<IntroductionHead>(),
        ),
        kind("page", false, RecordOutline::of_type::<PageHead>()),
        kind(
            "translated page",
            false,
            RecordOutline::of_type::<PageTranslation>(),
        ),
        kind("term", false, RecordOutline::of_type::<TermHead>()),
        kind(
            "translated term",
            false,
            RecordOutline::of_type::<TermTranslation>(),
        ),
    ]
}

/// A leaf as it stands in a source.
struct Found {
    file: Arc<str>,
    path: Path,
    span: Range<usize>,
}

/// The leaves of the documents and reports of a site, by their outline.
fn collected(content: &Content) -> BTreeMap<String, Vec<Found>> {
    let mut found = BTreeMap::new();
    let as_of = content
        .settings
        .as_of
        .expect("the sample says as of which day it is")
        .last_day();
    collect(
        "site.yaml",
        &content.settings_file,
        &content.settings,
        as_of,
        &mut found,
    );
    for city in &content.municipalities {
        collect("municipality", &city.file, &city.record, as_of, &mut found);
        for document in &city.documents {
            collect("document", &document.file, &document.record, as_of, &mut found);
        }
    }
    for report in &content.reports {
        // Drafts are not there.
        let head = &report.original.head;
        if !head.draft && head.publish_from.is_none() {
            collect("report", &report.original.file, head, as_of, &mut found);
        }
    }
    found
}

fn collect(
    kind: &'static str,
    file: &Arc<str>,
    record: &impl Walk,
    as_of: jiff::civil::Date,
    found: &mut BTreeMap<String, Vec<Found>>,
) {
    let mut collecting = Collecting {
        kind,
        file,
        as_of,
        unsealed: Vec::new(),
        found: &mut *found,
    };
    record.walk(&mut Path::default(), &mut collecting);
    let unsealed: Vec<String> = collecting.unsealed.iter().map(ToString::to_string).collect();
    for list in found.values_mut() {
        list.retain(|found: &Found| {
            let path = found.path.to_string();
            found.file != *file || !unsealed.iter().any(|prefix| path.starts_with(prefix))
        });
    }
}

struct Collecting<'f> {
    kind: &'static str,
    file: &'f Arc<str>,
    as_of: jiff::civil::Date,
    /// Records that are not sealed: what cannot be read surely, and amendments that are still to come.
    unsealed: Vec<Path>,
    found: &'f mut BTreeMap<String, Vec<Found>>,
}

impl<'a> Visitor<'a> for Collecting<'_> {
    fn enter(&mut self, record: Record<'a>, path: &Path) -> bool {
        if record.get().is_some_and(|sic: &Sic| sic.sure == Certainty::No) {
            let mut owner = path.clone();
            owner.pop();
            owner.pop();
            self.unsealed.push(owner);
        }
        let is_to_come = |amendment: &Amendment| amendment.date.last_day() > self.as_of;
        if record.get().is_some_and(is_to_come) {
            self.unsealed.push(path.clone());
        }
        true
    }

    fn leaf(&mut self, _: &'static Field, leaf: Leaf<'a>, path: &Path) {
        let mut own = path.clone();
        if let Leaf::Text(text) = leaf
            && is_by_language(text)
        {
            own.push(Step::Entry(Language::JAPANESE.as_str().into()));
        }
        let outline = format!("{} {}", self.kind, outline(path));
        self.found.entry(outline).or_default().push(Found {
            file: self.file.clone(),
            path: own,
            span: 0..0,
        });
    }
}

fn is_by_language(text: &Text) -> bool {
    text.languages().any(|language| language.is_some())
}

/// `sections[].commitments[].text`. Sections nest; all depths are one kind of leaf.
fn outline(path: &Path) -> String {
    let mut out = String::new();
    for step in path.steps() {
        match step {
            Step::Field(name) if out.is_empty() => out.push_str(name),
            Step::Field(name) => write!(out, ".{name}").expect("writing into a string cannot fail"),
            Step::Entry(_) | Step::Item(_) => out.push_str("[]"),
        }
    }
    while out.starts_with("sections[].sections[]") {
        out.replace_range(.."sections[].".len(), "");
    }
    out
}

/// Changes a leaf in up to three places, each in a site of its own. What is wrong when a change is not
/// refused where it was made.
fn fault(leaf: &Described, found: &[Found]) -> Option<String> {
    let read =
        |found: &Found| fs::read_to_string(here(SITE).join(&*found.file)).expect("the sample is there");
    // A field that stands for its usual value is not written.
    let found: Vec<&Found> = found.iter().filter(|found| !found.span.is_empty()).collect();
    if found.is_empty() {
        return Some(format!("{SITE} writes no {}", leaf.path));
    }
    let step = found.len().div_ceil(3);
    found.into_iter().step_by(step).find_map(|found| {
        let text = read(found);
        let span = found.span.clone();
        let written = &text[span.clone()];
        let told: Vec<String> = others(written)
            .into_iter()
            .filter_map(|other| {
                let changed = [&text[..span.start], &other, &text[span.end..]].concat();
                let site = Site::of(SITE).file(&found.file, changed);
                let errors = errors(site.root());
                let line = line_of(&text, span.start);
                // A value that cannot be read, or an id that another part has, is refused for that alone;
                // another one must be tried.
                let unread = |(problem, told): &(Diagnostic, usize)| {
                    is_unreadable(problem.code) && problem.place.file == found.file && *told == line
                        || problem.code == Code::IdDuplicate
                };
                if errors.iter().any(unread) {
                    return None;
                }
                Some(refusal(&errors, leaf, found, line))
            })
            .take(1)
            .collect();
        match told.first().map(String::as_str) {
            Some("") => None,
            Some(fault) => Some(format!("{} {}: {fault}", found.file, found.path)),
            None => Some(format!(
                "{} {}: no other value than {written} can be read",
                found.file, found.path
            )),
        }
    })
}

/// Empty where an error tells the change with its place.
fn refusal(errors: &[(Diagnostic, usize)], leaf: &Described, found: &Found, line: usize) -> String {
    let at_home = |problem: &Diagnostic, told: usize| {
        problem.place.file == found.file && told == line && problem.code == Code::SealChanged
    };
    // What had the address is gone; an action is missed by the commitment that it belongs to.
    let missed = |problem: &Diagnostic| {
        problem.code == Code::SealGone
            || problem.code == Code::SealChanged && problem.place.file == found.file
    };
    let refused = errors.iter().any(|(problem, told)| match leaf.seal {
        Seal::Address => missed(problem),
        _ => at_home(problem, *told),
    });
    match refused {
        true => String::new(),
        false => format!("not refused in line {line}; found {:?}", shown(errors)),
    }
}

fn shown(errors: &[(Diagnostic, usize)]) -> Vec<String> {
    let one =
        |(problem, line): &(Diagnostic, usize)| format!("{:?} {}:{line}", problem.code, problem.place.file);
    errors.iter().map(one).collect()
}

fn is_unreadable(code: Code) -> bool {
    code.name().starts_with("value-") || code.name().starts_with("yaml-")
}

/// The errors of a site, each with its line.
fn errors(root: &std::path::Path) -> Vec<(Diagnostic, usize)> {
    let request = Request {
        root: root.to_path_buf(),
        base_url: None,
        as_of: None,
        portable: false,
        minify: false,
        strict: false,
        threads: 1,
        now: "2026-11-30T00:00:00Z".parse().expect("this is a time"),
    };
    let problems = pipeline::check(&request, &|_, _, _| {}).problems;
    let errors = problems
        .into_iter()
        .filter(|problem| problem.severity == Severity::Error);
    errors
        .map(|problem| {
            let line = match &problem.place.at {
                At::Span(span) => {
                    let text = fs::read_to_string(root.join(&*problem.place.file)).unwrap_or_default();
                    line_of(&text, span.start)
                }
                _ => 0,
            };
            (problem, line)
        })
        .collect()
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

/// Finds where each leaf is written.
fn locate(found: &mut BTreeMap<String, Vec<Found>>, sources: &Sources) {
    let all: Vec<&mut Found> = found.values_mut().flatten().collect();
    let place = |found: &Found| Place::yaml(&found.file, found.path.clone());
    let mut asked: Vec<Diagnostic> = all
        .iter()
        .map(|found| Diagnostic::error(Code::SealChanged, place(found), Message::new("", "")))
        .collect();
    sources.resolve(&mut asked);
    for (found, asked) in all.into_iter().zip(asked) {
        match asked.place.at {
            At::Span(span) => found.span = span,
            other => panic!("{} {} has no place: {other:?}", found.file, found.path),
        }
    }
}

/// Other values that might stand in the place of one, likely ones first.
fn others(written: &str) -> Vec<String> {
    const WORDS: &[&str] = &[
        "text",
        "heading",
        "minatono/reform",
        "manifesto",
        "plan",
        "pledge",
        "initiative",
        "study",
        "request",
        "assessment",
        "fact",
        "department",
        "council",
        "expand",
        "continue",
        "up",
        "down",
        "level",
        "annual",
        "actual-over-target",
        "target-over-actual",
        "wording",
        "scope",
        "forecast",
        "final",
        "achieved",
        "behind",
        "evidence",
        "reason",
        "ongoing",
    ];
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
    let inner = quote.map_or(written, |quote| written.trim_matches(quote));
    let quoted = |text: String| quote.map_or_else(|| text.clone(), |quote| format!("{quote}{text}{quote}"));
    let mut others: Vec<String> = Vec::new();
    match inner {
        "true" | "yes" => others.extend(["false", "no"].map(str::to_owned)),
        "false" | "no" => others.extend(["true", "yes"].map(str::to_owned)),
        _ => {}
    }
    // The last digit that may be another one: 2026-03-24 becomes 2026-03-23, FY2024 becomes FY2023.
    others.extend(
        inner
            .char_indices()
            .rev()
            .filter(|(_, one)| one.is_ascii_digit())
            .take(3)
            .map(|(at, one)| {
                let other = if one == '1' { '2' } else { '1' };
                quoted(format!("{}{other}{}", &inner[..at], &inner[at + 1..]))
            }),
    );
    let words = WORDS.iter().filter(|word| **word != inner);
    if inner
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'/'))
    {
        others.extend(words.map(|word| (*word).to_owned()));
        others.push(format!("{inner}-x"));
    }
    // The last of six digits checks the others, so only another code of a city can stand for one.
    others.push(quoted("142123".to_owned()));
    others.push(quoted(format!("{}改", inner.trim_end())));
    others
}

/// docs/sealed.md
fn printed_list() -> String {
    let mut out = String::from(
        "# What is sealed, and what is free · 封印されるもの、されないもの\n\n\
         Printed from the walk of the model; a test keeps it so (`KOYAKU_BLESS=1`). Values are sealed in the language of the\n\
         sources; the words in other languages are translations and free. “Its address” means that a change takes something\n\
         sealed away, which is refused. “By itself” means that a value may be added when it becomes known, and then stays.\n\
         モデルの定義から書き出した一覧です。封印されるのは原文の言語の値です。\n",
    );
    for kind in kinds() {
        let free = kind
            .leaves
            .iter()
            .filter(|leaf| matches!(leaf.seal, Seal::Free(_)))
            .count();
        let sealed = kind.leaves.len() - free;
        let name = kind.name;
        write!(
            out,
            "\n## {name}: {sealed} sealed, {free} free\n\n| Field | Is | |\n|---|---|---|\n"
        )
        .expect("writing into a string cannot fail");
        for leaf in &kind.leaves {
            let role = match leaf.field.meaning.role {
                Role::Printed => "official words 原文",
                Role::Ours => "our words 編集部の文",
                Role::Title => "title 題",
                Role::Figure => "figure or fact 数値・事実",
                Role::Name => "name 名前・宛先",
                Role::Setting => "setting 設定",
                Role::Parts => unreachable!("a leaf is no record"),
            };
            let seal = match leaf.seal {
                Seal::Address => "its address 宛先".to_owned(),
                Seal::Together(_) => "sealed 封印".to_owned(),
                Seal::Alone(_) => "sealed by itself 単独で封印".to_owned(),
                Seal::WherePrinted(_) => "sealed where printed 印刷された題なら封印".to_owned(),
                Seal::Free(reason) => {
                    let (ja, en) = reason.reason();
                    format!("free: {en} · {ja}")
                }
                Seal::Parts => unreachable!("a leaf is no record"),
            };
            writeln!(out, "| `{}` | {role} | {seal} |", leaf.path)
                .expect("writing into a string cannot fail");
        }
    }
    out
}
