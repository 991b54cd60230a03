//! Where what the settings name leads: the entries of the menu. What a page is called there is the matter of
//! pages.

use super::names::Names;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::link::WORDS;
use crate::model::{MenuEntry, MenuWord, Settings};
use crate::site::{LinkedMenuEntry, MenuTarget};
use std::sync::Arc;
use strsim::osa_distance;

/// How far a slip may lie from the word that was meant.
const NEAR: usize = 2;

/// The menu that a site chooses, else the usual one.
pub fn menu(settings: &Settings, file: &Arc<str>, names: &mut Names) -> Vec<LinkedMenuEntry> {
    let Some(chosen) = &settings.menu else {
        let usual = MenuWord::USUAL.into_iter();
        return usual
            .map(|word| LinkedMenuEntry {
                to: MenuTarget::Word(word),
                label: None,
            })
            .collect();
    };
    let mut linked = Vec::with_capacity(chosen.len());
    for (at, entry) in chosen.iter().enumerate() {
        let place = Place::yaml(file, path_to![Settings::menu, at, MenuEntry::to]);
        linked.extend(target(entry.to.as_str(), place, names).map(|to| LinkedMenuEntry {
            to,
            label: entry.label.clone(),
        }));
    }
    linked
}

/// What an entry leads to. A word is looked for before an address of the same name.
fn target(name: &str, place: Place, names: &mut Names) -> Option<MenuTarget> {
    if let Some(word) = MenuWord::find(name) {
        return Some(MenuTarget::Word(word));
    }
    let node = names.known.nodes.get(name).copied();
    if node.is_none() && !names.incomplete.holds(name) {
        let problem = unknown(name, place, names);
        names.problems.push(problem);
    }
    node.map(MenuTarget::Node)
}

fn unknown(name: &str, place: Place, names: &Names) -> Diagnostic {
    let words: Vec<&str> = MenuWord::ALL.iter().map(|word| word.word()).collect();
    let measured = words.iter().map(|word| (osa_distance(word, name), *word));
    let near = measured.filter(|(distance, _)| *distance <= NEAR).min();
    let near = near.map(|(_, word)| word.to_owned());
    let list = words.join(", ");
    let remedy = match near.or_else(|| names.known.nearest(name)) {
        Some(near) => WORDS.say("menu-unknown.near", &[("near", &near), ("list", &list)]),
        None => WORDS.say("menu-unknown.remedy", &[("list", &list)]),
    };
    let message = WORDS.say("menu-unknown", &[("name", &name)]);
    Diagnostic::error(Code::ReferenceDangling, place, message).remedy(remedy)
}
