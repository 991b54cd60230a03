//! Sorts the files of `content/` by what their place and name say they are, reads them several at once, and
//! joins each original with its translations.

use super::{
    bundle::Bundle, gathered::Gathered, ledger, municipality::Records, name, settings, walk::FoundFile, yaml,
};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::load::WORDS;
use crate::model::{Id, Keyed, Language, Readings, Section, Settings};
use crate::site::{Attachment, Content, IntroductionFile, PageFile, ReportFile, TermFile};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// How words are read.
const READINGS: &str = "content/readings.yaml";

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum TextKind {
    Page(Box<str>),
    Introduction(Box<str>),
    Report { node: Box<str>, name: Box<str> },
    Term(Id),
}

enum ReadText {
    Page(PageFile),
    Introduction(IntroductionFile),
    Report(Box<ReportFile>),
    Term(Box<TermFile>),
}

/// Reads everything below `content/`.
pub(crate) fn load(
    entries: &[FoundFile],
    settings: Settings,
    records: Records,
    gathered: &mut Gathered,
) -> Content {
    let nodes = node_addresses(&records);
    let mut bundles: BTreeMap<TextKind, Bundle> = BTreeMap::new();
    let mut attachments = Vec::new();
    let mut readings = Readings::new();
    let mut ledger = ledger::empty(settings::FILE);
    for entry in entries.iter().filter(|entry| &*entry.path != settings::FILE) {
        if &*entry.path == READINGS {
            readings = yaml::read(entry, gathered).map_or_else(Readings::new, |Keyed(readings)| readings);
            continue;
        }
        if entry.path == ledger.file {
            ledger = ledger::load(entry, gathered).unwrap_or(ledger);
            continue;
        }
        if !entry.path.ends_with(".md") {
            match refuse_data(&entry.path) {
                Some(problem) => gathered.push(problem),
                None => attachments.push(Attachment {
                    path: inside(&entry.path).into(),
                    source: entry.absolute.clone(),
                    bytes: entry.bytes,
                }),
            }
            continue;
        }
        match classify(entry, &settings, &nodes) {
            Err(problem) => gathered.push(problem),
            Ok((kind, language)) => {
                let first = settings.languages[0];
                let bundle = bundles.entry(kind).or_insert_with(|| Bundle {
                    original: None,
                    translations: Vec::new(),
                    first,
                });
                if language == first {
                    bundle.original = Some(entry);
                } else {
                    bundle.translations.push((language, entry));
                }
            }
        }
    }
    drop(nodes);
    let read: Vec<(Option<ReadText>, Gathered)> = bundles
        .into_iter()
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(kind, bundle)| {
            let mut gathered = Gathered::default();
            (read_bundle(kind, &bundle, &mut gathered), gathered)
        })
        .collect();
    let mut content = Content {
        settings,
        settings_file: settings::FILE.into(),
        ledger,
        municipalities: records.municipalities,
        pages: Vec::new(),
        introductions: Vec::new(),
        reports: Vec::new(),
        terms: Vec::new(),
        readings,
        attachments,
        incomplete: records.incomplete,
    };
    for (read, found) in read {
        gathered.join(found);
        match read {
            Some(ReadText::Page(page)) => content.pages.push(page),
            Some(ReadText::Introduction(introduction)) => content.introductions.push(introduction),
            Some(ReadText::Report(report)) => content.reports.push(*report),
            Some(ReadText::Term(term)) => content.terms.push(*term),
            None => {}
        }
    }
    content
}

fn read_bundle(kind: TextKind, bundle: &Bundle, gathered: &mut Gathered) -> Option<ReadText> {
    Some(match kind {
        TextKind::Page(address) => {
            let (original, translations) = bundle.read(gathered)?;
            ReadText::Page(PageFile {
                address,
                original,
                translations,
            })
        }
        TextKind::Introduction(node) => {
            let (original, mut texts) = bundle.read(gathered)?;
            texts.insert(0, original);
            ReadText::Introduction(IntroductionFile { node, texts })
        }
        TextKind::Report { node, name } => {
            let (original, translations) = bundle.read(gathered)?;
            ReadText::Report(Box::new(ReportFile {
                node,
                // Only names that begin with a time have been sorted here.
                when: name::when(&name)?,
                name,
                original,
                translations,
            }))
        }
        TextKind::Term(id) => {
            let (original, translations) = bundle.read(gathered)?;
            ReadText::Term(Box::new(TermFile {
                id,
                original,
                translations,
            }))
        }
    })
}

/// What a Markdown file is, by its place and name.
fn classify(
    entry: &FoundFile,
    settings: &Settings,
    nodes: &HashSet<String>,
) -> Result<(TextKind, Language), Diagnostic> {
    let inside = inside(&entry.path);
    let (folder, file) = inside.rsplit_once('/').unwrap_or(("", inside));
    let (stem, language) = name::split_language(file);
    let language = match language {
        None => settings.languages[0],
        Some(Ok(language)) if settings.languages[1..].contains(&language) => language,
        Some(Ok(language)) => return Err(wrong_language(entry, language.as_str(), settings)),
        Some(Err(tag)) => return Err(wrong_language(entry, tag, settings)),
    };
    let mut parts = folder.split('/').filter(|part| !part.is_empty());
    if let Some(wrong) = parts.find(|part| !is_folder(part)) {
        return Err(wrong_name(entry, wrong));
    }
    let kind = if name::when(stem).is_some() {
        TextKind::Report {
            node: folder.into(),
            name: stem.into(),
        }
    } else if let Ok(id) = Id::parse(stem)
        && folder == "glossary"
        && stem != "index"
    {
        TextKind::Term(id)
    } else if Id::parse(stem).is_err() {
        return Err(wrong_name(entry, stem));
    } else if stem == "index" && nodes.contains(folder) {
        TextKind::Introduction(folder.into())
    } else if stem == "index" && matches!(folder, "" | "glossary" | "subjects" | "themes") {
        return Err(wrong_name(entry, stem));
    } else if stem == "index" {
        TextKind::Page(folder.into())
    } else if folder.is_empty() {
        TextKind::Page(stem.into())
    } else {
        TextKind::Page(format!("{folder}/{stem}").into())
    };
    Ok((kind, language))
}

fn inside(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}

/// A folder is named by an id, or by a commitment's and an action's id with a dot between them.
fn is_folder(part: &str) -> bool {
    let (id, action) = part.split_once('.').unwrap_or((part, part));
    Id::parse(id).is_ok() && Id::parse(action).is_ok()
}

fn node_addresses(records: &Records) -> HashSet<String> {
    let mut addresses = HashSet::new();
    for municipality in &records.municipalities {
        for document in &municipality.documents {
            let address = format!("{}/{}", municipality.id, document.id);
            for section in &document.record.sections {
                add_section(&address, section, &mut addresses);
            }
            addresses.insert(address);
        }
        addresses.insert(municipality.id.to_string());
    }
    addresses
}

fn add_section(document: &str, section: &Section, addresses: &mut HashSet<String>) {
    addresses.insert(format!("{document}/{}", section.id));
    let commitments = section.commitments.iter();
    addresses.extend(commitments.map(|commitment| format!("{document}/{}", commitment.id)));
    for nested in &section.sections {
        add_section(document, nested, addresses);
    }
}

fn wrong_language(entry: &FoundFile, tag: &str, settings: &Settings) -> Diagnostic {
    let known: Vec<&str> = settings.languages[1..].iter().map(Language::as_str).collect();
    let known = if known.is_empty() {
        "—".to_owned()
    } else {
        known.join(", ")
    };
    WORDS.error(
        Code::NameUnexpected,
        Place::file(&entry.path),
        "name-unexpected",
        &[("tag", &tag), ("known", &known)],
    )
}

fn wrong_name(entry: &FoundFile, part: &str) -> Diagnostic {
    WORDS.error(
        Code::NameUnexpected,
        Place::file(&entry.path),
        "name-unexpected.wrong-name",
        &[("part", &part)],
    )
}

/// YAML below `content/` would otherwise be published as an attachment, and never read.
fn refuse_data(path: &Arc<str>) -> Option<Diagnostic> {
    (path.ends_with(".yaml") || path.ends_with(".yml")).then(|| {
        WORDS.error(
            Code::NameUnexpected,
            Place::file(path),
            "name-unexpected.refuse-data",
            &[],
        )
    })
}
