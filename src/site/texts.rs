//! Every text of the settings and the record that is to be there in all languages, with its place.

use super::linked::{Commitment, Document, Municipality, Section, Site};
use super::node::{DocumentIx, MunicipalityIx};
use super::place;
use crate::diagnostic::Place;
use crate::model::bilingual::Text;
use std::sync::Arc;

/// What a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Settings,
    Municipality(MunicipalityIx),
    Document(DocumentIx),
}

/// Is told every text; its place is made only when it is asked for.
pub struct Texts<'a> {
    pub site: &'a Site,
    pub visit: &'a mut dyn FnMut(Owner, &Text, &dyn Fn() -> Place),
}

impl Texts<'_> {
    pub fn walk(mut self) {
        let site = self.site;
        self.settings();
        for (at, municipality) in site.municipalities.iter().enumerate() {
            self.municipality(Owner::Municipality(MunicipalityIx::at(at)), municipality);
        }
        for (at, document) in site.documents.iter().enumerate() {
            self.document(Owner::Document(DocumentIx::at(at)), document);
        }
        for section in &site.sections {
            self.section(section);
        }
        for commitment in &site.commitments {
            self.commitment(commitment);
        }
    }

    fn some(&mut self, owner: Owner, text: Option<&Text>, place: &dyn Fn() -> Place) {
        if let Some(text) = text {
            (self.visit)(owner, text, place);
        }
    }

    fn settings(&mut self) {
        let file: Arc<str> = "content/site.yaml".into();
        let site = self.site;
        let mut some = |text: Option<&Text>, path: &str| self.some(Owner::Settings, text, &|| Place::yaml(&file, path));
        some(Some(&site.settings.title), "title");
        some(site.settings.description.as_ref(), "description");
        some(site.settings.publisher.as_ref(), "publisher");
        some(site.settings.contact.as_ref(), "contact");
        for (at, theme) in site.themes.iter().enumerate() {
            some(Some(&theme.record.name), &format!("themes[{at}].name"));
            some(theme.record.description.as_ref(), &format!("themes[{at}].description"));
        }
    }

    fn municipality(&mut self, owner: Owner, municipality: &Municipality) {
        let site = self.site;
        let mut some = |text: Option<&Text>, path: &str| self.some(owner, text, &|| Place::yaml(&municipality.file, path));
        some(Some(&municipality.record.name), "name");
        for (at, department) in municipality.departments.iter().enumerate() {
            some(Some(&site[*department].record.name), &format!("departments[{at}].name"));
        }
        for (at, area) in municipality.areas.iter().enumerate() {
            some(Some(&site[*area].record.name), &format!("areas[{at}].name"));
        }
        some(municipality.record.prefecture.as_ref(), "prefecture");
        some(municipality.record.description.as_ref(), "description");
    }

    fn document(&mut self, owner: Owner, document: &Document) {
        let record = &document.record;
        let mut some = |text: Option<&Text>, path: &str| self.some(owner, text, &|| Place::yaml(&document.file, path));
        some(Some(&record.title), "title");
        some(record.short_title.as_ref(), "short_title");
        some(record.description.as_ref(), "description");
        some(record.rights.as_ref(), "rights");
        some(record.source.covers.as_ref(), "source.covers");
        for (at, row) in record.legend.iter().enumerate() {
            some(Some(&row.meaning), &format!("legend[{at}].meaning"));
        }
        for (at, tally) in record.tallies.iter().enumerate() {
            some(Some(&tally.about), &format!("tallies[{at}].about"));
            for (number, part) in tally.parts.iter().enumerate() {
                some(Some(&part.label), &format!("tallies[{at}].parts[{number}].label"));
            }
        }
        for (at, table) in record.tables.iter().enumerate() {
            some(Some(&table.caption), &format!("tables[{at}].caption"));
            for (number, column) in table.columns.iter().enumerate() {
                some(Some(column), &format!("tables[{at}].columns[{number}]"));
            }
        }
    }

    fn section(&mut self, section: &Section) {
        let site = self.site;
        let mut some = |text: Option<&Text>, part: &str| self.some(Owner::Document(section.document), text, &|| place::section(site, section, part));
        some(Some(&section.record.heading), ".heading");
        some(section.record.called.as_ref(), ".called");
        for (at, statement) in section.record.statements.iter().enumerate() {
            some(Some(&statement.text), &format!(".statements[{at}].text"));
        }
    }

    fn commitment(&mut self, commitment: &Commitment) {
        let site = self.site;
        let first = site.first_language();
        let owner = Owner::Document(commitment.document);
        let mut some = |text: Option<&Text>, part: &str| self.some(owner, text, &|| place::commitment(site, commitment, part));
        let record = &commitment.record;
        some(Some(&record.title), ".title");
        some(record.heading.as_ref(), ".heading");
        some(record.text.as_ref(), ".text");
        for (at, action) in record.actions.iter().enumerate() {
            some(Some(&action.text), &format!(".actions[{at}].text"));
        }
        for (at, milestone) in record.milestones.iter().enumerate() {
            some(Some(&milestone.text), &format!(".milestones[{at}].text"));
        }
        for (at, indicator) in record.indicators.iter().enumerate() {
            some(Some(&indicator.name), &format!(".indicators[{at}].name"));
        }
        for (at, link) in commitment.links.iter().enumerate() {
            some(Some(&link.reason), &format!(".links[{at}].reason"));
        }
        for (at, amendment) in record.amendments.iter().enumerate() {
            some(Some(&amendment.reason), &format!(".amendments[{at}].reason"));
            // A new deadline is a label and a new target a figure, which are the same in all languages. Words that are not there in the
            // language of the sources are another mistake.
            let words = amendment.to.as_ref().filter(|to| amendment.is_rewording() && to.get(first, first).is_some());
            some(words, &format!(".amendments[{at}].to"));
        }
    }
}
