//! Which texts are missing in one of the site's languages. Pages show such a text in its own language and say so.

use super::place;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::bilingual::{Language, Text};
use crate::site::{Commitment, Document, Prose, Section, Site};
use std::sync::Arc;

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut missing = Missing { site, problems };
    missing.settings();
    for municipality in &site.municipalities {
        let place = |path: &str| Place::yaml(&municipality.file, path);
        missing.text(&municipality.record.name, &|| place("name"));
        for (at, department) in municipality.departments.iter().enumerate() {
            missing.text(&site[*department].record.name, &|| place(&format!("departments[{at}].name")));
        }
        for (at, area) in municipality.areas.iter().enumerate() {
            missing.text(&site[*area].record.name, &|| place(&format!("areas[{at}].name")));
        }
        missing.some(municipality.record.prefecture.as_ref(), &|| place("prefecture"));
        missing.some(municipality.record.description.as_ref(), &|| place("description"));
    }
    for document in &site.documents {
        missing.document(document);
    }
    for section in &site.sections {
        missing.section(section);
    }
    for commitment in &site.commitments {
        missing.commitment(commitment);
    }
    missing.prose();
}

struct Missing<'a> {
    site: &'a Site,
    problems: &'a mut Vec<Diagnostic>,
}

impl Missing<'_> {
    fn text(&mut self, text: &Text, place: &dyn Fn() -> Place) {
        let first = self.site.first_language();
        for &language in self.site.languages() {
            if text.get(language, first).is_none() {
                self.problems.push(lacking(self.site, language, place()));
            }
        }
    }

    fn some(&mut self, text: Option<&Text>, place: &dyn Fn() -> Place) {
        if let Some(text) = text {
            self.text(text, place);
        }
    }

    fn settings(&mut self) {
        let file: Arc<str> = "content/site.yaml".into();
        let site = self.site;
        self.text(&site.settings.title, &|| Place::yaml(&file, "title"));
        self.some(site.settings.description.as_ref(), &|| Place::yaml(&file, "description"));
        self.some(site.settings.publisher.as_ref(), &|| Place::yaml(&file, "publisher"));
        self.some(site.settings.contact.as_ref(), &|| Place::yaml(&file, "contact"));
        for (at, theme) in site.themes.iter().enumerate() {
            self.text(&theme.record.name, &|| Place::yaml(&file, format!("themes[{at}].name")));
            self.some(theme.record.description.as_ref(), &|| Place::yaml(&file, format!("themes[{at}].description")));
        }
    }

    fn document(&mut self, document: &Document) {
        let place = |path: String| Place::yaml(&document.file, path);
        let record = &document.record;
        self.text(&record.title, &|| place("title".to_owned()));
        self.some(record.short_title.as_ref(), &|| place("short_title".to_owned()));
        self.some(record.description.as_ref(), &|| place("description".to_owned()));
        self.some(record.rights.as_ref(), &|| place("rights".to_owned()));
        self.some(record.source.covers.as_ref(), &|| place("source.covers".to_owned()));
        for (at, row) in record.legend.iter().enumerate() {
            self.text(&row.meaning, &|| place(format!("legend[{at}].meaning")));
        }
        for (at, tally) in record.tallies.iter().enumerate() {
            self.text(&tally.about, &|| place(format!("tallies[{at}].about")));
            for (number, part) in tally.parts.iter().enumerate() {
                self.text(&part.label, &|| place(format!("tallies[{at}].parts[{number}].label")));
            }
        }
        for (at, table) in record.tables.iter().enumerate() {
            self.text(&table.caption, &|| place(format!("tables[{at}].caption")));
            for (number, column) in table.columns.iter().enumerate() {
                self.text(column, &|| place(format!("tables[{at}].columns[{number}]")));
            }
        }
    }

    fn section(&mut self, section: &Section) {
        let site = self.site;
        let place = |part: &str| place::section(site, section, part);
        self.text(&section.record.heading, &|| place(".heading"));
        self.some(section.record.called.as_ref(), &|| place(".called"));
        for (at, statement) in section.record.statements.iter().enumerate() {
            self.text(&statement.text, &|| place(&format!(".statements[{at}].text")));
        }
    }

    fn commitment(&mut self, commitment: &Commitment) {
        let site = self.site;
        let place = |part: &str| place::commitment(site, commitment, part);
        let record = &commitment.record;
        self.text(&record.title, &|| place(".title"));
        self.some(record.heading.as_ref(), &|| place(".heading"));
        self.some(record.text.as_ref(), &|| place(".text"));
        for (at, action) in record.actions.iter().enumerate() {
            self.text(&action.text, &|| place(&format!(".actions[{at}].text")));
        }
        for (at, milestone) in record.milestones.iter().enumerate() {
            self.text(&milestone.text, &|| place(&format!(".milestones[{at}].text")));
        }
        for (at, indicator) in record.indicators.iter().enumerate() {
            self.text(&indicator.name, &|| place(&format!(".indicators[{at}].name")));
        }
        for (at, link) in commitment.links.iter().enumerate() {
            self.text(&link.reason, &|| place(&format!(".links[{at}].reason")));
        }
    }

    /// Markdown files are translated whole, file by file.
    fn prose(&mut self) {
        let site = self.site;
        let pages = site.pages.iter().map(|page| page.texts.iter().map(|text| &text.prose).collect::<Vec<_>>());
        let terms = site.terms.iter().map(|term| term.texts.iter().map(|text| &text.prose).collect());
        let reports = site.reports.iter().map(|report| report.texts.iter().map(|text| &text.prose).collect());
        let introductions = introductions(site).map(|texts| texts.iter().map(|(_, prose)| prose).collect());
        for texts in pages.chain(terms).chain(reports).chain(introductions) {
            for &language in site.languages() {
                if !texts.iter().any(|prose: &&Prose| prose.language == language) {
                    self.problems.push(untranslated(language, &texts[0].file));
                }
            }
        }
    }
}

fn introductions(site: &Site) -> impl Iterator<Item = &[(Option<Box<str>>, Prose)]> {
    let municipalities = site.municipalities.iter().filter_map(|one| one.introduction.as_ref());
    let documents = site.documents.iter().filter_map(|one| one.introduction.as_ref());
    let sections = site.sections.iter().filter_map(|one| one.introduction.as_ref());
    let commitments = site.commitments.iter().filter_map(|one| one.introduction.as_ref());
    municipalities.chain(documents).chain(sections).chain(commitments).map(|introduction| &introduction.texts[..])
}

fn lacking(site: &Site, language: Language, place: Place) -> Diagnostic {
    let each: Vec<String> = site.languages().iter().map(|language| format!("{language:?}: …")).collect();
    let each = each.join(", ");
    Diagnostic::warning(
        Code::TranslationMissing,
        place,
        Message::new(format!("「{language:?}」の文がありません"), format!("there is no text in `{language:?}`")),
    )
    .remedy(Message::new(format!("{{{each}}} の形で書き足してください"), format!("write it like {{{each}}}")))
}

fn untranslated(language: Language, file: &Arc<str>) -> Diagnostic {
    let stem = file.strip_suffix(".md").unwrap_or(file);
    Diagnostic::warning(
        Code::TranslationMissing,
        Place::file(file),
        Message::new(format!("「{language:?}」の翻訳ファイルがありません"), format!("there is no translation into `{language:?}`")),
    )
    .remedy(Message::new(format!("{stem}.{language:?}.md を書いてください"), format!("write {stem}.{language:?}.md")))
}
