//! Writes the texts of a theme for a language that is to be added, or adds what a language lacks. It needs no
//! site without errors, only settings that name the theme.

use super::{Outcome, Request, keep_texts};
use crate::model::Language;
use crate::{desk, load, theme};
use std::sync::Arc;

/// What was done to the texts of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ThemeText {
    pub file: Arc<str>,
    /// Whether the file is new.
    pub is_new: bool,
    /// How many texts were added to it. With none of them, nothing was written.
    pub added: usize,
    /// Whether the site is made in the language already.
    pub is_in_site: bool,
}

/// Makes `text/<language>.yaml` of the site's theme, or adds to it what it lacks. Nothing that stands there
/// is changed.
pub(crate) fn theme_text(request: &Request, language: Language) -> Outcome<ThemeText> {
    let mut outcome = Outcome::from(load::load(&request.root));
    let problems = std::mem::take(&mut outcome.problems);
    let Some(content) = outcome.made.take() else {
        outcome.problems = problems;
        return outcome.with(None);
    };
    let settings = content.settings;
    let name = settings.theme.as_ref();
    let files = load::theme::load(&request.root, name, &mut outcome.problems);
    keep_texts(&files, &mut outcome.sources);
    let made = theme::skeleton(&files, language, &mut outcome.problems);
    let made = made.filter(|_| outcome.problems.is_empty());
    let made = made.map(|made| (made, settings));
    outcome.with(made).then(|(made, settings), problems| {
        let folder = settings
            .theme
            .as_ref()
            .map_or(load::theme::BUILT_IN, |name| name.as_str());
        let new: Arc<str> = Arc::from(format!("themes/{folder}/{}", made.path));
        let is_new = made.before.is_none();
        let file = made.before.as_ref().map_or(new, |(file, _)| file.clone());
        let written = match &made.before {
            _ if made.added == 0 => Ok(()),
            Some((file, before)) => desk::rewrite::rewrite(&request.root, file, before, &made.after),
            None => desk::new_file::write(&request.root, &file, &made.after),
        };
        written.map_err(|problem| problems.push(problem)).ok()?;
        Some(ThemeText {
            file,
            is_new,
            added: made.added,
            is_in_site: settings.languages.contains(&language),
        })
    })
}
