//! Every text of the settings, the record and the heads of reports that is to be there in all languages, with
//! its place: a visitor of the walk. What a translated file holds is another matter (`translations`).

use super::linked::Site;
use super::node::{DocumentIx, MunicipalityIx};
use crate::diagnostic::{Path, Place};
use crate::model::walk::{Field, Leaf, Record, TranslatedWhere, Visitor, Walk};
use crate::model::{Amendment, Language, Text};
use std::sync::Arc;

/// What a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Settings,
    Municipality(MunicipalityIx),
    Document(DocumentIx),
}

/// A text with what it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToldText<'t> {
    pub text: &'t Text,
    pub field: &'static Field,
}

/// Is told a text, what it stands in, and how to make its place.
pub(crate) type Visit<'v> = dyn FnMut(Owner, ToldText, &dyn Fn() -> Place) + 'v;

/// Tells every text to `visit`; its place is made only when it is asked for.
pub(crate) fn each_text(site: &Site, visit: &mut Visit<'_>) {
    let first = site.first_language();
    let settings: Arc<str> = "content/site.yaml".into();
    walk(&site.settings, Owner::Settings, &settings, first, visit);
    for (index, municipality) in MunicipalityIx::all(site).zip(&site.municipalities) {
        let owner = Owner::Municipality(index);
        walk(&municipality.record, owner, &municipality.file, first, visit);
    }
    for (index, document) in DocumentIx::all(site).zip(&site.documents) {
        let owner = Owner::Document(index);
        walk(&document.record, owner, &document.file, first, visit);
    }
    for report in &site.reports {
        let document = site.document_of(report.node).map(Owner::Document);
        let owner = document.or_else(|| site.municipality_of(report.node).map(Owner::Municipality));
        if let (Some(owner), Some(text)) = (owner, report.texts.first()) {
            walk(&report.head, owner, &text.prose.file, first, visit);
        }
    }
}

fn walk(record: &impl Walk, owner: Owner, file: &Arc<str>, first: Language, visit: &mut Visit<'_>) {
    let mut texts = TextCollector {
        owner,
        file,
        first,
        amendment: None,
        visit,
    };
    record.walk(&mut Path::default(), &mut texts);
}

struct TextCollector<'a, 'v> {
    owner: Owner,
    file: &'v Arc<str>,
    first: Language,
    /// The amendment in which the walk stands.
    amendment: Option<&'a Amendment>,
    visit: &'v mut Visit<'v>,
}

impl<'a> Visitor<'a> for TextCollector<'a, '_> {
    fn enter(&mut self, record: Record<'a>, _: &Path) -> bool {
        self.amendment = record.get().or(self.amendment);
        true
    }

    fn leave(&mut self, record: Record<'a>) {
        if record.is::<Amendment>() {
            self.amendment = None;
        }
    }

    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, path: &Path) {
        let (Leaf::Text(text), TranslatedWhere::Inline) = (leaf, field.meaning.translated) else {
            return;
        };
        // A new deadline is a label and a new target a figure, which are the same in all languages. Words
        // that are not there in the language of the sources are another mistake.
        let has_words =
            |amendment: &Amendment| amendment.is_rewording() && text.get(self.first, self.first).is_some();
        if field.name == Amendment::to && !self.amendment.is_none_or(has_words) {
            return;
        }
        (self.visit)(self.owner, ToldText { text, field }, &|| {
            Place::yaml(self.file, path.clone())
        });
    }
}
