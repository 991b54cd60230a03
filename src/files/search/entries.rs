//! What can be found: every page that a reader may look for, with its words. Pages that only list others are
//! left out.

use crate::pages::parts::status;
use crate::pages::{Scope, quoted};
use crate::site::{
    ActionIx, DocumentIx, MunicipalityIx, Node, PieceKind, ReportIx, SectionIx, Site, StatementIx, TermText,
    TextSource, pieces,
};
use std::collections::BTreeSet;

/// A page as a result of a search.
pub(crate) struct SearchEntry<'s> {
    pub title: String,
    /// The language of the title and the text, where it is not that of the index.
    pub lang: Option<&'s str>,
    /// Below the folder of the language.
    pub path: String,
    pub kind: &'s str,
    pub context: String,
    /// The family and the word of its latest assessment.
    pub status: Option<(&'static str, String)>,
    /// What it says, piece by piece.
    pub text: Vec<String>,
    /// How its title is read, and what else it is called.
    pub names: Vec<&'s str>,
    /// How words in its text are read.
    pub readings: BTreeSet<&'s str>,
}

/// An entry in the language of the scope.
pub(crate) fn shown<'s>(scope: &Scope<'s>, node: Node) -> SearchEntry<'s> {
    let site = scope.site;
    let title = scope.title(node);
    let lang = title.lang.map(|lang| {
        site.languages()
            .iter()
            .find(|known| **known == lang)
            .map_or("", |known| known.as_str())
    });
    let mut text = Vec::new();
    let mut readings = BTreeSet::new();
    for source in sources(site, node) {
        for piece in pieces(site, source, scope.language) {
            if piece.kind == PieceKind::Title && source == TextSource::Node(node) {
                continue;
            }
            if piece.language.is_japanese() {
                readings.extend(words_read(scope, &piece.text));
            }
            text.push(quoted::plain(scope, &piece).into_owned());
        }
    }
    if title.lang.unwrap_or(scope.language).is_japanese() {
        readings.extend(words_read(scope, &title.text));
    }
    SearchEntry {
        lang,
        path: scope.path_of(node),
        kind: kind(scope, node),
        context: context(scope, node),
        status: status(scope, node),
        names: scope
            .reading_of(node)
            .into_iter()
            .chain(other_names(scope, node))
            .collect(),
        title: title.text.into_owned(),
        text,
        readings,
    }
}

/// A node with what is shown on its page.
fn sources(site: &Site, node: Node) -> Vec<TextSource> {
    let mut all = vec![TextSource::Node(node)];
    let reports = |reports: &[ReportIx], all: &mut Vec<TextSource>| {
        all.extend(reports.iter().map(|&report| TextSource::Report(report)));
    };
    match node {
        Node::Municipality(_) | Node::Document(_) => reports(site.reports_on(node), &mut all),
        Node::Section(index) => add_section(site, index, &mut all),
        Node::Commitment(index) => {
            all.extend(ActionIx::all_of(site, index).map(|action| TextSource::Node(Node::Action(action))));
            reports(site.reports_on(node), &mut all);
        }
        _ => {}
    }
    all
}

/// The statements of a section, and the sections below it, which share its page.
fn add_section(site: &Site, index: SectionIx, all: &mut Vec<TextSource>) {
    let section = &site[index];
    all.extend(
        StatementIx::all_of(site, index).map(|statement| TextSource::Node(Node::Statement(statement))),
    );
    let reports = site.reports_on(Node::Section(index)).iter();
    all.extend(reports.map(|&report| TextSource::Report(report)));
    for &nested in &section.sections {
        all.push(TextSource::Node(Node::Section(nested)));
        add_section(site, nested, all);
    }
}

/// How the words of a text are read, as far as the site says it.
fn words_read<'s>(scope: &Scope<'s>, text: &str) -> Vec<&'s str> {
    let readings = &scope.site.readings;
    let found = readings.lexicon.find(text).into_iter();
    found.map(|found| &*readings.words[found.term].1).collect()
}

fn kind<'s>(scope: &Scope<'s>, node: Node) -> &'s str {
    match node {
        Node::Municipality(_) => scope.choice("search_kind", "municipality"),
        Node::Document(index) => scope.choice("document_kind", scope.site[index].record.kind.word()),
        Node::Commitment(index) => scope.choice("commitment_kind", scope.site[index].record.kind.word()),
        Node::Indicator(..) => scope.choice("search_kind", "indicator"),
        Node::Department(_) => scope.choice("search_kind", "department"),
        Node::Area(_) => scope.choice("search_kind", "area"),
        Node::Subject(_) => scope.choice("search_kind", "subject"),
        Node::Term(_) => scope.choice("search_kind", "term"),
        Node::Page(_) => scope.choice("search_kind", "page"),
        _ => scope.choice("search_kind", "section"),
    }
}

/// The city and the document in which it stands.
fn context(scope: &Scope, node: Node) -> String {
    let site = scope.site;
    let city = |index: MunicipalityIx| site.text(&site[index].record.name, scope.language).1.to_owned();
    let short = |index: DocumentIx| scope.short_title(Node::Document(index)).text.into_owned();
    match (node, site.document_of(node)) {
        (Node::Document(index), _) => city(site[index].municipality),
        (_, Some(document)) => format!("{} {}", city(site[document].municipality), short(document)),
        (Node::Department(index), _) => city(site[index].municipality),
        (Node::Area(index), _) => city(site[index].municipality),
        _ => String::new(),
    }
}

fn status(scope: &Scope, node: Node) -> Option<(&'static str, String)> {
    let status = status::status_of(scope, node)?;
    Some((status.family, status.label.text.into_owned()))
}

/// The other names of a term.
fn other_names<'s>(scope: &Scope<'s>, node: Node) -> Vec<&'s str> {
    let Node::Term(index) = node else {
        return Vec::new();
    };
    let term = &scope.site[index];
    let text = scope.choose(&term.texts, |text| &text.prose);
    let names = text.into_iter().flat_map(TermText::other_names);
    names.chain(term.abbreviation.as_deref()).collect()
}

impl SearchEntry<'_> {
    /// As the script reads it: see docs/decisions/0009.
    pub(crate) fn to_json(&self) -> String {
        let mut entry = serde_json::Map::new();
        let mut put = |key: &str, value: String| {
            if !value.is_empty() {
                entry.insert(key.to_owned(), value.into());
            }
        };
        put("t", self.title.clone());
        put("u", self.path.clone());
        put("k", self.kind.to_owned());
        put("c", self.context.clone());
        put("l", self.lang.unwrap_or_default().to_owned());
        put("x", self.text.join("\n"));
        let readings: Vec<&str> = self.names.iter().chain(&self.readings).copied().collect();
        put("r", readings.join(" / "));
        if let Some((family, word)) = &self.status {
            entry.insert("s".to_owned(), vec![(*family).to_owned(), word.clone()].into());
        }
        serde_json::Value::Object(entry).to_string()
    }
}
