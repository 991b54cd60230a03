//! Minifies the templates of a theme, once, instead of every page made from them (see
//! docs/decisions/0004-minify.md). A minified template is used only when it provably says the same; otherwise
//! the original stays, with a warning.

use crate::diagnostic::Diagnostic;
use crate::render::Theme;
use crate::site::ReadSite;
use std::collections::BTreeMap;

/// The templates of a theme, minified, by name; `None` when they cannot be used.
#[cfg(not(feature = "minify"))]
pub fn minified(_: &ReadSite, _: &Theme, _: &mut Vec<Diagnostic>) -> Option<BTreeMap<String, String>> {
    None
}

/// The templates of a theme, minified as far as they say the same, by name; `None` when they cannot be used.
#[cfg(feature = "minify")]
pub fn minified(
    site: &ReadSite,
    theme: &Theme,
    problems: &mut Vec<Diagnostic>,
) -> Option<BTreeMap<String, String>> {
    with_feature::minified(site, theme, problems)
}

#[cfg(feature = "minify")]
mod with_feature {
    use super::super::markup;
    use super::super::templates;
    use super::super::trial::{samples, try_one};
    use super::super::{Theme, WORDS, voice};
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::render::prepared::prepare;
    use crate::site::ReadSite;
    use minify_html::{Cfg, minify};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    pub fn minified(
        site: &ReadSite,
        theme: &Theme,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<BTreeMap<String, String>> {
        let mut sources = BTreeMap::new();
        for (name, (file, source)) in theme.sources.iter() {
            let small = smaller(source);
            match markup::difference(source, &small) {
                None => {
                    sources.insert(name.clone(), small);
                }
                Some(place) => problems.push(kept(file, &place)),
            }
        }
        let found = match with_templates(site, theme, &sources) {
            Some(small) => first_difference(site, theme, &small),
            None => Some(Default::default()),
        };
        if let Some((page, place)) = found {
            problems.push(page_differs(&page, &place));
            return None;
        }
        Some(sources)
    }

    /// The minifier calls itself for every element inside another. Real templates nest a dozen deep and hold
    /// a few dozen elements without an end; a template made to exhaust the stack is left as it is.
    const DEEPEST: usize = 500;

    /// Stands for a space that must stay. No template has a use for a character of the private area.
    const KEPT: char = '\u{e000}';

    /// Ends of elements and everything else that a validator asks for stay, and so does white space that can
    /// be seen: the minifier knows neither the elements around a part of a page nor that a tag of the
    /// template engine becomes text.
    fn smaller(source: &str) -> String {
        if source.contains(KEPT) || markup::depth(source) > DEEPEST {
            return source.to_owned();
        }
        let mut marked = String::with_capacity(source.len());
        let mut at = 0;
        for space in markup::visible_spaces(source) {
            marked.push_str(&source[at..space.start]);
            marked.push(KEPT);
            at = space.end;
        }
        marked.push_str(&source[at..]);
        let mut options = Cfg::new();
        options.keep_closing_tags = true;
        options.keep_html_and_head_opening_tags = true;
        options.keep_input_type_text_attr = true;
        options.preserve_brace_template_syntax = true;
        String::from_utf8(minify(marked.as_bytes(), &options))
            .map_or_else(|_| source.to_owned(), |small| small.replace(KEPT, " "))
    }

    /// The theme with other templates in every language, where there are others.
    fn with_templates(site: &ReadSite, theme: &Theme, sources: &BTreeMap<String, String>) -> Option<Theme> {
        let all = theme
            .sources
            .iter()
            .map(|(name, (_, source))| (name.as_str(), sources.get(name).unwrap_or(source).as_str()));
        let tera = templates::add(all).ok()?;
        let voices = theme
            .voices
            .iter()
            .map(|old| voice(site, old.texts.clone(), tera.clone()));
        Some(Theme {
            voices: voices.collect(),
            assets: theme.assets.clone(),
            sources: theme.sources.clone(),
            as_written: false,
        })
    }

    /// The first page on which a reader could see a difference.
    fn first_difference(site: &ReadSite, full: &Theme, small: &Theme) -> Option<(String, String)> {
        let (full, small) = (prepare(site, full), prepare(site, small));
        samples(site).into_iter().find_map(|artifact| {
            let (Ok(one), Ok(other)) = (try_one(&full, &artifact), try_one(&small, &artifact)) else {
                return Some((artifact.path.into(), String::new()));
            };
            let place = markup::difference(&String::from_utf8_lossy(&one), &String::from_utf8_lossy(&other))?;
            Some((artifact.path.into(), place))
        })
    }

    fn kept(file: &Arc<str>, place: &str) -> Diagnostic {
        WORDS.warning(
            Code::ThemeTemplate,
            Place::file(file),
            "template-kept",
            &[("place", &place)],
        )
    }

    fn page_differs(page: &str, place: &str) -> Diagnostic {
        let templates = Place::file(&Arc::from("themes/default/templates"));
        WORDS.warning(
            Code::ThemeTemplate,
            templates,
            "templates-kept",
            &[("page", &page), ("place", &place)],
        )
    }
}
