//! For which form of the names that themes use a theme was written: its `theme.yaml` says it, and a theme of
//! an older form is told what has changed for the files that it has. It changes no file of a theme.

use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::site::{ThemeFile, ThemeFiles};
use crate::source::{self, yaml::Limits};
use crate::theme::changes::{CHANGES, Change};
use crate::theme::{WORDS, assets};
use serde::Deserialize;
use std::fmt::Display;

/// Today's form. It goes up when a theme that was right would fail, or would miss what pages show now.
pub(crate) const THEME_FORMAT: u32 = 2;

/// What a theme says of itself.
const FILE: &str = "theme.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeHead {
    format: u32,
}

/// Reports a theme that does not say its form, or says an older one, and refuses a newer one. Returns whether
/// the theme can be used.
pub fn check(files: &ThemeFiles, problems: &mut Vec<Diagnostic>) -> bool {
    let Some(file) = files.files.get(FILE) else {
        let own = assets::templates(files).into_values().find(|file| file.is_own());
        problems.extend(own.map(unsaid));
        return true;
    };
    let Some(said) = read(file, problems) else {
        return false;
    };
    if said > THEME_FORMAT {
        let place = Place::yaml(&file.file, path_to!["format"]);
        let fillings: [(&str, &dyn Display); 2] = [("format", &said), ("today", &THEME_FORMAT)];
        problems.push(WORDS.error(Code::FormatNewer, place, "format-newer", &fillings));
        return false;
    }
    let since = CHANGES.iter().filter(|change| change.format > said);
    problems.extend(since.flat_map(|change| concerned(change, files)));
    true
}

/// The form that a theme says; `None` where it cannot be read.
fn read(file: &ThemeFile, problems: &mut Vec<Diagnostic>) -> Option<u32> {
    let source = source::decode(&file.file, file.content.to_vec());
    let source = source.map_err(|found| problems.extend(found)).ok()?;
    let head = source::yaml::parse::<ThemeHead>(&source, 0..source.text.len(), Limits::RECORD);
    let is_whole = head.problems.is_empty();
    problems.extend(head.problems);
    head.value.filter(|_| is_whole).map(|head| head.format)
}

/// What a change means for each of a theme's own files that it concerns.
fn concerned(change: &Change, files: &ThemeFiles) -> Vec<Diagnostic> {
    let own = files.files.iter().filter(|(_, file)| file.is_own());
    let own = own.filter(|(path, file)| {
        let text = String::from_utf8_lossy(&file.content);
        let uses = |word: &&str| path.ends_with(".html") && text.contains(*word);
        change.files.contains(&&***path) || change.words.iter().any(uses)
    });
    own.map(|(_, file)| {
        let message = WORDS.say(change.key, &[]);
        let remedy = WORDS.say("theme-changed.remedy", &[("today", &THEME_FORMAT)]);
        Diagnostic::warning(Code::ThemeFormat, Place::file(&file.file), message).remedy(remedy)
    })
    .collect()
}

/// What is said of templates of a theme that does not say its form.
fn unsaid(template: &ThemeFile) -> Diagnostic {
    let folder: Vec<&str> = template.file.split('/').take(2).collect();
    let file = format!("{}/{FILE}", folder.join("/"));
    WORDS.warning(
        Code::ThemeFormat,
        Place::file(&template.file),
        "format-unsaid",
        &[("file", &file), ("today", &THEME_FORMAT)],
    )
}
