//! Checks that the texts of a theme are whole: the same keys and placeholders in every language, and every
//! key that render itself asks for.

use super::keys;
use super::texts::{Phrase, Texts};
use crate::diagnostic::{Code, Diagnostic, Message, Path, Place};

/// Reports where the texts of a theme do not fit together: keys or placeholders that differ between two
/// languages, and keys that render asks for but nobody wrote.
pub fn check(all: &[Texts], problems: &mut Vec<Diagnostic>) {
    let keys = keys::all();
    for texts in all {
        for key in &keys {
            match texts.phrase(&key.name) {
                None => problems.push(missing(texts, &key.name)),
                Some(Phrase::Counted { .. }) if !key.placeholders.contains(&"n") => {
                    problems.push(not_counted(texts, &key.name));
                }
                Some(phrase) => {
                    for name in phrase
                        .placeholders()
                        .into_iter()
                        .filter(|name| !key.placeholders.contains(name))
                    {
                        problems.push(unknown_placeholder(texts, &key.name, name));
                    }
                }
            }
        }
    }
    let Some((first, others)) = all.split_first() else {
        return;
    };
    for other in others {
        // Each pair is compared once, from its first side.
        for (one, two, compares) in [(first, other, true), (other, first, false)] {
            for (key, phrase) in one
                .all()
                .filter(|(key, _)| !keys.iter().any(|known| known.name == *key))
            {
                match two.phrase(&key) {
                    None => problems.push(missing(two, &key)),
                    Some(same) if compares && same.placeholders() != phrase.placeholders() => {
                        problems.push(placeholders_differ(one, two, &key));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

fn missing(texts: &Texts, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        Place::file(&texts.file),
        Message::new(
            format!("テーマの文言「{key}」がありません"),
            format!("the theme's texts lack `{key}`"),
        ),
    )
    .remedy(Message::new(
        "すべての言語のファイルに同じキーを書いてください",
        "write the same keys in the file of every language",
    ))
}

/// Where a text stands whose key is its own, or that of its group, a point and its own.
fn place(texts: &Texts, key: &str) -> Place {
    Place::yaml(&texts.file, key.split('.').fold(Path::default(), Path::entry))
}

fn not_counted(texts: &Texts, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        place(texts, key),
        Message::new(
            format!("文言「{key}」は数を伴わないため、one と other に分けられません"),
            format!("`{key}` counts nothing, so it cannot have `one` and `other`"),
        ),
    )
    .remedy(Message::new("一つの文で書いてください", "write it as one text"))
}

fn unknown_placeholder(texts: &Texts, key: &str, name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        place(texts, key),
        Message::new(
            format!("文言「{key}」では {{{name}}} を使えません"),
            format!("`{key}` has no value for `{{{name}}}`"),
        ),
    )
    .remedy(Message::new(
        "{ } の中の名前を確かめてください",
        "check the name between the braces",
    ))
}

fn placeholders_differ(one: &Texts, two: &Texts, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ThemeText,
        place(two, key),
        Message::new(
            format!("文言「{key}」の {{ }} の名前が言語によって違います"),
            format!("the placeholders of `{key}` differ between the languages"),
        ),
    )
    .also(
        place(one, key),
        Message::new("もう一つの言語はここです", "the other language is here"),
    )
    .remedy(Message::new(
        "どの言語にも同じ名前を書いてください",
        "use the same names in every language",
    ))
}
