//! Where what the settings name leads: the entries of the menu, and the files of the look. What a page is
//! called there is the matter of pages, what is made of the files that of theme.

use super::names::Names;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::link::WORDS;
use crate::model::{FontFile, Fonts, Look, MenuEntry, MenuWord, Settings};
use crate::site::{Attachment, LinkedMenuEntry, MenuTarget};
use std::sync::Arc;
use strsim::osa_distance;

/// How far a slip may lie from the word that was meant.
const NEAR: usize = 2;

/// The menu that a site chooses, else the usual one.
pub(crate) fn menu(settings: &Settings, file: &Arc<str>, names: &mut Names) -> Vec<LinkedMenuEntry> {
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

/// What a browser shows as a picture, marks a site with, and sets letters from.
const PICTURES: &[&str] = &["svg", "png", "webp", "avif", "jpg", "jpeg", "gif"];
const ICONS: &[&str] = &["svg", "png", "ico"];
const FONTS: &[&str] = &["woff2", "woff", "ttf", "otf"];

/// The files that the look names and that cannot be used: none of the name is published, or it is of a kind
/// that does not serve.
pub(crate) fn look_files(
    settings: &Settings,
    file: &Arc<str>,
    attachments: &[Attachment],
) -> Vec<Diagnostic> {
    let Some(look) = &settings.look else {
        return Vec::new();
    };
    let logo = look
        .logo
        .iter()
        .map(|name| (path_to![Look::logo], name, PICTURES));
    let icon = look.icon.iter().map(|name| (path_to![Look::icon], name, ICONS));
    let fonts = look.fonts.iter().flat_map(|fonts| fonts.files.iter().enumerate());
    let fonts = fonts.map(|(at, font)| {
        let path = path_to![Look::fonts, Fonts::files, at, FontFile::file];
        (path, &font.file, FONTS)
    });
    let named = logo.chain(icon).chain(fonts);
    named
        .filter_map(|(path, name, kinds)| {
            let place = Place::yaml(file, path_to![Settings::look].then(path));
            unusable(name, kinds, place, attachments)
        })
        .collect()
}

fn unusable(name: &str, kinds: &[&str], place: Place, attachments: &[Attachment]) -> Option<Diagnostic> {
    if !attachments.iter().any(|attachment| &*attachment.path == name) {
        let measured = attachments
            .iter()
            .map(|attachment| (osa_distance(&attachment.path, name), &attachment.path));
        let near = measured.filter(|(distance, _)| *distance <= NEAR).min();
        let remedy = match near {
            Some((_, near)) => WORDS.say("look-missing.near", &[("near", near)]),
            None => WORDS.say("look-missing.remedy", &[]),
        };
        let message = WORDS.say("look-missing", &[("file", &name)]);
        return Some(Diagnostic::error(Code::ReferenceDangling, place, message).remedy(remedy));
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if kinds.contains(&ending) {
        return None;
    }
    let kinds = kinds.join(", ");
    Some(WORDS.error(
        Code::ReferenceKind,
        place,
        "look-kind",
        &[("file", &name), ("kinds", &kinds)],
    ))
}
