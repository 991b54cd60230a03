//! A theme made ready for use: templates compiled for every language, texts, and assets with their published
//! names. It reads no files: load gives them as `ThemeFiles`.

pub(crate) mod assets;
mod changes;
mod failure;
pub mod format;
mod keys;
mod look;
pub(crate) mod markup;
mod minify;
mod offered;
mod page_templates;
mod plurals;
mod site_facts;
mod skeleton;
mod sources;
mod templates;
mod text_check;
mod text_file;
mod texts;
mod writing_file;

pub(crate) use assets::Asset;
pub(crate) use minify::{all_kept, kept, minified};
pub(crate) use skeleton::skeleton;
pub use texts::Texts;
pub(crate) use texts::{Filling, Phrase, SentencePiece, pieces};

use crate::diagnostic::{At, Code, Diagnostic, Place, Severity};
use crate::html::Passage;
use crate::markdown::BodyTexts;
use crate::model::{Language, Url};
use crate::site::{Site, ThemeFile, ThemeFiles};
use crate::source::MessageWords;
use crate::theme::site_facts::{LicenceView, SiteFacts};
use crate::theme::sources::TemplateSources;
use crate::theme::texts::TextEntries;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use tera::Tera;

/// What is said about themes.
static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// A compiled theme.
pub struct Theme {
    /// In the order of the site's languages.
    pub(crate) voices: Vec<Voice>,
    /// By name.
    pub(crate) assets: Arc<Vec<Asset>>,
    pub(crate) sources: Arc<TemplateSources>,
    /// Whether any template is not the built-in one.
    pub(crate) has_own_templates: bool,
    /// Whether places that the template engine names are places in the files.
    as_written: bool,
}

/// How a theme speaks one language.
pub(crate) struct Voice {
    pub language: Language,
    pub texts: Arc<Texts>,
    pub body_texts: BodyTexts,
    pub tera: Tera,
}

/// Compiles a theme for a site, as it is written. `None` when it is not whole.
pub(crate) fn compile(files: &ThemeFiles, site: &Site, problems: &mut Vec<Diagnostic>) -> Option<Theme> {
    let before = problems.len();
    let texts = read_texts(files, site.languages(), problems);
    let sources = sources(files, problems);
    let tera = templates::compile(&sources, problems)?;
    let look = look::style(site, files, problems);
    page_templates::check(files, site, problems);
    templates::check_texts(&sources, &texts, problems);
    text_check::check(&texts, problems);
    if texts.len() < site.languages().len() || is_faulty(&problems[before..]) {
        return None;
    }
    let texts = texts.into_iter().map(Arc::new);
    Some(Theme {
        voices: texts.map(|texts| voice(site, texts, tera.clone())).collect(),
        assets: Arc::new(assets::collect(files, &look, site.options.minify)),
        sources: Arc::new(sources),
        has_own_templates: assets::templates(files).values().any(|file| file.is_own()),
        as_written: true,
    })
}

impl Theme {
    /// The theme with other templates, where there are others. `None` when these cannot be compiled.
    pub(crate) fn with_templates(&self, site: &Site, others: &BTreeMap<String, String>) -> Option<Theme> {
        let all = self.sources.iter();
        let all = all.map(|(name, (_, source))| (name.as_str(), others.get(name).unwrap_or(source).as_str()));
        let tera = templates::add(all).ok()?;
        let voice = |old: &Voice| voice(site, old.texts.clone(), tera.clone());
        Some(self.speaking(self.voices.iter().map(voice).collect()))
    }

    /// The theme as pages are made from it: with minified templates, if there are any, and with its texts put
    /// into them. The theme as it is written where these cannot be compiled.
    pub(crate) fn finished(&self, site: &Site, small: &BTreeMap<String, String>) -> Theme {
        let finish = |old: &Voice| {
            let sources = self.sources.iter().map(|(name, (_, source))| {
                let source = small.get(name).unwrap_or(source);
                (name.as_str(), templates::with_texts(source, &old.texts))
            });
            let sources: Vec<(&str, String)> = sources.collect();
            let tera = templates::add(sources.iter().map(|(name, source)| (*name, source.as_str()))).ok()?;
            Some(voice(site, old.texts.clone(), tera))
        };
        let written = || {
            let voices = self.voices.iter();
            voices
                .map(|old| voice(site, old.texts.clone(), old.tera.clone()))
                .collect()
        };
        let voices: Option<Vec<Voice>> = self.voices.iter().map(finish).collect();
        self.speaking(voices.unwrap_or_else(written))
    }

    fn speaking(&self, voices: Vec<Voice>) -> Theme {
        Theme {
            voices,
            assets: self.assets.clone(),
            sources: self.sources.clone(),
            has_own_templates: self.has_own_templates,
            as_written: false,
        }
    }

    /// What an error of the template engine means.
    pub(crate) fn diagnose(&self, error: &tera::Error) -> Diagnostic {
        let mut problem = failure::diagnose(error, &self.sources).swap_remove(0);
        if !self.as_written {
            problem.place.at = At::File;
        }
        problem
    }

    /// The theme in one of the site's languages.
    pub(crate) fn voice(&self, language: Language) -> &Voice {
        self.voices
            .iter()
            .find(|voice| voice.language == language)
            .expect("a theme is compiled for every language of its site")
    }
}

fn is_faulty(found: &[Diagnostic]) -> bool {
    found.iter().any(|problem| problem.severity == Severity::Error)
}

/// The texts of a theme in some languages, with how each of them writes.
pub fn read_texts(files: &ThemeFiles, languages: &[Language], problems: &mut Vec<Diagnostic>) -> Vec<Texts> {
    // A file below several languages is read once, so that what is wrong with it is told once.
    let mut known: BTreeMap<Language, Option<TextEntries>> = BTreeMap::new();
    let mut read = |language: Language, problems: &mut Vec<Diagnostic>| {
        let file = file_of(files, language)?;
        let entries = known.entry(language);
        entries.or_insert_with(|| text_file::read(file, problems)).clone()
    };
    let mut all = Vec::with_capacity(languages.len());
    for &language in languages {
        let Some(file) = file_of(files, language) else {
            problems.push(no_texts(language));
            continue;
        };
        let below: Vec<TextEntries> = kinds_above(language)
            .filter_map(|parent| read(parent, problems))
            .collect();
        let Some(own) = read(language, problems) else {
            continue;
        };
        let entries = text_file::laid(below.into_iter().chain([own]));
        let mut texts = Texts::new(language, file.file.clone(), entries);
        texts.writing = writing_file::read(&texts, problems);
        problems.extend(skeleton::untranslated(file));
        all.push(texts);
    }
    all
}

/// What a language is a kind of, the most general first: `pt` for `pt-BR`. A text that is not written for the
/// kind is one of these.
fn kinds_above(language: Language) -> impl Iterator<Item = Language> {
    let above = std::iter::successors(language.parent(), Language::parent);
    above.collect::<Vec<_>>().into_iter().rev()
}

fn file_of(files: &ThemeFiles, language: Language) -> Option<&ThemeFile> {
    files.files.get(path_of(language).as_str())
}

fn path_of(language: Language) -> String {
    format!("text/{}.yaml", language.as_str())
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
    templates::speak(&mut tera, &texts);
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
    let passage = |text| Passage::of_text(site, text, language);
    SiteFacts {
        title: passage(&settings.title),
        description: settings.description.as_ref().map(passage),
        publisher: settings.publisher.as_ref().map(passage),
        contact: settings.contact.as_ref().map(passage),
        licence: settings.licence.as_ref().map(|licence| LicenceView {
            name: passage(&licence.name),
            href: licence.url.as_ref().map(Url::as_str),
        }),
        languages: site.languages().iter().map(Language::as_str).collect(),
    }
}

fn body_texts(texts: &Texts) -> BodyTexts {
    let text = |key| {
        let phrase = texts.phrase(key);
        phrase.map_or(String::new(), |phrase| {
            phrase.for_count(None, &texts.plurals).to_owned()
        })
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

fn no_texts(language: Language) -> Diagnostic {
    let path = path_of(language);
    let place = Place::file(&format!("themes/default/{path}").into());
    WORDS.error(
        Code::ThemeText,
        place,
        "texts-missing",
        &[("tag", &language.as_str()), ("path", &path)],
    )
}
