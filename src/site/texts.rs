//! Every text of the settings, the record and the heads of reports that is to be there in all languages, with
//! its place.

use super::linked::{Commitment, Document, Link, Municipality, Report, Section, Site};
use super::node::{DocumentIx, MunicipalityIx};
use super::place;
use crate::diagnostic::Place;
use crate::model::bilingual::Text;
use crate::model::report::Evidence;
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
        for report in &site.reports {
            self.report(report);
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
        let mut some =
            |text: Option<&Text>, path: &str| self.some(Owner::Settings, text, &|| Place::yaml(&file, path));
        some(Some(&site.settings.title), "title");
        some(site.settings.description.as_ref(), "description");
        some(site.settings.publisher.as_ref(), "publisher");
        some(site.settings.contact.as_ref(), "contact");
        some(
            site.settings.licence.as_ref().map(|licence| &licence.name),
            "licence.name",
        );
        for (at, status) in site.scale.iter().take(site.own_scale).enumerate() {
            some(Some(&status.label), &format!("scale[{at}].label"));
        }
        for (at, theme) in site.themes.iter().enumerate() {
            some(Some(&theme.record.name), &format!("themes[{at}].name"));
            some(
                theme.record.description.as_ref(),
                &format!("themes[{at}].description"),
            );
        }
    }

    fn municipality(&mut self, owner: Owner, municipality: &Municipality) {
        let site = self.site;
        let mut some = |text: Option<&Text>, path: &str| {
            self.some(owner, text, &|| Place::yaml(&municipality.file, path))
        };
        some(Some(&municipality.record.name), "name");
        for (at, department) in municipality.departments.iter().enumerate() {
            some(
                Some(&site[*department].record.name),
                &format!("departments[{at}].name"),
            );
        }
        for (at, area) in municipality.areas.iter().enumerate() {
            some(Some(&site[*area].record.name), &format!("areas[{at}].name"));
            some(
                site[*area].record.description.as_ref(),
                &format!("areas[{at}].description"),
            );
        }
        some(municipality.record.prefecture.as_ref(), "prefecture");
        some(municipality.record.description.as_ref(), "description");
    }

    fn document(&mut self, owner: Owner, document: &Document) {
        let record = &document.record;
        let site = self.site;
        let mut some =
            |text: Option<&Text>, path: &str| self.some(owner, text, &|| Place::yaml(&document.file, path));
        some(Some(&record.title), "title");
        some(record.short_title.as_ref(), "short_title");
        some(record.description.as_ref(), "description");
        some(record.rights.as_ref(), "rights");
        some(record.source.title.as_ref(), "source.title");
        some(record.source.publisher.as_ref(), "source.publisher");
        some(record.source.author.as_ref(), "source.author");
        some(record.source.covers.as_ref(), "source.covers");
        for (at, position) in document
            .scale
            .clone()
            .filter(|position| *position >= site.own_scale)
            .enumerate()
        {
            some(Some(&site.scale[position].label), &format!("scale[{at}].label"));
        }
        links(&document.links, "", &mut some);
        for (at, row) in record.legend.iter().enumerate() {
            some(Some(&row.meaning), &format!("legend[{at}].meaning"));
        }
        for (at, tally) in record.tallies.iter().enumerate() {
            some(Some(&tally.about), &format!("tallies[{at}].about"));
            for (text, key) in [
                (&tally.assessor, "assessor"),
                (&tally.unit, "unit"),
                (&tally.excludes, "excludes"),
                (&tally.discrepancy, "discrepancy"),
            ] {
                some(text.as_ref(), &format!("tallies[{at}].{key}"));
            }
            for (number, part) in tally.parts.iter().enumerate() {
                some(Some(&part.label), &format!("tallies[{at}].parts[{number}].label"));
            }
        }
        for (at, table) in record.tables.iter().enumerate() {
            some(Some(&table.caption), &format!("tables[{at}].caption"));
            for (number, column) in table.columns.iter().enumerate() {
                some(Some(column), &format!("tables[{at}].columns[{number}]"));
            }
            for (number, row) in table.rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    some(cell.0.as_ref(), &format!("tables[{at}].rows[{number}][{column}]"));
                }
            }
            some(table.note.as_ref(), &format!("tables[{at}].note"));
        }
    }

    fn section(&mut self, section: &Section) {
        let site = self.site;
        let mut some = |text: Option<&Text>, part: &str| {
            self.some(Owner::Document(section.document), text, &|| {
                place::section(site, section, part)
            })
        };
        some(Some(&section.record.heading), ".heading");
        some(section.record.called.as_ref(), ".called");
        for (at, variant) in section.record.variants.iter().enumerate() {
            some(Some(&variant.text), &format!(".variants[{at}].text"));
            some(Some(&variant.place), &format!(".variants[{at}].where"));
        }
        for (at, statement) in section.record.statements.iter().enumerate() {
            some(Some(&statement.text), &format!(".statements[{at}].text"));
        }
    }

    fn commitment(&mut self, commitment: &Commitment) {
        let site = self.site;
        let first = site.first_language();
        let owner = Owner::Document(commitment.document);
        let mut some = |text: Option<&Text>, part: &str| {
            self.some(owner, text, &|| place::commitment(site, commitment, part))
        };
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
            for (text, key) in [
                (&indicator.unit, "unit"),
                (&indicator.base, "base"),
                (&indicator.definition, "definition"),
            ] {
                some(text.as_ref(), &format!(".indicators[{at}].{key}"));
            }
            for (number, none) in indicator.no_target.iter().enumerate() {
                some(
                    none.why.as_ref(),
                    &format!(".indicators[{at}].no_target[{number}].why"),
                );
            }
        }
        links(&commitment.links, ".", &mut some);
        for (at, amendment) in record.amendments.iter().enumerate() {
            some(Some(&amendment.reason), &format!(".amendments[{at}].reason"));
            some(
                amendment.decided_by.as_ref(),
                &format!(".amendments[{at}].decided_by"),
            );
            evidence(&amendment.evidence, &format!(".amendments[{at}]."), &mut some);
            // A new deadline is a label and a new target a figure, which are the same in all languages. Words
            // that are not there in the language of the sources are another mistake.
            let words = amendment
                .to
                .as_ref()
                .filter(|to| amendment.is_rewording() && to.get(first, first).is_some());
            some(words, &format!(".amendments[{at}].to"));
        }
    }

    /// What stands in the head of a report; its text is a file for each language.
    fn report(&mut self, report: &Report) {
        let site = self.site;
        let document = site.document_of(report.node).map(Owner::Document);
        let Some(owner) = document.or_else(|| site.municipality_of(report.node).map(Owner::Municipality))
        else {
            return;
        };
        let Some(file) = report.texts.first().map(|text| &text.prose.file) else {
            return;
        };
        let mut some = |text: Option<&Text>, path: &str| self.some(owner, text, &|| Place::yaml(file, path));
        let head = &report.head;
        some(head.reason.as_ref().map(|reason| &reason.text), "reason.text");
        some(head.next.as_ref(), "next");
        some(
            head.redacted.as_ref().map(|redaction| &redaction.reason),
            "redacted.reason",
        );
        some(head.approved.as_ref().map(|approval| &approval.by), "approved.by");
        evidence(&head.evidence, "", &mut some);
        for (at, value) in head.values.iter().enumerate() {
            some(value.remark.as_ref(), &format!("values[{at}].remark"));
        }
    }
}

fn links(links: &[Link], before: &str, some: &mut impl FnMut(Option<&Text>, &str)) {
    for (at, link) in links.iter().enumerate() {
        some(Some(&link.reason), &format!("{before}links[{at}].reason"));
    }
}

fn evidence(evidence: &[Evidence], before: &str, some: &mut impl FnMut(Option<&Text>, &str)) {
    for (at, piece) in evidence.iter().enumerate() {
        some(Some(&piece.title), &format!("{before}evidence[{at}].title"));
        some(piece.summary.as_ref(), &format!("{before}evidence[{at}].summary"));
    }
}
