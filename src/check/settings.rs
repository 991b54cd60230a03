//! What the settings of a site must satisfy: a hold that names documents and does not end before it begins,
//! and an interval that is one.

use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::settings::{Hold, Settings};
use crate::site::{Node, Site};
use std::sync::Arc;

const FILE: &str = "content/site.yaml";

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let file: Arc<str> = FILE.into();
    if site.settings.review_months == Some(0) {
        problems.push(
            Diagnostic::error(
                Code::ValueNumber,
                Place::yaml(&file, path_to![Settings::review_months]),
                Message::new("間隔は1か月以上です", "an interval is at least one month"),
            )
            .remedy(Message::new(
                "1 以上の数を書くか、行を消してください",
                "write at least 1, or delete the line",
            )),
        );
    }
    let Some(hold) = &site.settings.hold else { return };
    if hold.from.first_day() > hold.to.last_day() {
        problems.push(
            Diagnostic::error(
                Code::ValueDate,
                Place::yaml(&file, path_to![Settings::hold, Hold::to]),
                Message::new("停止の終わりが始まりより前です", "the hold ends before it begins"),
            )
            .remedy(Message::new(
                "from と to を確かめてください",
                "check `from` and `to`",
            )),
        );
    }
    for (at, address) in hold.documents.iter().enumerate() {
        if matches!(site.addresses.get(address.as_str()), Some(Node::Document(_))) {
            continue;
        }
        problems.push(
            Diagnostic::error(
                Code::ReferenceKind,
                Place::yaml(&file, path_to![Settings::hold, Hold::documents, at]),
                Message::new(
                    format!("「{}」という文書はありません", address.as_str()),
                    format!("`{}` is no document", address.as_str()),
                ),
            )
            .remedy(Message::new(
                "atsugi/manifesto のように、文書の宛先を書いてください",
                "write the address of a document, like atsugi/manifesto",
            )),
        );
    }
}
