//! Reads how a language writes from its texts: the groups `format`, `months` and `short_months`. That a text
//! is there is the matter of `text_check`; whether it says what it must is decided here.

use crate::diagnostic::{Code, Diagnostic};
use crate::html::Writing;
use crate::html::writing::{Blank, Pattern, PatternPart};
use crate::theme::text_check::place;
use crate::theme::{SentencePiece, Texts, WORDS, pieces};
use std::fmt::Display;

/// The months in the order of the year, as the texts name them.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What a month can be written as.
const ANY_MONTH: &[&str] = &["month", "month_name", "short_month_name"];
/// What a fiscal year can be written as.
const ANY_YEAR: &[&str] = &["year", "short_year", "era_year", "short_era_year"];

/// How the language of the texts writes. Where something is wrong, problems are told and no page is made.
pub(crate) fn read(texts: &Texts, problems: &mut Vec<Diagnostic>) -> Writing {
    let mut reader = Reader { texts, problems };
    let letters = reader.choice("format.letters", &["narrow", "wide"]);
    let words = reader.choice("format.words", &["spaced", "joined"]);
    let year = reader.pattern("format.year", &[&["year", "era_year"]]);
    let year_without_era = year.has(Blank::EraYear).then(|| {
        if texts.phrase("format.year_without_era").is_none() {
            reader.say("format.year_without_era", "year-without-era", &[]);
        }
        reader.pattern("format.year_without_era", &[&["year"]])
    });
    Writing {
        has_wide_letters: letters == "wide",
        has_spaces: words == "spaced",
        gap: reader.text("format.gap").into(),
        comma: reader.text("format.comma").into(),
        colon: reader.text("format.colon").into(),
        range: reader.text("format.range").into(),
        thousands: reader.text("format.thousands").into(),
        decimal: reader.text("format.decimal").into(),
        minus: reader.text("format.minus").into(),
        months: MONTHS.map(|month| reader.text(&format!("months.{month}")).into()),
        short_months: MONTHS.map(|month| reader.text(&format!("short_months.{month}")).into()),
        year,
        year_without_era,
        month: reader.pattern("format.month", &[ANY_MONTH, &["year"]]),
        day: reader.pattern("format.day", &[&["day"], ANY_MONTH, &["year"]]),
        fiscal_year: reader.pattern("format.fiscal_year", &[ANY_YEAR]),
        named_fiscal_year: reader.pattern("format.named_fiscal_year", &[ANY_YEAR]),
        short_fiscal_year: reader.pattern("format.short_fiscal_year", &[ANY_YEAR]),
        fiscal_years: {
            let needs: &[&[&str]] = &[&["from", "from_era_year"], &["to", "to_era_year", "after_to"]];
            reader.needs("format.fiscal_years", needs);
            let text = reader.text("format.fiscal_years");
            text.split('|').map(pattern).collect()
        },
        drawn_year: reader.pattern("format.drawn_year", &[ANY_YEAR]),
        drawn_month: reader.pattern("format.drawn_month", &[ANY_MONTH]),
        unit: reader.pattern("format.unit", &[&["number"], &["unit"]]),
        sign: reader.pattern("format.sign", &[&["number"], &["unit"]]),
    }
}

struct Reader<'t> {
    texts: &'t Texts,
    problems: &'t mut Vec<Diagnostic>,
}

impl<'t> Reader<'t> {
    fn text(&self, key: &str) -> &'t str {
        self.texts.plain(key).unwrap_or_default()
    }

    /// A word of a closed list.
    fn choice(&mut self, key: &str, choices: &[&str]) -> &'t str {
        let found = self.text(key);
        if self.texts.phrase(key).is_some() && !choices.contains(&found) {
            let fillings: [(&str, &dyn Display); 2] = [("found", &found), ("choices", &choices.join(", "))];
            self.say(key, "format-choice", &fillings);
        }
        found
    }

    /// A pattern that says everything it has to: of each list at least one.
    fn pattern(&mut self, key: &str, needs: &[&[&str]]) -> Pattern {
        self.needs(key, needs);
        pattern(self.text(key))
    }

    fn needs(&mut self, key: &str, needs: &[&[&str]]) {
        let Some(phrase) = self.texts.phrase(key) else {
            return;
        };
        let names = phrase.placeholders();
        let lacking = needs
            .iter()
            .filter(|any| !any.iter().any(|name| names.contains(name)));
        for any in lacking {
            let shown: Vec<String> = any.iter().map(|name| format!("{{{name}}}")).collect();
            let fillings: [(&str, &dyn Display); 2] =
                [("names", &shown.join("、")), ("quoted", &shown.join("`, `"))];
            self.say(key, "format-lacks", &fillings);
        }
    }

    fn say(&mut self, key: &str, problem: &str, fillings: &[(&str, &dyn Display)]) {
        let fillings: Vec<(&str, &dyn Display)> = [("key", &key as &dyn Display)]
            .into_iter()
            .chain(fillings.iter().copied())
            .collect();
        let place = place(self.texts, key);
        self.problems
            .push(WORDS.error(Code::ThemeText, place, problem, &fillings));
    }
}

/// A placeholder that is none stands as it is; `text_check` tells of it.
fn pattern(text: &str) -> Pattern {
    Pattern::new(pieces(text).map(|piece| match piece {
        SentencePiece::Text(text) => PatternPart::Text(text.into()),
        SentencePiece::Placeholder(name) => match Blank::named(name) {
            Some(blank) => PatternPart::Blank(blank),
            None => PatternPart::Text(format!("{{{name}}}").into()),
        },
    }))
}
