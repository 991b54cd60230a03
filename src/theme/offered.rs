//! The names that a place of a template offers, for whoever wrote one that it does not. Where they come from
//! is the matter of whoever asks: the engine knows those of values, the sources those of their parts.

use crate::diagnostic::Message;
use crate::theme::WORDS;
use crate::theme::sources::{TemplateSources, tags};
use strsim::osa_distance;

/// How many names a message tells.
const MOST: usize = 12;

/// What to do about a name: the nearest of those that there are, and these. `None` where there are none.
pub(crate) fn remedy<'n>(
    wanted: &str,
    names: impl IntoIterator<Item = &'n str>,
    is_value: bool,
) -> Option<Message> {
    let mut names: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| (osa_distance(name, wanted), name))
        .collect();
    names.sort_unstable_by_key(|(_, name)| *name);
    names.dedup();
    let telling = wanted.strip_suffix(".html").unwrap_or(wanted);
    let limit = (telling.chars().count() / 3).max(1);
    let near = names.iter().filter(|(distance, _)| *distance <= limit).min();
    let near = near.map(|(_, near)| *near);
    // The nearest stands first, so that it is not cut off.
    names.sort_by_key(|(_, name)| Some(*name) != near);
    let list: Vec<&str> = names.iter().take(MOST).map(|(_, name)| *name).collect();
    if list.is_empty() {
        return None;
    }
    let (ja, en) = (list.join("、"), list.join(", "));
    let all = match (names.len() > MOST, is_value) {
        (false, _) => WORDS.say("names-offered", &[("ja", &ja), ("en", &en)]),
        (true, true) => WORDS.say("names-offered.more-values", &[("ja", &ja), ("en", &en)]),
        (true, false) => WORDS.say("names-offered.more", &[("ja", &ja), ("en", &en)]),
    };
    Some(match near {
        Some(near) => {
            let meant = WORDS.say("name-meant", &[("near", &near)]);
            Message::new(meant.ja + &all.ja, format!("{} {}", meant.en, all.en))
        }
        None => all,
    })
}

/// The components of all templates.
pub(crate) fn components(sources: &TemplateSources) -> Vec<&str> {
    let sources = sources.values();
    sources
        .flat_map(|(_, source)| opened(source, "component"))
        .collect()
}

/// The templates that others can extend: those that have blocks and extend none themselves.
pub(crate) fn parents(sources: &TemplateSources) -> impl Iterator<Item = &str> {
    let with_blocks = sources
        .iter()
        .filter(|(name, (_, source))| !opened(source, "block").is_empty() && parent(name, sources).is_none());
    with_blocks.map(|(name, _)| name.as_str())
}

/// The blocks of the templates that one extends.
pub(crate) fn blocks_above<'s>(template: &str, sources: &'s TemplateSources) -> Vec<&'s str> {
    let mut blocks = Vec::new();
    let mut above = parent(template, sources);
    // Templates that extend each other in a circle have been refused.
    while let Some(name) = above {
        if let Some((_, source)) = sources.get(name) {
            blocks.extend(opened(source, "block"));
        }
        above = parent(name, sources);
    }
    blocks
}

fn parent<'s>(template: &str, sources: &'s TemplateSources) -> Option<&'s str> {
    let (_, source) = sources.get(template)?;
    opened(source, "extends").into_iter().next()
}

/// The names behind a word that opens tags: `{% block main %}`.
fn opened<'s>(source: &'s str, word: &str) -> Vec<&'s str> {
    let inside = tags(source)
        .into_iter()
        .map(|tag| source[tag].trim_matches(['-', ' ', '\n']));
    let behind = inside.filter_map(|tag| tag.strip_prefix(word)?.strip_prefix(' '));
    behind
        .map(|rest| rest.trim_start_matches([' ', '"', '\'']))
        .filter_map(|rest| rest.split([' ', '(', '"', '\'']).next())
        .collect()
}
