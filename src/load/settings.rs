//! Reads `content/site.yaml`, without which there is no site.

use super::gathered::Gathered;
use super::walk::Entry;
use super::yaml;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::load::WORDS;
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
            gathered.push(WORDS.error(
                Code::MunicipalityMissing,
                Place::yaml(&FILE.into(), path_to![Settings::municipalities, at]),
                "municipality-missing.order-municipalities",
                &[("id", &id)],
            ));
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
