//! Says which way the lines of a text in another language run, where the languages of a site do not all run
//! the same way. It knows languages by the texts of the theme, and a language without any runs from left to
//! right.

use crate::html::writing::Direction;
use crate::theme::{Theme, Voice};

/// An attribute that names the language of an element.
const LANGUAGE: &str = " lang=";

/// Puts `dir` beside every `lang` of a finished page, which begins at `start`. Every text that is marked as
/// one of another language is reached, whoever marked it.
pub fn mark(theme: &Theme, page: &mut Vec<u8>, start: usize) {
    let runs_left = |voice: &Voice| voice.texts.writing.direction == Direction::RightToLeft;
    if !theme.voices.iter().any(runs_left) {
        return;
    }
    let Ok(html) = std::str::from_utf8(&page[start..]) else {
        return;
    };
    let mut marked = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        marked.push_str(text);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        write_tag(theme, &tag[..end], &mut marked);
        rest = &tag[end..];
    }
    marked.push_str(rest);
    page.truncate(start);
    page.extend_from_slice(marked.as_bytes());
}

fn write_tag(theme: &Theme, tag: &str, out: &mut String) {
    // Words in drawings have no direction of their own in HTML.
    let has_one = tag.contains(" dir=") || ["<text", "<tspan", "<svg"].iter().any(|svg| tag.starts_with(svg));
    let Some((before, behind)) = tag.split_once(LANGUAGE).filter(|_| !has_one) else {
        return out.push_str(tag);
    };
    let value = behind.trim_start_matches(['"', '\'']);
    let end = value.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let language = &value[..end.unwrap_or(value.len())];
    let mut voices = theme.voices.iter();
    let voice = voices.find(|voice| voice.texts.language_tag() == language);
    let direction = voice.map_or(Direction::LeftToRight, |voice| voice.texts.writing.direction);
    out.push_str(&format!(
        "{before} dir=\"{}\"{LANGUAGE}{behind}",
        direction.word()
    ));
}
