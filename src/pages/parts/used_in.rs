//! Where a term is used: by document, with the sentences.

use crate::facts::outline::page_of_list;
use crate::facts::use_groups::{UseGrouping, pages};
use crate::html::{Html, Link, Passage, Writing};
use crate::pages::parts::{item, report};
use crate::pages::{Paging, Scope, quoted};
use crate::site::{
    ActionIx, Mention, Node, PageAt, Piece, PieceKind, Spot, StatementIx, TermIx, TextSource, Uses, pieces,
};
use crate::{lexicon, site};
use serde::Serialize;
use std::ops::Range;

/// Every place where pages of this language use a term. A long list goes over several pages.
#[derive(Debug, Default, Serialize)]
pub(crate) struct UsedIn<'a> {
    /// How many places there are, over all pages.
    pub total: usize,
    /// By document in the order of the site, then the pages of municipalities, other pages and the glossary.
    /// May be empty.
    pub groups: Vec<UseGroup<'a>>,
    pub paging: Option<Paging>,
}

/// The places in one document, or in what is none.
#[derive(Debug, Default, Serialize)]
pub(crate) struct UseGroup<'a> {
    /// The document or municipality; absent for other pages and the glossary.
    pub link: Option<Link<'a>>,
    /// What stands where there is no link: その他のページ, 用語集.
    pub heading: Option<&'a str>,
    /// The municipality of a document.
    pub municipality: Option<Passage<'a>>,
    /// How many places it holds, over all pages.
    pub total: usize,
    /// Those on this page. Never empty.
    pub places: Vec<UsingText<'a>>,
}

/// A text that uses the term.
#[derive(Debug, Serialize)]
pub(crate) struct UsingText<'a> {
    pub link: Link<'a>,
    /// For a report: what it is.
    pub kind_word: Option<&'a str>,
    /// Empty where the title alone names the term.
    pub sentences: Vec<Sentence>,
}

/// A sentence that uses the term.
#[derive(Debug, Serialize)]
pub(crate) struct Sentence {
    /// With the term in `<mark>`.
    pub html: Html,
    /// Whether it stands in the record as it is printed.
    pub verbatim: bool,
}

/// Around a term in a very long sentence so many characters are shown on either side.
const AROUND: usize = 90;

/// The uses of a term, as many as belong on this page.
pub(crate) fn used_in<'s>(scope: &Scope<'s>, term: TermIx) -> UsedIn<'s> {
    let Some(uses) = scope.site.uses_of(term, scope.language) else {
        return UsedIn::default();
    };
    let shown = page_of_list(uses.places.len(), scope.page.number);
    let runs = scope.facts.use_groups(term, scope.language).iter();
    let groups = runs
        .filter(|(_, run)| run.start < shown.end && shown.start < run.end)
        .map(|(group, run)| UseGroup {
            total: run.len(),
            places: merged(scope, uses, run.start.max(shown.start)..run.end.min(shown.end)),
            ..head(scope, *group)
        });
    UsedIn {
        total: uses.places.len(),
        groups: groups.collect(),
        paging: item::paging(scope, pages(scope.site, term)),
    }
}

fn head<'s>(scope: &Scope<'s>, group: UseGrouping) -> UseGroup<'s> {
    let mut head = UseGroup::default();
    match group {
        UseGrouping::Node(node) => head.link = Some(scope.link(node)),
        UseGrouping::Pages => head.heading = Some(scope.word("term.pages")),
        UseGrouping::Glossary => head.heading = Some(scope.word("title.glossary")),
    }
    if let UseGrouping::Node(Node::Document(document)) = group {
        head.municipality = Some(scope.title(Node::Municipality(scope.site[document].municipality)));
    }
    head
}

fn listed<'s>(scope: &Scope<'s>, uses: &Uses, place: &site::TermUse) -> UsingText<'s> {
    let source = place.source;
    let titled = |node, title| Link {
        title: scope.title(title),
        ..scope.link(node)
    };
    let (link, kind_word) = match source {
        TextSource::Home => (
            Link {
                href: scope.href(PageAt::first(Spot::Home)),
                title: scope.named("title.home"),
            },
            None,
        ),
        // An action or a statement has no name of its own; its sentence stands below that of what it belongs
        // to.
        TextSource::Node(node @ Node::Action(ActionIx { commitment, .. })) => {
            (titled(node, Node::Commitment(commitment)), None)
        }
        TextSource::Node(node @ Node::Statement(StatementIx { section, .. })) => {
            (titled(node, Node::Section(section)), None)
        }
        TextSource::Node(node) => (scope.link(node), None),
        TextSource::Report(index) => (report::link(scope, index), Some(report::kind_word(scope, index))),
    };
    UsingText {
        link,
        kind_word,
        sentences: sentences(scope, source, uses.mentions_of(place)),
    }
}

/// Places with one title that follow one another on one page become one, such as a heading and what stands
/// below it.
fn merged<'s>(scope: &Scope<'s>, uses: &Uses, places: Range<usize>) -> Vec<UsingText<'s>> {
    let mut rows: Vec<UsingText> = Vec::new();
    let page = |link: &Link| link.href.split('#').next().map(str::to_owned);
    for place in &uses.places[places] {
        let place = listed(scope, uses, place);
        match rows.last_mut().filter(|last| {
            last.link.title == place.link.title
                && last.kind_word == place.kind_word
                && page(&last.link) == page(&place.link)
        }) {
            Some(last) if last.sentences.is_empty() => *last = place,
            Some(last) => last.sentences.extend(place.sentences),
            None => rows.push(place),
        }
    }
    rows
}

/// The sentences with the term. A title that is shown as the link is not repeated.
fn sentences(scope: &Scope, source: TextSource, mentions: &[Mention]) -> Vec<Sentence> {
    if mentions.is_empty() {
        return Vec::new();
    }
    let pieces = pieces(scope.site, source, scope.language);
    let spans = mentions.iter().map(|mention| (mention.piece(), mention.span()));
    let spans = spans.filter(|(piece, _)| {
        pieces
            .get(*piece)
            .is_some_and(|piece| piece.kind != PieceKind::Title)
    });
    let mut sentences: Vec<(usize, Range<usize>, Vec<Range<usize>>)> = Vec::new();
    for (piece, span) in spans {
        let Some(around) = statement(&pieces[piece].text, &span) else {
            continue;
        };
        match sentences
            .last_mut()
            .filter(|(known, sentence, _)| *known == piece && *sentence == around)
        {
            Some((_, _, marks)) => marks.push(span),
            None => sentences.push((piece, around, vec![span])),
        }
    }
    let shown = sentences.into_iter().map(|(piece, sentence, marks)| Sentence {
        html: marked(scope, &pieces[piece], sentence, &marks),
        verbatim: pieces[piece].kind == PieceKind::Printed && pieces[piece].language == scope.first,
    });
    let mut shown: Vec<Sentence> = shown.collect();
    shown.dedup_by(|one, other| one.html == other.html);
    shown
}

/// The sentence around a mention without the reference to a source that stands before it; `None` for a
/// mention in such a reference, as in （大綱 第1章）, which says nothing of the term.
fn statement(text: &str, mention: &Range<usize>) -> Option<Range<usize>> {
    let sentence = lexicon::sentence(text, mention.clone());
    let Some(end) = lexicon::reference(&text[sentence.clone()]).map(|length| sentence.start + length) else {
        return Some(sentence);
    };
    let rest = &text[end..sentence.end];
    let start = sentence.end - rest.trim_start().len();
    // At the beginning of a text a bracket with words behind it is a part of its sentence.
    match (sentence.start, start == sentence.end) {
        (0, false) => Some(sentence),
        _ if mention.start < end => None,
        _ => Some(start..sentence.end),
    }
}

/// A sentence with its marks; of a very long one the part around the first.
fn marked(scope: &Scope, piece: &Piece, sentence: Range<usize>, marks: &[Range<usize>]) -> Html {
    let text = &*piece.text;
    let edits = quoted::edits(piece);
    let writing = scope.writing_of(piece.language);
    let first = &marks[0];
    let back = text[sentence.start..first.start]
        .char_indices()
        .rev()
        .nth(2 * AROUND)
        .map(|_| cut_before(text, sentence.start, first.start, writing));
    let start = back.unwrap_or(sentence.start);
    let ahead = text[first.end..sentence.end]
        .char_indices()
        .nth(3 * AROUND)
        .map(|_| cut_behind(text, first.end, sentence.end, writing));
    let end = ahead.unwrap_or(sentence.end);
    let lang = (piece.language != scope.language).then_some(piece.language);
    Html::marked(lang, |html| {
        let html = &mut html.text;
        html.push_str(if start > sentence.start { "…" } else { "" });
        let mut at = start;
        for mark in marks.iter().filter(|mark| mark.start >= start && mark.end <= end) {
            quoted::write(scope, piece, &edits, at..mark.start, html);
            html.push_str("<mark>");
            quoted::write(scope, piece, &edits, mark.clone(), html);
            html.push_str("</mark>");
            at = mark.end;
        }
        quoted::write(scope, piece, &edits, at..end, html);
        html.push_str(if end < sentence.end { "…" } else { "" });
    })
}

/// A place before `to` from which a long sentence is shown: a whole word in languages that have spaces.
fn cut_before(text: &str, from: usize, to: usize, writing: &Writing) -> usize {
    let start = text[from..to]
        .char_indices()
        .rev()
        .nth(AROUND)
        .map_or(from, |(at, _)| from + at);
    let space = text[start..to].find(' ').filter(|_| writing.has_spaces);
    space.map_or(start, |space| start + space + 1)
}

fn cut_behind(text: &str, from: usize, to: usize, writing: &Writing) -> usize {
    let end = text[from..to]
        .char_indices()
        .nth(2 * AROUND)
        .map_or(to, |(at, _)| from + at);
    let space = text[from..end].rfind(' ').filter(|_| writing.has_spaces);
    space.map_or(end, |space| from + space)
}
