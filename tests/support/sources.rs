//! The source files of koyaku as text, and as code without comments and strings, for tests about the code
//! itself.

use super::{Tree, here};

/// A file below `src/`.
pub struct Source {
    /// Relative to `src/`, with forward slashes: `load/walk.rs`.
    pub path: String,
    pub text: String,
    /// The text with comments and the insides of strings blanked out, so that only code is found in it.
    pub code: String,
}

/// Every Rust file below `src/`, by path.
pub fn sources() -> Vec<Source> {
    let tree = Tree::read(&here("src")).only(|path| path.ends_with(".rs"));
    let paths: Vec<String> = tree.0.keys().cloned().collect();
    paths
        .into_iter()
        .map(|path| Source {
            text: tree.text(&path).to_owned(),
            code: code_of(tree.text(&path)),
            path,
        })
        .collect()
}

impl Source {
    /// The first part of its path: the stage or module that it belongs to.
    pub fn room(&self) -> &str {
        self.path
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs")
    }

    /// The lines whose code holds a word that is not part of a longer name, as `path:line`.
    pub fn lines_with(&self, word: &str) -> Vec<String> {
        let holds = |line: &str| {
            line.match_indices(word)
                .any(|(at, _)| stands_alone(line, at, word.len()))
        };
        let numbered = self.code.lines().enumerate().filter(|(_, line)| holds(line));
        numbered
            .map(|(number, _)| format!("{}:{}: {word}", self.path, number + 1))
            .collect()
    }
}

/// Whether the word at a place is not continued by a letter, a digit or `_` on a side where it ends with one
/// itself.
fn stands_alone(line: &str, at: usize, length: usize) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    let word = &line[at..at + length];
    let before = line[..at].chars().next_back().is_some_and(is_name) && word.starts_with(is_name);
    let behind = line[at + length..].chars().next().is_some_and(is_name) && word.ends_with(is_name);
    !before && !behind
}

/// Blanks comments, strings and characters; every other byte and every line end stays where it is.
fn code_of(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        let end = match &characters[at..] {
            ['/', '/', ..] => until(&characters, at, |rest| rest.starts_with(&['\n'])),
            ['/', '*', ..] => until(&characters, at + 2, |rest| rest.starts_with(&['*', '/'])) + 2,
            ['r', '"' | '#', ..] if !behind_name(&characters, at) => end_of_raw(&characters, at),
            ['"', ..] => end_of_quoted(&characters, at, '"'),
            ['\'', '\\', ..] | ['\'', _, '\'', ..] => end_of_quoted(&characters, at, '\''),
            _ => at,
        };
        let end = end.min(characters.len());
        if end == at {
            code.push(characters[at]);
            at += 1;
        } else {
            code.extend(
                characters[at..end]
                    .iter()
                    .map(|&character| if character == '\n' { '\n' } else { ' ' }),
            );
            at = end;
        }
    }
    code
}

fn until(characters: &[char], from: usize, ends: impl Fn(&[char]) -> bool) -> usize {
    (from..characters.len())
        .find(|&at| ends(&characters[at..]))
        .unwrap_or(characters.len())
}

fn behind_name(characters: &[char], at: usize) -> bool {
    at > 0 && (characters[at - 1].is_alphanumeric() || characters[at - 1] == '_')
}

/// The end of `r"…"` or `r#"…"#`; a name such as `r#type` ends where it begins.
fn end_of_raw(characters: &[char], at: usize) -> usize {
    let marks = characters[at + 1..]
        .iter()
        .take_while(|&&character| character == '#')
        .count();
    if characters.get(at + 1 + marks) != Some(&'"') {
        return at;
    }
    let closing: Vec<char> = std::iter::once('"')
        .chain(std::iter::repeat_n('#', marks))
        .collect();
    until(characters, at + 2 + marks, |rest| rest.starts_with(&closing)) + closing.len()
}

fn end_of_quoted(characters: &[char], at: usize, quote: char) -> usize {
    let mut at = at + 1;
    while at < characters.len() && characters[at] != quote {
        at += if characters[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}
