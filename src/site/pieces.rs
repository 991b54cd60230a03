//! The texts of a site piece by piece, each as its readers see it: what is searched for terms, and what is
//! quoted where they were found. A piece is a paragraph, a heading or a cell. Texts that koyaku itself words,
//! such as counts and sentences, are not among them.

use super::destination::{Destination, follow};
use super::linked::Site;
use super::node::{CommitmentIx, DocumentIx, Node, ReportIx};
use super::prose::{Introduction, Prose};
use super::remarks;
use crate::markdown;
use crate::model::bilingual::{Language, Text};
use crate::model::report::Evidence;
use std::borrow::Cow;
use std::ops::Range;

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// What the settings say of the whole site, on its home page.
    Home,
    Node(Node),
    Report(ReportIx),
}

/// A stretch of text that is read in one go.
#[derive(Debug, Clone)]
pub struct Piece<'s> {
    pub text: Cow<'s, str>,
    pub language: Language,
    pub kind: Kind,
    /// Where signs stand for titles of links, with what they lead to. A link to what is no node shows no
    /// title.
    pub titles: Vec<(Range<usize>, Node)>,
}

/// What a piece is to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The title under which lists show its source anyway.
    Title,
    /// Words of an official document as they are printed, or their translation.
    Printed,
    /// The editors' own words.
    Ours,
}

/// The pieces of a source as pages in `language` show them. A text that is not translated comes in its own
/// language, as on the page.
pub fn pieces(site: &Site, source: Source, language: Language) -> Vec<Piece<'_>> {
    let mut out = Pieces {
        site,
        language,
        pieces: Vec::new(),
    };
    match source {
        Source::Home => out.text(site.settings.description.as_ref()),
        Source::Report(index) => out.report(index),
        Source::Node(Node::Municipality(index)) => {
            out.title(&site[index].record.name);
            out.text(site[index].record.description.as_ref());
            out.introduction(site[index].introduction.as_ref());
        }
        Source::Node(Node::Document(index)) => out.document(index),
        Source::Node(Node::Section(index)) => {
            let record = &site[index].record;
            out.title(&record.heading);
            record
                .variants
                .iter()
                .for_each(|variant| out.printed(Some(&variant.text)));
            out.introduction(site[index].introduction.as_ref());
        }
        Source::Node(Node::Statement(section, at)) => {
            out.printed(Some(&site[section].record.statements[at as usize].text))
        }
        Source::Node(Node::Commitment(index)) => out.commitment(index),
        Source::Node(Node::Action(index, at)) => out.printed(Some(site.action_of(index, at as usize))),
        Source::Node(Node::Indicator(index, at)) => {
            let indicator = &site[index].record.indicators[at as usize];
            out.title(&indicator.name);
            out.text(indicator.base.as_ref());
            out.text(indicator.definition.as_ref());
            indicator
                .no_target
                .iter()
                .for_each(|none| out.text(none.why.as_ref()));
        }
        Source::Node(Node::Tally(index, at)) => {
            let tally = &site[index].record.tallies[at as usize];
            out.title(&tally.about);
            out.text(tally.assessor.as_ref());
            tally.parts.iter().for_each(|part| out.printed(Some(&part.label)));
            out.text(tally.excludes.as_ref());
            out.text(tally.discrepancy.as_ref());
        }
        Source::Node(Node::Table(index, at)) => {
            let table = &site[index].record.tables[at as usize];
            out.title(&table.caption);
            table.columns.iter().for_each(|column| out.printed(Some(column)));
            table
                .rows
                .iter()
                .flatten()
                .for_each(|cell| out.printed(cell.0.as_ref()));
            out.text(table.note.as_ref());
        }
        Source::Node(Node::Area(index)) => {
            out.title(&site[index].record.name);
            out.text(site[index].record.description.as_ref());
        }
        Source::Node(Node::Theme(index)) => {
            out.title(&site[index].record.name);
            out.text(site[index].record.description.as_ref());
        }
        Source::Node(Node::Term(index)) => {
            if let Some(text) = chosen(site, &site[index].texts, |text| &text.prose, language) {
                out.plain(&text.summary, (text.prose.language, Kind::Ours));
                out.prose(&text.prose);
            }
        }
        Source::Node(Node::Page(index)) => {
            if let Some(text) = chosen(site, &site[index].texts, |text| &text.prose, language) {
                out.plain(&text.title, (text.prose.language, Kind::Title));
                out.plain(
                    text.description.as_deref().unwrap_or_default(),
                    (text.prose.language, Kind::Ours),
                );
                out.prose(&text.prose);
            }
        }
        Source::Node(Node::Department(index)) => out.title(&site[index].record.name),
    }
    if let Source::Node(node) = source {
        remarks::reasons_of_links(site, node)
            .into_iter()
            .for_each(|reason| out.text(Some(reason)));
    }
    out.pieces
}

/// The text of a list by language that a page shows: its own language's, else the first that there is.
pub fn chosen<'t, T>(
    site: &Site,
    texts: &'t [T],
    prose: impl Fn(&T) -> &Prose,
    language: Language,
) -> Option<&'t T> {
    let in_language = |language: Language| texts.iter().find(|text| prose(text).language == language);
    in_language(language)
        .or_else(|| in_language(site.first_language()))
        .or_else(|| texts.first())
}

struct Pieces<'s> {
    site: &'s Site,
    language: Language,
    pieces: Vec<Piece<'s>>,
}

impl<'s> Pieces<'s> {
    fn document(&mut self, index: DocumentIx) {
        let record = &self.site[index].record;
        self.title(&record.title);
        self.text(record.description.as_ref());
        self.text(record.source.covers.as_ref());
        self.text(record.rights.as_ref());
        record
            .legend
            .iter()
            .for_each(|row| self.printed(Some(&row.meaning)));
        self.introduction(self.site[index].introduction.as_ref());
        let source = &record.source;
        [&source.title, &source.publisher, &source.author]
            .into_iter()
            .for_each(|fact| self.text(fact.as_ref()));
    }

    fn commitment(&mut self, index: CommitmentIx) {
        self.title(&self.site[index].record.title);
        self.printed(self.site.heading_of(index));
        self.printed(self.site.text_of(index));
        self.introduction(self.site[index].introduction.as_ref());
        let site = self.site;
        for (at, amendment) in site.amendments_of(index) {
            // Pages of every language show the words that were changed in the language of the sources.
            let own = std::mem::replace(&mut self.language, site.first_language());
            self.printed(remarks::before(site, index, at));
            self.language = own;
            self.text(Some(&amendment.reason));
            self.text(amendment.decided_by.as_ref());
            self.evidence(&amendment.evidence);
        }
    }

    fn report(&mut self, index: ReportIx) {
        let report = &self.site[index];
        if let Some(text) = chosen(self.site, &report.texts, |text| &text.prose, self.language) {
            self.plain(
                text.title.as_deref().unwrap_or_default(),
                (text.prose.language, Kind::Title),
            );
            self.prose(&text.prose);
        }
        self.text(report.head.reason.as_ref().map(|reason| &reason.text));
        self.text(report.head.next.as_ref());
        self.text(report.head.redacted.as_ref().map(|redaction| &redaction.reason));
        self.evidence(&report.head.evidence);
        self.text(report.head.approved.as_ref().map(|approval| &approval.by));
        report
            .head
            .values
            .iter()
            .for_each(|value| self.text(value.remark.as_ref()));
    }

    fn evidence(&mut self, evidence: &'s [Evidence]) {
        for piece in evidence {
            self.text(Some(&piece.title));
            self.text(piece.summary.as_ref());
        }
    }

    fn title(&mut self, text: &'s Text) {
        let (language, text) = self.site.text(text, self.language);
        self.plain(text, (language, Kind::Title));
    }

    fn text(&mut self, text: Option<&'s Text>) {
        self.of_kind(text, Kind::Ours);
    }

    fn printed(&mut self, text: Option<&'s Text>) {
        self.of_kind(text, Kind::Printed);
    }

    fn of_kind(&mut self, text: Option<&'s Text>, kind: Kind) {
        let Some((language, text)) = text.map(|text| self.site.text(text, self.language)) else {
            return;
        };
        self.plain(text, (language, kind));
    }

    fn plain(&mut self, text: &'s str, (language, kind): (Language, Kind)) {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        self.pieces.extend(lines.map(|line| Piece {
            text: line.into(),
            language,
            kind,
            titles: Vec::new(),
        }));
    }

    fn introduction(&mut self, introduction: Option<&'s Introduction>) {
        let Some(introduction) = introduction else { return };
        if let Some((description, prose)) =
            chosen(self.site, &introduction.texts, |(_, prose)| prose, self.language)
        {
            self.plain(
                description.as_deref().unwrap_or_default(),
                (prose.language, Kind::Ours),
            );
            self.prose(prose);
        }
    }

    fn prose(&mut self, prose: &'s Prose) {
        let scan = markdown::scan(&prose.body);
        let passages = markdown::passages(&prose.body, &scan.runs).into_iter();
        let node = |link: usize| match follow(self.site, prose, &scan.links.get(link)?.target)? {
            Destination::Node(node, _) => Some(node),
            _ => None,
        };
        self.pieces.extend(passages.map(|passage| {
            let titles = passage
                .titles
                .iter()
                .filter_map(|(span, link)| Some((span.clone(), node(*link)?)))
                .collect();
            Piece {
                text: passage.text.into(),
                language: prose.language,
                kind: Kind::Ours,
                titles,
            }
        }));
    }
}
