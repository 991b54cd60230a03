//! The texts of a site piece by piece, each as its readers see it: what is searched for terms, and what is
//! quoted where they were found. A piece is a paragraph, a heading or a cell. Texts that koyaku itself words,
//! such as counts and sentences, are not among them.

use super::destination::{Destination, follow};
use super::linked::Site;
use super::node::{ActionIx, CommitmentIx, Node, ReportIx, TextSource};
use super::prose::Prose;
use super::remarks;
use crate::diagnostic::Path;
use crate::markdown;
use crate::model::walk::{Field, Leaf, Record, Role, Visitor, Walk};
use crate::model::{
    Action, Amendment, Area, Commitment, Department, Indicator, Language, LinkRecord, Section, Statement,
    Subject, Table, Tally, Text,
};
use std::borrow::Cow;
use std::ops::Range;

/// A stretch of text that is read in one go.
#[derive(Debug, Clone)]
pub(crate) struct Piece<'s> {
    pub text: Cow<'s, str>,
    pub language: Language,
    pub kind: PieceKind,
    /// Whether it names a body or a person.
    pub is_name: bool,
    /// Where signs stand for titles of links, with what they lead to. A link to what is no node shows no
    /// title.
    pub titles: Vec<(Range<usize>, Node)>,
}

/// What a piece is to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// The title under which lists show its source anyway.
    Title,
    /// Words of an official document as they are printed, or their translation.
    Printed,
    /// The editors' own words.
    Ours,
}

/// The pieces of a source as pages in `language` show them. A text that is not translated comes in its own
/// language, as on the page.
pub(crate) fn pieces(site: &Site, source: TextSource, language: Language) -> Vec<Piece<'_>> {
    let mut out = Pieces {
        site,
        language,
        pieces: Vec::new(),
    };
    match source {
        TextSource::Home => out.record(&site.settings, None),
        TextSource::Report(index) => out.report(index),
        TextSource::Node(node @ Node::Municipality(index)) => {
            out.record(&site[index].record, None);
            out.introduction(node);
        }
        TextSource::Node(node @ Node::Document(index)) => {
            out.record(&site[index].record, None);
            // Who made the document stands at the foot of its page.
            let (names, above) = std::mem::take(&mut out.pieces)
                .into_iter()
                .partition(|piece| piece.is_name);
            out.pieces = above;
            out.introduction(node);
            out.pieces.extend::<Vec<_>>(names);
        }
        TextSource::Node(node @ Node::Section(index)) => {
            out.record(&*site[index].record, None);
            out.introduction(node);
        }
        TextSource::Node(Node::Statement(index)) => out.record(&site[index], None),
        TextSource::Node(Node::Commitment(index)) => out.commitment(index),
        TextSource::Node(Node::Action(index)) => out.record(&site[index], Some(Amended::Action(index))),
        TextSource::Node(Node::Indicator(index)) => out.record(&site[index], None),
        TextSource::Node(Node::Tally(index)) => out.record(&site[index], None),
        TextSource::Node(Node::Table(index)) => out.record(&site[index], None),
        TextSource::Node(Node::Area(index)) => out.record(&*site[index].record, None),
        TextSource::Node(Node::Subject(index)) => out.record(&*site[index].record, None),
        TextSource::Node(Node::Department(index)) => out.record(&*site[index].record, None),
        TextSource::Node(Node::Term(index)) => {
            out.one(&site[index].texts, |text| &text.prose);
        }
        TextSource::Node(Node::Page(index)) => {
            out.one(&site[index].texts, |text| &text.prose);
        }
    }
    if let TextSource::Node(node) = source {
        remarks::reasons_of_links(site, node)
            .into_iter()
            .for_each(|reason| out.text(reason, Role::Ours));
    }
    out.pieces
}

/// The text of a list by language that a page shows: its own language's, else the first that there is.
pub(crate) fn chosen<'t, T>(
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
    /// What is searched of a record itself; what has an address of its own within it is another source.
    /// Wording that was amended is read as it holds now.
    fn record(&mut self, record: &'s impl Walk, amended: Option<Amended>) {
        let mut own = Own {
            out: self,
            amended,
            inside: false,
        };
        record.walk(&mut Path::default(), &mut own);
    }

    fn commitment(&mut self, index: CommitmentIx) {
        let site = self.site;
        self.record(&*site[index].record, Some(Amended::Commitment(index)));
        self.introduction(Node::Commitment(index));
        for (at, amendment) in site.amendments_of(index) {
            // Pages of every language show the words that were changed in the language of the sources.
            let own = std::mem::replace(&mut self.language, site.first_language());
            if let Some(before) = remarks::before(site, at) {
                self.text(before, Role::Printed);
            }
            self.language = own;
            self.record(amendment, None);
        }
    }

    fn report(&mut self, index: ReportIx) {
        let report = &self.site[index];
        self.one(&report.texts, |text| &text.prose);
        self.record(&report.head, None);
    }

    fn text(&mut self, text: &'s Text, role: Role) {
        let (language, text) = self.site.text(text, self.language);
        self.plain(text, language, role);
    }

    fn plain(&mut self, text: &'s str, language: Language, role: Role) {
        let kind = match role {
            Role::Title => PieceKind::Title,
            Role::Printed => PieceKind::Printed,
            _ => PieceKind::Ours,
        };
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        self.pieces.extend(lines.map(|line| Piece {
            text: line.into(),
            language,
            kind,
            is_name: role == Role::Name,
            titles: Vec::new(),
        }));
    }

    fn introduction(&mut self, node: Node) {
        let Some(introduction) = self.site.introduction(node) else {
            return;
        };
        self.one(&introduction.texts, |(_, prose)| prose);
    }

    /// Of the texts of something the one that its page shows.
    fn one<T>(&mut self, texts: &'s [T], prose: impl Fn(&T) -> &Prose) {
        let Some(prose) = chosen(self.site, texts, &prose, self.language).map(prose) else {
            return;
        };
        for (role, words) in &prose.words {
            self.plain(words, prose.language, *role);
        }
        self.prose(prose);
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
                kind: PieceKind::Ours,
                is_name: false,
                titles,
            }
        }));
    }
}

/// A record whose words amendments can have changed.
#[derive(Clone, Copy)]
enum Amended {
    Commitment(CommitmentIx),
    Action(ActionIx),
}

/// Goes over the words of one record.
struct Own<'p, 's> {
    out: &'p mut Pieces<'s>,
    amended: Option<Amended>,
    /// Whether the walk stands in a part of the record.
    inside: bool,
}

impl<'s> Visitor<'s> for Own<'_, 's> {
    fn enter(&mut self, record: Record<'s>, _: &Path) -> bool {
        let enters = !self.inside || !is_told_elsewhere(record);
        self.inside = true;
        enters
    }

    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'s>, _: &Path) {
        let (Leaf::Text(text), true) = (leaf, field.meaning.searched) else {
            return;
        };
        let site = self.out.site;
        let holds = match self.amended {
            Some(Amended::Action(index)) if field.name == Action::text => Some(site.action_of(index)),
            Some(Amended::Commitment(index)) if field.name == Commitment::text => site.text_of(index),
            Some(Amended::Commitment(index)) if field.name == Commitment::heading => site.heading_of(index),
            _ => None,
        };
        self.out.text(holds.unwrap_or(text), field.meaning.role);
    }
}

/// Whether a record within another is a source of its own, or is told where its page shows it.
fn is_told_elsewhere(record: Record) -> bool {
    record.is::<Section>()
        || record.is::<Statement>()
        || record.is::<Commitment>()
        || record.is::<Action>()
        || record.is::<Indicator>()
        || record.is::<Amendment>()
        || record.is::<Tally>()
        || record.is::<Table>()
        || record.is::<LinkRecord>()
        || record.is::<Department>()
        || record.is::<Area>()
        || record.is::<Subject>()
}
