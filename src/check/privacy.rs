//! Texts in which somebody's telephone number, e-mail address or My Number may stand. Contacts belong into
//! the settings, where they are meant to be public; anywhere else they are more likely an accident.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::walk::Role;
use crate::numerals::digits::{self, is_digit};
use crate::site::{Owner, Prose, Site, each_text};
use std::ops::Range;

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let first = site.first_language();
    each_text(site, &mut |owner, told, place| {
        // Official words stay as they are printed, and the settings are where a contact belongs.
        if owner == Owner::Settings || told.field.meaning.role != Role::Ours {
            return;
        }
        let languages = told.text.languages().map(|language| language.unwrap_or(first));
        let words = languages.filter_map(|language| told.text.get(language, first));
        if let Some((kind, _)) = words.flat_map(found_in).next() {
            problems.push(found(kind, place()));
        }
    });
    for prose in texts(site) {
        for (kind, span) in found_in(&prose.body) {
            let span = prose.body_start + span.start..prose.body_start + span.end;
            problems.push(found(kind, Place::span(&prose.file, span)));
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PersonalKind {
    Telephone,
    Mail,
    /// 個人番号: twelve digits whose last one is a check digit
    /// (行政手続における特定の個人を識別するための番号の利用等に関する法律施行令).
    MyNumber,
}

fn texts(site: &Site) -> impl Iterator<Item = &Prose> {
    let introductions = site.introductions.values().flat_map(|one| &one.texts);
    let reports = site.reports.iter().flat_map(|report| &report.texts);
    let pages = site.pages.iter().flat_map(|page| &page.texts);
    introductions
        .map(|(_, prose)| prose)
        .chain(reports.map(|text| &text.prose))
        .chain(pages.map(|text| &text.prose))
}

fn found(kind: PersonalKind, place: Place) -> Diagnostic {
    let (ja, en) = match kind {
        PersonalKind::Telephone => (
            "電話番号のような数字があります",
            "this looks like a telephone number",
        ),
        PersonalKind::Mail => ("メールアドレスがあります", "this looks like an e-mail address"),
        PersonalKind::MyNumber => (
            "マイナンバー（個人番号）のような12桁の数字があります",
            "this looks like a My Number, an individual number of twelve digits",
        ),
    };
    Diagnostic::warning(Code::PersonalData, place, Message::new(ja, en))
        .remedy(WORDS.say("found.remedy", &[]))
}

/// Runs of digits with hyphens, and words around an at sign, in the order of the text.
fn found_in(text: &str) -> Vec<(PersonalKind, Range<usize>)> {
    let mut found = Vec::new();
    let part_of_number = |character: char| {
        is_digit(character) || matches!(character, '-' | '‐' | '－' | '(' | ')' | '（' | '）')
    };
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if part_of_number(character) => start = Some(at),
            Some(from) if !part_of_number(character) => {
                let run = text[from..at].trim_end_matches(['(', '（', '-', '‐', '－', ')', '）']);
                let lead = run.len() - run.trim_start_matches([')', '）', '-', '‐', '－']).len();
                if let Some(kind) = kind_of_number(&run[lead..]) {
                    found.push((kind, from + lead..from + run.len()));
                }
                start = None;
            }
            _ => {}
        }
    }
    let mails = text
        .match_indices('@')
        .filter_map(|(at, _)| mail_around(text, at));
    found.extend(mails.map(|span| (PersonalKind::Mail, span)));
    found.sort_by_key(|(_, span)| span.start);
    found
}

/// Numbers of Japanese telephones begin with 0 and have ten digits, or eleven for mobile ones, in two or
/// three groups.
fn kind_of_number(run: &str) -> Option<PersonalKind> {
    let digits: Vec<u32> = run.chars().filter_map(digits::value).collect();
    let grouped = run.chars().any(|character| !is_digit(character));
    match digits[..] {
        [0, next, ..] if grouped && next != 0 && (digits.len() == 10 || digits.len() == 11) => {
            Some(PersonalKind::Telephone)
        }
        [.., check] if digits.len() == 12 && is_check_digit(&digits[..11], check) => {
            Some(PersonalKind::MyNumber)
        }
        _ => None,
    }
}

/// 11 − Σ(digit × weight) mod 11, where 10 and 11 count as 0; weights 2 to 7 and 2 to 6 from the right
/// (総務省令第85号 第5条).
fn is_check_digit(digits: &[u32], check: u32) -> bool {
    let weighted = digits.iter().rev().zip((2..=7).chain(2..=6));
    let sum: u32 = weighted.map(|(digit, weight)| digit * weight).sum();
    // 11 and 10 both become 0.
    check == (11 - sum % 11) % 11 % 10
}

fn mail_around(text: &str, at: usize) -> Option<Range<usize>> {
    let local =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-' | '+');
    let start = text[..at].trim_end_matches(local).len();
    let of_host = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-');
    let rest = &text[at + 1..];
    let end = rest.len() - rest.trim_start_matches(of_host).len();
    let host = rest[..end].trim_end_matches('.');
    (start < at && host.contains('.') && !host.starts_with('.')).then(|| start..at + 1 + host.len())
}
