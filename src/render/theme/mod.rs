//! A theme made ready for use: templates compiled for every language, texts, and assets with their published
//! names. It reads no files: load gives them as `ThemeFiles`.

pub mod assets;
mod failure;
mod keys;
#[cfg(feature = "minify")]
mod markup;
mod minify;
mod templates;
mod text_check;
mod text_file;
mod texts;
mod trial;

pub use assets::Asset;
pub use texts::{Filling, Phrase, SentencePiece, Texts, pieces};

use super::Passage;
use super::view::shell::{LicenceView, SiteFacts};
use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::markdown::BodyTexts;
use crate::model::{Language, Text};
use crate::site::{ReadSite, Site, ThemeFiles};
use crate::source::MessageWords;
use assets::SheetStyle;
use failure::TemplateSources;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use tera::Tera;

/// What is said about themes.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// A compiled theme.
pub struct Theme {
    /// In the order of the site's languages.
    pub(super) voices: Vec<Voice>,
    /// By name.
    pub(super) assets: Arc<Vec<Asset>>,
    pub(super) sources: Arc<TemplateSources>,
    /// Whether places that the template engine names are places in the files.
    as_written: bool,
}

/// How a theme speaks one language.
pub struct Voice {
    pub language: Language,
    pub texts: Arc<Texts>,
    pub body_texts: BodyTexts,
    pub tera: Tera,
}

/// Compiles a theme for a site, and tries every kind of page once. `None` when the theme cannot make pages.
pub fn compile(files: &ThemeFiles, site: &ReadSite, problems: &mut Vec<Diagnostic>) -> Option<Theme> {
    let texts = read_texts(files, site, problems);
    let sources = sources(files, problems);
    let tera = templates::compile(&sources, problems)?;
    let before = problems.len();
    templates::check_texts(&sources, &texts, problems);
    text_check::check(&texts, problems);
    if texts.len() < site.languages().len() || problems.len() > before {
        return None;
    }
    let style = if site.options.minify {
        SheetStyle::Compact
    } else {
        SheetStyle::AsWritten
    };
    let voices = texts
        .into_iter()
        .map(|texts| voice(site, Arc::new(texts), tera.clone()))
        .collect();
    let theme = Theme {
        voices,
        assets: Arc::new(assets::collect(files, style)),
        sources: Arc::new(sources),
        as_written: true,
    };
    let found = trial::problems(site, &theme);
    if !found.is_empty() {
        problems.extend(found);
        return None;
    }
    let small = if site.options.minify {
        minify::minified(site, &theme, problems)
    } else {
        None
    };
    Some(finished(site, theme, small))
}

/// The theme as pages are made from it: with minified templates, if there are any, and with its texts put
/// into them.
fn finished(site: &ReadSite, theme: Theme, small: Option<BTreeMap<String, String>>) -> Theme {
    let source = |name: &str| {
        small
            .as_ref()
            .and_then(|small| small.get(name))
            .or_else(|| theme.sources.get(name).map(|(_, source)| source))
    };
    let finish = |old: &Voice| {
        let sources: Vec<(&str, String)> = theme
            .sources
            .keys()
            .filter_map(|name| Some((name.as_str(), templates::with_texts(source(name)?, &old.texts))))
            .collect();
        let tera = templates::add(sources.iter().map(|(name, source)| (*name, source.as_str()))).ok()?;
        Some(voice(site, old.texts.clone(), tera))
    };
    match theme.voices.iter().map(finish).collect() {
        Some(voices) => Theme {
            voices,
            as_written: false,
            ..theme
        },
        None => theme,
    }
}

impl Theme {
    /// What an error of the template engine means.
    pub(super) fn diagnose(&self, error: &tera::Error) -> Diagnostic {
        let mut problem = failure::diagnose(error, &self.sources).swap_remove(0);
        if !self.as_written {
            problem.place.at = At::File;
        }
        problem
    }

    /// The theme in one of the site's languages.
    pub(super) fn voice(&self, language: Language) -> &Voice {
        self.voices
            .iter()
            .find(|voice| voice.language == language)
            .expect("a theme is compiled for every language of its site")
    }
}

fn read_texts(files: &ThemeFiles, site: &Site, problems: &mut Vec<Diagnostic>) -> Vec<Texts> {
    let mut all = Vec::with_capacity(site.languages().len());
    for &language in site.languages() {
        let path = format!("text/{}.yaml", language.as_str());
        match files.files.get(path.as_str()) {
            Some(file) => all.extend(text_file::read(file, language, problems)),
            None => problems.push(no_texts(&path, language)),
        }
    }
    all
}

fn sources(files: &ThemeFiles, problems: &mut Vec<Diagnostic>) -> TemplateSources {
    let mut sources = TemplateSources::new();
    for (name, file) in assets::templates(files) {
        match crate::source::decode(&file.file, file.content.to_vec()) {
            Ok(source) => {
                sources.insert(name.to_owned(), (file.file.clone(), source.text));
            }
            Err(found) => problems.extend(found),
        }
    }
    sources
}

/// Gives the templates everything that all pages of a language share.
fn voice(site: &Site, texts: Arc<Texts>, mut tera: Tera) -> Voice {
    let language = texts.language;
    let body_texts = body_texts(&texts);
    let global = tera.global_context();
    global.insert_value("t", texts.value());
    global.insert("lang", language.as_str());
    global.insert("site", &site_facts(site, language));
    Voice {
        language,
        texts,
        body_texts,
        tera,
    }
}

fn site_facts(site: &Site, language: Language) -> SiteFacts<'_> {
    let settings = &site.settings;
    let passage = |text| passage(site, text, language);
    SiteFacts {
        title: passage(&settings.title),
        description: settings.description.as_ref().map(passage),
        publisher: settings.publisher.as_ref().map(passage),
        contact: settings.contact.as_ref().map(passage),
        licence: settings.licence.as_ref().map(|licence| LicenceView {
            name: passage(&licence.name),
            href: licence.url.as_ref().map(super::super::model::Url::as_str),
        }),
        languages: site.languages().iter().map(Language::as_str).collect(),
    }
}

fn passage<'a>(site: &Site, text: &'a Text, language: Language) -> Passage<'a> {
    let (found, text) = site.text(text, language);
    Passage {
        text: text.into(),
        lang: (found != language).then_some(found),
    }
}

fn body_texts(texts: &Texts) -> BodyTexts {
    let text = |key| {
        texts
            .phrase(key)
            .map(|phrase| phrase.for_count(None).to_owned())
            .unwrap_or_default()
    };
    BodyTexts {
        footnotes: text("markdown.footnotes"),
        note: text("markdown.note"),
        back_to_text: text("markdown.back_to_text"),
        table: text("markdown.table"),
        task_done: text("markdown.task_done"),
        task_open: text("markdown.task_open"),
        image_missing: text("markdown.image_missing"),
        external: text("markdown.external"),
    }
}

fn no_texts(path: &str, language: Language) -> Diagnostic {
    let place = Place::file(&format!("themes/default/{path}").into());
    WORDS.error(
        Code::ThemeText,
        place,
        "texts-missing",
        &[("tag", &language.as_str()), ("path", &path)],
    )
}
