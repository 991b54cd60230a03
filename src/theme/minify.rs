//! Minifies the templates of a theme, once, instead of every page made from them (see
//! docs/decisions/0004-minify.md). Whether a template still says the same is the matter of `proof`.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::theme::sources::TemplateSources;
use crate::theme::{WORDS, markup};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The templates, minified, by name. Empty where koyaku was built without the minifier.
pub(crate) fn minified(sources: &TemplateSources) -> BTreeMap<String, String> {
    let sources = sources.iter().filter(|_| cfg!(feature = "minify"));
    let small = sources.map(|(name, (_, source))| (name.clone(), smaller(source)));
    small.collect()
}

/// The minifier calls itself for every element inside another. Real templates nest a dozen deep and hold
/// a few dozen elements without an end; a template made to exhaust the stack is left as it is.
const DEEPEST: usize = 500;

/// Stands for a space that must stay. No template has a use for a character of the private area.
const KEPT: char = '\u{e000}';

/// White space that can be seen stays, and no other: the minifier knows neither the elements around a part of
/// a page nor that a tag of the template engine becomes text.
fn smaller(source: &str) -> String {
    if source.contains(KEPT) || markup::depth(source) > DEEPEST {
        return source.to_owned();
    }
    let mut marked = String::with_capacity(source.len());
    let mut at = 0;
    for (space, is_visible) in markup::spaces(source) {
        marked.push_str(&source[at..space.start]);
        marked.extend(is_visible.then_some(KEPT));
        at = space.end;
    }
    marked.push_str(&source[at..]);
    String::from_utf8(minify(marked)).map_or_else(|_| source.to_owned(), |small| small.replace(KEPT, " "))
}

/// Ends of elements and everything else that a validator asks for stay.
#[cfg(feature = "minify")]
fn minify(source: String) -> Vec<u8> {
    let mut options = minify_html::Cfg::new();
    options.keep_closing_tags = true;
    options.keep_html_and_head_opening_tags = true;
    options.keep_input_type_text_attr = true;
    options.preserve_brace_template_syntax = true;
    minify_html::minify(source.as_bytes(), &options)
}

#[cfg(not(feature = "minify"))]
fn minify(source: String) -> Vec<u8> {
    source.into_bytes()
}

/// That a template stays as it is written, because minifying would change what readers see at a place.
pub(crate) fn kept(file: &Arc<str>, place: &str) -> Diagnostic {
    let file = Place::file(file);
    WORDS.warning(Code::ThemeTemplate, file, "template-kept", &[("place", &place)])
}

/// That all templates do, because of a page.
pub(crate) fn all_kept(page: &str, place: &str) -> Diagnostic {
    let templates = Place::file(&Arc::from("themes/default/templates"));
    WORDS.warning(
        Code::ThemeTemplate,
        templates,
        "templates-kept",
        &[("page", &page), ("place", &place)],
    )
}
