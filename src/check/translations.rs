//! Which texts are missing in one of the site's languages, and which have grown old. Pages show both, and say
//! so.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::site::{Gap, Lack, Site, file_in, gaps};

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    problems.extend(gaps(site).into_iter().map(|gap| report(site, gap)));
}

fn report(site: &Site, gap: Gap) -> Diagnostic {
    let Gap {
        language,
        lack,
        place,
        owner,
    } = gap;
    let file = place.file.clone();
    let compared = WORDS.say("stale.remedy", &[("file", &file)]);
    let (code, message, remedy) = match (lack, owner) {
        (Lack::Missing, Some(_)) => {
            let languages = site.languages().iter();
            let each: Vec<String> = languages.map(|language| format!("{language:?}: …")).collect();
            let each = each.join(", ");
            (
                Code::TranslationMissing,
                Message::new(
                    format!("「{language:?}」の文がありません"),
                    format!("there is no text in `{language:?}`"),
                ),
                WORDS.say("pin.remedy", &[("each", &each)]),
            )
        }
        (Lack::Missing, None) => {
            let wanted = file_in(&file, language);
            (
                Code::TranslationMissing,
                Message::new(
                    format!("「{language:?}」の翻訳ファイルがありません"),
                    format!("there is no translation into `{language:?}`"),
                ),
                Message::new(format!("{wanted} を書いてください"), format!("write {wanted}")),
            )
        }
        (Lack::Stale, _) => (Code::TranslationStale, WORDS.say("stale", &[]), compared),
        (Lack::Unstated, _) => (Code::TranslationUnstated, WORDS.say("pin-missing", &[]), compared),
    };
    Diagnostic::warning(code, place, message).remedy(remedy)
}
