//! How much of a long text lists and descriptions show. It cuts and adds nothing but the mark of what is left
//! out; of which text is another's matter.

use crate::html::Writing;
use std::borrow::Cow;

/// How long the beginning of a text is, in letters as wide as Japanese ones.
const EXCERPT: usize = 80;

/// How much of a promise a list shows, in letters as wide as Japanese ones. Most promises fit.
const GIST: usize = 120;

/// The whole of a text that is short enough, else how it begins and how it ends: what a Japanese sentence
/// undertakes stands at its end.
pub(crate) fn gist(text: &str, writing: &Writing) -> Option<String> {
    let wide = if writing.has_wide_letters { 1 } else { 2 };
    let whole: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let whole = whole.join(if writing.has_spaces { " " } else { "" });
    if whole.chars().count() <= GIST * wide {
        return Some(whole).filter(|whole| *whole != text);
    }
    let half = GIST * wide / 2;
    let (end, _) = whole.char_indices().nth(half)?;
    let (start, _) = whole.char_indices().nth_back(half - 1)?;
    // A cut beside a mark or a space leaves words whole.
    let pause = |character: char| {
        if writing.has_spaces {
            character == ' '
        } else {
            matches!(character, '、' | '。' | '，' | '・' | '」' | '）')
        }
    };
    let end = whole[..end]
        .char_indices()
        .rev()
        .take(half / 2)
        .find(|(_, character)| pause(*character))
        .map_or(end, |(at, character)| at + character.len_utf8());
    let start = whole[start..]
        .char_indices()
        .take(half / 2)
        .find(|(_, character)| pause(*character))
        .map_or(start, |(at, character)| start + at + character.len_utf8());
    let marks = [' ', '、', ',', '・'];
    Some(format!(
        "{}…{}",
        whole[..end].trim_end_matches(marks),
        whole[start..].trim_start_matches(marks)
    ))
}

/// The first characters of a text, cut at a space where the language has them.
pub(crate) fn beginning<'t>(text: &'t str, writing: &Writing) -> Cow<'t, str> {
    let text = text.lines().next().unwrap_or_default();
    let wide = if writing.has_wide_letters { 1 } else { 2 };
    let Some((limit, _)) = text.char_indices().nth(EXCERPT * wide) else {
        return text.into();
    };
    let space = text[..limit].rfind(' ').filter(|_| writing.has_spaces);
    let begun = &text[..space.unwrap_or(limit)];
    format!("{}…", begun.trim_end_matches([' ', '、', ',', '・'])).into()
}
