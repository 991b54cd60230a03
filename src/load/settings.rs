//! Reads `content/site.yaml`, without which there is no site.

use super::gathered::Gathered;
use super::walk::Entry;
use super::yaml;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::scale::default_scale;
use crate::model::settings::{FORMAT, Settings};
use crate::site::MunicipalityFile;
use crate::source::{self, Source, yaml::Limits};
use serde::Deserialize;
use std::cmp::Ordering;

pub const FILE: &str = "content/site.yaml";

/// The settings, with the default scale where the site brings none.
pub fn load(entry: &Entry, gathered: &mut Gathered) -> Option<Settings> {
    let source = yaml::open(entry, gathered)?;
    if let Some(problem) = refuse_format(&source) {
        // What else such a site has wrong in the eyes of this koyaku is no mistake of its editors.
        gathered.push(problem);
        let whole = 0..source.text.len();
        gathered.sources.keep(source, whole, Vec::new());
        return None;
    }
    let mut settings: Settings = yaml::read_from(source, gathered)?;
    if settings.scale.is_empty() {
        settings.scale = default_scale();
    }
    if settings.languages.is_empty() {
        gathered.push(
            Diagnostic::error(
                Code::ValueEmpty,
                Place::yaml(&entry.path, path_to![Settings::languages]),
                Message::new("言語が一つもありません", "there is no language"),
            )
            .remedy(Message::new(
                "languages: [ja, en] のように書いてください",
                "write it like languages: [ja, en]",
            )),
        );
        return None;
    }
    let twice =
        (1..settings.languages.len()).find(|&at| settings.languages[..at].contains(&settings.languages[at]));
    if let Some(at) = twice {
        let language = settings.languages[at];
        gathered.push(
            Diagnostic::error(
                Code::IdDuplicate,
                Place::yaml(&entry.path, path_to![Settings::languages, at]),
                Message::new(
                    format!("言語「{language:?}」が2回書かれています"),
                    format!("the language `{language:?}` is listed twice"),
                ),
            )
            .remedy(Message::new("片方を消してください", "delete one of them")),
        );
        settings.languages.dedup();
    }
    Some(settings)
}

/// The format that a site says it is written in. The first did not say it. What cannot be read is not of
/// another format for that.
pub fn format(source: &Source) -> u32 {
    #[derive(Deserialize)]
    struct Head {
        format: Option<u32>,
    }
    let head = source::yaml::parse::<Head>(source, 0..source.text.len(), Limits::RECORD);
    match head.value {
        Some(said) if head.problems.is_empty() => said.format.unwrap_or(1),
        _ => FORMAT,
    }
}

/// Why a site is not read, where it is written in another format.
pub fn refuse_format(source: &Source) -> Option<Diagnostic> {
    let format = format(source);
    let (code, message, remedy) = match format.cmp(&FORMAT) {
        Ordering::Equal => return None,
        Ordering::Less => (
            Code::FormatOlder,
            Message::new(
                format!(
                    "このサイトは前の形式（{format}）で書かれています。この koyaku が読むのは形式 {FORMAT} です"
                ),
                format!("this site is written in format {format}, and this koyaku reads format {FORMAT}"),
            ),
            Message::new(
                format!(
                    "koyaku migrate を実行してください（--dry-run を付けると、変わるところを見るだけです）。新しいサイトなら \
                     format: {FORMAT} と書いてください"
                ),
                format!(
                    "run koyaku migrate (with --dry-run it only shows what would change); in a new site write \
                     format: {FORMAT}"
                ),
            ),
        ),
        Ordering::Greater => (
            Code::FormatNewer,
            Message::new(
                format!(
                    "このサイトの形式（{format}）は、この koyaku が読める形式（{FORMAT}）より新しいものです"
                ),
                format!("this site is written in format {format}, newer than format {FORMAT} of this koyaku"),
            ),
            Message::new("新しい koyaku を使ってください", "use a newer koyaku"),
        ),
    };
    Some(
        Diagnostic::error(
            code,
            Place::yaml(&source.path, path_to![Settings::format]),
            message,
        )
        .remedy(remedy),
    )
}

/// Puts the municipalities in the order of the settings; those not named follow by id.
pub fn order_municipalities(
    settings: &Settings,
    municipalities: &mut [MunicipalityFile],
    gathered: &mut Gathered,
) {
    for (at, id) in settings.municipalities.iter().enumerate() {
        if !municipalities.iter().any(|municipality| municipality.id == *id) {
            gathered.push(
                Diagnostic::error(
                    Code::MunicipalityMissing,
                    Place::yaml(&FILE.into(), path_to![Settings::municipalities, at]),
                    Message::new(
                        format!("seeds/{id}/municipality.yaml がないか、読めません"),
                        format!("seeds/{id}/municipality.yaml is missing or cannot be read"),
                    ),
                )
                .remedy(Message::new(
                    "ファイルを作るか、この行を消してください",
                    "write that file, or delete this line",
                )),
            );
        }
    }
    let place = |municipality: &MunicipalityFile| {
        settings
            .municipalities
            .iter()
            .position(|id| *id == municipality.id)
            .unwrap_or(usize::MAX)
    };
    municipalities.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.id.cmp(&other.id)));
}
