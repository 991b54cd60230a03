//! Which texts are missing in one of the site's languages, and which have grown old. Pages show both, and say
//! so.

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::site::{Gap, Lack, Site, file_in, gaps};

pub fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
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
    let compared = Message::new(
        format!("原文と見比べて訳を直し、koyaku translated {file} を実行してください"),
        format!("compare it with the original, mend it, then run koyaku translated {file}"),
    );
    let (code, message, remedy) = match (lack, owner) {
        (Lack::Missing, Some(_)) => {
            let each: Vec<String> = site
                .languages()
                .iter()
                .map(|language| format!("{language:?}: …"))
                .collect();
            let each = each.join(", ");
            (
                Code::TranslationMissing,
                Message::new(
                    format!("「{language:?}」の文がありません"),
                    format!("there is no text in `{language:?}`"),
                ),
                Message::new(
                    format!("{{{each}}} の形で書き足してください"),
                    format!("write it like {{{each}}}"),
                ),
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
        (Lack::Stale, _) => (
            Code::TranslationStale,
            Message::new(
                "訳したあとで原文が変わっています（読む人にもそう示します）",
                "the original has changed since this was translated; readers are told so",
            ),
            compared,
        ),
        (Lack::Unstated, _) => (
            Code::TranslationUnstated,
            Message::new(
                "どの版の原文を訳したのか記録がありません",
                "nothing says from which version of the original this was translated",
            ),
            compared,
        ),
    };
    Diagnostic::warning(code, place, message).remedy(remedy)
}
