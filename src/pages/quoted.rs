//! A text as lists and the search quote it: each link by the title of what it leads to, as on its page, and
//! without the brackets that hold nothing but links, since a quotation leads nowhere. The words themselves
//! stay as they are.

use crate::html::escape::escape_in;
use crate::html::passage::marked;
use crate::pages::Scope;
use crate::site::{Node, Piece};
use std::borrow::Cow;
use std::ops::Range;

/// A part of a piece that is quoted as something else: a link by its title, a bracket of links by nothing.
pub(crate) struct Edit {
    pub span: Range<usize>,
    title: Option<Node>,
}

/// What stands between the links of a bracket that holds only links.
const BETWEEN: [char; 5] = [' ', '、', ',', '・', '；'];

/// The edits of a piece, in the order of its text and without overlaps.
pub(crate) fn edits(piece: &Piece) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for (span, node) in &piece.titles {
        if edits.last().is_some_and(|last| span.start < last.span.end) {
            continue;
        }
        edits.push(match bracket(piece, span) {
            Some(span) => Edit { span, title: None },
            None => Edit {
                span: span.clone(),
                title: Some(*node),
            },
        });
    }
    edits
}

/// The whole of a piece in plain text.
pub(crate) fn plain<'p>(scope: &Scope, piece: &'p Piece) -> Cow<'p, str> {
    let edits = edits(piece);
    if edits.is_empty() {
        return Cow::Borrowed(&*piece.text);
    }
    let mut out = String::with_capacity(piece.text.len());
    let mut at = 0;
    for edit in &edits {
        out.push_str(&piece.text[at..edit.span.start]);
        out.extend(edit.title.map(|node| scope.title(node).text));
        at = edit.span.end;
    }
    out.push_str(&piece.text[at..]);
    Cow::Owned(out)
}

/// Appends a part of a piece as HTML.
pub(crate) fn write(scope: &Scope, piece: &Piece, edits: &[Edit], part: Range<usize>, out: &mut String) {
    let mut at = part.start;
    for edit in edits
        .iter()
        .filter(|edit| edit.span.end > part.start && edit.span.start < part.end)
    {
        if edit.span.start >= at {
            escape_in(&piece.text[at..edit.span.start], piece.language, out);
            edit.title
                .into_iter()
                .for_each(|node| write_title(scope, piece, node, out));
        }
        at = edit.span.end;
    }
    if at < part.end {
        escape_in(&piece.text[at..part.end], piece.language, out);
    }
}

/// A title may be in another language than the text that names it.
fn write_title(scope: &Scope, piece: &Piece, node: Node, out: &mut String) {
    let title = scope.title(node);
    let language = title.lang.unwrap_or(scope.language);
    let lang = Some(language).filter(|language| *language != piece.language);
    marked(lang, out, |out| escape_in(&title.text, language, out));
}

/// The bracket around a link, with the space before it, when it holds links alone.
fn bracket(piece: &Piece, link: &Range<usize>) -> Option<Range<usize>> {
    let text = &*piece.text;
    let is_link = |at: usize| piece.titles.iter().any(|(span, _)| span.contains(&at));
    let passed = |(at, character): &(usize, char)| is_link(*at) || BETWEEN.contains(character);
    let (open, first) = text[..link.start]
        .char_indices()
        .rev()
        .find(|step| !passed(step))?;
    let behind = text[link.end..]
        .char_indices()
        .map(|(at, character)| (link.end + at, character));
    let (close, last) = behind.into_iter().find(|step| !passed(step))?;
    let closed = close + last.len_utf8();
    match (first, last) {
        ('（', '）') => Some(open..closed),
        ('(', ')') => Some(text[..open].trim_end_matches(' ').len()..closed),
        _ => None,
    }
}
