//! `koyaku theme text`: writes the texts of the theme for a language, or what they lack.

use super::{DONE, FAILED, Surroundings, arguments::Run, report, words::Words};
use crate::model::Language;
use crate::pipeline;

pub(crate) fn run(run: &Run, language: Language, around: &Surroundings) -> u8 {
    let outcome = pipeline::theme_text(&report::request(run), language);
    let _code = report::problems(run, &outcome, around);
    let Some(made) = outcome.made else { return FAILED };
    let words = Words::in_language(run.language);
    let key = match (made.added, made.is_new) {
        (0, _) => "theme_text.whole",
        (_, true) => "theme_text.new",
        (_, false) => "theme_text.added",
    };
    let fill = |sentence: String| {
        let sentence = sentence.replace("{file}", &made.file);
        let sentence = sentence.replace("{n}", &made.added.to_string());
        sentence.replace("{tag}", language.as_str())
    };
    (around.out)(&format!("{}\n", fill(words.say(key))));
    if !made.is_in_site {
        (around.out)(&format!("{}\n", fill(words.say("theme_text.next"))));
    }
    DONE
}
