//! Where a Japanese heading may break: between phrases, never inside a term of the glossary. Headings keep
//! their words together (`word-break: keep-all`), so a break is possible only where it is put here.

use crate::html::{Html, Passage, escape, together};
use crate::model::Language;
use crate::numerals::digits::is_digit;
use crate::numerals::era::ERAS;
use crate::numerals::units;
use crate::pages::Scope;
use budoux_phf_rs::Parser;
use std::ops::Range;

/// A title as HTML with `<wbr>` between its phrases. Other languages break at their spaces.
pub(crate) fn heading(scope: &Scope, title: &Passage) -> Html {
    let language = title.lang.unwrap_or(scope.language);
    if !language.is_japanese() {
        return Html::from(title);
    }
    let html = Html::marked(title.lang, |html| {
        let mut at = 0;
        for place in breaks(scope, &title.text, language) {
            escape(&title.text[at..place], &mut html.text);
            html.text.push_str("<wbr>");
            at = place;
        }
        escape(&title.text[at..], &mut html.text);
    });
    html.noting(title.noted)
}

/// A text in the pieces between which a line may break: phrases in Japanese, words with their spaces
/// elsewhere.
pub(crate) fn pieces(scope: &Scope, text: &str, language: Language) -> Vec<String> {
    if !language.is_japanese() {
        return text.split_inclusive(' ').map(str::to_owned).collect();
    }
    let mut places = breaks(scope, text, language);
    places.push(text.len());
    let starts = std::iter::once(0).chain(places.iter().copied());
    let pieces = starts.zip(&places).map(|(from, to)| &text[from..*to]);
    pieces.map(str::to_owned).collect()
}

/// How many characters of a heading stand on a line of a narrow phone.
const LONGEST: usize = 8;

/// The places between phrases that lie in no term and no known name.
fn breaks(scope: &Scope, text: &str, language: Language) -> Vec<usize> {
    let terms = scope.site.terms_in(text, language).into_iter();
    let known = scope.site.readings.lexicon.find(text).into_iter();
    let words: Vec<Range<usize>> = terms
        .map(|(_, span)| span)
        .chain(known.map(|word| word.span))
        .chain(together::pieces(text))
        .collect();
    let is_word = |at: usize| words.iter().any(|word| word.start < at && at < word.end);
    let is_free = |at: usize| at > 0 && at < text.len() && !is_word(at) && may_break(text, at);
    let mut places = Vec::new();
    let mut at = 0;
    for phrase in Parser::japanese_parser().parse(text) {
        if is_free(at) {
            places.push(at);
        }
        let end = at + phrase.len();
        // A phrase that a phone is too narrow for breaks beside its words rather than inside them.
        if phrase.chars().count() > LONGEST {
            let is_kana = |character: char| ('ぁ'..='ん').contains(&character);
            let edges = words.iter().flat_map(|word| [word.start, word.end]);
            let inside = edges.filter(|place| at < *place && *place < end);
            places.extend(inside.filter(|place| is_free(*place) && !text[*place..].starts_with(is_kana)));
        }
        at = end;
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// 令和元（2019）年度, 令和5年度 and 11月22日 are one word each, and so is a number with what it counts.
fn is_inside_date(before: &str, behind: &str) -> bool {
    let number = |character: char| is_digit(character) || character == '元';
    let after_number =
        before.ends_with(number) || before.ends_with('）') && before.trim_end_matches('）').ends_with(number);
    let unit = |character| units::is_short(character) || character == '（';
    let after_era = ERAS.iter().any(|era| before.ends_with(era.name));
    after_number && behind.starts_with(unit)
        || after_era && behind.starts_with(number)
        || before.ends_with('年') && behind.starts_with('度')
}

/// No line begins with a mark that closes, or ends with one that opens.
fn may_break(text: &str, at: usize) -> bool {
    let closes = |character| "、。」』）・ー，．)％々〉》】".contains::<char>(character);
    let opens = |character| "「『（(〈《【".contains::<char>(character);
    let (before, behind) = (&text[..at], &text[at..]);
    // 第10次 and 第2期 are one word.
    let digits = before.trim_end_matches(is_digit);
    let unit = |character| "次期回章条号版".contains::<char>(character);
    let counts = digits.ends_with('第') && (digits.len() == before.len() || behind.starts_with(unit));
    !counts && !is_inside_date(before, behind) && !behind.starts_with(closes) && !before.ends_with(opens)
}
