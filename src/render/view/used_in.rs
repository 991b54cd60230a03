//! Where a term is used: by document, with the sentences.

use super::item::{self, Paging};
use super::link::Link;
use super::passage::{Html, Passage};
use super::report;
use crate::lexicon;
use crate::model::bilingual::Language;
use crate::render::escape::escape;
use crate::render::outline::{list_page, list_pages};
use crate::render::scope::Scope;
use crate::site::{Node, Piece, Site, Source, TermIx, Use, pieces};
use serde::Serialize;
use std::ops::Range;

/// Every place where pages of this language use a term. A long list goes over several pages.
#[derive(Debug, Serialize)]
pub struct UsedIn<'a> {
    /// How many places there are, over all pages.
    pub total: usize,
    /// By document in the order of the site, then the pages of municipalities, other pages and the glossary. May be empty.
    pub groups: Vec<UseGroup<'a>>,
    pub paging: Option<Paging>,
}

/// The places in one document, or in what is none.
#[derive(Debug, Serialize)]
pub struct UseGroup<'a> {
    /// The document or municipality; absent for other pages and the glossary.
    pub link: Option<Link<'a>>,
    /// What stands where there is no link: その他のページ, 用語集.
    pub heading: Option<&'a str>,
    /// The municipality of a document.
    pub municipality: Option<Passage<'a>>,
    /// How many places it holds, over all pages.
    pub total: usize,
    /// Those on this page. Never empty.
    pub places: Vec<Place<'a>>,
}

/// A text that uses the term.
#[derive(Debug, Serialize)]
pub struct Place<'a> {
    pub link: Link<'a>,
    /// For a report: what it is.
    pub kind_word: Option<&'a str>,
    /// The sentences, each with the term in `<mark>`. Empty where the title alone names it.
    pub sentences: Vec<Html>,
}

/// What places are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Node(Node),
    Pages,
    Glossary,
}

/// Around a term in a very long sentence so many characters are shown on either side.
const AROUND: usize = 90;

/// The uses of a term, as many as belong on this page.
pub fn of<'s>(scope: &Scope<'s>, term: TermIx) -> UsedIn<'s> {
    let places = scope.site.places_of(term, scope.language);
    let mut groups: Vec<UseGroup> = Vec::new();
    for run in list_page(&places, scope.page.number).chunk_by(|one, other| group(scope, one) == group(scope, other)) {
        let own = group(scope, run[0]);
        let total = places.iter().filter(|place| group(scope, place) == own).count();
        groups.push(UseGroup { total, places: run.iter().map(|uses| place(scope, uses)).collect(), ..head(scope, own) });
    }
    UsedIn { total: places.len(), groups, paging: item::paging(scope, pages(scope.site, term)) }
}

/// Over how many pages the uses of a term go. Every language has as many, so that a page leads to itself in each; one that has fewer
/// uses says so on its last pages.
pub fn pages(site: &Site, term: TermIx) -> u32 {
    let longest = site.languages().iter().map(|&language| site.places_of(term, language).len()).max();
    list_pages(longest.unwrap_or(0))
}

fn group(scope: &Scope, uses: &[Use]) -> Group {
    let node = match uses[0].source {
        Source::Node(node) => node,
        Source::Report(report) => scope.site[report].node,
    };
    let site = scope.site;
    match (site.document_of(node), node) {
        (Some(document), _) => Group::Node(Node::Document(document)),
        (None, Node::Municipality(_)) => Group::Node(node),
        (None, Node::Area(area)) => Group::Node(Node::Municipality(site[area].municipality)),
        (None, Node::Page(page)) => site[page].parent.map_or(Group::Pages, Group::Node),
        (None, Node::Term(_)) => Group::Glossary,
        _ => Group::Pages,
    }
}

fn head<'s>(scope: &Scope<'s>, group: Group) -> UseGroup<'s> {
    let (link, heading) = match group {
        Group::Node(node) => (Some(scope.link(node)), None),
        Group::Pages => (None, Some(scope.word("term.pages"))),
        Group::Glossary => (None, Some(scope.word("title.glossary"))),
    };
    let municipality = match group {
        Group::Node(Node::Document(document)) => Some(scope.text(&scope.site[scope.site[document].municipality].record.name)),
        _ => None,
    };
    UseGroup { link, heading, municipality, total: 0, places: Vec::new() }
}

fn place<'s>(scope: &Scope<'s>, uses: &[Use]) -> Place<'s> {
    let source = uses[0].source;
    let (link, kind_word) = match source {
        // An action or a statement has no name of its own; its sentence stands below that of what it belongs to.
        Source::Node(node @ Node::Action(commitment, _)) => (Link { title: scope.title(Node::Commitment(commitment)), ..scope.link(node) }, None),
        Source::Node(node @ Node::Statement(section, _)) => (Link { title: scope.title(Node::Section(section)), ..scope.link(node) }, None),
        Source::Node(node) => (scope.link(node), None),
        Source::Report(index) => (report::link(scope, index), Some(scope.choice("report_kind", scope.site[index].head.kind.word()))),
    };
    Place { link, kind_word, sentences: sentences(scope, source, uses) }
}

/// The sentences with the term. A title that is shown as the link is not repeated.
fn sentences(scope: &Scope, source: Source, uses: &[Use]) -> Vec<Html> {
    let pieces = pieces(scope.site, source, scope.language);
    let spans: Vec<(usize, Range<usize>)> = uses
        .iter()
        .filter_map(|place| place.at.as_ref())
        .map(|(piece, span)| (*piece as usize, span.start as usize..span.end as usize))
        .filter(|(piece, _)| pieces.get(*piece).is_some_and(|piece| !piece.is_title))
        .collect();
    let mut sentences: Vec<(usize, Range<usize>, Vec<Range<usize>>)> = Vec::new();
    for (piece, span) in spans {
        let around = lexicon::sentence(&pieces[piece].text, span.clone());
        match sentences.last_mut().filter(|(known, sentence, _)| *known == piece && *sentence == around) {
            Some((_, _, marks)) => marks.push(span),
            None => sentences.push((piece, around, vec![span])),
        }
    }
    let mut shown: Vec<Html> = sentences.into_iter().map(|(piece, sentence, marks)| marked(&pieces[piece], (sentence, &marks), scope.language)).collect();
    shown.dedup();
    shown
}

/// A sentence with its marks; of a very long one the part around the first.
fn marked(piece: &Piece, (sentence, marks): (Range<usize>, &[Range<usize>]), language: Language) -> Html {
    let text = &*piece.text;
    let first = &marks[0];
    let back = text[sentence.start..first.start].char_indices().rev().nth(2 * AROUND).map(|_| cut_before(text, (sentence.start, first.start), piece.language));
    let start = back.unwrap_or(sentence.start);
    let ahead = text[first.end..sentence.end].char_indices().nth(3 * AROUND).map(|_| cut_behind(text, (first.end, sentence.end), piece.language));
    let end = ahead.unwrap_or(sentence.end);
    let mut html = String::new();
    if piece.language != language {
        html.push_str(&format!("<span lang=\"{}\">", piece.language.as_str()));
    }
    if start > sentence.start {
        html.push('…');
    }
    let mut at = start;
    for mark in marks.iter().filter(|mark| mark.start >= start && mark.end <= end) {
        escape(&text[at..mark.start], &mut html);
        html.push_str("<mark>");
        escape(&text[mark.clone()], &mut html);
        html.push_str("</mark>");
        at = mark.end;
    }
    escape(&text[at..end], &mut html);
    if end < sentence.end {
        html.push('…');
    }
    if piece.language != language {
        html.push_str("</span>");
    }
    Html(html)
}

/// A place before `to` from which a long sentence is shown: a whole word in languages that have spaces.
fn cut_before(text: &str, (from, to): (usize, usize), language: Language) -> usize {
    let start = text[from..to].char_indices().rev().nth(AROUND).map_or(from, |(at, _)| from + at);
    if language.is_japanese() { start } else { text[start..to].find(' ').map_or(start, |space| start + space + 1) }
}

fn cut_behind(text: &str, (from, to): (usize, usize), language: Language) -> usize {
    let end = text[from..to].char_indices().nth(2 * AROUND).map_or(to, |(at, _)| from + at);
    if language.is_japanese() { end } else { text[from..end].rfind(' ').map_or(end, |space| from + space) }
}
