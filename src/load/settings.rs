//! Reads `content/site.yaml`, without which there is no site.

use super::gathered::Gathered;
use super::walk::Entry;
use super::yaml;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::scale::default_scale;
use crate::model::settings::Settings;
use crate::site::MunicipalityFile;

pub const FILE: &str = "content/site.yaml";

/// The settings, with the default scale where the site brings none.
pub fn load(entry: &Entry, gathered: &mut Gathered) -> Option<Settings> {
    let mut settings: Settings = yaml::read(entry, gathered)?;
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
