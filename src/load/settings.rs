//! Reads `content/site.yaml`, without which there is no site.

use super::{gathered::Gathered, municipality::in_order, walk::FoundFile, yaml};
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::load::WORDS;
use crate::model::{FORMAT, Settings};
use crate::site::MunicipalityFile;
use crate::source::{self, Source, yaml::Limits};
use serde::Deserialize;
use std::cmp::Ordering;
use std::fmt::Display;
use std::path::Path;
use std::sync::Arc;

pub(crate) const FILE: &str = "content/site.yaml";

/// The settings as they are written.
pub(crate) fn load(entry: &FoundFile, gathered: &mut Gathered) -> Option<Settings> {
    let source = yaml::open(entry, gathered)?;
    // What stands against reading it is told when all of it is read.
    let format = format(&source).unwrap_or(FORMAT);
    if let Some(problem) = refuse_format(format, &source) {
        // What else such a site has wrong in the eyes of this koyaku is no mistake of its editors.
        gathered.push(problem);
        let whole = 0..source.text.len();
        gathered.sources.keep(source, whole, Vec::new());
        return None;
    }
    let mut settings: Settings = yaml::read_from(source, gathered).0?;
    if settings.languages.is_empty() {
        gathered.push(WORDS.error(
            Code::ValueEmpty,
            Place::yaml(&entry.path, path_to![Settings::languages]),
            "value-empty",
            &[],
        ));
        return None;
    }
    let twice =
        (1..settings.languages.len()).find(|&at| settings.languages[..at].contains(&settings.languages[at]));
    if let Some(at) = twice {
        let language = settings.languages[at];
        let place = Place::yaml(&entry.path, path_to![Settings::languages, at]);
        let message = Message::new(
            format!("言語「{language:?}」が2回書かれています"),
            format!("the language `{language:?}` is listed twice"),
        );
        gathered.push(
            Diagnostic::error(Code::IdDuplicate, place, message)
                .remedy(Message::new("片方を消してください", "delete one of them")),
        );
        settings.languages.dedup();
    }
    Some(settings)
}

/// The format that a site says it is written in. The first did not say it.
///
/// # Errors
/// Why the YAML cannot be read.
pub(crate) fn format(source: &Source) -> Result<u32, Vec<Diagnostic>> {
    #[derive(Deserialize)]
    struct Head {
        format: Option<u32>,
    }
    let head = source::yaml::parse::<Head>(source, 0..source.text.len(), Limits::RECORD);
    match head.value {
        Some(said) if head.problems.is_empty() => Ok(said.format.unwrap_or(1)),
        _ => Err(head.problems),
    }
}

/// Why a site is not read, where it is written in another format than today's.
pub(crate) fn refuse_format(format: u32, source: &Source) -> Option<Diagnostic> {
    let (code, key) = match format.cmp(&FORMAT) {
        Ordering::Equal => return None,
        Ordering::Less => (Code::FormatOlder, "format-older"),
        Ordering::Greater => (Code::FormatNewer, "format-newer"),
    };
    let place = Place::yaml(&source.path, path_to![Settings::format]);
    let fillings: [(&str, &dyn Display); 2] = [("format", &format), ("today", &FORMAT)];
    Some(WORDS.error(code, place, key, &fillings))
}

/// What is said of a folder that holds no site.
pub(crate) fn missing(root: &Path) -> Diagnostic {
    let folder = root.display();
    WORDS.error(
        Code::SiteMissing,
        Place::file(&Arc::from(FILE)),
        "site-missing",
        &[("folder", &folder), ("file", &FILE)],
    )
}

/// Puts the municipalities in the order of the settings; those not named follow by id.
pub(crate) fn order_municipalities(
    settings: &Settings,
    municipalities: &mut [MunicipalityFile],
    gathered: &mut Gathered,
) {
    for (at, id) in settings.municipalities.iter().enumerate() {
        if !municipalities.iter().any(|municipality| municipality.id == *id) {
            gathered.push(WORDS.error(
                Code::MunicipalityMissing,
                Place::yaml(&FILE.into(), path_to![Settings::municipalities, at]),
                "municipality-missing.order-municipalities",
                &[("id", &id)],
            ));
        }
    }
    in_order(municipalities, &settings.municipalities, |municipality| {
        &municipality.id
    });
}
