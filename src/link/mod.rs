//! Turns names into indices: `Content` becomes `Site`, in which nothing points nowhere. What points nowhere
//! is reported with its place and left out. Linking reads no file and judges no fact.

mod backlinks;
mod directory;
mod mentions;
mod names;
mod prose;
mod readings;
mod records;
mod reports;
mod settings;
mod status;
mod texts;
mod uses;

use crate::diagnostic::Diagnostic;
use crate::site::{Content, Options, ReadSite, Site};
use crate::source::MessageWords;
use names::{Known, Names};
use std::sync::LazyLock;

/// What is said about names that lead nowhere.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// Links everything. The problems come in the order of the sources within each kind of reference.
pub fn link(mut content: Content, options: Options) -> (ReadSite, Vec<Diagnostic>) {
    texts::sort(&mut content);
    let mut incomplete = std::mem::take(&mut content.incomplete);
    let directory = directory::directory(&content, &mut incomplete);
    let mut names = Names {
        known: Known::new(&directory.nodes),
        incomplete: &incomplete,
        problems: Vec::new(),
    };
    let settings = content.settings;
    let introductions = texts::introductions(content.introductions, settings.first_language(), &mut names);
    let (pages, pages_of) = texts::pages(content.pages, &directory.nodes);
    let records = records::lay_out(content.municipalities, &settings.scale, pages_of, &mut names);
    let terms = texts::terms(content.terms, &mut names);
    let reports = reports::reports(content.reports, &settings, &options, &records, &mut names);
    let menu = settings::menu(&settings, &content.settings_file, &mut names);
    let found = names.problems;
    let mut attachments = content.attachments;
    attachments.retain(|attachment| !reports.hides(&attachment.path));
    let in_look = settings::look_files(&settings, &content.settings_file, &attachments);
    let site = Site {
        subjects: records.subjects(&settings.subjects, &terms),
        backlinks: backlinks::backlinks(&records, &reports.public),
        menu,
        settings,
        settings_file: content.settings_file,
        ledger: content.ledger,
        options,
        municipalities: records.municipalities,
        documents: records.documents,
        sections: records.sections,
        commitments: records.commitments,
        scale: records.scale,
        departments: records.departments,
        areas: records.areas,
        reports: reports.public,
        reports_on: reports.on,
        later: reports.later,
        introductions,
        terms,
        pages,
        attachments,
        addresses: directory.nodes,
        formerly: directory.formerly,
    };
    let (mentioned_on, in_texts) = mentions::mentions(&site, &incomplete);
    let mut problems = directory::problems(&site, &directory.twice);
    problems.extend(found);
    problems.extend(in_look);
    problems.extend(in_texts);
    let read = ReadSite {
        usage: uses::usage(&site, &mentioned_on),
        readings: readings::readings(&site, content.readings),
        mentioned_on,
        site,
    };
    (read, problems)
}
