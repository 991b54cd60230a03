//! What the settings of a site must satisfy: a hold that names documents and does not end before it begins,
//! and an interval that is one.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::model::{Hold, Settings};
use crate::site::{Node, Site};
use std::sync::Arc;

const FILE: &str = "content/site.yaml";

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let file: Arc<str> = FILE.into();
    if site.settings.review_months == Some(0) {
        let place = Place::yaml(&file, path_to![Settings::review_months]);
        problems.push(WORDS.error(Code::ValueNumber, place, "value-number", &[]));
    }
    let Some(hold) = &site.settings.hold else { return };
    if hold.from.first_day() > hold.to.last_day() {
        let place = Place::yaml(&file, path_to![Settings::hold, Hold::to]);
        problems.push(WORDS.error(Code::ValueDate, place, "value-date.check", &[]));
    }
    for (at, address) in hold.documents.iter().enumerate() {
        if matches!(site.addresses.get(address.as_str()), Some(Node::Document(_))) {
            continue;
        }
        problems.push(WORDS.error(
            Code::ReferenceKind,
            Place::yaml(&file, path_to![Settings::hold, Hold::documents, at]),
            "reference-kind",
            &[("address", &address.as_str())],
        ));
    }
}
