//! Looks at HTML, or at templates of it, as a reader would see it: tags with their attributes, text, and
//! white space in every place where it can be seen. This is enough to tell whether a minified template still
//! says the same.

use std::ops::Range;

/// The first place where the two differ, as a short quotation of the first one; `None` when they say the
/// same.
pub(crate) fn difference(one: &str, other: &str) -> Option<String> {
    let plain = |source| {
        items(source)
            .into_iter()
            .map(|(item, _)| item)
            .collect::<Vec<MarkupItem>>()
    };
    let (one, other) = (plain(one), plain(other));
    let (mut at, mut there) = (0, 0);
    while at < one.len() || there < other.len() {
        match (one.get(at), other.get(there)) {
            (Some(item), Some(same)) if item == same => {
                at += 1;
                there += 1;
            }
            (Some(MarkupItem::Space), _) if is_invisible(&one, at) => at += 1,
            _ => return Some(quotation(&one, at)),
        }
    }
    None
}

/// The places of all white space between words, tags and elements, and whether a reader can see it.
pub(crate) fn spaces(source: &str) -> Vec<(Range<usize>, bool)> {
    let (items, places): (Vec<MarkupItem>, Vec<Range<usize>>) = items(source).into_iter().unzip();
    let places = places.into_iter().enumerate();
    let spaces = places.filter(|(at, _)| items[*at] == MarkupItem::Space);
    spaces
        .map(|(at, place)| (place, !is_invisible(&items, at)))
        .collect()
}

/// How deep the elements of a source nest, at most. Elements without an end count until the next end, which
/// errs on the side of care.
pub(crate) fn depth(source: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for (item, _) in items(source) {
        match item {
            MarkupItem::Tag { name, .. } if name.starts_with('/') => open = open.saturating_sub(1),
            MarkupItem::Tag { .. } => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// A piece of markup as far as it can be told apart by looking at a page.
#[derive(Debug, Clone, PartialEq, Eq)]
enum MarkupItem {
    /// The name of an element, `/` for its end, and its attributes in one line.
    Tag { name: String, attributes: String },
    /// A tag of the template engine.
    Template(String),
    /// Text with single spaces.
    Text(String),
    /// White space between two of the others.
    Space,
}

/// The elements beside which white space is never shown, a line each.
const BLOCKS: &str = include_str!("blocks.txt");

/// Tags of the template engine at which a page is put together from parts. What stands beside them is not in
/// the text.
const JOINTS: &[&str] = &["extends", "block", "endblock", "component", "endcomponent"];

fn is_invisible(items: &[MarkupItem], at: usize) -> bool {
    let beside = |item: Option<&MarkupItem>| match item {
        Some(MarkupItem::Tag { name, .. }) => {
            BLOCKS.lines().any(|block| block == name.trim_start_matches('/'))
        }
        Some(MarkupItem::Template(tag)) => {
            let word = tag
                .trim_start_matches(['{', '%', '-', ' ', '\n'])
                .split(|character: char| !character.is_alphabetic())
                .next();
            tag.starts_with("{%") && word.is_some_and(|word| JOINTS.contains(&word))
        }
        _ => false,
    };
    beside(at.checked_sub(1).and_then(|before| items.get(before))) || beside(items.get(at + 1))
}

fn quotation(items: &[MarkupItem], at: usize) -> String {
    let shown = |item: &MarkupItem| match item {
        MarkupItem::Tag { name, attributes } => format!("<{name}{attributes}>"),
        MarkupItem::Template(text) | MarkupItem::Text(text) => text.clone(),
        MarkupItem::Space => " ".to_owned(),
    };
    let text: String = items[at.saturating_sub(2)..(at + 2).min(items.len())]
        .iter()
        .map(shown)
        .collect();
    text.chars().take(80).collect()
}

/// Everything in a source with its place.
fn items(source: &str) -> Vec<(MarkupItem, Range<usize>)> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        let end = if let Some(end) = template_tag(rest) {
            items.push((MarkupItem::Template(rest[..end].to_owned()), at..at + end));
            end
        } else if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else if is_tag(rest) {
            let end = tag_end(rest);
            items.push((tag(&rest[..end]), at..at + end));
            end
        } else {
            let end = text_end(rest);
            push_text(&rest[..end], at, &mut items);
            end
        };
        at += end;
    }
    items
}

/// Where a tag of the template engine ends that begins here.
fn template_tag(text: &str) -> Option<usize> {
    let close = match text.as_bytes() {
        [b'{', b'{', ..] => "}}",
        [b'{', b'%', ..] => "%}",
        [b'{', b'#', ..] => "#}",
        _ => return None,
    };
    Some(text[2..].find(close).map_or(text.len(), |end| end + 4))
}

fn is_tag(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next() == Some('<')
        && characters
            .next()
            .is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!'))
}

fn text_end(text: &str) -> usize {
    let starts = text.char_indices().skip(1);
    starts
        .into_iter()
        .find(|(at, character)| {
            matches!(character, '<' | '{') && (is_tag(&text[*at..]) || template_tag(&text[*at..]).is_some())
        })
        .map_or(text.len(), |(at, _)| at)
}

/// A tag ends at `>`, but not inside a quoted value or a tag of the template engine.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    let mut at = 1;
    while at < text.len() {
        if let Some(end) = template_tag(&text[at..]) {
            at += end;
            continue;
        }
        let byte = text.as_bytes()[at];
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None if byte == b'>' => return at + 1,
            None => {}
        }
        at += 1;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    text.len()
}

fn tag(tag: &str) -> MarkupItem {
    let inside = tag
        .trim_start_matches('<')
        .trim_end_matches('>')
        .trim_end_matches('/');
    let end = inside
        .char_indices()
        .skip(1)
        .find(|(_, character)| character.is_ascii_whitespace())
        .map_or(inside.len(), |(at, _)| at);
    MarkupItem::Tag {
        name: inside[..end].to_ascii_lowercase(),
        attributes: attributes(&inside[end..]),
    }
}

/// Attributes in one line, sorted and in lower case as parsers take them, always in double quotes, with the
/// spaces that no value needs taken out. A value that holds a tag of the template engine keeps the quotes it
/// has, because what will stand there is escaped for double quotes only.
fn attributes(text: &str) -> String {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let name_end = rest
            .find(|character: char| character == '=' || character.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let mut attribute = rest[..name_end].to_ascii_lowercase();
        rest = &rest[name_end..];
        if let Some(value) = rest.strip_prefix('=') {
            let (quote, value, tail) = value_of(value);
            let quote = if value.contains(['{', '}']) { quote } else { "\"" };
            if !value.is_empty() {
                attribute.push('=');
                attribute.push_str(quote);
                attribute.push_str(&tidy(value));
                attribute.push_str(quote);
            }
            rest = tail;
        } else if name_end == 0 {
            // A stray sign that no attribute begins with; it is compared as it stands.
            let sign = rest.chars().next().map_or(1, char::len_utf8);
            attribute.push_str(&rest[..sign]);
            rest = &rest[sign..];
        }
        found.push(attribute);
        rest = rest.trim_start();
    }
    found.sort();
    found.iter().map(|attribute| format!(" {attribute}")).collect()
}

fn value_of(text: &str) -> (&'static str, &str, &str) {
    for quote in ["\"", "'"] {
        if let Some(value) = text.strip_prefix(quote) {
            let end = closing(value, quote);
            return (
                quote,
                &value[..end],
                value[end..].strip_prefix(quote).unwrap_or_default(),
            );
        }
    }
    let end = text
        .find(|character: char| character.is_ascii_whitespace())
        .unwrap_or(text.len());
    ("", &text[..end], &text[end..])
}

fn closing(value: &str, quote: &str) -> usize {
    let mut at = 0;
    while at < value.len() {
        if let Some(end) = template_tag(&value[at..]) {
            at += end;
        } else if value[at..].starts_with(quote) {
            return at;
        } else {
            at += value[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    value.len()
}

fn tidy(value: &str) -> String {
    let words: Vec<&str> = value.split_ascii_whitespace().collect();
    words.join(" ").replace(", ", ",").replace("; ", ";")
}

fn push_text(text: &str, start: usize, items: &mut Vec<(MarkupItem, Range<usize>)>) {
    let inner = text.trim_matches(|character: char| character.is_ascii_whitespace());
    let before = text.len()
        - text
            .trim_start_matches(|character: char| character.is_ascii_whitespace())
            .len();
    if before > 0 && !matches!(items.last(), Some((MarkupItem::Space, _))) {
        items.push((MarkupItem::Space, start..start + before));
    }
    if !inner.is_empty() {
        let words: Vec<&str> = inner.split_ascii_whitespace().collect();
        let end = start + before + inner.len();
        items.push((MarkupItem::Text(decoded(&words.join(" "))), start + before..end));
        if end < start + text.len() {
            items.push((MarkupItem::Space, end..start + text.len()));
        }
    }
}

/// The few entities that templates and renderers write, so that `&quot;` equals `"`. An ampersand stays
/// written out where it would begin an entity without it.
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("&amp;") {
        let tail = &rest[at + "&amp;".len()..];
        let begins =
            tail.starts_with(|character: char| character.is_ascii_alphanumeric() || character == '#');
        out.push_str(&rest[..at]);
        out.push_str(if begins { "&amp;" } else { "&" });
        rest = tail;
    }
    out.push_str(rest);
    out
}
